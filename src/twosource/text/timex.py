"""TIMEX3 values read: how fine they are, which days they may mean, and the same as EDTF (ISO 8601-2)."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from twosource.text.calendar import SEASONS, Stretch, make_day, month_stretch, week_stretch

Grain = Literal["time", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(?:(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI))")
_LONG = re.compile(r"\d{2,4}")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")


@lru_cache(maxsize=65536)
def stretch_of(value: str | None) -> Stretch | None:
    """Return the first and last day of a calendar value; None for durations, sets, open and unknown values."""
    if not value or not value[0].isdigit():
        return None
    if m := _DAY.fullmatch(value):
        day = make_day(int(m[1]), int(m[2]), int(m[3]))
        return (day, day) if day else None
    if m := _WEEK.fullmatch(value):
        try:
            first, last = week_stretch(date.fromisocalendar(int(m[1]), int(m[2]), 1))
        except ValueError:
            return None
        return (last - timedelta(days=1), last) if m[3] else (first, last)
    if m := _PART.fullmatch(value):
        return _part(int(m[1]), m[2], m[3], m[4], m[5])
    if _LONG.fullmatch(value) and int(value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return date(first, 1, 1), date(first + years - 1, 12, 31)
    return None


def _part(year: int, month: str | None, quarter: str | None, half: str | None, season: str | None) -> Stretch | None:
    if not 0 < year < 9999:
        return None
    if month:
        return month_stretch(year, int(month)) if 1 <= int(month) <= 12 else None
    if quarter:
        return month_stretch(year, 3 * int(quarter) - 2, 3)
    return month_stretch(year, 6 * int(half) - 5, 6) if half else month_stretch(year, SEASONS[season or "SP"], 3)


@lru_cache(maxsize=65536)
def grain_of(value: str | None) -> Grain | None:
    """Return how fine a calendar value is; None for all else."""
    if stretch_of(value) is None or value is None:
        return None
    if len(value) >= 10:
        return "weekend" if value.endswith("WE") else "time" if "T" in value else "day"
    if len(value) <= 4:
        return "century" if len(value) == 2 else "decade" if len(value) == 3 else "year"
    mark = value[5]
    if mark in "WQH" and value[6:].isdigit():
        return "week" if mark == "W" else "quarter" if mark == "Q" else "half"
    return "month" if value[5:].isdigit() else "season"


@lru_cache(maxsize=65536)
def edtf_of(value: str | None) -> str | None:
    """Return a calendar value as EDTF of level 0 or 1, or None; what the levels have no form for becomes a closed interval.

    A season's months are approximate: half the world has them at another time of the year.
    """
    grain, stretch = grain_of(value), stretch_of(value)
    if grain is None or stretch is None or value is None:
        return None
    first, last = stretch
    match grain:
        case "time":
            return _moment(value)
        case "day" | "month" | "year":
            return value
        case "decade" | "century":
            return value.ljust(4, "X")
        case "week" | "weekend":
            return f"{first}/{last}"
        case "season":
            return f"{str(first)[:7]}~/{str(last)[:7]}~"
        case _:
            return f"{str(first)[:7]}/{str(last)[:7]}"


def _moment(value: str) -> str:
    clock = _CLOCK.match(value, 10)
    if not clock or int(clock[1]) > 23 or int(clock[2] or 0) > 59:
        return value[:10]
    return f"{value[:10]}T{clock[1]}:{clock[2] or '00'}:00"
