"""Which reports of a story are one text, and the hue and pattern each of these texts is drawn in."""

from dataclasses import dataclass

from twosource.records.account import StoryAccount
from twosource.render.labels import Labels, counted

RETELLING = ("copy", "rewrite", "revision")
NOT_STATED = "n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that rest on one text; a report that rests on none is a family of its own."""

    reports: tuple[str, ...]
    """Ids, in the order of the story."""
    hidden: tuple[str, ...]
    """Ids of the unseen texts behind them."""
    ordered: bool
    """False where the reports belong together and which came first is not established."""
    slot: str
    """"1" to "3": a hue; "4" and on: grey with a pattern; "n": no report of it says where it knows from."""


def find_families(labels: Labels) -> tuple[Family, ...]:
    """Return the families of a story: most reports first, then by first report, those that state no origin last."""
    groups, hidden, unordered = _group(labels.story)
    names_somebody = {s.report for s in labels.statements.values() if s.chain}
    found = []
    for members in groups:
        reports = tuple(sorted(members, key=labels.order.__getitem__))
        behind = tuple(h for h in labels.letters if h in hidden and hidden[h] & members)
        silent = len(reports) == 1 and not behind and reports[0] not in names_somebody
        found.append((silent, -len(reports), labels.order[reports[0]], reports, behind))
    out = []
    for i, (silent, _, _, reports, behind) in enumerate(sorted(found, key=lambda f: f[:3])):
        slot = NOT_STATED if silent else str(i + 1)
        out.append(Family(reports=reports, hidden=behind, ordered=frozenset(reports) not in unordered, slot=slot))
    return tuple(out)


def _group(story: StoryAccount) -> tuple[list[set[str]], dict[str, set[str]], set[frozenset[str]]]:
    """Return groups of reports, unseen texts with their reports, and the pairs whose order is not established."""
    home = {r: {r} for r in story.reports}
    hidden = {h.id: {c for c in h.children if c in home} for h in story.hidden}
    retellings = [d for d in story.descents if d.kind in RETELLING and d.child in home]
    for d in retellings:
        if d.parent in hidden:
            hidden[d.parent].add(d.child)
        elif d.directed and d.parent in home:
            _merge(home, {d.child, d.parent})
    for children in hidden.values():
        _merge(home, children)
    pairs = set()
    for d in sorted((d for d in retellings if not d.directed and d.parent in home), key=lambda d: (-d.score, d.id)):
        if len(home[d.child]) == len(home[d.parent]) == 1:  # an undirected descent joins its pair only, never a chain
            _merge(home, {d.child, d.parent})
            pairs.add(frozenset((d.child, d.parent)))
    groups: list[set[str]] = []
    for r in story.reports:
        if home[r] not in groups:
            groups.append(home[r])
    return groups, hidden, pairs


def _merge(home: dict[str, set[str]], members: set[str]) -> None:
    whole = set().union(*(home[m] for m in members)) if members else set()
    for m in whole:
        home[m] = whole


def family_title(labels: Labels, family: Family) -> tuple[str, str]:
    """Return what a family is called and a second line about it."""
    n = len(family.reports)
    if family.hidden:
        names = ", ".join(f"{labels.letters[h]} {hidden_name(labels, h)}" for h in family.hidden)
        return names, f"not in the pile; {counted(n, 'report')} {'retell' if n > 1 else 'retells'} it"
    if n > 1:
        return "one text", f"{n} reports tell it" if family.ordered else "which came first is not established"
    return ("origin not stated", "") if family.slot == NOT_STATED else ("own text", "")


def hidden_name(labels: Labels, hidden: str) -> str:
    """Return the label of an unseen text; it always says that the text is unseen."""
    label = next(h.label for h in labels.story.hidden if h.id == hidden)
    return label if "unseen" in label else f"{label}, unseen"


def copy_classes(labels: Labels) -> dict[str, tuple[str, ...]]:
    """Return by report the reports that are copies of one another, itself included, in the order of the story."""
    home = {id_: {id_} for id_ in labels.letters}
    for d in labels.story.descents:
        if d.kind == "copy" and d.directed and d.parent in home and d.child in home:
            _merge(home, {d.child, d.parent})
    return {r: tuple(m for m in labels.reports if m in home[r]) for r in labels.reports}
