"""How many independent origins stand behind a cluster of statements. The rules are told in docs/origins.md."""

from collections.abc import Callable, Iterable, Sequence

from twosource.compare.credit import fold_name
from twosource.compare.direction import label
from twosource.compare.voices import Voice, Voices, same_source
from twosource.ids import digest
from twosource.records.comparison import Cluster, Origin, OriginCount, OriginKind
from twosource.records.evidence import Evidence

RANK = ("person", "body", "document", "agency", "outlet", "unnamed")
"""Which of several tellers names an origin: the nearest to the event."""

Group = list[Voice]
Groups = list[tuple[Group, list[Evidence]]]
"""Statements of one origin, with the reasons for joining them."""
Rule = Callable[[Voice, Voice, Voices], Evidence | None]


def count_origins(cluster: Cluster, voices: Voices) -> OriginCount:
    """Return the origins of one cluster with their established minimum and possible maximum.

    Statements are one origin when their texts rest on one text, when the same source knows or when they use the same words;
    all reports that do not say who knows are one more. What is left apart raises the maximum; the minimum counts only named
    sources that told each newsroom themselves and that nothing connects.
    """
    groups: Groups = [([voices.by_statement[i]], []) for i in cluster.statements]
    for rule in (_one_text, _one_source, _one_wording):
        groups = _merge(groups, rule, voices)
    groups = _merge_silent(_merge_pairs(groups, voices), voices)
    origins = tuple(_write_origin(group, why, voices) for group, why in groups)
    established = _count_established([group for group, _ in groups], voices)
    return OriginCount(origins=origins, minimum=max(1, established), maximum=len(origins))


def _merge(groups: Groups, rule: Rule, voices: Voices) -> Groups:
    """Return the groups with every two joined that the rule connects by any of their statements."""
    merged: Groups = []
    for group, why in groups:
        mine, reasons = list(group), list(why)
        apart = []
        for other, others_why in merged:
            found = next((e for a in other for b in mine if (e := rule(a, b, voices))), None)
            if found:
                mine, reasons = other + mine, [*others_why, *reasons, found]
            else:
                apart.append((other, others_why))
        merged = [*apart, (mine, reasons)]
    return merged


def _one_text(a: Voice, b: Voice, voices: Voices) -> Evidence | None:
    text = voices.common_text(a.report.id, b.report.id)
    if a.report.id == b.report.id or text is None:
        return None
    name = voices.labels.get(text)
    detail = (
        f"{label(a.report)} and {label(b.report)} rest on one text, the {name}."
        if name
        else f"{label(a.report)} and {label(b.report)} rest on one text."
    )
    return Evidence(kind="same-text", detail=detail, spans=(*a.statement.spans, *b.statement.spans))


def _one_source(a: Voice, b: Voice, voices: Voices) -> Evidence | None:
    one, other = a.knows, b.knows
    if one and other and same_source(one, other):
        detail = f"Both name {other.source} as the one who knows."
        return Evidence(kind="same-source", detail=detail, spans=(*one.spans, *other.spans))
    return _relayed(a, b) or _relayed(b, a)


def _relayed(a: Voice, b: Voice) -> Evidence | None:
    """Tell whether all that `a` names is a teller that `b` names too on the way, or the outlet of `b` itself."""
    teller = a.knows
    if teller is None or teller.kind not in ("outlet", "agency"):
        return None
    if b.report.outlet and fold_name(teller.source) == fold_name(b.report.outlet):
        detail = f"{label(a.report)} has it from {teller.source}, whose report is in the pile."
        return Evidence(kind="relayed", detail=detail, spans=(*teller.spans, *b.statement.spans))
    link = next((x for x in b.statement.chain[:-1] if same_source(teller, x)), None)
    if link is None:
        return None
    return Evidence(kind="relayed", detail=f"Both have it through {link.source}.", spans=(*teller.spans, *link.spans))


def _one_wording(a: Voice, b: Voice, voices: Voices) -> Evidence | None:
    shared = a.words & b.words
    if not shared:
        return None
    detail = f"{label(a.report)} and {label(b.report)} use the same words: “{' '.join(min(shared))}”."
    return Evidence(kind="same-words", detail=detail, spans=(*a.statement.spans, *b.statement.spans))


