"""When what a word tells of happened: the time said with it, else the day its report tells of, else the day of the report."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal, NamedTuple

from twosource.records.analysis import Sentence, TimeExpression
from twosource.records.report import Report
from twosource.text.calendar import day_of
from twosource.text.intervals import days_of

LEAD = 5
"""Sentences at the head of a report in which its day is sought."""
NEWS_DAYS = 3
"""A report tells of a day at most this many days before its own."""
_BREAK = re.compile(r"[;:]|\b(?:and|but|who|when|where|while|after|before)\b")
_OTHER = re.compile(r"\b(?:that|which|whose)\b|[\"“”]|``|''")
"""Beyond these somebody speaks of something else."""
_OWNS = re.compile(r"['’]s?\b")
_PRESENT = re.compile(r"(?:is|are|has|have|[a-z]{2,}[^sui]s)\b", re.I)
_PREPOSITION = re.compile(
    r"\b(?:in|of|on|since|by|until|from|after|before|during|for|to|and|early|late|between|around|about) $", re.I
)


class EventTime(NamedTuple):
    """A time found for an event."""

    value: str
    """EDTF."""
    how: Literal["clause", "sentence", "news-day", "publication"]
    time: TimeExpression | None


def find_news_day(report: Report, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the first day named in the lead that is that of the report or lies a few days before it; None without one."""
    published = day_of(report.published)
    if published is None or not sentences:
        return None
    stop = sentences[min(LEAD, len(sentences)) - 1].span.end
    for t in times:
        days = days_of(t.value)
        if t.span.start >= stop:
            return None
        if t.chain[:1] == "=" or days is None or t.direction in ("since", "until") or t.grain not in ("day", "time"):
            continue
        if timedelta(0) <= published - days[0] <= timedelta(NEWS_DAYS):
            return t
    return None


def date_event(
    report: Report, place: tuple[int, int], times: Sequence[TimeExpression], news_day: TimeExpression | None
) -> EventTime | None:
    """Return the time of what the words at `place` tell of; `times` are those of its sentence, in order."""
    text = report.text
    dated = [t for t in times if t.value and not names_another(text, t) and not _OTHER.search(_between(text, place, t))]
    best = min(dated, key=lambda t: (_breaks(text, place, t), _gap(place, t)), default=None)
    if best and best.value:
        value = best.value.removesuffix("/..")  # what goes on "since 2006" began then
        return EventTime(value, "sentence" if _breaks(text, place, best) else "clause", best)
    if news_day and news_day.value and not _PRESENT.match(text, *place):
        return EventTime(news_day.value, "news-day", news_day)
    return EventTime(report.published, "publication", None) if report.published else None


def names_another(text: str, t: TimeExpression) -> bool:
    """True for a time that tells one thing from others of its name: "this year's congress", "the 1991 agreement"."""
    if _OWNS.match(text, t.span.end):
        return t.grain not in ("day", "time")  # "Monday's crash" was on Monday
    return (
        t.rule == "year"
        and text[t.span.end : t.span.end + 1] == " "
        and not _PREPOSITION.search(text, max(0, t.span.start - 12), t.span.start)
    )


def _gap(place: tuple[int, int], t: TimeExpression) -> int:
    return max(t.span.start - place[1], place[0] - t.span.end, 0)


def _breaks(text: str, place: tuple[int, int], t: TimeExpression) -> int:
    return len(_BREAK.findall(_between(text, place, t)))


def _between(text: str, place: tuple[int, int], t: TimeExpression) -> str:
    return text[place[1] : t.span.start] if t.span.start >= place[1] else text[t.span.end : place[0]]
