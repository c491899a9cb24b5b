"""How much of one statement stands in another."""

from collections.abc import Iterable, Mapping

from twosource.compare.finding import Side


def mass(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """Return the total weight of stems."""
    return sum(weights.get(s, 0.0) for s in stems)


def covered(topic: Iterable[str], side: Side, weights: Mapping[str, float]) -> float:
    """Return the share (0 to 1) of the weight of `topic` that stands in a statement; what it only borrows counts half."""
    wanted = set(topic)
    whole = mass(weights, wanted)
    if not whole:
        return 0.0
    own, borrowed = side.features.own, side.features.borrowed
    return (mass(weights, wanted & own) + 0.5 * mass(weights, wanted & (borrowed - own))) / whole


def likeness(a: Side, b: Side, weights: Mapping[str, float], without: frozenset[str] = frozenset()) -> float:
    """Return the share (0 to 1) of the smaller statement's weight that both have, figures and `without` left out."""
    left, right = _words(a) - without, _words(b) - without
    least = min(mass(weights, left & a.features.own), mass(weights, right & b.features.own))
    return min(1.0, mass(weights, left & right) / least) if least else 0.0


def shared_words(a: Side, b: Side) -> frozenset[str]:
    """Return the stems that both statements have, own or borrowed, figures left out."""
    return frozenset(_words(a) & _words(b))


def _words(side: Side) -> set[str]:
    return {s for s in side.features.own | side.features.borrowed if not s.startswith("#")}
