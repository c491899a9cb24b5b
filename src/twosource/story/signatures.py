"""A report as weighted words and days: all that grouping looks at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from twosource.lexicons.frequencies import news_idf
from twosource.records.report import Report
from twosource.settings import GroupSettings
from twosource.text.edtf import day_range
from twosource.text.tokens import find_words, stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One report; the squares of its weights sum to 1, or less where the text is short."""

    report: str
    """Its id."""
    weights: dict[str, float]
    """By stem: sublinear term frequency times the frozen inverse document frequency, heaviest first, ties by stem."""
    days: tuple[int, int] | None
    """First and last day it may have been published, as ordinals."""


def sign_reports(reports: Sequence[Report], settings: GroupSettings) -> list[Signature]:
    """Return the signatures of reports, in order."""
    return [_sign(report, settings) for report in reports]


def cosine(a: Signature, b: Signature) -> float:
    """Return how alike two reports are in words, 0 to 1."""
    few, many = sorted((a.weights, b.weights), key=len)
    return sum(weight * many.get(word, 0.0) for word, weight in few.items())


def time_factor(a: tuple[int, int] | None, b: tuple[int, int] | None, settings: GroupSettings) -> float:
    """Return what is left of a similarity for the days between two reports: 1 on one day, or where a date is missing."""
    if a is None or b is None:
        return 1.0
    gap = max(a[0] - b[1], b[0] - a[1], 0)
    return settings.time_floor + (1 - settings.time_floor) * exp(-gap / settings.time_days)


def _sign(report: Report, settings: GroupSettings) -> Signature:
    counts = Counter(stem(w.text) for w in find_words(report.text))
    for word in find_words(report.title or ""):
        counts[stem(word.text)] += settings.title_weight
    raw = {word: (1 + log(count)) * min(news_idf(word), settings.max_rarity) for word, count in counts.items()}
    norm = sqrt(sum(weight * weight for weight in raw.values()) + settings.short_text)
    heaviest = sorted(raw.items(), key=lambda pair: (-pair[1], pair[0]))
    days = day_range(report.published)
    return Signature(
        report=report.id,
        weights={word: weight / norm for word, weight in heaviest},
        days=(days[0].toordinal(), days[1].toordinal()) if days else None,
    )
