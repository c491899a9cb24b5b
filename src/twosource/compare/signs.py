"""What speaks for and against two statements saying the same: readable signs of each pair, one column each."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from typing import NamedTuple

import numpy as np

from twosource.compare.equivalents import canonical
from twosource.compare.exclusive import find_exclusive
from twosource.compare.features import Features
from twosource.compare.quantities import Quantity
from twosource.compare.similarity import Bags, Floats, Ints, Pairs
from twosource.compare.slots import Slot, same_heads
from twosource.compare.subjects import subject_words
from twosource.text.intervals import meet

SIGNS: dict[str, str] = {
    "overlap": "weighted Jaccard of the two bags of stems, its root",
    "contained": "shared weight as a share of the lighter statement",
    "shared_weight": "shared weight itself, levelled off",
    "margin": "overlap less that of the best other one in that report, the worse of both directions",
    "names_shared": "Jaccard of the names",
    "names_apart": "both name somebody, nobody in common",
    "figures_shared": "a figure of the same value, unit and noun",
    "slot_shared": "a figure in the same slot that agrees",
    "head_shared": "the same predicate",
    "subject_shared": "the same word in both subjects",
    "subject_apart": "both have a subject, no word in common",
    "sentence_overlap": "Jaccard of what else stands in the two sentences",
    "near_overlap": "Jaccard of the sentences before and behind",
    "bigrams": "pairs of neighbouring words in common, as a share of the shorter statement's",
    "position": "distance of the two places in their reports, 0 to 1",
    "length": "stems of the shorter by stems of the longer",
    "same_teller": "told by the same source",
    "told_apart": "told by different sources",
    "told_once": "one is told by a source, the other by the report itself",
    "stage_apart": "another stage",
    "certainty_apart": "another certainty",
    "negated_apart": "a word of negation in one only",
    "exclusive": "a pair of words of which only one can hold",
    "times_shared": "the same time",
    "times_apart": "both name a time, none in common",
    "same_report": "both stand in the body of one report and do not repeat one another",
    "rarest_missing": "weight of the rarest word that only one has",
}


REPEATED = 0.6
"""Statements of one report that overlap this much (weighted Jaccard) repeat one another."""
PAIRWISE = (
    "names_shared", "names_apart", "figures_shared", "slot_shared", "head_shared", "subject_shared", "subject_apart",
    "sentence_overlap", "near_overlap", "bigrams", "same_teller", "told_apart", "told_once", "negated_apart", "exclusive",
    "times_shared", "times_apart", "rarest_missing",
)  # fmt: skip
"""Those of them that need a look at the words of both."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the signs of a statement are read from."""

    f: Features
    head: str
    subject: frozenset[str]
    teller: str
    times: frozenset[str]
    bigrams: frozenset[tuple[str, str]]
    rest: "_Words"
    near: "_Words"


class _Words(NamedTuple):
    """A set of stems with its weight in the story."""

    stems: frozenset[str]
    mass: float


def measure_signs(features: Sequence[Features], bags: Bags, pairs: Pairs) -> Floats:
    """Return the signs of each pair: a row a pair, columns in the order of SIGNS."""
    facts = _gather(features, bags.weights)
    rows = np.zeros((len(pairs.i), len(SIGNS)))
    at = {name: k for k, name in enumerate(SIGNS)}
    rows[:, at["overlap"]] = np.sqrt(pairs.overlap)
    shared = pairs.overlap / (1 + pairs.overlap) * (bags.mass[pairs.i] + bags.mass[pairs.j])
    rows[:, at["contained"]] = np.minimum(1.0, shared / np.maximum(np.minimum(bags.mass[pairs.i], bags.mass[pairs.j]), 1e-9))
    rows[:, at["shared_weight"]] = shared / (shared + 20)
    rows[:, at["margin"]] = pairs.margin
    _compare_columns(rows, at, features, pairs)
    single = [at[n] for n in PAIRWISE]
    for row, i, j in zip(range(len(pairs.i)), pairs.i.tolist(), pairs.j.tolist(), strict=True):
        rows[row, single] = _compare(facts[i], facts[j], bags.weights)
    return np.round(rows, 6)


