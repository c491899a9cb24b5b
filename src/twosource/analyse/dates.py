"""Time expressions: which words name a time (TIMEX3 types), and which days are meant (EDTF).

What an expression means is kept in two layers. The symbol holds without any date ("month of publication"); the value is filled
where the report's date is known, and never guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from twosource.analyse.calendar import (
    WEEKDAYS,
    day_of,
    exists,
    month_after,
    month_number,
    nearest_year,
    week_of,
    weekday_near,
)
from twosource.records.analysis import Sentence, TimeExpression
from twosource.records.report import Report

MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|"
    r"Sept(?:ember|\.)?|Sep\.|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
UNIT = r"(?P<unit>day|week|month|year)"
COUNT = r"(?P<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
NUMBERS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
DAYS = {"day": 1, "week": 7}
AHEAD = re.compile(
    r"\b(?:will|shall|expected|scheduled|due|plan(?:s|ned|ning)?|set to|going to|is to|are to|until|by)\b[^.;]{0,80}$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a rule makes of its match."""

    symbol: str
    timex: str | None = None
    value: str | None = None
    kind: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"


Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None], Meaning | None]]
"""Name, pattern, and what it means given the day of publication. The first rule that fits at a place, and the longest, wins."""


def _calendar_day(m: re.Match[str], anchor: date | None) -> Meaning | None:
    month, day = month_number(m["month"]), int(m["day"])
    if not exists(2000, month, day):
        return None
    near = nearest_year(month, day, anchor) if anchor else None
    year = int(m["year"]) if m.groupdict().get("year") else near
    if year is None:
        return Meaning(symbol=f"{day} {m['month']} nearest publication", timex=f"XXXX-{month:02}-{day:02}")
    if not exists(year, month, day):
        return None
    value = f"{year}-{month:02}-{day:02}"
    return Meaning(symbol=value, timex=value, value=value)


def _iso_day(m: re.Match[str], anchor: date | None) -> Meaning | None:
    return Meaning(symbol=m[0], timex=m[0], value=m[0]) if day_of(m[0]) else None


def _month(m: re.Match[str], anchor: date | None) -> Meaning | None:
    month = month_number(m["month"])
    if m.groupdict().get("year"):
        value = f"{m['year']}-{month:02}"
        return Meaning(symbol=value, timex=value, value=value)
    if anchor is None:
        return Meaning(symbol=f"{m['month']} nearest publication", timex=f"XXXX-{month:02}")
    value = f"{nearest_year(month, 15, anchor)}-{month:02}"
    return Meaning(symbol=f"{m['month']} nearest publication", timex=value, value=value)


def _year(m: re.Match[str], anchor: date | None) -> Meaning:
    since = m[0].lower().startswith("since")
    return Meaning(
        symbol=f"since {m['year']}" if since else m["year"], timex=m["year"], value=f"{m['year']}/.." if since else m["year"]
    )


def _decade(m: re.Match[str], anchor: date | None) -> Meaning:
    value = f"{m['decade']}X"
    return Meaning(symbol=f"{m['decade']}0s", timex=m["decade"], value=value)


def _weekday(m: re.Match[str], anchor: date | None) -> Meaning:
    number = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(m["weekday"].lower()))
    which = (m.groupdict().get("which") or "").lower()
    ahead = which == "next" or (which != "last" and bool(AHEAD.search(m.string, 0, m.start())))
    symbol = f"{WEEKDAYS[number].title()} {'after' if ahead else 'before or on the day of'} publication"
    if anchor is None:
        return Meaning(symbol=symbol, timex=f"XXXX-WXX-{number + 1}")
    day = weekday_near(number, anchor, ahead)
    if which == "last" and day == anchor:
        day -= timedelta(days=7)
    return Meaning(symbol=symbol, timex=str(day), value=str(day))


def _day_word(m: re.Match[str], anchor: date | None) -> Meaning:
    steps = {"yesterday": -1, "last night": -1, "tomorrow": 1}
    step = steps.get(m[0].lower(), 0)
    symbol = {-1: "day before publication", 0: "day of publication", 1: "day after publication"}[step]
    value = str(anchor + timedelta(days=step)) if anchor else None
    return Meaning(symbol=symbol, timex=value, value=value)


