"""What cannot both hold: one slot, one time, two values, both asserted."""

from collections.abc import Mapping

from twosource.compare.anchors import same_event
from twosource.compare.finding import Finding, Side, is_open, say
from twosource.compare.overlap import likeness, shared_words
from twosource.compare.slots import Slot, change_of, same_heads
from twosource.compare.subjects import same_subject

MIN_LIKENESS = 0.5
"""Share of the shorter statement's weight, the figures left out, that the other must have before figures are compared."""
MIN_SHARED = 2
"""Words that both must have beside the predicate."""
ASSERTED = frozenset({"done", "under-way", "none"})


def find_other_figure(a: Side, b: Side, weights: Mapping[str, float]) -> Finding | None:
    """Return the contradiction between two figures of one slot of one event, or None."""
    if not (is_asserted(a) and is_asserted(b)) or a.features.statement.polarity != b.features.statement.polarity:
        return None
    for p in a.slots:
        for q in b.slots:
            if not _clash(p, q) or not same_event(a.anchor, b.anchor, a.main) or not same_subject(a.features, b.features):
                continue
            alike = likeness(a, b, weights)
            if alike >= MIN_LIKENESS and len(shared_words(a, b)) >= MIN_SHARED:
                return Finding(
                    kind="contradicts",
                    slot="number",
                    strength=round(alike, 3),
                    reason=f"Both cannot hold: {say(a, p.quantity.span)} against {say(b, q.quantity.span)} of the same.",
                    rule="other-figure",
                    spans=(p.quantity.span, q.quantity.span),
                )
    return None


def is_asserted(side: Side) -> bool:
    """True for what a report or its source states as a fact: no plan, no denial, no question, no hedge."""
    s = side.features.statement
    return s.stage in ASSERTED and s.certainty == "asserted" and not is_open(side)


def _clash(p: Slot, q: Slot) -> bool:
    if p.role == "whole" or p.role != q.role or p.predicate != q.predicate or change_of(p.predicate) != "once":
        return False
    return (
        "vague" not in (p.quantity.bound, q.quantity.bound)
        and same_heads(p.quantity, q.quantity)
        and p.quantity.disjoint(q.quantity)
    )
