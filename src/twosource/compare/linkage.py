"""Average-link clustering over sparse similarities, with pairs that may never meet."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def link_clusters(size: int, scores: Mapping[Pair, float], apart: Iterable[Pair], threshold: float) -> list[list[int]]:
    """Return the clusters of `size` things, each sorted, in order of their first member.

    Two clusters are joined while the mean score over all pairs between them is at least `threshold`; a pair (i < j) that is
    not in `scores` counts 0. Clusters with a pair of `apart` between them are never joined. The highest mean goes first,
    ties by index.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    barred: dict[int, set[int]] = {i: set() for i in range(size)}
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = score
    for i, j in apart:
        barred[i].add(j)
        barred[j].add(i)
    queue = [(-score, i, j) for (i, j), score in scores.items() if score >= threshold]
    heapify(queue)
    while queue:
        mean, i, j = heappop(queue)
        if i not in members or j not in members or j in barred[i] or -mean != _mean(sums, members, i, j):
            continue
        _merge(members, sums, barred, i, j)
        for k in sums[i]:
            score = _mean(sums, members, i, k)
            if score >= threshold and k not in barred[i]:
                heappush(queue, (-score, min(i, k), max(i, k)))
    return [sorted(members[i]) for i in sorted(members, key=lambda i: min(members[i]))]


def _mean(sums: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], i: int, j: int) -> float:
    return round(sums[i].get(j, 0.0) / (len(members[i]) * len(members[j])), 6)


def _merge(members: dict[int, list[int]], sums: dict[int, dict[int, float]], barred: dict[int, set[int]], i: int, j: int) -> None:
    """Put cluster `j` into cluster `i`."""
    members[i] += members.pop(j)
    for k, total in sums.pop(j).items():
        del sums[k][j]
        if k != i:
            sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
    for k in barred.pop(j):
        barred[k].discard(j)
        barred[k].add(i)
        barred[i].add(k)
