"""Passages that two reports share word for word, also where the blocks have been moved."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.compare.prose import OTHER, Gram, Words, grams
from twosource.records.comparison import Passage

SEED = 4
"""Words in a row that begin a passage."""
REPEATS = 4
"""A seed that stands more often than this in a report is a phrase, not a trace."""
GAP = 6
"""Changed words that a passage may run over, on either side."""

Seeds = Mapping[Gram, Sequence[int]]
"""Where each run of four words of prose or quotation stands."""
Block = tuple[int, int, int, int]
"""Half-open word ranges in the first and the second report."""


def find_seeds(words: Words) -> Seeds:
    """Return the seeds of one report."""
    places: dict[Gram, list[int]] = defaultdict(list)
    for gram, at in grams(words.lower, SEED):
        if OTHER not in words.kind[at : at + SEED]:
            places[gram].append(at)
    return {gram: at for gram, at in places.items() if len(at) <= REPEATS}


def align_passages(a: Words, b: Words, seeds: tuple[Seeds, Seeds], min_words: int) -> tuple[Passage, ...]:
    """Return the passages of `min_words` or more that two reports share, quotations included; `a` is the child.

    In order of the child; passages of one report may overlap where the other repeats itself.
    """
    blocks = [run for run in merge_blocks(_find_runs(a, b, seeds)) if min(run[1] - run[0], run[3] - run[2]) >= min_words]
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


def _find_runs(a: Words, b: Words, seeds: tuple[Seeds, Seeds]) -> list[Block]:
    """Return the longest common runs of words, each begun by a seed."""
    here, there = seeds
    found = sorted((i, k) for gram in here.keys() & there.keys() for i in here[gram] for k in there[gram])
    runs: list[Block] = []
    ends: dict[int, int] = {}
    for i, k in found:
        if i < ends.get(i - k, -1):
            continue
        n = SEED
        while i + n < len(a.lower) and k + n < len(b.lower) and a.lower[i + n] == b.lower[k + n] and a.kind[i + n] != OTHER:
            n += 1
        ends[i - k] = i + n
        runs.append((i, i + n, k, k + n))
    return runs
