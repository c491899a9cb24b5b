"""Are two reports one text? Decided pair by pair, by wording or by meaning, with the reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.compare.credit import read_credits
from twosource.compare.direction import label
from twosource.compare.meaning import Meaning, compare_meaning
from twosource.compare.prose import Gram, Words
from twosource.compare.wording import Pair, Wording, compare_wording
from twosource.records.analysis import Analysis
from twosource.records.evidence import Evidence
from twosource.records.span import Span
from twosource.settings import DescentSettings

SHOWN = 3
"""Sentence pairs that stand in the evidence, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two reports that are one text."""

    signal: Literal["wording", "meaning"]
    strength: float
    """Score over its threshold, at least 1."""
    evidence: tuple[Evidence, ...]


def decide_pairs(
    members: Sequence[Analysis], words: Sequence[Words], grams: Sequence[Mapping[Gram, float]], settings: DescentSettings
) -> dict[Pair, Link]:
    """Return the pairs of reports that are one text."""
    wording = compare_wording(words, grams, settings)
    meaning = compare_meaning(words, settings)
    credits = [frozenset(name for name, c in read_credits(a).items() if c.agency) for a in members]
    links = {}
    for pair in sorted(wording.keys() | meaning.keys()):
        if _is_house_matter(pair, members, grams, settings):
            continue
        link = _decide(pair, members, words, (wording.get(pair), meaning.get(pair)), credits, settings)
        if link:
            links[pair] = link
    return links


def _is_house_matter(
    pair: Pair, members: Sequence[Analysis], grams: Sequence[Mapping[Gram, float]], settings: DescentSettings
) -> bool:
    """True for two reports of one outlet that share so little that it is the outlet's standing background or page furniture."""
    i, j = pair
    outlet = members[i].report.outlet
    if not outlet or outlet != members[j].report.outlet:
        return False
    return len(grams[i].keys() & grams[j].keys()) < settings.house_share * min(len(grams[i]), len(grams[j]))


def _decide(
    pair: Pair,
    members: Sequence[Analysis],
    words: Sequence[Words],
    shared: tuple[Wording | None, Meaning | None],
    credits: Sequence[frozenset[str]],
    settings: DescentSettings,
) -> Link | None:
    a, b = credits[pair[0]], credits[pair[1]]
    share = settings.agency_share if a & b else 1.0
    wording, meaning = shared
    by_words = wording.score / (share * settings.wording_score) if wording else 0.0
    by_sense = (
        meaning.score / (share * _enough(meaning, words, pair, settings)) if meaning and not (a and b and not a & b) else 0.0
    )
    if max(by_words, by_sense) < 1:
        return None
    evidence = []
    if wording and by_words >= 1:
        evidence.append(_wording_evidence(wording, members[pair[0]], members[pair[1]]))
    if meaning and by_sense >= 1:
        evidence.append(_meaning_evidence(meaning, members[pair[0]], members[pair[1]], settings))
    if a & b:
        detail = f"Both credit {min(a & b).title()}, so {share:.0%} of the usual likeness is enough."
        evidence.append(Evidence(kind="same-credit", detail=detail))
    return Link(signal="wording" if by_words >= 1 else "meaning", strength=max(by_words, by_sense), evidence=tuple(evidence))


def _enough(meaning: Meaning, words: Sequence[Words], pair: Pair, settings: DescentSettings) -> float:
    """Return the threshold for the meaning signal: higher for short reports and for those with few to compare with."""
    short = min(len(set(words[i].sentence)) for i in pair) < settings.enough_sentences
    return settings.meaning_alone if short or meaning.outsiders < settings.enough_outsiders else settings.meaning_score


def _wording_evidence(shared: Wording, a: Analysis, b: Analysis) -> Evidence:
    return Evidence(
        kind="shared-wording",
        detail=f"{shared.rare} rare runs of three words and {shared.long} runs of eight stand in the prose of both "
        f"{label(a.report)} and {label(b.report)}, quotations left out.",
        score=round(shared.score, 3),
    )


def _meaning_evidence(shared: Meaning, a: Analysis, b: Analysis, settings: DescentSettings) -> Evidence:
    order = f", in the same order to {shared.order:.1f} standard deviations more than chance" if shared.order > 1 else ""
    beside = (
        f"{shared.outsiders} other reports of the story were compared with"
        if shared.outsiders >= settings.enough_outsiders
        else "with fewer than two other reports to compare with, more was asked for"
    )
    return Evidence(
        kind="shared-facts",
        detail=f"{label(a.report)} and {label(b.report)} tell {shared.pairs} of the same rare facts in their own words{order}; "
        f"{beside}.",
        score=round(shared.score, 3),
        spans=tuple(s for x, y in shared.sentences[:SHOWN] for s in (_sentence_span(a, x), _sentence_span(b, y))),
    )


def _sentence_span(analysis: Analysis, index: int) -> Span:
    return analysis.sentences[index].span
