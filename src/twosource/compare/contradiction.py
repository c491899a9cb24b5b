"""What cannot both hold: one slot, one time, two values, both asserted."""

from collections.abc import Mapping

from twosource.compare.anchors import same_event
from twosource.compare.equivalents import canonical
from twosource.compare.exclusive import find_exclusive
from twosource.compare.finding import Finding, Side, is_open, say
from twosource.compare.overlap import likeness, mass, shared_words
from twosource.compare.quantities import Quantity
from twosource.compare.slots import Slot, change_of, figures_clash, same_heads
from twosource.compare.subjects import predicate_stem, same_subject

MIN_LIKENESS = 0.5
"""Share of the shorter statement's weight, the figures left out, that the other must have before figures are compared."""
MIN_WEIGHT = 9.0
"""Words that both must have beside a pair of exclusive ones, by weight."""
FAR = 2.0
"""A vague figure clashes only with one this many times beyond its widest reading."""
MIN_SHARED = 2
"""Words that both must have beside the predicate."""
ASSERTED = frozenset({"done", "under-way", "none"})


def find_other_figure(a: Side, b: Side, weights: Mapping[str, float]) -> Finding | None:
    """Return the contradiction between two figures of one slot of one event, or None."""
    if not (is_asserted(a) and is_asserted(b)) or a.features.statement.polarity != b.features.statement.polarity:
        return None
    if "title" in (a.features.block, b.features.block) or not figures_clash(a.features.quantities, b.features.quantities):
        return None
    for p in a.features.slots:
        for q in b.features.slots:
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


def is_other_voice(a: Side, b: Side) -> bool:
    """True for statements of two reports, or of two tellers in one; one voice is not taken to contradict itself."""
    if a.features.report != b.features.report:
        return True
    left, right = a.features.statement.chain, b.features.statement.chain
    return bool(left and right) and left[-1].source != right[-1].source


def is_told(side: Side) -> bool:
    """True for what is stated as a fact or with a hedge: no plan, no denial, no question, no condition."""
    return side.features.statement.stage in ASSERTED and not is_open(side)


def is_asserted(side: Side) -> bool:
    """True for what a report or its source states as a fact: no plan, no denial, no question, no hedge."""
    s = side.features.statement
    return s.stage in ASSERTED and s.certainty == "asserted" and not is_open(side)


def _clash(p: Slot, q: Slot) -> bool:
    if p.part != q.part or p.kind != q.kind:
        return False
    if p.role == "whole" or p.role != q.role or p.predicate != q.predicate or change_of(p.predicate) != "once":
        return False
    if "vague" in (p.quantity.bound, q.quantity.bound) and not _far_apart(p.quantity, q.quantity):
        return False
    return same_heads(p.quantity, q.quantity) and p.quantity.disjoint(q.quantity)


def _far_apart(p: Quantity, q: Quantity) -> bool:
    """True when even a wide reading of a vague figure cannot mean the other."""
    return p.high * FAR < q.low or q.high * FAR < p.low


def find_exclusion(a: Side, b: Side, weights: Mapping[str, float]) -> Finding | None:
    """Return the contradiction by a pair of words of which only one can hold of the same, or None."""
    exclusion = find_exclusive(a.features.lemmas, b.features.lemmas)
    if exclusion is None or not exclusion.steady or not (is_asserted(a) and is_asserted(b)):
        return None
    if a.features.negated or b.features.negated or not same_event(a.anchor, b.anchor, a.main):
        return None
    pair = frozenset(canonical(w) for w in exclusion.left | exclusion.right)
    shared, alike = shared_words(a, b) - pair, likeness(a, b, weights, pair)
    if alike < MIN_LIKENESS or mass(weights, shared) < MIN_WEIGHT or predicate_stem(a.features) != predicate_stem(b.features):
        return None
    words = f"Only one can hold: “{a.features.statement.exact}”, “{b.features.statement.exact}”."
    spans = (*a.features.statement.spans, *b.features.statement.spans)
    return Finding(
        kind="contradicts", slot=exclusion.slot, strength=round(alike, 3), reason=words, rule="exclusive-words", spans=spans
    )
