"""What words for a time mean, as a chain of steps that holds without any date, and what day it comes to once a date is known.

A chain is steps joined by ">", each taking the TIMEX3 value before it (the first: the day of publication) to the next:

    =1998-08          that value, whatever came before
    week:-1           the week before the one that holds it (also hour, day, weekend, month, quarter, half, year, decade, century)
    later:year:-1     the same so many units off, of its own grain: a year before 1989-Q3 is 1988-Q3
    weekday:0:back    the Monday of that kind (see `calendar.Which`)
    yearly:08-30:near that day of the year; also a month "07", a quarter "Q3", a half "H1", a season "SU", a holiday's name
    part:TMO          that part or hour of the day
    edge:start        its first day; edge:end its last

"Later that day" in a report that said "Monday" is `weekday:0:back`; "the week after" would be `weekday:0:back>week:1`.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import cast

from twosource.text.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Stretch,
    Which,
    month_stretch,
    weekday_stretch,
    yearly,
)
from twosource.text.timex import stretch_of

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")
_PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
_WORDS: dict[str, str] = {
    "near": "nearest publication",
    "back": "before or on the day of publication",
    "soon": "before or about publication",
    "last": "before publication",
    "ahead": "on or after the day of publication",
    "next": "after publication",
    "in": "",
}


@lru_cache(maxsize=65536)
def resolve(chain: str, anchor: date | None) -> str | None:
    """Return the TIMEX3 value of a chain seen from the day of publication, or None where that is needed and not known.

    Without it, what comes again and again is given open: "XXXX-07", "XXXX-WXX-1".
    """
    value = str(anchor) if anchor else None
    for step in chain.split(">"):
        value = _step(step, value)
    return value


@lru_cache(maxsize=8192)
def describe(chain: str) -> str:
    """Return the chain in words: "month of publication", "Monday before or on the day of publication"."""
    said = ""
    for step in chain.split(">"):
        said = _say(step, said)
    return said


def _step(step: str, value: str | None) -> str | None:
    if step[0] == "=":
        return step[1:]
    verb, _, rest = step.partition(":")
    if verb == "part":
        return f"{value[:10]}{rest}" if value and value[0] != "P" else None
    stretch = stretch_of(value)
    if stretch is None:
        return _open(verb, rest) if value is None or value.startswith("XXXX") else None
    if not FIRST_YEAR <= stretch[0].year <= LAST_YEAR:
        return None
    if verb == "later":
        unit, _, count = rest.partition(":")
        return _shift(cast(str, value), stretch, unit, int(count))
    if verb == "edge":
        return str(stretch[0 if rest == "start" else 1])
    if verb in UNITS:
        return unit_value(verb, stretch[0], int(rest))
    name, _, which = rest.rpartition(":")
    if verb == "weekday":
        found = weekday_stretch(int(name), stretch[0], cast(Which, which))
        return str(found[0]) if found else None
    if name[0] == "H":
        return _half(int(name[1]), stretch[0], which)
    found = yearly(name, stretch[0], cast(Which, which))
    return _yearly_value(name, found) if found else None


def _open(verb: str, rest: str) -> str | None:
    name, _, _ = rest.rpartition(":")
    if verb == "weekday":
        return f"XXXX-WXX-{int(name) + 1}"
    return f"XXXX-{name}" if verb == "yearly" and (name[:2].isdigit() or name in SEASONS or name[0] in "QH") else None


def unit_value(unit: str, day: date, count: int) -> str:
    """Return the value of the unit `count` after the one that holds the day."""
    if unit == "day":
        return str(day + timedelta(days=count))
    if unit in ("week", "weekend"):
        year, week, _ = (day + timedelta(days=7 * count)).isocalendar()
        return f"{year:04}-W{week:02}{'-WE' if unit == 'weekend' else ''}"
    months = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if months:
        index = (day.year * 12 + day.month - 1) // months + count
        year, part = divmod(index, 12 // months)
        return f"{year:04}-{part + 1:02}" if months == 1 else f"{year:04}-{'Q' if months == 3 else 'H'}{part + 1}"
    if unit == "year":
        return f"{day.year + count:04}"
    return f"{day.year // 10 + count:03}" if unit == "decade" else f"{day.year // 100 + count:02}"


def _shift(value: str, stretch: Stretch, unit: str, count: int) -> str | None:
    """Return the value of the same grain that lies so many units off; of the unit's grain where that is coarser."""
    first = stretch[0]
    if unit in ("day", "week"):
        moved = first + timedelta(days=count * (7 if unit == "week" else 1))
        return str(moved) if len(value) >= 10 else unit_value(unit, first, count)
    months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    start, end = month_stretch(first.year, first.month + months)
    if len(value) == 10 and value[4] == "-":
        return str(start.replace(day=min(first.day, end.day)))
    if len(value) == 7 and value[5] == "Q":
        return unit_value("quarter", start, 0)
    if len(value) == 7 and value[5] == "H":
        return unit_value("half", start, 0)
    if len(value) == 7 and value[5:].isdigit():
        return unit_value("month", start, 0)
    return unit_value("year" if unit == "year" else unit, first, count)


def _half(number: int, day: date, which: str) -> str:
    year = day.year - 1 if which in ("last", "back") and number == 2 and day.month < 7 else day.year
    return f"{year:04}-H{number}"


def _yearly_value(name: str, found: Stretch) -> str:
    first, last = found
    if name[0] == "Q" or name in SEASONS:
        return f"{first.year:04}-{name}"
    return str(first) if first == last else f"{first.year:04}-{first.month:02}"


def _say(step: str, before: str) -> str:
    if step[0] == "=":
        return step[1:]
    verb, _, rest = step.partition(":")
    base = before or "publication"
    if verb == "part":
        return f"{before or 'day of publication'}, {_PARTS.get(rest, rest.removeprefix('T'))}"
    if verb == "edge":
        return f"{'first' if rest == 'start' else 'last'} day of {base}"
    if verb in ("later", *UNITS):
        unit, _, number = rest.rpartition(":") if verb == "later" else (verb, "", rest)
        return _say_count(unit, int(number), base, verb == "later")
    name, _, which = rest.rpartition(":")
    words = WEEKDAYS[int(name)] if verb == "weekday" else _say_yearly(name)
    if which == "in":
        return f"{words} of the {base}" if before and not before[0].isdigit() else f"{words} of {base}"
    return f"{words} {_WORDS[which].replace('publication', base)}"


def _say_count(unit: str, count: int, base: str, exact: bool) -> str:
    if count == 0:
        return f"{unit} of {base}"
    side = "before" if count < 0 else "after"
    if abs(count) == 1:
        return f"{unit} {side} {base}" if exact or unit == "day" else f"{unit} {side} that of {base}"
    return f"{abs(count)} {unit}s {side} {base}"


def _say_yearly(name: str) -> str:
    if name[:2].isdigit():
        month, _, day = name.partition("-")
        return f"{int(day)} {MONTHS[int(month) - 1]}" if day else MONTHS[int(month) - 1]
    seasons = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
    return seasons.get(name) or name.replace("-", " ")
