"""Comparisons to an account."""

from collections.abc import Mapping, Sequence

from twosource.errors import Problem
from twosource.ids import digest
from twosource.records.account import Account, Claim, MadeBy, StoryAccount
from twosource.records.analysis import Analysis
from twosource.records.comparison import Comparison
from twosource.records.report import Report


def build_account(
    reports: Sequence[Report],
    problems: Sequence[Problem],
    comparisons: Sequence[Comparison],
    analyses: Mapping[str, Analysis],
    made_by: MadeBy,
) -> Account:
    """Return the account of a pile; `analyses` by report id."""
    return Account(
        made_by=made_by,
        reports=tuple(sorted(reports, key=lambda r: r.key)),
        problems=tuple(sorted(problems)),
        stories=tuple(_build_story(c, analyses) for c in comparisons),
    )


def _build_story(comparison: Comparison, analyses: Mapping[str, Analysis]) -> StoryAccount:
    members = [analyses[r] for r in comparison.story.reports]
    statements = {s.id: s for a in members for s in a.statements}
    claims = tuple(
        Claim(
            id=digest("claim", cluster.statements[0]),
            wording=statements[cluster.statements[0]].exact,
            wording_from=cluster.statements[0],
            statements=cluster.statements,
            origins=count.origins,
            origins_min=count.minimum,
            origins_max=count.maximum,
            standing="single-origin",
            evidence=cluster.evidence,
        )
        for cluster, count in zip(comparison.clusters, comparison.origins, strict=True)
    )
    return StoryAccount(
        id=comparison.story.id,
        title=members[0].report.title or "",
        reports=comparison.story.reports,
        statements=tuple(statements.values()),
        claims=claims,
        relations=comparison.relations,
        descents=comparison.descents,
        hidden=comparison.hidden,
        timeline=(),
        entities=(),
    )
