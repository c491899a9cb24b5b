"""What moved on: figures that rose, and things that were to come and then were done."""

from collections.abc import Iterator, Mapping, Sequence

from twosource.compare.anchors import same_event
from twosource.compare.equivalents import canonical
from twosource.compare.features import Features
from twosource.compare.finding import Finding, Side, say
from twosource.compare.overlap import find_covering, index_words, mass
from twosource.compare.quantities import Quantity
from twosource.compare.slots import ANYONE, Slot, change_of
from twosource.compare.subjects import LEADING, aim_stem, same_subject
from twosource.lexicons import word_set

FARTHEST = 4.0
"""A figure more than this many times the other is not a later count of the same."""
FEW = 20.0
"""Below this, a count may grow by more."""
MIN_DONE = 0.6
"""Share of the weight of what was to come that a statement of the deed must have."""
MIN_DONE_OTHERWISE = 0.75
"""The same where the two have another predicate."""
WAITING = frozenset({"not-yet", "awaited"})
MIN_TOPIC = 6.0
"""What is to come must be told by words of at least this weight."""
PENDING = word_set("comparison", "pending")
AWAITING = word_set("comparison", "awaiting")
PAST = frozenset({"was", "were", "been"})
"""With these something was under way then; in reported speech it may still be."""
PENDING_STEMS = frozenset(canonical(w) for w in PENDING | AWAITING | word_set("comparison", "soon") | LEADING)


def find_risen(a: Side, b: Side) -> Finding | None:
    """Return the step from a lower figure (`a`) to a higher one (`b`), or from an earlier to a later one of a changing state."""
    for p in a.features.slots:
        for q in b.features.slots:
            if _one_count(p, q, a.main.places) and _is_step(p, q, a, b) and same_event(a.anchor, b.anchor, a.main):
                words = f"The figure moved on: {say(a, p.quantity.span)}, then {say(b, q.quantity.span)}."
                spans = (p.quantity.span, q.quantity.span)
                return Finding(kind="updates", slot="number", strength=1.0, reason=words, rule="figure-moved-on", spans=spans)
    return None


def find_narrowed(a: Side, b: Side) -> Finding | None:
    """Return the step from a loose figure (`a`: "dozens") to one inside it (`b`: 48) for the same count."""
    for p in a.features.slots:
        for q in b.features.slots:
            if _one_count(p, q, a.main.places) and _is_inside(p.quantity, q.quantity) and same_event(a.anchor, b.anchor, a.main):
                words = f"More precise: {say(a, p.quantity.span)}, here {say(b, q.quantity.span)}."
                spans = (p.quantity.span, q.quantity.span)
                return Finding(kind="narrows", slot="number", strength=0.9, reason=words, rule="figure-inside", spans=spans)
    return None


def _is_inside(loose: Quantity, exact: Quantity) -> bool:
    if exact.bound != "exact" or loose.bound != "vague":
        return False
    return loose.low <= exact.low and exact.high <= loose.high


def _one_count(p: Slot, q: Slot, places: frozenset[str]) -> bool:
    """True for two totals of the same people or things in the same state; the story's own places tell no kind from another."""
    if not p.classed or p.predicate != q.predicate or p.role != "patient" or q.role != "patient" or p.part or q.part:
        return False
    if p.quantity.unit != q.quantity.unit or p.kind - places != q.kind - places:
        return False
    return p.quantity.noun == q.quantity.noun or {p.quantity.noun, q.quantity.noun} <= ANYONE | {""}


def _is_step(p: Slot, q: Slot, a: Side, b: Side) -> bool:
    change = change_of(p.predicate)
    if "vague" in (p.quantity.bound, q.quantity.bound):
        return False
    low, high = sorted((p.quantity.low or p.quantity.high, q.quantity.low or q.quantity.high))
    if change == "once" or not 0 < low < high or not (high <= low * FARTHEST or high <= FEW):
        return False
    if change == "moves":
        return p.quantity.disjoint(q.quantity) and _is_earlier(a, b)
    rises = (p.quantity.low or p.quantity.high) == low
    return rises and (p.quantity.high < q.quantity.low or p.quantity.bound == "least")


