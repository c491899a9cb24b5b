"""The meaning signal: rare names, figures and words that two reports share sentence by sentence, beyond what outsiders share.

It sees rewordings that have no three words in a row in common. It is a matter of degree, so it joins two reports, never a chain.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from twosource.compare.order import judge_order
from twosource.compare.prose import PROSE, Words
from twosource.compare.wording import Pair
from twosource.lexicons.frequencies import news_idf
from twosource.settings import DescentSettings

COMMON = 2.0
"""Rarity (nats) from which a word counts: 2.0 is a word in one report out of seven."""
MOST = 6.5
"""And above which it counts no more: the names of the main figures stand in every report, and in none of the news before."""
FIGURE, SMALL_FIGURE = 6.0, 3.0
"""Rarity of a figure of two digits or more, and of one digit."""
ALIGNED = 0.25
"""Similarity from which two sentences that prefer one another tell of the same fact."""
LENGTH_POWER = 0.375
"""Between a share of the text (0.5) and an amount (0): a long text may hold many facts of its own and still rest on the other."""

LOWER = 0.25
"""Quantile of the other reports' matches that stands for what an outsider would share."""

CALIBRATION = ((1.0, 0.0981, 0.0393), (1.0, 0.0641, 0.0419), (0.5, 0.0999, 0.0640), (0.3, 0.0503, 0.4686))
"""Weight, mean and standard deviation of facts, lift, alignment and order in 636 pairs of reports of one event that share fewer
than three runs of eight words (36 stories of googlenews.dev); weights set by hand."""

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What two reports share in meaning."""

    score: float
    """Weighted sum of the four below, each in standard deviations of unrelated reports of one event."""
    facts: float
    """Summed rarity of what both name, over a power of their lengths."""
    lift: float
    """How much better their sentences match one another than those of the other reports (0 to 1); 0 without others."""
    aligned: float
    """Share of the sentences that are one another's best match, weighted by how well they match."""
    order: float
    """How much more alike the order of those sentences is than of unrelated reports, in standard deviations; 0 below 6 pairs."""
    pairs: int
    """Number of such sentence pairs."""
    outsiders: int
    """Other reports compared with."""
    sentences: tuple[tuple[int, int], ...]
    """The pairs, best first, as sentence indices in the two reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One report's sentences by what they name, over the keys that more than one report of the story names."""

    sentences: tuple[int, ...]
    """Sentence index of each row."""
    rows: Vector
    mass: Vector
    """Rarity of each sentence, keys that nobody shares included."""
    keys: frozenset[str]
    total: float


def compare_meaning(words: Sequence[Words], settings: DescentSettings) -> dict[Pair, Meaning]:
    """Return what each pair of reports shares in meaning; nothing for a story too large for comparing all with all."""
    if not 2 <= len(words) <= settings.meaning_reports:
        return {}
    facts, weights = weigh_facts(words)
    similar = {pair: _similarity(facts[pair[0]], facts[pair[1]], weights) for pair in combinations(range(len(words)), 2)}
    best = _best_matches(similar)
    return {pair: _compare(pair, facts, weights, similar[pair], best) for pair in similar}


def weigh_facts(words: Sequence[Words]) -> tuple[list[Facts], Vector]:
    """Return the facts of each report and the rarity of the columns."""
    found = [_read_sentences(w) for w in words]
    holders = Counter(key for sentences in found for key in set[str]().union(*sentences.values()))
    columns = {key: i for i, key in enumerate(sorted(k for k, n in holders.items() if n > 1))}
    weights = np.array([rarity(key) for key in columns], dtype=np.float32)
    return [_lay_out(sentences, columns) for sentences in found], weights


@lru_cache(maxsize=100_000)
def rarity(key: str) -> float:
    """Return how much a key tells, in nats above a common word; 0 for a common one."""
    if key.startswith("#"):
        return (FIGURE if len(key) > 2 else SMALL_FIGURE) - COMMON
    return max(0.0, min(news_idf(key), MOST) - COMMON)


