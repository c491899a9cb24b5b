"""What moved on: figures that rose, and things that were planned and then done."""

from twosource.compare.anchors import same_event
from twosource.compare.finding import Finding, Side, say
from twosource.compare.slots import Slot, change_of, same_heads

FARTHEST = 4.0
"""A figure more than this many times the other is not a later count of the same."""
FEW = 20.0
"""Below this, a count may grow by more."""


def find_risen(a: Side, b: Side) -> Finding | None:
    """Return the step from a lower figure (`a`) to a higher one (`b`) of a count that only rises or moves with time."""
    for p in a.slots:
        for q in b.slots:
            if _is_step(p, q) and same_event(a.anchor, b.anchor, a.main):
                return Finding(
                    kind="updates",
                    slot="number",
                    strength=1.0 if p.quantity.noun == q.quantity.noun else 0.9,
                    reason=f"The figure moved on: {say(a, p.quantity.span)}, then {say(b, q.quantity.span)}.",
                    rule="figure-moved-on",
                    spans=(p.quantity.span, q.quantity.span),
                )
    return None


def _is_step(p: Slot, q: Slot) -> bool:
    if not (p.classed and p.predicate == q.predicate and p.role == q.role == "patient"):
        return False
    if change_of(p.predicate) == "once" or not same_heads(p.quantity, q.quantity):
        return False
    low, high = p.quantity.low or p.quantity.high, q.quantity.low or q.quantity.high
    if not 0 < low < high or (p.quantity.high >= q.quantity.low and p.quantity.bound != "least"):
        return False
    return high <= low * FARTHEST or high <= FEW
