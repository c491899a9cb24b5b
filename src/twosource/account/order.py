"""The order in which a reader should meet the claims: what the story is about first, contested claims never buried."""

from collections.abc import Mapping, Sequence

from twosource.records.account import Claim
from twosource.records.comparison import Relation
from twosource.records.statement import Statement

LEAD_SENTENCES = 4
"""A statement in the title or among the first sentences of a report stands in its lead."""
LEAD_WEIGHT = 1.0
"""What each report adds that has the claim in its lead, and once more in its title."""
SOURCED_WEIGHT = 1.0
"""What it adds that somebody is said to know: background is mostly told without a source."""
CONTESTED_WEIGHT = 1.5
"""What a dispute, contradiction or drift adds; as much as one and a half more reports."""
SUPERSEDED_WEIGHT = -2.0
"""What has been replaced stands after what replaced it."""


def order_claims(
    claims: Sequence[Claim], statements: Mapping[str, Statement], relations: Sequence[Relation]
) -> tuple[Claim, ...]:
    """Return the claims, most important first; equally important ones keep their order."""
    contested = {i for r in relations for i in (r.a, r.b) if r.kind in ("disputes", "contradicts", "drift")}

    def weight(claim: Claim) -> float:
        members = [statements[i] for i in claim.statements]
        reports = {s.report for s in members}
        leads = {s.report for s in members if s.sentence < LEAD_SENTENCES}
        titles = {s.report for s in members if s.sentence == 0}
        touched = any(s.id in contested for s in members)
        replaced = claim.standing == "superseded"
        sourced = any(s.chain for s in members)
        return (
            len(reports)
            + LEAD_WEIGHT * (len(leads) + len(titles))
            + SOURCED_WEIGHT * sourced
            + CONTESTED_WEIGHT * touched
            + SUPERSEDED_WEIGHT * replaced
        )

    return tuple(sorted(claims, key=lambda c: -round(weight(c), 3)))
