"""What got lost on the way from source to headline."""

from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Descent, Hidden, Relation


def find_drift(
    members: tuple[Analysis, ...], clusters: tuple[Cluster, ...], descents: tuple[Descent, ...], hidden: tuple[Hidden, ...]
) -> tuple[Relation, ...]:
    """Return relations of kind drift."""
    return ()
