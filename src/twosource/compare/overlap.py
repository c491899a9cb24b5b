"""How much of one statement stands in another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from math import fsum

from twosource.compare.finding import Side


def mass(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """Return the total weight of stems, exactly rounded: the order of a set must not tip a decision."""
    return fsum(weights.get(s, 0.0) for s in stems)


def index_words(sides: Iterable[Side]) -> dict[str, list[Side]]:
    """Return the statements by the stems that stand in them."""
    places: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        for word in side.features.own:
            places[word].append(side)
    return places


def find_covering(
    topic: Set[str], places: Mapping[str, Sequence[Side]], weights: Mapping[str, float], least: float
) -> list[tuple[Side, float]]:
    """Return the statements that have at least the share `least` (0 to 1) of the weight of a topic, in order, with that share."""
    found: dict[int, float] = defaultdict(float)
    known: dict[int, Side] = {}
    for word in sorted(topic):
        for side in places.get(word, ()):
            found[side.index] += weights.get(word, 0.0)
            known[side.index] = side
    whole = mass(weights, topic) or 1.0
    return [(known[k], found[k] / whole) for k in sorted(found) if found[k] >= least * whole]


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
