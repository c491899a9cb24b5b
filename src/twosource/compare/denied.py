"""What a denial rejects: the claim that has its words, or where it has none of its own, the claim that everybody tells."""

from collections.abc import Mapping, Sequence

from twosource.compare.denial import MIN_TOPIC, Denial
from twosource.compare.finding import Finding, Side, Told, is_open
from twosource.compare.overlap import mass

DENIABLE = frozenset({"done", "under-way", "none"})
MIN_CLAIM = 9.0
"""A statement of less weight says too little to be denied."""
MIN_FORWARD = 0.5
"""Share of the weight of a denial's topic that a statement must have."""
MIN_FORWARD_SAME = 0.25
"""The same where the claim has the predicate that is denied."""
ALL = 0.99
MIN_BACKWARD = 0.35
"""Share of the weight of the claim's statement that must stand in the denial (or in what it refers back to)."""
NEARLY_ALL, MIN_BACKWARD_OF_ALL = 0.7, 0.15
"""Where the claim has this share of the topic, this share of its statement is enough."""
MIN_CONTEXT = 0.35
"""The same for a denial without a topic of its own, of what stands around it."""
KNOWN = 0.3
"""How much it counts how many reports carry a claim beside how near it is; the other way round for a denial without a topic."""
MIN_SIDES = 0.3
"""Share of a claim's statements that must speak of what is denied, or the claim as a whole is not what was denied."""
CENTRAL = 0.3
"""A denial without a topic of its own can only mean a claim that this share of the reports carries."""


def find_denied(denial: Denial, told: Told, reports: int, weights: Mapping[str, float]) -> tuple[Side, Finding] | None:
    """Return the statement of a claim that a denial rejects, and the dispute; None where it speaks of something else.

    `reports` is the number of reports in the story.
    """
    if denial.topic:
        near = tuple(s for s in told.sides if _has_topic(denial, s, weights))
    else:
        near = told.sides if _is_known(denial, told, reports) and _is_claimed(told) else ()
    if len(near) < MIN_SIDES * len(told.sides):
        return None
    side, backward = _nearest(denial, near, weights)
    if side is None or backward < _least_backward(denial, side, weights):
        return None
    known = KNOWN if denial.topic else 1 - KNOWN
    statement = denial.side.features.statement
    return side, Finding(
        kind="disputes",
        slot="polarity",
        strength=round(min(1.0, (1 - known) * backward + known * told.reports / reports), 3),
        reason=f"{_who(denial.side)} rejects this: “{statement.exact}”",
        rule=denial.rule,
        spans=(*side.features.statement.spans, *statement.spans),
    )


def _least_backward(denial: Denial, side: Side, weights: Mapping[str, float]) -> float:
    """Return the share of a statement that must stand in the denial; little, where it has nearly all that is denied."""
    if not denial.topic:
        return MIN_CONTEXT
    whole = mass(weights, denial.topic)
    nearly_all = whole >= MIN_TOPIC and mass(weights, denial.topic & _words(side)) >= NEARLY_ALL * whole
    return MIN_BACKWARD_OF_ALL if nearly_all else MIN_BACKWARD


def _nearest(denial: Denial, sides: Sequence[Side], weights: Mapping[str, float]) -> tuple[Side | None, float]:
    """Return the statement that is made of the words of a denial most, and its share (0 to 1) of them.

    A statement must have a word of the topic itself that is no name, where there is one.
    """
    words, content = denial.topic | denial.context, denial.topic - denial.side.features.names
    best: tuple[Side | None, float] = None, 0.0
    for side in sides:
        own = side.features.own
        if (content and not content & own) or not _may_be_denied(denial, side, weights):
            continue
        share = mass(weights, words & own) / (mass(weights, own) or 1.0)
        if share > best[1]:
            best = side, share
    return best


def _is_known(denial: Denial, told: Told, reports: int) -> bool:
    """True for a claim that everybody tells, which is what a denial without a topic of its own is about."""
    if denial.figure and not any(w.startswith("#") for w in told.words):
        return False
    return told.reports >= max(2.0, CENTRAL * reports)


def _has_topic(denial: Denial, side: Side, weights: Mapping[str, float]) -> bool:
    """True when a statement has the words of what is denied: most, all of a topic of few words, the predicate always."""
    words = _words(side)
    if denial.predicate in denial.topic and denial.predicate not in words:
        return False
    content = denial.topic - denial.side.features.names
    if content and not content & words:
        return False
    forward = mass(weights, denial.topic & words) / mass(weights, denial.topic)
    if denial.context:
        return forward >= ALL
    return forward >= (MIN_FORWARD_SAME if denial.predicate in denial.topic else MIN_FORWARD)


def _words(side: Side) -> frozenset[str]:
    return side.features.own | side.features.borrowed


def _is_claimed(told: Told) -> bool:
    """True where somebody is named for a claim, or it is hedged: such claims draw denials."""
    return any(s.features.statement.chain or s.features.statement.certainty != "asserted" for s in told.sides)


def _who(side: Side) -> str:
    chain = side.features.statement.chain
    return chain[-1].source if chain else "The report"


def _may_be_denied(denial: Denial, side: Side, weights: Mapping[str, float]) -> bool:
    statement, denying = side.features.statement, denial.side.features.statement
    if statement.polarity != "affirmed" or statement.stage not in DENIABLE or is_open(side) or side.denies:
        return False
    if mass(weights, side.features.own) < MIN_CLAIM:
        return False
    teller = statement.chain[-1].source if statement.chain else None
    denier = denying.chain[-1].source if denying.chain else None
    return teller is None or teller != denier
