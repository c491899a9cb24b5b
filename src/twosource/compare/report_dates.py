"""When each report of a story was written: its own date, what its descents leave, and what speaks against it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from twosource.records.analysis import Analysis, TimeExpression
from twosource.records.comparison import Descent, ReportDate
from twosource.records.evidence import Evidence
from twosource.text.calendar import WEEKDAYS, Stretch
from twosource.text.deixis import resolve
from twosource.text.intervals import days_of
from twosource.text.timex import stretch_of

KINDS = frozenset({"copy", "rewrite", "revision", "quotation"})
LEAD = 3
"""Sentences among which a dateline is sought."""
CLOCKS = timedelta(days=1)
"""What time zones make of a day."""
_PLACE = re.compile(r"[A-Z][\w .'’/-]{1,40}(?:, [A-Z][\w .]{1,20})?, ")
_TAG = re.compile(r",? ?(?:\([A-Z][\w .'’/-]{1,30}\)|—|–|--|- |/[A-Z])")
YEARS = (1990, 2060)
"""Years in which a weekday and a date are tried together."""


def date_reports(members: Sequence[Analysis], descents: Sequence[Descent]) -> tuple[ReportDate, ...]:
    """Return the date of each report, in order of the members; an interval where only others bound it, and all evidence."""
    by_id = {a.report.id: a for a in members}
    return tuple(_date_report(a, by_id, descents) for a in members)


def add_news_days(dates: Sequence[ReportDate], members: Sequence[Analysis]) -> tuple[ReportDate, ...]:
    """Return the dates with the day that each lead tells of."""
    return tuple(replace(d, tells_of=a.news_day.value if a.news_day else None) for d, a in zip(dates, members, strict=True))


def _date_report(a: Analysis, by_id: Mapping[str, Analysis], descents: Sequence[Descent]) -> ReportDate:
    evidence = [*a.report.published_evidence, *_weekday_pairs(a), *_siblings(a, by_id)]
    value = a.report.published
    dateline = _find_dateline(a)
    if dateline:
        evidence += _read_dateline(a, dateline)
    if value is None and dateline and dateline.chain.startswith("="):
        value = dateline.value
    if value is None:
        value, bounds = _bound(a, by_id, descents)
        evidence += bounds
    return ReportDate(report=a.report.id, value=value, evidence=tuple(evidence))


def _find_dateline(a: Analysis) -> TimeExpression | None:
    """Return the day in "VELDAN, May 6 (Azpress)", which opens one of the first sentences."""
    for sentence in a.sentences[:LEAD]:
        for t in a.times:
            if t.grain != "day" or not sentence.span.covers(t.span):
                continue
            if _PLACE.fullmatch(a.report.text, sentence.span.start, t.span.start) and _TAG.match(a.report.text, t.span.end):
                return t
    return None


def _read_dateline(a: Analysis, t: TimeExpression) -> Iterator[Evidence]:
    words = a.report.words(t.span)
    written, said = days_of(a.report.published), days_of(t.value)
    if written and said and max(said[0] - written[1], written[0] - said[1]) > CLOCKS:
        detail = f"Its dateline says “{words}”, {a.report.published_from or 'the report'} {a.report.published}."
        yield Evidence(kind="published-contradiction", detail=detail, spans=(t.span,))
    else:
        yield Evidence(kind="published-dateline", detail=f"Its dateline says “{words}”.", spans=(t.span,))


def _bound(a: Analysis, by_id: Mapping[str, Analysis], descents: Sequence[Descent]) -> tuple[str | None, list[Evidence]]:
    """Return the interval between the latest dated parent and the earliest dated child, with the reasons."""
    parents = sorted(_days(by_id, (d.parent for d in _directed(descents) if d.child == a.report.id)))
    children = sorted(_days(by_id, (d.child for d in _directed(descents) if d.parent == a.report.id)))
    found = []
    if parents:
        found.append(_say(f"It rests on {parents[-1][1]}, dated {parents[-1][0][0]}: it is not older."))
    if children:
        found.append(_say(f"{children[0][1]}, dated {children[0][0][1]}, rests on it: it is not younger."))
    first = str(parents[-1][0][0]) if parents else ".."
    last = str(children[0][0][1]) if children else ".."
    return (f"{first}/{last}" if found and not (parents and children and first > last) else None), found


def _directed(descents: Sequence[Descent]) -> Iterator[Descent]:
    return (d for d in descents if d.directed and d.kind in KINDS)


def _days(by_id: Mapping[str, Analysis], reports: Iterator[str]) -> Iterator[tuple[Stretch, str]]:
    for r in reports:
        days = days_of(by_id[r].report.published) if r in by_id else None
        if days:
            yield days, by_id[r].report.key


def _siblings(a: Analysis, by_id: Mapping[str, Analysis]) -> Iterator[Evidence]:
    """Yield in which days the other reports of the story were written; this bounds nothing."""
    days = [d for b in by_id.values() if b is not a and (d := days_of(b.report.published))]
    if a.report.published is None and days:
        first, last = min(d[0] for d in days), max(d[1] for d in days)
        yield _say(f"The dated reports of the story are of {first}" + (f" to {last}." if last > first else "."), "siblings")


def _weekday_pairs(a: Analysis) -> Iterator[Evidence]:
    """Yield what each "Monday, September 4" says of the year."""
    published = days_of(a.report.published)
    for t in a.times:
        weekday = _weekday_in(a, t)
        if weekday is None or not t.chain.startswith(("yearly:", "=")):
            continue
        years = [y for y in range(*YEARS) if _falls_on(t, y, weekday)]
        words = a.report.words(t.span)
        if published is None:
            shown = ", ".join(map(str, years))
            yield Evidence(kind="weekday-and-date", detail=f"“{words}” fits the years {shown}.", spans=(t.span,))
        elif t.value and (day := days_of(t.value)) and day[0].weekday() != weekday:
            detail = f"“{words}” does not fit {day[0].year}, the year that {a.report.published} gives."
            yield Evidence(kind="published-contradiction", detail=detail, spans=(t.span,))


def _weekday_in(a: Analysis, t: TimeExpression) -> int | None:
    words = a.report.words(t.span)
    return next((i for i, name in enumerate(WEEKDAYS) if words.startswith(name)), None)


def _falls_on(t: TimeExpression, year: int, weekday: int) -> bool:
    value = resolve(f"{t.chain.rpartition(':')[0]}:in", date(year, 1, 1)) if t.chain.startswith("yearly:") else t.timex
    stretch = stretch_of(value)
    return stretch is not None and stretch[0].year == year and stretch[0].weekday() == weekday


def _say(detail: str, kind: str = "bounded") -> Evidence:
    return Evidence(kind=f"published-{kind}", detail=detail)
