"""The same said and unsaid: one statement negates what the other affirms."""

from collections.abc import Iterator, Mapping, Sequence

from twosource.compare.anchors import same_event
from twosource.compare.contradiction import is_asserted, is_told
from twosource.compare.finding import Finding, Side
from twosource.compare.overlap import find_covering, index_words, mass
from twosource.compare.progress import is_pending
from twosource.compare.subjects import predicate_stem, same_subject
from twosource.lexicons import word_set

LIMITS = word_set("comparison", "limits")
MIN_SHARED = 0.65
"""Share of the weight of the negated statement that the other must have."""
MIN_BACK = 0.45
"""Share of the weight of the other that the negated statement must have."""
MIN_WEIGHT = 9.0
"""What both share must weigh at least this much."""


def find_flips(sides: Sequence[Side], weights: Mapping[str, float]) -> Iterator[tuple[Side, Side, Finding]]:
    """Yield what is affirmed in one statement (the first of each pair) and negated in another."""
    affirmed = index_words(s for s in sides if not s.features.negated and is_told(s) and not is_pending(s))
    for no in sides:
        if no.features.statement.polarity != "negated" or not is_asserted(no) or is_pending(no):
            continue
        for yes, share in find_covering(no.features.own, affirmed, weights, MIN_SHARED):
            if share * mass(weights, no.features.own) >= MIN_WEIGHT and _is_flip(no, yes, weights):
                yield yes, no, _clash(no, yes, share)


def _is_flip(no: Side, yes: Side, weights: Mapping[str, float]) -> bool:
    """True when both say the same of the same but for the negation."""
    words = {f.tree.tokens[i].lower for f in (no.features, yes.features) for i in f.statement.tokens}
    if words & LIMITS:
        return False
    copular = no.features.statement.head is not None and no.features.tree.tokens[no.features.statement.head].lemma == "be"
    if predicate_stem(no.features) != predicate_stem(yes.features) and not copular:
        return False
    right = yes.features.own
    back = mass(weights, right & (no.features.own | no.features.borrowed)) / (mass(weights, right) or 1.0)
    return back >= MIN_BACK and same_subject(no.features, yes.features) and same_event(no.anchor, yes.anchor, no.main)


def _clash(no: Side, yes: Side, share: float) -> Finding:
    told = no.features.statement
    return Finding(
        kind="disputes" if told.chain else "contradicts",
        slot="polarity",
        strength=round(min(1.0, share), 3),
        reason=f"Said and unsaid: “{yes.features.statement.exact}” against “{told.exact}”.",
        rule="polarity-flip",
        spans=(*yes.features.statement.spans, *told.spans),
    )