def _read_sentences(words: Words) -> dict[int, set[str]]:
    """Return the telling keys of each sentence's prose, sentences with fewer than two left out."""
    found: dict[int, set[str]] = {}
    for key, kind, sentence in zip(words.key, words.kind, words.sentence, strict=True):
        if key and kind == PROSE and rarity(key) > 0:
            found.setdefault(sentence, set()).add(key)
    return {s: keys for s, keys in found.items() if len(keys) > 1}


def _lay_out(sentences: dict[int, set[str]], columns: dict[str, int]) -> Facts:
    rows = np.zeros((len(sentences), len(columns)), dtype=np.float32)
    for row, keys in enumerate(sentences.values()):
        rows[row, [columns[k] for k in keys if k in columns]] = 1
    everything = frozenset[str]().union(*sentences.values())
    return Facts(
        sentences=tuple(sentences),
        rows=rows,
        mass=np.array([sum(map(rarity, sorted(keys))) for keys in sentences.values()], dtype=np.float32),
        keys=everything,
        total=sum(map(rarity, sorted(everything))),
    )


def _similarity(a: Facts, b: Facts, weights: Vector) -> Vector:
    """Return for each sentence of `a` and of `b` the rarity of what both name over the geometric mean of theirs."""
    norm = np.sqrt(a.mass[:, None] * b.mass[None, :])
    return np.asarray((a.rows * weights) @ b.rows.T / np.maximum(norm, 1e-6), dtype=np.float32)


def _best_matches(similar: dict[Pair, Vector]) -> dict[Pair, Vector]:
    """Return by report and other report the similarity of each of its sentences to its best match in the other."""
    best: dict[Pair, Vector] = {}
    for (i, j), matrix in similar.items():
        best[i, j] = matrix.max(axis=1, initial=0)
        best[j, i] = matrix.max(axis=0, initial=0)
    return best


def _compare(pair: Pair, facts: Sequence[Facts], weights: Vector, similar: Vector, best: dict[Pair, Vector]) -> Meaning:
    i, j = pair
    a, b = facts[i], facts[j]
    others = [k for k in range(len(facts)) if k not in pair]
    shared = _shared_rarity(a, b, weights) / max(1.0, a.total * b.total) ** LENGTH_POWER / 10
    lift = sqrt(_lift(i, j, a, others, best) * _lift(j, i, b, others, best))
    found = _align(similar)
    aligned = sum(s for _, _, s in found) / sqrt(max(1, len(a.sentences) * len(b.sentences)))
    order = judge_order([(x, y) for x, y, _ in found])
    return Meaning(
        score=sum(w * (x - mean) / sd for x, (w, mean, sd) in zip((shared, lift, aligned, order), CALIBRATION, strict=True)),
        facts=shared,
        lift=lift,
        aligned=aligned,
        order=order,
        pairs=len(found),
        outsiders=len(others),
        sentences=tuple((a.sentences[x], b.sentences[y]) for x, y, _ in sorted(found, key=lambda f: (-f[2], f[:2]))),
    )


def _shared_rarity(a: Facts, b: Facts, weights: Vector) -> float:
    both = a.rows.max(axis=0, initial=0) * b.rows.max(axis=0, initial=0)
    return float(both @ weights)


def _lift(i: int, j: int, facts: Facts, others: Sequence[int], best: dict[Pair, Vector]) -> float:
    """Return how much better the sentences of `i` match in `j` than in the lower quarter of the other reports.

    The lower quarter, since in a pile that is mostly one family most of the others are no outsiders.
    """
    if not others or not len(facts.mass):
        return 0.0
    base = np.quantile([best[i, k] for k in others], LOWER, axis=0)
    return float((np.maximum(0, best[i, j] - base) * facts.mass).sum() / facts.mass.sum())


def _align(similar: Vector) -> list[tuple[int, int, float]]:
    """Return the pairs of rows that are one another's best match, with their similarity."""
    if not similar.size:
        return []
    right, down = similar.argmax(axis=1), similar.argmax(axis=0)
    return [(x, int(y), float(similar[x, y])) for x, y in enumerate(right) if down[y] == x and similar[x, y] >= ALIGNED]
