"""The answer, first: how many reports, how many origins behind what most of them say, who stands behind it, who denies it."""

from collections import Counter
from dataclasses import dataclass

from twosource.records.account import Claim
from twosource.records.comparison import Origin
from twosource.render.changes_view import ChangeView
from twosource.render.claims_view import ClaimView
from twosource.render.families import Family, hidden_name
from twosource.render.inline import Line, Piece, said, shown, strong, tool
from twosource.render.labels import Labels, counted, first_up, listed, spelled, time_words
from twosource.render.rows_view import deniers, few, leading, parted, teller_of
from twosource.render.words import is_hearsay, knower, link_words

STANDINGS = {
    "agreed": "agreed",
    "not-established": "not established",
    "single-origin": "single origin",
    "origin-not-stated": "origin not stated",
    "disputed": "disputed",
    "denied": "denied",
    "superseded": "superseded",
}
"""Standings in the order of the strip, and the words for them."""

FIRST_CLAIMS = 3
"""The claim most reports make may be background; the answer speaks of one that an editor would print first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """Reports and where they have the leading claim from."""

    letters: tuple[str, ...]
    slot: str
    one_text: bool
    who: str
    through: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """The first screen of a story."""

    title: Line
    title_from: str
    """ "headline of A, The Kestrian Post"."""
    answer: str
    """ "7 reports, 1 to 3 origins"."""
    index: str
    """ "7 reports, 12 claims", for a list of stories: a count of origins belongs to a claim and stands in none."""
    lead: Line
    """The sentences that say for which claim, who stands behind it and who denies it."""
    lead_claim: int | None
    when: str
    facts: tuple[tuple[str, str, str], ...]
    """Name, figure, small print."""
    standings: tuple[tuple[str, str, tuple[int, ...]], ...]
    """Standing, its words, the numbers of its claims; only those there are."""
    funnel: tuple[FunnelRow, ...]
    funnel_count: str
    """ "5 reports that make it"."""
    funnel_sum: str
    funnel_note: str


def view_head(
    labels: Labels, families: tuple[Family, ...], claims: tuple[ClaimView, ...], changes: tuple[ChangeView, ...]
) -> HeadView:
    """Return the head of a story."""
    home = {r: f for f in families for r in f.reports}
    leading = leading_claim(claims)
    if leading and len(leading.reports) < 2 <= len(labels.reports):
        leading = None  # nothing that two reports share
    record = next((c for c in labels.story.claims if leading and c.id == leading.id), None)
    title, title_from = _title(labels)
    n = len(labels.reports)
    return HeadView(
        title=title,
        title_from=title_from,
        answer=_answer(n, leading),
        index=f"{counted(n, 'report')}, {counted(len(claims), 'claim')}",
        lead=_lead(labels, leading, record) if leading and record else _no_lead(n, bool(claims)),
        lead_claim=leading.number if leading else None,
        when=_when(labels),
        facts=_facts(labels, families, claims, changes),
        standings=tuple(
            (key, words, numbers)
            for key, words in STANDINGS.items()
            if (numbers := tuple(c.number for c in claims if c.standing == key))
        ),
        funnel=tuple(_funnel_row(labels, home, o) for o in record.origins) if record else (),
        funnel_count=f"{counted(len(leading.reports), 'report')}" if leading else "",
        funnel_sum=_funnel_sum(leading),
        funnel_note=_funnel_note(leading),
    )


def leading_claim(claims: tuple[ClaimView, ...]) -> ClaimView | None:
    """Return the claim that the answer speaks of; None where there is none.

    Of the first few that several reports make, the one that most make; one with a source goes before.
    """
    several = [c for c in claims if len(c.reports) > 1] or list(claims)
    return max(several[:FIRST_CLAIMS], key=lambda c: (c.standing != "origin-not-stated", len(c.reports), -c.number), default=None)


def _answer(reports: int, leading: ClaimView | None) -> str:
    if leading is None:
        return f"{counted(reports, 'report')}, no claim in common"
    one = leading.low == leading.high == 1
    return f"{counted(reports, 'report')}, {leading.range} {'origin' if one else 'origins'}"


def _title(labels: Labels) -> tuple[Line, str]:
    """The title of the story, in its report's voice where a report has it."""
    title = shown(labels.story.title)
    for report in labels.reports.values():
        if title and title == shown(report.title or ""):
            return (said(title),), f"headline of {_called(labels, report.id)}"
    for report in labels.reports.values():
        if title and title in labels.texts[report.id]:
            return (said(title),), f"from {_called(labels, report.id)}"
    return (tool(f"Story of {listed(list(labels.letters_of(labels.reports)))}"),), ""


def _called(labels: Labels, report: str) -> str:
    return ", ".join(filter(None, (labels.letters[report], labels.outlet(report))))


def _when(labels: Labels) -> str:
    times = [r.published for r in labels.reports.values() if r.published]
    if not times:
        return "no report is dated"
    first, last = time_words(times[0]), time_words(times[-1])
    day, comma, hour = last.partition(", ")
    if comma and first.startswith(f"{day}, "):
        last = hour
    return first if first in (last, f"{day}, {last}") else f"{first} to {last}"


def _no_lead(reports: int, claims: bool) -> Line:
    if not claims:
        return (tool("Nothing that could be taken for a claim was found."),)
    return (tool("No claim is made by more than one of them." if reports > 1 else "One report: nothing to compare it with."),)


def _lead(labels: Labels, leading: ClaimView, claim: Claim) -> Line:
    n, total = len(leading.reports), len(labels.reports)
    if total == 1:
        opening = "One report, so nothing to compare it with. It says "
    elif n == total:
        opening = "So stands the claim that all of them make, "
    else:
        which = "the claim that most of them make" if 2 * n > total else "what more than one of them says"
        opening = f"So stands {which} ({n} of {total}), "
    out: list[Piece] = [tool(opening + "“"), *leading.wording, tool("” "), leading.ref, tool(". ")]
    out.extend(_behind(labels, claim))
    out.extend(_denials(labels, leading, claim))
    return tuple(out)


