"""Which statements say the same thing."""

from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster
from twosource.settings import ClaimSettings


def cluster_statements(members: tuple[Analysis, ...], settings: ClaimSettings) -> tuple[Cluster, ...]:
    """Return the clusters of one story; every statement stands in exactly one."""
    return tuple(Cluster(statements=(s.id,)) for a in members for s in a.statements)
