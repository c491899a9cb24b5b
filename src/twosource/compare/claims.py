"""Which statements say the same thing."""

from collections.abc import Iterable, Sequence

import numpy as np

from twosource.compare.denying import denial_rule
from twosource.compare.exclusive import find_exclusive
from twosource.compare.features import Features, describe_statements
from twosource.compare.hours import find_hours, hours_apart
from twosource.compare.likelihood import likelihood
from twosource.compare.linkage import LinkRule, Pair, link_clusters
from twosource.compare.phrases import PhraseBook
from twosource.compare.signs import measure_signs
from twosource.compare.similarity import Bags, Pairs, compare_pairs, weigh_stems
from twosource.compare.slots import figures_clash, same_count, slots_clash
from twosource.compare.subjects import named_subject, predicate_stem
from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster
from twosource.records.evidence import Evidence
from twosource.settings import ClaimSettings

SAME_FIGURE = 0.7
"""Likelihood of two statements that give the same figure for the same count ("four killed", "the four dead"), at least."""
ONE_PHRASE = 0.22
"""By what the odds of two statements with other verbs are multiplied that share no more than one phrase, or in which others act:
unless all else is alike they found no claim, yet may stand in one that others found. Chosen by reading; the gold stories hardly
tell it from 1."""
REPEATED = 0.9
"""Likelihood of two statements in the same words, at least."""
REPEATED_WORDS = 5
"""Words from which the same words count as that."""
MIN_LIKELIHOOD = 0.02
"""A pair below this counts as one without a likelihood."""


def cluster_statements(members: tuple[Analysis, ...], settings: ClaimSettings) -> tuple[Cluster, ...]:
    """Return the clusters of one story, the one with the earliest statement first; every statement stands in exactly one."""
    features = describe_statements(members)
    bags = weigh_stems(features)
    pairs = find_candidates(features, bags, settings)
    scores = _score(pairs, features, bags, settings)
    groups = link_clusters(len(features), scores, find_apart(features, scores), link_rule(settings))
    return tuple(_to_cluster(group, features, bags, scores) for group in groups)


def find_candidates(features: Sequence[Features], bags: Bags, settings: ClaimSettings) -> Pairs:
    """Return the pairs worth a thought: they share more than a single word that is neither the predicate nor a figure."""
    pairs = compare_pairs(features, bags, settings.max_candidates)
    heads = [predicate_stem(f) for f in features]
    enough = (pairs.overlap >= settings.min_overlap) & (pairs.words > 1)
    for k in np.flatnonzero((pairs.overlap >= settings.min_overlap) & (pairs.words == 1)).tolist():
        i, j = int(pairs.i[k]), int(pairs.j[k])
        shared = features[i].own & features[j].own
        enough[k] = bool(shared) and (heads[i] == heads[j] or any(s.startswith("#") for s in shared))
    return pairs.only(enough)


def link_rule(settings: ClaimSettings) -> LinkRule:
    """Return the rule of linkage that the settings ask for."""
    return LinkRule(seed=settings.seed, join=settings.threshold, missing=-settings.strange)


def _score(pairs: Pairs, features: Sequence[Features], bags: Bags, settings: ClaimSettings) -> dict[Pair, float]:
    """Return for the pairs worth a thought how likely it is (0 to 1) that they say the same."""
    likely = likelihood(measure_signs(features, bags, pairs))
    keep = likely >= MIN_LIKELIHOOD
    thin = [len(f.own) < settings.min_stems for f in features]
    book = PhraseBook(features)
    scores: dict[Pair, float] = {}
    for i, j, p in zip(pairs.i[keep].tolist(), pairs.j[keep].tolist(), likely[keep].tolist(), strict=True):
        if is_repeated(features[i], features[j]):
            scores[i, j] = max(p, REPEATED)
        elif not (thin[i] or thin[j]):
            scores[i, j] = _adjust(p, features, book, (i, j), settings)
    return scores


