"""Text families: groups of reports that nearly all share text with one another."""

from collections import Counter
from collections.abc import Mapping, Set

from twosource.compare.wording import Pair

DENSITY = 2 / 3
"""Share of a family that a report must be linked with to belong to it, and never fewer than two of its reports: one that stands
between two texts (a merged one) must not make them one, and one missed link must not split a family of copies."""
LARGE, LARGE_DENSITY = 5, 0.9
"""A family of this size needs more: in a large pile a few chance links reach many. Chosen on judged pairs of real reports."""


def find_families(links: Mapping[Pair, float]) -> list[tuple[int, ...]]:
    """Return groups of two or more reports that hold every link; a report may stand in several. `links` with their strength.

    Grown from the strongest link that no family holds yet, so that the result does not depend on the order of the links.
    """
    near: dict[int, set[int]] = {}
    for i, j in links:
        near.setdefault(i, set()).add(j)
        near.setdefault(j, set()).add(i)
    left = dict.fromkeys(sorted(links, key=lambda pair: (-links[pair], pair)))
    families = []
    while left:
        family = _grow(next(iter(left)), near)
        families.append(tuple(sorted(family)))
        left = {pair: None for pair in left if not family.issuperset(pair)}
    return sorted(families)


def explain(keys: Mapping[int, Set[object]]) -> dict[int, dict[int, float]]:
    """Return by child and parent the share (0 to 1) of what the child shares with its family that the parent holds.

    `keys` are what each report of the family holds.
    """
    holders = Counter(key for theirs in keys.values() for key in theirs)
    shares: dict[int, dict[int, float]] = {}
    for child, mine in keys.items():
        pool = sum(holders[key] > 1 for key in mine)
        shares[child] = {p: len(mine & theirs) / max(1, pool) for p, theirs in keys.items() if p != child}
    return shares


def _grow(pair: Pair, near: Mapping[int, set[int]]) -> set[int]:
    """Return the pair with all that can be added, those with the most links into the family first."""
    family = set(pair)
    count = {i: len(near[i] & family) for i in near[pair[0]] | near[pair[1]] if i not in family}
    while count:
        best = min(count, key=lambda i: (-count[i], i))
        density = DENSITY if len(family) < LARGE else LARGE_DENSITY
        if count[best] < max(2, density * len(family)):
            break
        family.add(best)
        del count[best]
        for i in near[best] - family:
            count[i] = len(near[i] & family)
    return family