def _merge_pairs(groups: Groups, voices: Voices) -> Groups:
    """Return the groups with those joined whose reports are all of one text two by two, where the first of the two is unknown."""
    merged: Groups = []
    for group, why in groups:
        for i, (other, others_why) in enumerate(merged):
            pairs = [frozenset((a.report.id, b.report.id)) for a in other for b in group]
            if all(p in voices.pairs or len(p) == 1 for p in pairs) and any(p in voices.pairs for p in pairs):
                descent = voices.pairs[min((p for p in pairs if p in voices.pairs), key=sorted)]
                merged[i] = (other + group, [*others_why, *why, *descent.evidence[:1]])
                break
        else:
            merged.append((group, why))
    return merged


def _merge_silent(groups: Groups, voices: Voices) -> Groups:
    """Return the groups with all joined that do not say who knows: nothing tells them apart, so they count once.

    Those that rest on an unseen text have that for their origin and stay apart.
    """
    silent = [(g, why) for g, why in groups if _name_origin(g, voices)[1] == "report"]
    if len(silent) < 2:
        return groups
    joined = [v for g, _ in silent for v in g]
    names = ", ".join(dict.fromkeys(label(v.report) for v in joined))
    detail = f"{names} do not say where they have this from; together they count once."
    why = [e for _, why in silent for e in why] + [Evidence(kind="not-stated", detail=detail)]
    return [*((g, w) for g, w in groups if not any(g is x for x, _ in silent)), (joined, why)]


def _write_origin(group: Group, why: Sequence[Evidence], voices: Voices) -> Origin:
    name, kind = _name_origin(group, voices)
    statements = tuple(v.statement.id for v in group)
    return Origin(
        id=digest("origin", sorted(statements)),
        label=name,
        kind=kind,
        statements=statements,
        reports=tuple(sorted({v.report.id for v in group})),
        why=tuple(dict.fromkeys(why)) or (_alone(name, kind),),
    )


def _name_origin(group: Group, voices: Voices) -> tuple[str, OriginKind]:
    """Return the name and kind of the source nearest to the event; without one the unseen text, or that nothing is stated."""
    links = [v.knows for v in group if v.knows]
    if links:
        best = min(links, key=lambda x: (RANK.index(x.kind), -len(x.source), x.source))
        return best.source, best.kind
    common = [voices.parents[v.report.id] for v in group]
    unseen = sorted(set(common[0]).intersection(*common[1:]) & voices.labels.keys())
    # What only one of its retellings says may be that report's own.
    if unseen and len({v.report.id for v in group}) > 1:
        return voices.labels[unseen[0]], "hidden"
    return "origin not stated", "report"


def _alone(name: str, kind: OriginKind) -> Evidence:
    if kind == "report":
        return Evidence(kind="not-stated", detail="The report does not say where it has this from.")
    if kind == "unnamed":
        return Evidence(kind="unnamed", detail=f"“{name}” is not named, so nothing shows whether this is a source of its own.")
    return Evidence(kind="own-source", detail=f"No other report has this from {name}.")


def _count_established(groups: Iterable[Group], voices: Voices) -> int:
    """Return the size of the largest set of groups that are established as independent two by two."""
    able = [g for g in groups if any(v.first_hand for v in g)]
    best: list[Group] = []
    for seed in range(len(able)):
        chosen: list[Group] = [able[seed]]
        for group in able[:seed] + able[seed + 1 :]:
            if all(_independent(group, other, voices) for other in chosen):
                chosen.append(group)
        best = max(best, chosen, key=len)
    return len(best)


def _independent(one: Group, other: Group, voices: Voices) -> bool:
    """True when nothing connects two groups of statements: not their texts, not their sources, not what is said of those."""
    if {v.report.id for v in one} & {v.report.id for v in other}:
        return False
    if any(_connected(a, b, voices) for a in one for b in other):
        return False
    return not any(_affiliation(a) & _affiliation(b) for a in one for b in other)


def _connected(a: Voice, b: Voice, voices: Voices) -> bool:
    pair = frozenset((a.report.id, b.report.id))
    return pair in voices.pairs or voices.common_text(a.report.id, b.report.id) is not None


def _affiliation(voice: Voice) -> set[str]:
    """Return the words of names and roles in a chain that could show that two sources belong together."""
    words = (w for x in voice.statement.chain for w in fold_name(f"{x.source} {x.role or ''}").split())
    return {w.strip(",.'") for w in words if len(w) > 3}
