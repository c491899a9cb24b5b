"""Who descends from whom inside one text family."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from twosource.compare.credit import own_names, read_credits
from twosource.compare.direction import CREDIT_WEIGHT, came_before, judge_direction, label
from twosource.compare.family import explain
from twosource.records.analysis import Analysis
from twosource.records.evidence import Evidence
from twosource.settings import DescentSettings

Shares = Mapping[int, Mapping[int, float]]
"""By child and parent: the share (0 to 1) of what the child shares with its family that the parent holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A child and its parent; no parent where the text that it rests on is not in the pile."""

    child: int
    parent: int | None
    directed: bool = True
    agency: str | None = None
    """Who wrote the unseen text, where a credit says so."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A family with what tells who came first."""

    family: tuple[int, ...]
    keys: Mapping[int, Set[object]]
    """What each report holds: rare runs of words, or names, figures and rare words."""
    shares: Shares
    judged: Mapping[tuple[int, int], tuple[float, tuple[Evidence, ...]]]
    """By pair of parent and child, both ways round: how far dates and credits speak for it, and the reasons."""

    revised: frozenset[tuple[int, int]]
    """Pairs of an outlet's earlier and later version."""
    one_house: bool
    """True when no two of the reports are known to be of different outlets, and it is known in which order they came."""

    def weight(self, parent: int, child: int) -> float:
        """Return how far dates and credits speak for `parent` as the parent of `child`."""
        return self.judged[parent, child][0]

    def held(self, parent: int) -> float:
        """Return the mean share of what the others share with the family that `parent` holds."""
        return sum(self.shares[c][parent] for c in self.family if c != parent) / (len(self.family) - 1)


def draw_stemma(
    family: tuple[int, ...],
    members: Sequence[Analysis],
    keys: Mapping[int, Set[object]],
    by_words: bool,
    settings: DescentSettings,
) -> list[Edge]:
    """Return the edges of one family of two or more reports; `keys` are what each holds, `by_words` that they share words.

    An agency that they credit and that is not in the pile comes first. Else the report that holds nearly all that the others
    share, unless it is not the first or credits such an agency itself; else an unseen text. Two reports of which neither dates
    nor credits tell anything stay undirected.
    """
    judged = _judge_all(family, members)
    kin = Kin(
        family=family,
        keys=keys,
        shares=explain(keys),
        judged=judged,
        revised=_find_revised(keys, members),
        one_house=len({members[i].report.outlet for i in family}) == 1 and all(abs(w) >= 1 for w, _ in judged.values()),
    )
    agency = _find_agency(family, members, by_words)
    if agency:
        return _draw_unseen(kin, *agency)
    if len(family) == 2:
        return [_draw_pair(kin)]
    root = _find_first(kin)
    edges = _draw_tree(root, kin, settings) if root is not None else []
    if root is None or not _explains(root, edges, kin, settings):
        return _draw_unseen(kin)
    agency = _find_agency([root], members, by_words=True)
    return _draw_unseen(kin, *agency) if agency else edges


def _find_agency(family: Sequence[int], members: Sequence[Analysis], by_words: bool) -> tuple[str, tuple[Evidence, ...]] | None:
    """Return the agency, itself not in the story, that two of the family credit, or one of two or three that share its words.

    With where they credit it. What such a report shares with the others it has from the agency, and so have they.
    """
    credits = {i: read_credits(members[i]) for i in family}
    absent = {n for c in credits.values() for n, x in c.items() if x.agency} - _outlets(members)
    having = {n: [i for i in family if n in credits[i]] for n in absent}
    best = min(absent, key=lambda n: (-len(having[n]), n), default=None)
    if best is None or len(having[best]) < (1 if by_words and len(family) < 4 else 2):
        return None
    name = max((credits[i][best].name for i in having[best]), key=lambda n: (len(n), n))
    return name, tuple(_credit_evidence(members[i], best) for i in having[best])


def _outlets(members: Sequence[Analysis]) -> set[str]:
    return set[str]().union(*(own_names(a.report) for a in members))


def _judge_all(family: Sequence[int], members: Sequence[Analysis]) -> dict[tuple[int, int], tuple[float, tuple[Evidence, ...]]]:
    judged = {}
    for p in family:
        for c in family:
            if p < c:
                weight, reasons = judge_direction(members[p], members[c])
                judged[p, c], judged[c, p] = (weight, reasons), (-weight, reasons)
    return judged


def _find_revised(keys: Mapping[int, Set[object]], members: Sequence[Analysis]) -> frozenset[tuple[int, int]]:
    """Return the pairs of an earlier and a later version of one outlet's text: half of the shorter stands in the other."""
    reports = {i: members[i].report for i in keys}
    return frozenset(
        (p, c)
        for p in keys
        for c in keys
        if reports[p].outlet
        and reports[p].outlet == reports[c].outlet
        and came_before(reports[p], reports[c])
        and 2 * len(keys[p] & keys[c]) >= min(len(keys[p]), len(keys[c]))
    )


