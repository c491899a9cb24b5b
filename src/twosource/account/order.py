"""The order in which a reader should meet the claims: what the story is about first, contested claims never buried."""

from collections.abc import Mapping, Sequence

from twosource.records.account import Claim
from twosource.records.comparison import Relation
from twosource.records.statement import Statement

LEAD_SENTENCES = 4
"""A statement in the title or among the first sentences of a report stands in its lead."""
LEAD_WEIGHT = 1.0
"""What each report adds that has the claim in its lead, and once more in its title."""
ORIGINS_WEIGHT = 1.0
"""What each possible origin beyond the first adds: copies of one text do not make a claim weightier."""
SOURCED_WEIGHT = 1.0
"""What it adds that somebody is said to know: background is mostly told without a source."""
CONTESTED_WEIGHT = 1.5
"""What a dispute, contradiction or drift adds; as much as one and a half more reports."""
NEWER_WEIGHT = 0.5
"""What a claim stands above the one it replaces, however few reports have the news yet."""
SUPERSEDED_WEIGHT = -2.0
"""What has been replaced sinks."""


def order_claims(
    claims: Sequence[Claim], statements: Mapping[str, Statement], relations: Sequence[Relation]
) -> tuple[Claim, ...]:
    """Return the claims, most important first; equally important ones keep their order."""
    contested = {i for r in relations for i in (r.a, r.b) if r.kind in ("disputes", "contradicts", "drift")}
    weights = {c.id: _weight(c, statements, contested) for c in claims}
    home = {i: c for c in claims for i in c.statements}
    raised = dict(weights)
    for r in relations:
        old, new = home[r.a], home[r.b]
        if r.kind == "updates" and old is not new:
            raised[new.id] = max(raised[new.id], weights[old.id] + NEWER_WEIGHT)
    place = {c.id: raised[c.id] + SUPERSEDED_WEIGHT * (c.standing == "superseded") for c in claims}
    return tuple(sorted(claims, key=lambda c: -round(place[c.id], 3)))


def _weight(claim: Claim, statements: Mapping[str, Statement], contested: set[str]) -> float:
    """How much of the story a claim is, whatever stands against it."""
    members = [statements[i] for i in claim.statements]
    reports = {s.report for s in members}
    leads = {s.report for s in members if s.sentence < LEAD_SENTENCES}
    titles = {s.report for s in members if s.sentence == 0}
    sourced = any(s.chain for s in members)
    touched = any(s.id in contested for s in members)
    return (
        len(reports)
        + LEAD_WEIGHT * (len(leads) + len(titles))
        + ORIGINS_WEIGHT * (claim.origins_max - 1)
        + SOURCED_WEIGHT * sourced
        + CONTESTED_WEIGHT * touched
    )
