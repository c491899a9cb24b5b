"""Passages that two reports share, also where the blocks have been moved."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.compare.prose import QUOTED, Gram, Words, grams
from twosource.records.comparison import Passage

SEED = 4
"""Words in a row that begin a passage."""
REPEATS = 4
"""A seed that stands more often than this in either report is a phrase, not a trace."""
GAP = 6
"""Changed words that a passage may run over, on either side."""

Block = tuple[int, int, int, int]
"""Half-open word ranges in the first and the second report."""


def align_passages(a: Words, b: Words, kinds: frozenset[int], min_words: int) -> tuple[Passage, ...]:
    """Return the passages of `min_words` or more that two reports share in words of the given kinds; `a` is the child.

    In order of the child; passages of one report may overlap where the other repeats itself.
    """
    blocks = [run for run in merge_blocks(_find_runs(a, b, kinds)) if min(run[1] - run[0], run[3] - run[2]) >= min_words]
    return tuple(
        Passage(child=(a.start[i], a.end[j - 1]), parent=(b.start[k], b.end[m - 1])) for i, j, k, m in sorted(set(blocks))
    )


def merge_blocks(runs: Sequence[Block]) -> list[Block]:
    """Return the runs with neighbours joined that follow one another in both reports with at most `GAP` words between."""
    merged: list[Block] = []
    for i, j, k, m in sorted(runs):
        for at in range(len(merged) - 1, max(-1, len(merged) - 4), -1):
            i0, j0, k0, m0 = merged[at]
            if 0 <= i - j0 <= GAP and 0 <= k - m0 <= GAP:
                merged[at] = (i0, j, k0, m)
                break
        else:
            merged.append((i, j, k, m))
    return merged


def _find_runs(a: Words, b: Words, kinds: frozenset[int]) -> list[Block]:
    """Return the longest common runs of words, each begun by a seed."""
    here, there = _places(a, kinds), _places(b, kinds)
    seeds = sorted((i, k) for gram, at in here.items() if gram in there for i in at for k in there[gram] if _few(at, there[gram]))
    runs: list[Block] = []
    ends: dict[int, int] = {}
    for i, k in seeds:
        if i < ends.get(i - k, -1):
            continue
        n = SEED
        while i + n < len(a.lower) and k + n < len(b.lower) and a.lower[i + n] == b.lower[k + n] and a.kind[i + n] in kinds:
            n += 1
        ends[i - k] = i + n
        runs.append((i, i + n, k, k + n))
    return runs


def _places(words: Words, kinds: frozenset[int]) -> dict[Gram, list[int]]:
    places: dict[Gram, list[int]] = defaultdict(list)
    for gram, at in grams(words.lower, SEED):
        if all(k in kinds for k in words.kind[at : at + SEED]):
            places[gram].append(at)
    return places


def _few(here: list[int], there: list[int]) -> bool:
    return len(here) <= REPEATS and len(there) <= REPEATS


def align_quotations(a: Words, b: Words, min_words: int) -> tuple[Passage, ...]:
    """Return the quoted passages that two reports share; `a` is the child."""
    return align_passages(a, b, frozenset((QUOTED,)), min_words)
