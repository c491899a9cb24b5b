"""The wording signal: rare runs of prose words that two reports share beyond what the other reports of the story share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from twosource.compare.prose import Gram, Words, prose_grams
from twosource.lexicons.frequencies import news_idf
from twosource.settings import DescentSettings
from twosource.text.tokens import stem

Pair = tuple[int, int]
"""Indices of two reports of the story, the smaller first."""

LONG = 8
SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What two reports share word for word in their prose."""

    long: int
    """Runs of 8 words, counted at every word."""
    rare: int
    """Rare runs of 3 words."""
    score: float
    """Summed rarity of those (nats of English news), divided by the root of the shorter report's number of such runs."""


def compare_wording(
    words: Sequence[Words], weights: Sequence[Mapping[Gram, float]], settings: DescentSettings
) -> dict[Pair, Wording]:
    """Return what each pair of reports shares, `weights` by `weigh_grams`; pairs that share nothing are left out."""
    long = _count_pairs([prose_grams(w, LONG).keys() for w in words])
    family = join_families(len(words), [pair for pair, n in long.items() if n >= settings.copy_ngrams])
    holders: dict[Gram, list[int]] = defaultdict(list)
    for i, weighed in enumerate(weights):
        for gram in weighed:
            holders[gram].append(i)
    limit = max(2.0, len(set(family)) * settings.rare_share)
    rare: dict[Pair, list[float]] = defaultdict(list)
    for gram, found in holders.items():
        if len(found) > 1 and len({family[i] for i in found}) <= limit:
            for i, j in combinations(found, 2):
                rare[i, j].append(min(weights[i][gram], weights[j][gram]))
    return {
        (i, j): Wording(
            long=long.get((i, j), 0),
            rare=len(rare.get((i, j), ())),
            score=sum(rare.get((i, j), ())) / sqrt(1 + min(len(weights[i]), len(weights[j]))),
        )
        for i, j in sorted(long.keys() | rare.keys())
    }


def join_families(n: int, pairs: Iterable[Pair]) -> list[int]:
    """Return for each of `n` reports the smallest index among those that the pairs connect it with."""
    family = list(range(n))
    for i, j in pairs:
        old, new = max(family[i], family[j]), min(family[i], family[j])
        family = [new if f == old else f for f in family]
    return family


def _count_pairs(sets: Sequence[Iterable[Gram]]) -> dict[Pair, int]:
    holders: dict[Gram, list[int]] = defaultdict(list)
    for i, found in enumerate(sets):
        for gram in found:
            holders[gram].append(i)
    counts: dict[Pair, int] = defaultdict(int)
    for having in holders.values():
        for pair in combinations(having, 2):
            counts[pair] += 1
    return counts


def weigh_grams(words: Words) -> dict[Gram, float]:
    """Return the runs of three prose words that can tell, with their rarity: a content word among them and at most one name."""
    weighed = {}
    for gram, at in prose_grams(words, SHORT).items():
        names = words.name[at : at + SHORT]
        if sum(names) <= 1 and any(words.content[at : at + SHORT]):
            weighed[gram] = sum(news_idf(stem(w)) for w, name in zip(gram, names, strict=True) if not name)
    return weighed
