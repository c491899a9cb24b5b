"""Which statement of one report tells what a statement of another tells, where the two texts are known to be connected."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.compare.telling import Telling, weigh

SAME_SENTENCE = 0.22
"""Similarity from which two sentences that prefer one another are taken for one passage."""
ENOUGH_SHARED = 4.0
"""And how much they must share (nats above a common word)."""

Rows = Mapping[int, frozenset[str]]
"""The telling keys of each sentence, by its index."""


def pair_passages(first: Sequence[Telling], second: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the statements of two connected reports that stand in sentences which are one another's best match.

    Titles are left out: they gather what stands in many sentences.
    """
    a, b = _rows(first), _rows(second)
    similar = _compare(a, b)
    right, down = _best(similar, 0), _best(similar, 1)
    for x, y in sorted(right.items()):
        if down.get(y) == x:
            yield from ((s, t) for s in first if s.statement.sentence == x for t in second if t.statement.sentence == y)


def _rows(tellings: Sequence[Telling]) -> Rows:
    rows: dict[int, frozenset[str]] = defaultdict(frozenset)
    for t in tellings:
        if not t.title:
            rows[t.statement.sentence] |= t.keys
    return rows


def _compare(a: Rows, b: Rows) -> dict[tuple[int, int], float]:
    """Return the similarity of the sentences that are alike enough, by their indices: shared rarity over the geometric mean."""
    holding: dict[str, list[int]] = defaultdict(list)
    for y, keys in b.items():
        for key in keys:
            holding[key].append(y)
    mass = {y: weigh(keys) for y, keys in b.items()}
    found = {}
    for x, keys in a.items():
        own = weigh(keys)
        for y in sorted({y for key in keys for y in holding.get(key, ())}):
            shared = weigh(keys & b[y])
            if shared >= ENOUGH_SHARED and shared**2 >= SAME_SENTENCE**2 * own * mass[y]:
                found[x, y] = shared / (own * mass[y]) ** 0.5
    return found


def _best(similar: Mapping[tuple[int, int], float], side: int) -> dict[int, int]:
    """Return the best match of each sentence of one side; of equals the earlier."""
    best: dict[int, tuple[float, int]] = {}
    for pair, value in similar.items():
        here, there = pair[side], pair[1 - side]
        best[here] = max(best.get(here, (0.0, 0)), (value, -there))
    return {here: -there for here, (_, there) in best.items()}
