"""Comparisons to an account: names, order, standing and words for what was concluded; nothing new is concluded here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.account.entities import build_entities
from twosource.account.order import order_claims
from twosource.account.standing import decide_standing, find_against
from twosource.account.timeline import build_timeline
from twosource.account.wording import choose_statement, choose_title, word_claim
from twosource.errors import Problem
from twosource.ids import digest
from twosource.records.account import Account, Claim, MadeBy, StoryAccount
from twosource.records.analysis import Analysis
from twosource.records.comparison import Comparison
from twosource.records.report import Report
from twosource.records.statement import Statement


def build_account(
    reports: Sequence[Report],
    problems: Sequence[Problem],
    comparisons: Sequence[Comparison],
    analyses: Mapping[str, Analysis],
    made_by: MadeBy,
) -> Account:
    """Return the account of a pile; `analyses` by report id. Reports stand in order of their key, stories as they come."""
    return Account(
        made_by=made_by,
        reports=tuple(sorted(reports, key=lambda r: r.key)),
        problems=tuple(sorted(problems)),
        stories=tuple(_build_story(c, analyses) for c in comparisons),
    )


def _build_story(comparison: Comparison, analyses: Mapping[str, Analysis]) -> StoryAccount:
    members = [analyses[r] for r in comparison.story.reports]
    told = dict(comparison.times)
    statements = {s.id: replace(s, times=told.get(s.id, s.times)) for a in members for s in a.statements}
    claims = _build_claims(comparison, statements, analyses)
    drift = [r for r in comparison.relations if r.kind == "drift"]
    return StoryAccount(
        id=comparison.story.id,
        title=choose_title(members, drift),
        reports=comparison.story.reports,
        statements=tuple(statements.values()),
        claims=claims,
        relations=comparison.relations,
        descents=comparison.descents,
        hidden=comparison.hidden,
        timeline=build_timeline(tuple(statements.values()), claims, {a.report.id: a.report for a in members}),
        entities=build_entities(comparison.story.id, members),
        dates=comparison.dates,
    )


def _build_claims(
    comparison: Comparison, statements: Mapping[str, Statement], analyses: Mapping[str, Analysis]
) -> tuple[Claim, ...]:
    home = {s: k for k, cluster in enumerate(comparison.clusters) for s in cluster.statements}
    # what moves on inside one claim does not put the whole of it out of date
    outward = [r for r in comparison.relations if r.kind != "updates" or home[r.a] != home[r.b]]
    against = find_against(outward, statements)
    claims = []
    for cluster, count in zip(comparison.clusters, comparison.origins, strict=True):
        best = choose_statement(cluster, statements, analyses, against.keys())
        claims.append(
            Claim(
                id=digest("claim", cluster.statements[0]),
                wording=word_claim(best, analyses[best.report]),
                wording_from=best.id,
                statements=cluster.statements,
                origins=count.origins,
                origins_min=count.minimum,
                origins_max=count.maximum,
                standing=decide_standing(cluster, count, against, statements),
                evidence=cluster.evidence,
            )
        )
    return order_claims(claims, statements, comparison.relations)
