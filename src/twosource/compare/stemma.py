"""Who descends from whom inside one text family."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.credit import fold_name, read_credits
from twosource.compare.direction import judge_direction, label
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
    evidence: tuple[Evidence, ...] = ()


def draw_stemma(family: Sequence[int], members: Sequence[Analysis], shares: Shares, settings: DescentSettings) -> list[Edge]:
    """Return the edges of one family, all members of which share text.

    First by an agency that all credit and that is not in the pile, then by dates and credits, then by a report that holds
    nearly all that the others share. What is left rests on an unseen text; a pair of which nothing tells stays undirected.
    """
    agency = _absent_agency(family, members)
    if agency:
        return [Edge(child=i, parent=None, evidence=agency[i]) for i in family]
    weights = {(p, c): judge_direction(members[p], members[c]) for p in family for c in family if p < c}
    if len(family) == 2:
        return [_pair_edge(family[0], family[1], weights[family[0], family[1]])]
    dated = _dated_edges(family, weights, shares, settings)
    return dated or _central_edges(family, shares, settings)


def absent_agencies(family: Sequence[int], members: Sequence[Analysis]) -> dict[str, str]:
    """Return the agencies (folded name to name as written) that every one of the reports credits and none of the story is."""
    outlets = {fold_name(a.report.outlet) for a in members if a.report.outlet}
    credits = [read_credits(members[i]) for i in family]
    names = set(credits[0]).intersection(*credits[1:]) - outlets
    return {n: credits[0][n].name for n in sorted(names) if any(c[n].agency for c in credits)}


def _absent_agency(family: Sequence[int], members: Sequence[Analysis]) -> dict[int, tuple[Evidence, ...]]:
    found = absent_agencies(family, members)
    if not found:
        return {}
    name, written = next(iter(found.items()))
    evidence: dict[int, tuple[Evidence, ...]] = {}
    for i in family:
        detail = f"{label(members[i].report)} credits {written}, which is not in the pile."
        evidence[i] = (Evidence(kind="agency-credit", detail=detail, spans=read_credits(members[i])[name].spans),)
    return evidence


Weights = Mapping[tuple[int, int], tuple[float, tuple[Evidence, ...]]]


def _pair_edge(i: int, j: int, judged: tuple[float, tuple[Evidence, ...]]) -> Edge:
    weight, evidence = judged
    if abs(weight) >= 1:
        return Edge(child=j if weight > 0 else i, parent=i if weight > 0 else j, evidence=evidence)
    unknown = Evidence(kind="direction", detail="Neither dates nor credits tell which of the two came first.", score=0.0)
    return Edge(child=j, parent=i, directed=False, evidence=(unknown,))


def _dated_edges(family: Sequence[int], weights: Weights, shares: Shares, settings: DescentSettings) -> list[Edge]:
    """Return each report's edge to the best of those known to be earlier; nothing where that leaves more than one without.

    Where none of the earlier ones holds enough, the report and the first of all rest on an unseen text.
    """
    edges: list[Edge] = []
    first: list[int] = []
    for child in family:
        earlier = [p for p in family if p != child and _speaks_for(p, child, weights) >= 1]
        if not earlier:
            first.append(child)
            continue
        parent = max(earlier, key=lambda p: (shares[child][p], -p))
        share = shares[child][parent]
        reasons = weights[min(parent, child), max(parent, child)][1]
        edges.append(
            Edge(child=child, parent=parent, evidence=(_held(share), *reasons))
            if share >= settings.explained_dated
            else Edge(child=child, parent=None, evidence=(_held(share),))
        )
    if len(first) != 1:
        return []
    if any(e.parent is None for e in edges):
        edges.append(Edge(child=first[0], parent=None))
    return edges


def _central_edges(family: Sequence[int], shares: Shares, settings: DescentSettings) -> list[Edge]:
    """Return edges from the one report that holds nearly all of what the others share, else from an unseen text to all."""
    held = {p: sum(shares[c][p] for c in family if c != p) / (len(family) - 1) for p in family}
    best, second = sorted(family, key=lambda p: (-held[p], p))[:2]
    if held[best] < settings.explained or held[best] - held[second] < settings.lead:
        return [Edge(child=c, parent=None, evidence=(_held(max(shares[c].values())),)) for c in family]
    return [Edge(child=c, parent=best, evidence=(_held(shares[c][best]),)) for c in family if c != best]


def _speaks_for(parent: int, child: int, weights: Weights) -> float:
    return weights[parent, child][0] if parent < child else -weights[child, parent][0]


def _held(share: float) -> Evidence:
    detail = f"The best of the others holds {share:.0%} of what this report shares with its family."
    return Evidence(kind="explained", detail=detail, score=round(share, 3))
