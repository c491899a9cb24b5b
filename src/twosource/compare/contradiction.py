"""What cannot both hold: one slot, one time, two values, both asserted."""

from collections.abc import Mapping

from twosource.compare.anchors import same_event
from twosource.compare.features import content_stems
from twosource.compare.finding import Finding, Side, say
from twosource.compare.overlap import likeness, shared_words
from twosource.compare.slots import Slot, change_of, same_heads

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
            if not _clash(p, q) or not same_event(a.anchor, b.anchor, a.main) or not same_subject(a, b):
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
    return s.stage in ASSERTED and s.certainty == "asserted" and not s.exact.rstrip("\"”’'").endswith("?")


def same_subject(a: Side, b: Side) -> bool:
    """True unless both statements name a subject and the two share no word."""
    left, right = subject_words(a), subject_words(b)
    return not left or not right or bool(left & right)


def subject_words(side: Side) -> frozenset[str]:
    """Return the stems of the subject of a statement's head, also of what a pronoun stands for; empty where it has none."""
    f = side.features
    if f.statement.head is None:
        return frozenset()
    child = f.tree.child(f.statement.head, "nsubj", "nsubjpass", "csubj")
    if child is None:
        return frozenset()
    subject = f.tree.tokens[child]
    if subject.pos == "PRON":
        return f.borrowed & f.names
    below = f.tree.subtree(child)
    return frozenset(s for s in content_stems(f.tree.tokens[i] for i in below) if not s.startswith("#"))


def _clash(p: Slot, q: Slot) -> bool:
    if p.role == "whole" or p.role != q.role or p.predicate != q.predicate or change_of(p.predicate) != "once":
        return False
    return (
        "vague" not in (p.quantity.bound, q.quantity.bound)
        and same_heads(p.quantity, q.quantity)
        and p.quantity.disjoint(q.quantity)
    )
