"""Average-link clustering over sparse likelihoods: sure pairs first, then what fits the whole, and pairs that may never meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRule:
    """When two clusters are joined."""

    seed: float
    """Likelihood from which two single things found a cluster."""
    join: float
    """Mean likelihood over all pairs between two clusters from which they are joined when one of them has two members or more."""
    missing: float = 0.0
    """What a pair without a likelihood counts in that mean; below 0, each such pair speaks against."""


def link_clusters(size: int, likely: Mapping[Pair, float], apart: Iterable[Pair], rule: LinkRule) -> list[list[int]]:
    """Return the clusters of `size` things, each sorted, in order of their first member.

    `likely` gives the likelihood of pairs (i < j). Clusters with a pair of `apart` between them are never joined. The highest
    mean goes first, ties by index.
    """
    growing = _Growing(size, likely, apart, rule)
    queue = [(-growing.mean(i, j), i, j) for i, j in likely]
    heapify(queue)
    while queue:
        mean, i, j = heappop(queue)
        if growing.joins(i, j, -mean):
            growing.merge(i, j)
            for k, score in growing.neighbours(i):
                heappush(queue, (-score, min(i, k), max(i, k)))
    return growing.clusters()


class _Growing:
    """Clusters while they grow, named by one of their members."""

    def __init__(self, size: int, likely: Mapping[Pair, float], apart: Iterable[Pair], rule: LinkRule) -> None:
        self.rule = rule
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
        self.barred: dict[int, set[int]] = {i: set() for i in range(size)}
        for (i, j), score in likely.items():
            self.sums[i][j] = self.sums[j][i] = score - rule.missing
        for i, j in apart:
            self.barred[i].add(j)
            self.barred[j].add(i)

    def mean(self, i: int, j: int) -> float:
        """Return the mean likelihood of the pairs between two clusters, six digits."""
        pairs = len(self.members[i]) * len(self.members[j])
        return round(self.sums[i].get(j, 0.0) / pairs + self.rule.missing, 6)

    def joins(self, i: int, j: int, mean: float) -> bool:
        """True when both clusters still stand as they were when `mean` was taken, and may be joined."""
        if i not in self.members or j not in self.members or j in self.barred[i] or mean != self.mean(i, j):
            return False
        single = len(self.members[i]) == len(self.members[j]) == 1
        return mean >= (self.rule.seed if single else self.rule.join)

    def neighbours(self, i: int) -> list[tuple[int, float]]:
        """Return the clusters that might be joined to one, with the mean."""
        scored = ((k, self.mean(i, k)) for k in self.sums[i] if k not in self.barred[i])
        return [(k, score) for k, score in scored if score >= self.rule.join]

    def merge(self, i: int, j: int) -> None:
        """Put cluster `j` into cluster `i`."""
        self.members[i] += self.members.pop(j)
        for k, total in self.sums.pop(j).items():
            del self.sums[k][j]
            if k != i:
                self.sums[i][k] = self.sums[k][i] = self.sums[i].get(k, 0.0) + total
        for k in self.barred.pop(j):
            self.barred[k].discard(j)
            self.barred[k].add(i)
            self.barred[i].add(k)

    def clusters(self) -> list[list[int]]:
        """Return the clusters, each sorted, in order of their first member."""
        return sorted(sorted(m) for m in self.members.values())
