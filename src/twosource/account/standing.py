"""How a claim stands: one word from a fixed list, the first that fits."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.records.account import Standing
from twosource.records.comparison import Cluster, OriginCount, Relation
from twosource.records.statement import Statement

Against = Mapping[str, frozenset[Standing]]
"""By statement id: the standings that relations force on the claim in which it stands."""

MADE_DENIAL = "no-comment-denied"
"""Evidence of a drift: in the source somebody did not know or would not say, in the retelling it is a denial."""


def find_against(relations: Sequence[Relation], statements: Mapping[str, Statement]) -> Against:
    """Return what the relations say against each statement.

    An update replaces its `a`. A dispute is a denial of its `a` where `b` rejects it, and disagreement where `b` doubts it; `b`
    itself is not marked, since who denies stands beside the claim denied. A denial that a retelling made out of not knowing
    denies nothing. A contradiction marks both sides.
    """
    found: dict[str, set[Standing]] = defaultdict(set)
    made = {r.b for r in relations if r.kind == "drift" and any(e.kind == MADE_DENIAL for e in r.evidence)}
    for r in relations:
        if r.kind == "updates":
            found[r.a].add("superseded")
        elif r.kind == "disputes" and r.b not in made:
            found[r.a].add("denied" if _rejects(statements[r.b]) else "disputed")
        elif r.kind == "contradicts":
            found[r.a].add("disputed")
            found[r.b].add("disputed")
    return {i: frozenset(words) for i, words in found.items()}


def _rejects(statement: Statement) -> bool:
    speech = statement.attribution.speech if statement.attribution else "say"
    return speech != "doubt" and statement.certainty != "doubted"


def decide_standing(cluster: Cluster, count: OriginCount, against: Against, statements: Mapping[str, Statement]) -> Standing:
    """Return the standing of one claim."""
    words = {w for i in cluster.statements for w in against.get(i, ())}
    for standing in ("superseded", "denied", "disputed"):
        if standing in words:
            return standing
    if not any(statements[i].chain for i in cluster.statements):
        return "origin-not-stated"
    if count.minimum >= 2:
        return "agreed"
    return "not-established" if count.maximum > 1 else "single-origin"
