"""Do two reports tell the same facts in the same order?"""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt

FEWEST = 6
"""Below this many shared facts, order means nothing: 4 facts stand in the same order by chance once in 24."""
EXPECTED = 0.2
"""Kendall's tau of unrelated reports of one event: the lead comes first everywhere."""
SPREAD = 1.2
"""Their tau spreads wider than that of shuffled facts, since stories have a shape."""


def judge_order(places: Sequence[tuple[int, int]]) -> float:
    """Return how far the order of facts, given by their places in two reports, agrees beyond what unrelated reports do.

    In standard deviations; 0 for fewer than 6 facts.
    """
    n = len(places)
    if n < FEWEST:
        return 0.0
    return (kendall_tau(places) - EXPECTED) / (SPREAD * sqrt(2 * (2 * n + 5) / (9 * n * (n - 1))))


def kendall_tau(places: Sequence[tuple[int, int]]) -> float:
    """Return Kendall's tau-a of two or more places: 1 for the same order, -1 for the reverse."""
    agree = sum(_sign((a - c) * (b - d)) for (a, b), (c, d) in combinations(places, 2))
    return agree / (len(places) * (len(places) - 1) / 2)


def _sign(x: int) -> int:
    return (x > 0) - (x < 0)