def _behind(labels: Labels, claim: Claim) -> Line:
    """Who stands behind a claim: names, the unnamed, those that pass it on as hearsay, those that state no origin."""
    named, unnamed, hearsay, silent = _sorted_origins(labels, claim)
    parts = []
    if named:
        parts.append(few(list(dict.fromkeys(shown(o.label) for o in named))))
    if unnamed:
        parts.append(f"{spelled(len(unnamed))} {'person' if len(unnamed) == 1 else 'people'} not named")
    more = []
    told = {r for o in hearsay for r in o.reports}
    for reports, one, many, what in (
        (told, "passes", "pass", "it on as hearsay"),
        ({r for o in silent for r in o.reports} - told, "states", "state", "no origin"),
    ):
        letters = labels.letters_of(r for r in labels.reports if r in reports)
        if letters and (parts or hearsay):
            more.append(f"{few(letters)} {one if len(letters) == 1 else many} {what}")
    if not parts:
        return (tool("; ".join(("No report says who knows it", *more)) + ". "),)
    verb = "stand" if len(named) + len(unnamed) > 1 else "stands"
    text = "; ".join((f"{listed(parts)} {verb} behind it", *more))
    return (tool(f"{first_up(text)}. "),)


def _sorted_origins(labels: Labels, claim: Claim) -> tuple[list[Origin], list[Origin], list[Origin], list[Origin]]:
    """Return the origins of a claim: named, unnamed, hearsay, not stated."""
    out: tuple[list[Origin], list[Origin], list[Origin], list[Origin]] = ([], [], [], [])
    for o in claim.origins:
        if o.kind in ("report", "hidden"):
            out[3].append(o)
        elif o.kind == "unnamed":
            out[2 if is_hearsay(teller_of(labels, o)) else 1].append(o)
        else:
            out[0].append(o)
    return out


def _denials(labels: Labels, leading: ClaimView, claim: Claim) -> Line:
    """Who denies a claim, or by which claims it is disputed or superseded."""
    who = deniers(labels, set(claim.statements), labels.story.relations)
    if who:
        return (strong(few(who)), tool(f" {'denies' if len(who) == 1 else 'deny'} it."))
    verb = {"denied": "It is denied", "disputed": "It is disputed", "superseded": "It is superseded"}.get(leading.standing)
    if verb:
        return (tool(f"{verb} "), *leading.standing_note, tool(".")) if leading.standing_note else (tool(f"{verb}."),)
    return (tool("Nobody denies it here."),)


def _facts(
    labels: Labels, families: tuple[Family, ...], claims: tuple[ClaimView, ...], changes: tuple[ChangeView, ...]
) -> tuple[tuple[str, str, str], ...]:
    unseen = len(labels.story.hidden)
    kinds = Counter[str]()
    origins = [o for c in labels.story.claims for o in c.origins if not is_hearsay(teller_of(labels, o))]
    for kind, _ in {(o.kind, shown(o.label).casefold()) for o in origins}:
        kinds[kind] += 1
    named = kinds["person"] + kinds["body"] + kinds["agency"] + kinds["outlet"]
    papers = f"and {counted(kinds['document'], 'document')}" if kinds["document"] else ""
    return (
        ("Reports", str(len(labels.reports)), ""),
        ("Texts behind them", str(len(families)), f"{unseen} not in the pile" if unseen else ""),
        ("Claims", str(len(claims)), ""),
        ("Named who speak", str(named), papers),
        ("Unnamed who speak", str(kinds["unnamed"]), ""),
        ("Changed on the way", str(len(changes)), ""),
    )


def _funnel_row(labels: Labels, home: dict[str, Family], origin: Origin) -> FunnelRow:
    families = {home[r].slot: home[r] for r in origin.reports}
    one = len(families) == 1
    family = next(iter(families.values()))
    lead = leading(parted(labels, origin)[0])
    who = knower(lead)
    if origin.kind in ("report", "hidden") and not who:
        name, through = "no source named", f"in {labels.name(lead.report)}"
    else:
        name, through = link_words(who) if who else shown(origin.label), f"through {labels.name(lead.report)}"
    if one and family.hidden and len(origin.reports) > 1:
        through = f"through one text, {labels.letters[family.hidden[0]]}, {hidden_name(labels, family.hidden[0])}"
    elif len(origin.reports) > 1:
        names = [labels.name(r) for r in labels.reports if r in origin.reports]
        through = f"through {few(names)}" if len(names) <= 3 else f"through {counted(len(names), 'report')}"
    slot = "n" if not who and origin.kind in ("report", "hidden") else family.slot
    return FunnelRow(letters=tuple(labels.letters_of(origin.reports)), slot=slot, one_text=one, who=name, through=through)


def _funnel_sum(leading: ClaimView | None) -> str:
    if leading is None:
        return ""
    if leading.low == leading.high:
        return f"{leading.low}"
    return f"at least {leading.low}, at most {leading.high}"


def _funnel_note(leading: ClaimView | None) -> str:
    if leading is None:
        return ""
    low, high = leading.low, leading.high
    if leading.standing == "origin-not-stated":
        more = "" if low == high else f"; {high} if each has it from somebody else"
        return f"no report says who knows it{more}"
    if low == high:
        return "established as independent" if low > 1 else "one voice, as far as the reports tell"
    least = f"{low} established as independent" if low > 1 else "1 if all of it goes back to one"
    return f"{least}; {high} if all that is not established were independent"
