"""Disputes, contradictions, updates, more precise statements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from twosource.compare.anchors import find_anchor, find_main
from twosource.compare.contradiction import find_exclusion, find_other_figure, is_other_voice
from twosource.compare.dating import find_dated
from twosource.compare.denial import find_denials
from twosource.compare.denied import find_denied
from twosource.compare.denying import denial_rule
from twosource.compare.features import describe_statements
from twosource.compare.finding import Finding, Side, Told
from twosource.compare.negation import find_flips
from twosource.compare.progress import find_awaited, find_narrowed, find_risen
from twosource.compare.similarity import weigh_stems
from twosource.ids import digest
from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Relation
from twosource.records.evidence import Evidence
from twosource.settings import RelationSettings

Found = tuple[Side, Side, Finding]


def find_relations(
    members: tuple[Analysis, ...], clusters: tuple[Cluster, ...], settings: RelationSettings
) -> tuple[Relation, ...]:
    """Return relations of kind disputes, contradicts, updates and narrows: one of a kind between two claims."""
    features = describe_statements(members)
    weights = weigh_stems(features).weights
    anchors = [find_anchor(f) for f in features]
    main = find_main(features, anchors)
    sides = [
        Side(index=k, features=f, anchor=anchor, main=main, denies=denial_rule(f))
        for k, (f, anchor) in enumerate(zip(features, anchors, strict=True))
    ]
    home = {s: k for k, cluster in enumerate(clusters) for s in cluster.statements}
    where = [home[f.statement.id] for f in features]
    distinct = _leave_repeats(sides)
    found = [
        *_figures(distinct, weights),
        *find_awaited(distinct, weights),
        *find_flips(distinct, weights),
        *_exclusions(distinct, weights),
        *find_dated(distinct, where, members),
        *_denials(sides, _gather_claims(sides, clusters), weights, settings),
    ]
    return tuple(_to_relation(a, b, finding) for a, b, finding in _strongest(found, where))


def _leave_repeats(sides: Iterable[Side]) -> list[Side]:
    """Return the statements in order, of those that one report makes again in the same words the first.

    They would give the same relations again, and every rule looks at all pairs.
    """
    first: dict[tuple[str, str], Side] = {}
    for side in sides:
        first.setdefault((side.features.statement.report, side.features.statement.exact), side)
    return list(first.values())


def _figures(sides: Sequence[Side], weights: Mapping[str, float]) -> Iterator[Found]:
    """Yield what the figures of two claims have to do with one another; only figures of one slot are compared."""
    places: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for side in sides:
        for slot in {(s.predicate, s.quantity.unit) for s in side.features.slots}:
            places[slot].append(side)
    for slot in sorted(places):
        for a, b in combinations(places[slot], 2):
            yield from _figure_relation(a, b, weights)


def _figure_relation(a: Side, b: Side, weights: Mapping[str, float]) -> Iterator[Found]:
    """Yield what the figures of two statements have to do with one another: a step, a more precise figure, or a clash."""
    for first, then in ((a, b), (b, a)):
        finding = find_risen(first, then) or find_narrowed(first, then)
        if finding:
            yield first, then, finding
            return
    if is_other_voice(a, b) and (other := find_other_figure(a, b, weights)):
        yield a, b, other


def _exclusions(sides: Sequence[Side], weights: Mapping[str, float]) -> Iterator[Found]:
    """Yield the contradictions by words of which only one can hold."""
    marked = [s for s in sides if s.features.lemmas]
    for a, b in combinations(marked, 2):
        if is_other_voice(a, b) and (finding := find_exclusion(a, b, weights)):
            yield a, b, finding


def _denials(
    sides: Sequence[Side], told: Sequence[Told], weights: Mapping[str, float], settings: RelationSettings
) -> Iterator[Found]:
    """Yield the claims that each denial rejects: the nearest, and others that are hardly farther off."""
    reports = len({s.features.report for s in sides})
    distinct = {s.index for s in _leave_repeats(sides)}
    for denial in (d for d in find_denials(sides, weights) if d.side.index in distinct):
        met = []
        for claim in told:
            found = None if denial.side in claim.sides else find_denied(denial, claim, reports, weights)
            if found:
                met.append((found[0], denial.side, found[1]))
        met.sort(key=lambda x: (-x[2].strength, x[0].index))
        yield from (m for m in met[: settings.max_denied] if m[2].strength >= met[0][2].strength - settings.near_denied)


def _gather_claims(sides: Sequence[Side], clusters: Sequence[Cluster]) -> list[Told]:
    by_id = {s.features.statement.id: s for s in sides}
    told = []
    for k, cluster in enumerate(clusters):
        own = tuple(by_id[s] for s in cluster.statements)
        words = frozenset(w for s in own for w in s.features.own)
        told.append(Told(index=k, sides=own, words=words, reports=len({s.features.report for s in own})))
    return told


def _strongest(found: Iterable[Found], where: Sequence[int]) -> list[Found]:
    """Return the strongest finding of each kind between two claims, in the order of their statements.

    Inside one claim only a more precise statement or another date is worth telling.
    """
    best: dict[tuple[object, ...], Found] = {}
    for a, b, finding in found:
        if where[a.index] == where[b.index] and finding.kind != "narrows" and finding.slot != "date":
            continue
        key = (
            finding.kind in ("disputes", "contradicts") or (finding.kind, finding.slot == "date"),
            frozenset((where[a.index], where[b.index])),
        )
        rank = (-finding.strength, a.index, b.index)
        if key not in best or rank < (-best[key][2].strength, best[key][0].index, best[key][1].index):
            best[key] = (a, b, finding)
    return sorted(best.values(), key=lambda x: (x[0].index, x[1].index, x[2].kind))


def _to_relation(a: Side, b: Side, finding: Finding) -> Relation:
    left, right = a.features.statement.id, b.features.statement.id
    return Relation(
        id=digest("relation", finding.kind, left, right),
        kind=finding.kind,
        a=left,
        b=right,
        slot=finding.slot,
        reason=finding.reason,
        evidence=(Evidence(kind=finding.rule, detail=finding.reason, score=finding.strength, spans=tuple(finding.spans)),),
    )
