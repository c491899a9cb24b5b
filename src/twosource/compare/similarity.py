"""How alike two statements are, for all pairs of a story that share something rare."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

import numpy as np
from numpy.typing import NDArray

from twosource.compare.features import Features
from twosource.lexicons.frequencies import news_idf

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FIGURE, SMALL_FIGURE = 9.0, 3.5
"""Rarity of a figure in news: that of a stem in hardly any other report; of one up to ten, in one out of thirty."""
COMMON = 0.5
"""Rarity of the commonest content words, so that none is worth nothing."""
BORROWED = 0.5
"""Weight of a stem that a statement borrows (a resolved name, a shared subject) beside one that stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs of a story, `i < j`, in order."""

    i: Ints
    j: Ints
    overlap: Floats
    """Weighted Jaccard of the two bags, 0 to 1."""
    words: Ints
    """How many stems both have."""
    margin: Floats
    """Overlap less that of the best other candidate in the other's report, the worse of both directions."""

    def only(self, keep: NDArray[np.bool_]) -> "Pairs":
        """Return the pairs for which `keep` is true."""
        return Pairs(i=self.i[keep], j=self.j[keep], overlap=self.overlap[keep], words=self.words[keep], margin=self.margin[keep])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bags:
    """Weighted stems of all statements."""

    weights: Mapping[str, float]
    """Weight of each stem in this story."""
    stems: Sequence[Mapping[str, float]]
    """For each statement: share (1 own, BORROWED) of each of its stems."""
    mass: Floats
    """Total weight of each statement."""


def weigh_stems(features: Sequence[Features]) -> Bags:
    """Return the bags of a story; the weight of a stem is sqrt(rarity in English news x rarity in the story)."""
    seen: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for f in features:
        for s in f.own:
            seen[s].add((f.report, f.statement.sentence))
    sentences = len({(f.report, f.statement.sentence) for f in features})
    weights = {s: (log(1 + sentences / len(places)) * _news_rarity(s)) ** 0.5 for s, places in seen.items()}
    stems = [{**{s: BORROWED for s in f.borrowed if s in weights}, **dict.fromkeys(f.own, 1.0)} for f in features]
    mass = np.array([fsum(weights[s] * share * share for s, share in bag.items()) for bag in stems], dtype=np.float64)
    return Bags(weights=weights, stems=stems, mass=mass)


def _news_rarity(term: str) -> float:
    if term.startswith("#"):
        return FIGURE if float(term[1:]) > 10 else SMALL_FIGURE
    return max(news_idf(term), COMMON)


def compare_pairs(features: Sequence[Features], bags: Bags, candidates: int) -> Pairs:
    """Return the pairs that share a rare stem, about `candidates` for each statement at most."""
    i, j = _block(bags, len(features), candidates)
    shared, words = _shared(bags, i, j)
    whole = bags.mass[i] + bags.mass[j] - shared
    overlap: Floats = np.round(shared / np.maximum(whole, 1e-9), 6)
    reports = np.array([f.report for f in features], dtype=np.int64)
    margin = find_margins(i, j, overlap, reports)
    return Pairs(i=i, j=j, overlap=overlap, words=words, margin=margin)


def _block(bags: Bags, size: int, candidates: int) -> tuple[Ints, Ints]:
    """Return pairs of statements that share a stem, rarest stems first, until there are `candidates` a statement."""
    postings: dict[str, list[int]] = defaultdict(list)
    for k, bag in enumerate(bags.stems):
        for s in bag:
            postings[s].append(k)
    room, keys = candidates * size, []
    for s in sorted((s for s in postings if len(postings[s]) > 1), key=lambda s: (len(postings[s]), s)):
        places = np.array(postings[s], dtype=np.int64)
        room -= len(places) * (len(places) - 1) // 2
        if room < 0:
            break
        a, b = np.triu_indices(len(places), 1)
        keys.append(places[a] * size + places[b])
    if not keys:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    distinct = np.unique(np.concatenate(keys))
    return distinct // size, distinct % size


def _shared(bags: Bags, i: Ints, j: Ints) -> tuple[Floats, Ints]:
    """Return the weight that the two statements of each pair share, and how many stems that is."""
    shared, words = np.zeros(len(i)), np.zeros(len(i), dtype=np.int64)
    weights, stems = bags.weights, bags.stems
    for k, (a, b) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
        left, right = stems[a], stems[b]
        both = left.keys() & right.keys()
        shared[k] = fsum(weights[s] * left[s] * right[s] for s in both)
        words[k] = len(both)
    return shared, words


def find_margins(i: Ints, j: Ints, score: Floats, reports: Ints) -> Floats:
    """Return for each pair by how much its score beats the best other one of either statement in the other's report.

    The worse of both directions; negative where either has a better match there, so that 0 and above is mutually best.
    """
    if not len(i):
        return np.zeros(0)
    width = int(reports.max()) + 1
    best: Floats = np.zeros((int(max(i.max(), j.max())) + 1) * width)
    second: Floats = np.zeros_like(best)
    forth, back = i * width + reports[j], j * width + reports[i]
    places, scores = np.concatenate([forth, back]), np.concatenate([score, score])
    order = np.lexsort((-scores, places))
    ranked, first = places[order], np.ones(len(order), dtype=np.bool_)
    first[1:] = ranked[1:] != ranked[:-1]
    best[ranked[first]] = scores[order][first]
    follows = np.zeros(len(order), dtype=np.bool_)
    follows[1:] = first[:-1] & ~first[1:]
    second[ranked[follows]] = scores[order][follows]
    margins = [score - np.where(score >= best[p], second[p], best[p]) for p in (forth, back)]
    worse: Floats = np.round(np.minimum(*margins), 6)
    return worse