def _adjust(p: float, features: Sequence[Features], book: PhraseBook, pair: Pair, settings: ClaimSettings) -> float:
    """Return a likelihood after a look at what the signs do not weigh: one figure for one count, one phrase and no more."""
    i, j = pair
    if p < SAME_FIGURE and same_count(features[i].slots, features[j].slots):
        return SAME_FIGURE
    return round(p * ONE_PHRASE / (1 - p + p * ONE_PHRASE), 6) if p >= settings.threshold and book.share_one(i, j) else p


def is_repeated(a: Features, b: Features) -> bool:
    """True for the same words in two reports."""
    if a.report == b.report or a.own != b.own or len(a.statement.tokens) < REPEATED_WORDS:
        return False
    return _letters(a.statement.exact) == _letters(b.statement.exact)


def find_apart(features: Sequence[Features], pairs: Iterable[Pair]) -> list[Pair]:
    """Return those of the pairs that can never be one claim: other figures for the same thing, one of the two negated, denied or
    still to come, or words or hours that exclude one another,
    or one of the two only asked.
    """
    denials = [denial_rule(f) is not None for f in features]
    hours = [find_hours(f) for f in features]
    return [
        (i, j)
        for i, j in pairs
        if denials[i] != denials[j] or hours_apart(hours[i], hours[j]) or _clash(features[i], features[j])
    ]


def _clash(a: Features, b: Features) -> bool:
    if a.statement.polarity != b.statement.polarity and a.negated != b.negated:
        return True
    if is_question(a) != is_question(b) or _is_to_come(a, b) or _is_to_come(b, a) or find_exclusive(a.lemmas, b.lemmas):
        return True
    left, right = named_subject(a), named_subject(b)
    if left and right and not left & (right | b.borrowed) and not right & a.borrowed:
        return True
    return figures_clash(a.quantities, b.quantities) or slots_clash(a.slots, b.slots)


def _is_to_come(a: Features, b: Features) -> bool:
    """True when one statement announces ("will open", "will decide whether to open") what the other tells as done."""
    if a.statement.stage not in ("planned", "proposed", "under-way") or b.statement.stage != "done":
        return False
    ahead, done = predicate_stem(a), predicate_stem(b)
    return (ahead == done or (done in a.own and ahead not in b.own)) and _letters(a.statement.exact) != _letters(
        b.statement.exact
    )


def is_question(f: Features) -> bool:
    """True for the main clause of a sentence that asks something; nothing is claimed there."""
    root = f.statement.head is not None and f.tree.tokens[f.statement.head].dep == "ROOT"
    return root and any(t.text == "?" for t in f.tree.tokens[-2:])


def _letters(text: str) -> str:
    """Return the letters and digits of a text: the same words may be parsed in two ways where their apostrophes differ."""
    return "".join(c for c in text.lower() if c.isalnum())


def _to_cluster(group: list[int], features: Sequence[Features], bags: Bags, scores: dict[Pair, float]) -> Cluster:
    statements = tuple(features[k].statement.id for k in group)
    if len(group) == 1:
        return Cluster(statements=statements)
    return Cluster(statements=statements, evidence=(_shared_words(group, features, bags, scores),))


def _shared_words(group: list[int], features: Sequence[Features], bags: Bags, scores: dict[Pair, float]) -> Evidence:
    linked = [scores.get((i, j), 0.0) for n, i in enumerate(group) for j in group[n + 1 :]]
    counts: dict[str, int] = {}
    for k in group:
        for s in features[k].own | features[k].borrowed:
            counts[s] = counts.get(s, 0) + 1
    rare = sorted((s for s, n in counts.items() if n > 1 and s in bags.weights), key=lambda s: (-counts[s] * bags.weights[s], s))
    return Evidence(
        kind="shared-words",
        score=round(sum(linked) / len(linked), 3),
        detail=f"Shared: {', '.join(s.lstrip('#') for s in rare[:6])}. Weakest link {min(linked):.2f}.",
        spans=tuple(s for k in group for s in features[k].statement.spans[:1]),
    )
