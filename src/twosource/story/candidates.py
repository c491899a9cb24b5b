"""Which reports may belong together at all, found without comparing each with each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

from twosource.settings import GroupSettings
from twosource.story.signatures import Signature, cosine, time_factor

BLOCK = 2_000
"""Reports whose pairs are gathered at a time; bounds memory."""
STEP = 0.05
"""By how much links must be stronger each time a component is too large."""

Pair = tuple[int, int, float]
"""Two reports (earlier index first) and what their heaviest common words give: no more than their cosine."""


def find_components(signatures: Sequence[Signature], settings: GroupSettings) -> list[list[int]]:
    """Return the groups of indices between which no two reports seem alike; `signatures` in order of time.

    Two groups that average link would join hold a pair as alike as the threshold, so they lie in one component (as far as the
    index finds that pair). Time and memory grow with the number of reports, not with its square.
    """
    pairs = find_pairs(signatures, settings)
    return _split(list(range(len(signatures))), pairs, settings.threshold, signatures, settings)


def find_pairs(signatures: Sequence[Signature], settings: GroupSettings) -> list[Pair]:
    """Return the likely neighbours of every report, most alike first, ties in order."""
    words, reports, weights = _index(signatures, settings)
    places = np.argsort(reports, kind="stable")
    starts = np.searchsorted(reports[places], np.arange(0, len(signatures) + BLOCK, BLOCK))
    found: list[Pair] = []
    for first, last in pairwise(starts):
        found += _pairs_of_block(places[first:last], words, reports, weights, settings)
    return sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))


Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def _index(signatures: Sequence[Signature], settings: GroupSettings) -> tuple[Ints, Ints, Floats]:
    """Return the inverted index as three columns sorted by word, then report: word number, report, weight."""
    numbers: dict[str, int] = {}
    rows = [
        (numbers.setdefault(word, len(numbers)), at, weight)
        for at, signature in enumerate(signatures)
        for word, weight in islice(signature.weights.items(), settings.index_terms)
    ]
    words = np.array([r[0] for r in rows], dtype=np.int64)
    reports = np.array([r[1] for r in rows], dtype=np.int64)
    order = np.lexsort((reports, words))
    return words[order], reports[order], np.array([r[2] for r in rows], dtype=np.float64)[order]


def _pairs_of_block(places: Ints, words: Ints, reports: Ints, weights: Floats, settings: GroupSettings) -> Iterator[Pair]:
    """Yield the best neighbours among the following reports for each report whose index rows stand at `places`."""
    codes, gains = [], []
    for shift in range(1, settings.window + 1):
        here = places[places + shift < len(words)]
        here = here[words[here] == words[here + shift]]
        if not len(here):
            break
        codes.append(reports[here] * len(words) + reports[here + shift])
        gains.append(weights[here] * weights[here + shift])
    if not codes:
        return
    distinct, inverse = np.unique(np.concatenate(codes), return_inverse=True)
    sums = np.round(np.bincount(inverse, weights=np.concatenate(gains)), 9)
    taken: dict[int, int] = defaultdict(int)
    for at in np.lexsort((distinct, -sums)):
        first, second = divmod(int(distinct[at]), len(words))
        if taken[first] < settings.neighbours:
            taken[first] += 1
            yield first, second, float(sums[at])


def _split(
    members: list[int], pairs: Sequence[Pair], edge: float, signatures: Sequence[Signature], settings: GroupSettings
) -> list[list[int]]:
    """Return the components of `members` under links of at least `edge`, those that are too large split by stronger links."""
    components = _connect(members, pairs, edge, signatures, settings)
    if edge >= 1 or all(len(c) <= settings.max_component for c in components):
        return components
    home = {member: at for at, component in enumerate(components) for member in component}
    inside = defaultdict(list)
    for pair in pairs:
        if home[pair[0]] == home[pair[1]]:
            inside[home[pair[0]]].append(pair)
    parts: list[list[int]] = []
    for at, component in enumerate(components):
        small = len(component) <= settings.max_component
        parts += [component] if small else _split(component, inside[at], edge + STEP, signatures, settings)
    return parts


def _connect(
    members: list[int], pairs: Sequence[Pair], edge: float, signatures: Sequence[Signature], settings: GroupSettings
) -> list[list[int]]:
    parent = {member: member for member in members}

    def find(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for first, second, at_least in pairs:
        a, b = find(first), find(second)
        if a != b:
            one, other = signatures[first], signatures[second]
            factor = time_factor(one.days, other.days, settings)
            if at_least * factor >= edge or (factor >= edge and cosine(one, other) * factor >= edge):
                parent[max(a, b)] = min(a, b)
    components = defaultdict(list)
    for member in members:
        components[find(member)].append(member)
    return list(components.values())
