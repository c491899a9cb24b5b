"""The order in which a reader should meet the claims: what the story is about first, contested claims never buried."""

from collections.abc import Mapping, Sequence

from twosource.records.comparison import Cluster, Relation
from twosource.records.statement import Statement

LEAD_SENTENCES = 4
"""A statement in the title or among the first sentences of a report stands in its lead."""
LEAD_WEIGHT = 1.0
CONTESTED_WEIGHT = 1.5
"""What a dispute, contradiction, update or drift adds; as much as one and a half more reports."""


def rank_clusters(
    clusters: Sequence[Cluster],
    statements: Mapping[str, Statement],
    relations: Sequence[Relation],
) -> list[int]:
    """Return the indices of the clusters, most important first; ties keep the order of the reports."""
    contested = {i for r in relations for i in (r.a, r.b) if r.kind != "narrows"}

    def weight(index: int) -> float:
        members = [statements[i] for i in clusters[index].statements]
        reports = {s.report for s in members}
        leads = {
            s.report
            for s in members
            if s.sentence < LEAD_SENTENCES
        }
        touched = any(s.id in contested for s in members)
        return len(reports) + LEAD_WEIGHT * len(leads) / len(reports) + CONTESTED_WEIGHT * touched

    return sorted(range(len(clusters)), key=lambda i: (-round(weight(i), 3), i))