def _this_unit(m: re.Match[str], anchor: date | None) -> Meaning:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(m["which"].lower(), 0)
    unit = m["unit"].lower()
    symbol = {-1: f"{unit} before that of publication", 0: f"{unit} of publication", 1: f"{unit} after that of publication"}[step]
    value = _moved(anchor, unit, step) if anchor else None
    return Meaning(symbol=symbol, timex=value, value=value)


def _ago(m: re.Match[str], anchor: date | None) -> Meaning:
    count = m["count"].lower()
    number = NUMBERS.get(count) or int(count)
    unit = m["unit"].lower()
    value = _moved(anchor, unit, -number) if anchor else None
    return Meaning(symbol=f"{number} {unit}{'s' * (number > 1)} before publication", timex=value, value=value)


def _moved(anchor: date, unit: str, count: int) -> str:
    """Return the day, week, month or year that lies `count` units from the anchor's, as EDTF."""
    if unit == "year":
        return f"{anchor.year + count:04}"
    if unit == "month":
        return month_after(anchor.year, anchor.month, count)
    day = anchor + timedelta(days=DAYS[unit] * count)
    return week_of(day) if unit == "week" else str(day)


def _rule(name: str, pattern: str, meaning: Callable[[re.Match[str], date | None], Meaning | None], flags: int = 0) -> Rule:
    return name, re.compile(rf"\b{pattern}", flags), meaning


RULES: tuple[Rule, ...] = (
    _rule("iso-day", r"\d{4}-\d\d-\d\d\b", _iso_day),
    _rule("day-month", rf"(?:the )?{DAY}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? {YEAR})?(?!\w)", _calendar_day),
    _rule("month-day", rf"{MONTH} {DAY}(?:st|nd|rd|th)?\b(?:,? {YEAR}\b)?", _calendar_day),
    _rule("month-year", rf"{MONTH},? {YEAR}\b", _month),
    _rule(
        "month",
        r"(?:(?<=\b[iI]n )|(?<=\b[sS]ince )|(?<=\b[uU]ntil )|(?<=\b[lL]ast )|(?<=\b[lL]ate )|(?<=\b[eE]arly ))"
        + MONTH
        + r"(?!\w)",
        _month,
    ),
    _rule("weekday", rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?{WEEKDAY}\b", _weekday),
    _rule("day-word", r"(?:yesterday|today|tonight|tomorrow|last night)\b", _day_word, re.I),
    _rule("this-unit", rf"(?P<which>this|last|past|previous|next|coming) {UNIT}\b", _this_unit, re.I),
    _rule("ago", rf"{COUNT} {UNIT}s? ago\b", _ago, re.I),
    _rule("decade", r"(?:the )?(?P<decade>1[5-9]\d|20\d)0s\b", _decade),
    _rule(
        "year",
        rf"(?:(?:[Ss]ince )|(?<=\b[iI]n )|(?<=\b[bB]y )|(?<=\b[oO]f )|(?<=\b[uU]ntil )|(?<=\b[fF]rom )){YEAR}\b(?![-\d%])",
        _year,
    ),
)


def find_times(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report, in order; no two overlap."""
    anchor = day_of(report.published)
    found: list[TimeExpression] = []
    for sentence in sentences:
        found += _in_sentence(report, sentence, anchor)
    return tuple(found)


def _in_sentence(report: Report, sentence: Sentence, anchor: date | None) -> list[TimeExpression]:
    text = report.text[sentence.span.start : sentence.span.end]
    hits = [
        (m.start(), -m.end(), order, name, m, meaning)
        for order, (name, pattern, meaning) in enumerate(RULES)
        for m in pattern.finditer(text)
    ]
    out: list[TimeExpression] = []
    at = 0
    for start, minus_end, _, name, match, meaning in sorted(hits, key=lambda h: h[:3]):
        means = meaning(match, anchor) if start >= at else None
        if means is None:
            continue
        at = -minus_end
        span = report.span(sentence.span.start + start, sentence.span.start + at)
        out.append(
            TimeExpression(span=span, kind=means.kind, symbol=means.symbol, timex=means.timex, value=means.value, rule=name)
        )
    return out
