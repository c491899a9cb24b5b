"""How many independent origins stand behind a cluster of statements."""

from twosource.ids import digest
from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Descent, Hidden, Origin, OriginCount


def count_origins(
    cluster: Cluster, members: tuple[Analysis, ...], descents: tuple[Descent, ...], hidden: tuple[Hidden, ...]
) -> OriginCount:
    """Return the origins of one cluster with their established minimum and possible maximum."""
    statements = {s.id: s for a in members for s in a.statements}
    reports = tuple(sorted({statements[i].report for i in cluster.statements}))
    origin = Origin(
        id=digest("origin", cluster.statements[0]),
        label="no origin stated",
        kind="report",
        statements=cluster.statements,
        reports=reports,
    )
    return OriginCount(origins=(origin,), minimum=1, maximum=1)