def _is_earlier(a: Side, b: Side) -> bool:
    """True where the first statement is known to have been made before the second."""
    if a.features.report == b.features.report:
        return a.index < b.index
    left, right = a.features.published, b.features.published
    return bool(left and right and left < right)


def find_awaited(sides: Sequence[Side], weights: Mapping[str, float]) -> Iterator[tuple[Side, Side, Finding]]:
    """Yield the steps from what was still to come to what has happened, in the order of the former."""
    deeds = index_words(s for s in sides if _is_deed(s))
    for a in sides:
        how = _pending(a)
        topic = frozenset(s for s in a.features.own if not s.startswith("#")) - PENDING_STEMS
        if how is None or mass(weights, topic) < MIN_TOPIC:
            continue
        for b, share in find_covering(topic, deeds, weights, MIN_DONE):
            if _is_done(a, b, how, topic, share):
                yield a, b, _step(a, b, how, share)


def _is_done(a: Side, b: Side, how: str, topic: frozenset[str], share: float) -> bool:
    """True when `b` has the predicate of what was to come (or nearly all of its words), and nothing shows another event."""
    predicate = aim_stem(a.features)
    if predicate != aim_stem(b.features) and (how not in WAITING or share < MIN_DONE_OTHERWISE):
        return False
    if predicate in topic and predicate not in b.features.own:
        return False
    return same_subject(a.features, b.features) and same_event(a.anchor, b.anchor, a.main) and not _is_known_later(a, b)


def _step(a: Side, b: Side, how: str, share: float) -> Finding:
    words = f"Still to come, then done: “{a.features.statement.exact}”, “{b.features.statement.exact}”."
    spans = (*a.features.statement.spans, *b.features.statement.spans)
    return Finding(kind="updates", slot="stage", strength=round(min(1.0, share), 3), reason=words, rule=how, spans=spans)


def is_pending(side: Side) -> bool:
    """True for a statement of something still to come."""
    return _pending(side) is not None


def _pending(side: Side) -> str | None:
    """Return the rule by which a statement tells of something still to come, or None."""
    f = side.features
    words = {f.tree.tokens[i].lower for i in f.statement.tokens}
    if f.statement.polarity == "negated":
        return "not-yet" if words & PENDING else None
    if f.statement.stage in ("planned", "proposed"):
        ahead = any(f.tree.tokens[i].tag == "MD" or f.tree.tokens[i].lemma in LEADING for i in f.statement.tokens)
        return f"was-{f.statement.stage}" if ahead else None
    if any(f.tree.tokens[i].lemma in AWAITING for i in f.statement.tokens):
        return "awaited"
    return "was-under-way" if f.statement.stage == "under-way" and _is_now(f, words) else None


def _is_now(f: Features, words: set[str]) -> bool:
    """True where what is under way was so when it was told: not "the stone that was passing"."""
    told = bool(f.statement.chain) and f.statement.head is not None and f.tree.tokens[f.statement.head].dep != "relcl"
    return told or not words & PAST


def _is_deed(side: Side) -> bool:
    s = side.features.statement
    if s.stage != "done" or s.polarity != "affirmed" or s.certainty != "asserted" or s.head is None:
        return False
    head = side.features.tree.tokens[s.head]
    if any(side.features.tree.tokens[c].lower == "being" for c in head.children):
        return False
    return head.pos == "VERB" and head.tag not in ("VBG", "VB") and _pending(side) is None and not side.features.negated


def _is_known_later(a: Side, b: Side) -> bool:
    """True where the day of `a` is known to be after that of `b`."""
    left, right = a.features.published, b.features.published
    return bool(left and right and left[:10] > right[:10])