def _compare(a: _Facts, b: _Facts, weights: Mapping[str, float]) -> tuple[float, ...]:
    names = a.f.names & b.f.names
    subject = a.subject & b.subject
    times = any(meet(x, y) for x in a.times for y in b.times)
    return (
        len(names) / max(1, len(a.f.names | b.f.names)),
        bool(a.f.names and b.f.names and not names),
        any(_agree(p, q) for p in a.f.quantities for q in b.f.quantities),
        any(_same_slot(p, q) for p in a.f.slots for q in b.f.slots),
        bool(a.head) and a.head == b.head,
        bool(subject),
        bool(a.subject and b.subject and not subject),
        _jaccard(a.rest, b.rest, weights),
        _jaccard(a.near, b.near, weights),
        len(a.bigrams & b.bigrams) / max(1, min(len(a.bigrams), len(b.bigrams))),
        bool(a.teller) and a.teller == b.teller,
        bool(a.teller and b.teller and a.teller != b.teller),
        bool(a.teller) != bool(b.teller),
        a.f.negated != b.f.negated,
        bool(find_exclusive(a.f.lemmas, b.f.lemmas)),
        times,
        bool(a.times and b.times and not times),
        _rarest(a.f.own ^ b.f.own, weights),
    )


def _same_slot(p: Slot, q: Slot) -> bool:
    return p.predicate == q.predicate and p.role == q.role and _agree(p.quantity, q.quantity)


def _agree(p: Quantity, q: Quantity) -> bool:
    return same_heads(p, q) and not p.disjoint(q)


def _jaccard(a: _Words, b: _Words, weights: Mapping[str, float]) -> float:
    both = a.stems & b.stems
    if not both:
        return 0.0
    shared = fsum(weights[s] for s in both)
    return shared / (a.mass + b.mass - shared)


def _rarest(missing: Iterable[str], weights: Mapping[str, float]) -> float:
    return max([weights[s] for s in missing], default=0.0) / 10


def _compare_columns(rows: Floats, at: Mapping[str, int], features: Sequence[Features], pairs: Pairs) -> None:
    """Fill the signs that need no look at single words."""
    i, j = pairs.i, pairs.j
    last: dict[int, int] = {}
    for f in features:
        last[f.report] = max(last.get(f.report, 0), f.statement.sentence)
    places = np.array([f.statement.sentence / (last[f.report] + 1) for f in features])
    sizes = np.array([len(f.own) + 1.0 for f in features])
    reports = np.array([f.report for f in features])
    rows[:, at["position"]] = np.abs(places[i] - places[j])
    rows[:, at["length"]] = np.minimum(sizes[i], sizes[j]) / np.maximum(sizes[i], sizes[j])
    titles = np.array([f.block == "title" for f in features], dtype=np.bool_)
    rows[:, at["same_report"]] = (reports[i] == reports[j]) & ~(titles[i] | titles[j]) & (pairs.overlap < REPEATED)
    rows[:, at["stage_apart"]] = _differ([_stage(f) for f in features], i, j)
    rows[:, at["certainty_apart"]] = _differ([f.statement.certainty for f in features], i, j)


def _stage(f: Features) -> str:
    return "done" if f.statement.stage == "none" else f.statement.stage


def _differ(values: Sequence[str], i: Ints, j: Ints) -> Floats:
    codes = np.array([sorted(set(values)).index(v) for v in values], dtype=np.int64)
    found: Floats = (codes[i] != codes[j]).astype(np.float64)
    return found


def _gather(features: Sequence[Features], weights: Mapping[str, float]) -> list[_Facts]:
    sentences: dict[tuple[int, int], set[str]] = {}
    for f in features:
        sentences.setdefault((f.report, f.statement.sentence), set()).update(f.own)
    return [_facts(f, sentences, weights) for f in features]


def _weighed(stems: Set[str], weights: Mapping[str, float]) -> _Words:
    return _Words(frozenset(stems), sum(weights[s] for s in sorted(stems)))


def _facts(f: Features, sentences: Mapping[tuple[int, int], set[str]], weights: Mapping[str, float]) -> _Facts:
    s = f.statement
    tokens = [f.tree.tokens[k] for k in s.tokens]
    words = [t.lower for t in tokens if t.pos not in ("PUNCT", "SPACE")]
    near = sentences.get((f.report, s.sentence - 1), set()) | sentences.get((f.report, s.sentence + 1), set())
    return _Facts(
        f=f,
        head=canonical(f.tree.tokens[s.head].lemma) if s.head is not None else "",
        subject=subject_words(f),
        teller=s.chain[-1].source.lower() if s.chain else "",
        times=frozenset(t.value or t.symbol for t in f.times if any(x.start <= t.span.start < x.end for x in tokens)),
        bigrams=frozenset(pairwise(words)),
        rest=_weighed(sentences[f.report, s.sentence] - f.own, weights),
        near=_weighed(near, weights),
    )
