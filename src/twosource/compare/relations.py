"""Disputes, contradictions, updates, more precise statements."""

from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Relation
from twosource.settings import RelationSettings


def find_relations(
    members: tuple[Analysis, ...], clusters: tuple[Cluster, ...], settings: RelationSettings
) -> tuple[Relation, ...]:
    """Return relations of kind disputes, contradicts, updates and narrows."""
    return ()