def _draw_pair(kin: Kin) -> Edge:
    i, j = kin.family
    weight, evidence = kin.judged[i, j]
    if abs(weight) >= 1:
        return Edge(child=j if weight > 0 else i, parent=i if weight > 0 else j, evidence=evidence)
    unknown = Evidence(kind="direction", detail="Neither dates nor credits tell which of the two came first.", score=0.0)
    return Edge(child=j, parent=i, directed=False, evidence=(unknown,))


def _find_first(kin: Kin) -> int | None:
    """Return the report that is not later than any other and holds most of what they share; None where they clash."""
    first = [p for p in kin.family if all(kin.weight(c, p) < 1 for c in kin.family if c != p)]
    return min(first, key=lambda p: (-kin.held(p), p), default=None)


def _explains(root: int, edges: Sequence[Edge], kin: Kin, settings: DescentSettings) -> bool:
    """True when a report can have been the source of all others.

    Known to be the first, it must hold enough itself or begin a line of editions, each made from one earlier text alone; else it
    must hold nearly all, and few others as much.
    """
    others = [c for c in kin.family if c != root]
    if 2 * sum(kin.weight(root, c) >= 1 for c in others) >= len(others):
        return kin.held(root) >= settings.explained_dated or _measure_line(root, edges, kin) >= settings.explained
    rivals = sum(_is_rival(c, root, kin, settings) for c in others)
    return kin.held(root) >= settings.explained and 2 * rivals < len(others)


def _measure_line(root: int, edges: Sequence[Edge], kin: Kin) -> float:
    """Return the mean share of what a report has from all before it that its parent holds; over those with two or more before."""
    before, shares = [root], []
    for edge in edges:
        mine = kin.keys[edge.child]
        if len(before) > 1 and edge.parent is not None:
            pool = len(mine & set[object]().union(*(kin.keys[p] for p in before)))
            shares.append(len(mine & kin.keys[edge.parent]) / max(1, pool))
        before.append(edge.child)
    return sum(shares) / len(shares) if shares else 0.0


def _is_rival(other: int, root: int, kin: Kin, settings: DescentSettings) -> bool:
    """True for a report that holds nearly as much as the source and is not known to be later."""
    return kin.held(root) - kin.held(other) < settings.lead and kin.weight(root, other) < 1


def _draw_tree(root: int, kin: Kin, settings: DescentSettings) -> list[Edge]:
    """Return the edges of a family whose source is known: each to the best of those before it, the source first.

    A report that might as well be the source is joined to it without direction.
    """
    placed, edges = [root], []
    for child in sorted((c for c in kin.family if c != root), key=lambda c: (_number_before(c, kin), -kin.shares[c][root], c)):
        able = [p for p in placed if kin.weight(child, p) < 1]
        parent = min(
            able or [root], key=lambda p: (-round(_pull(p, child, root, kin), 3), -placed.index(p) if kin.one_house else p)
        )
        why = (_held(kin.shares[child][parent]), *kin.judged[parent, child][1])
        directed = parent != root or not _is_rival(child, root, kin, settings)
        edges.append(Edge(child=child, parent=parent, directed=directed, evidence=why))
        placed.append(child)
    return edges


def _draw_unseen(kin: Kin, agency: str | None = None, reasons: tuple[Evidence, ...] = ()) -> list[Edge]:
    """Return the edges of a family that rests on an unseen text.

    A report that names another one as its source rests on that, and so does an outlet's later version on its earlier one.
    """
    edges = []
    for child in kin.family:
        named = [p for p in kin.family if p != child and (kin.weight(p, child) >= CREDIT_WEIGHT or (p, child) in kin.revised)]
        if named:
            parent = min(named, key=lambda p: (-kin.shares[child][p], p))
            edges.append(Edge(child=child, parent=parent, evidence=kin.judged[parent, child][1]))
        else:
            held = _held(max(kin.shares[child].values()))
            edges.append(Edge(child=child, parent=None, agency=agency, evidence=(held, *reasons)))
    alone = sum(e.parent is None for e in edges) < 2
    return [Edge(child=c, parent=None, agency=agency, evidence=reasons) for c in kin.family] if alone else edges


def _number_before(child: int, kin: Kin) -> int:
    return sum(kin.weight(p, child) >= 1 for p in kin.family if p != child)


def _pull(parent: int, child: int, root: int, kin: Kin) -> float:
    """Return how strongly a placed report draws a child: by what it holds of it, a credit, and a little as the source of all.

    In a line of one house's own editions the source has no advantage, and the edition that is most alike draws most.
    """
    credit = 0.2 if kin.weight(parent, child) >= CREDIT_WEIGHT else 0.0
    if kin.one_house:
        return kin.shares[child][parent] + kin.shares[parent][child]
    return kin.shares[child][parent] + credit + (0.05 if parent == root else 0.0)


def _credit_evidence(analysis: Analysis, name: str) -> Evidence:
    credited = read_credits(analysis)[name]
    detail = f"{label(analysis.report)} credits {credited.name}, whose report is not in the pile."
    return Evidence(kind="agency-credit", detail=detail, spans=credited.spans)


def _held(share: float) -> Evidence:
    detail = f"The best of the others holds {share:.0%} of what this report shares with its family."
    return Evidence(kind="explained", detail=detail, score=round(share, 3))
