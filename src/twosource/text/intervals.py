"""EDTF dates as stretches of days, and how two of them lie to one another. Dates are compared like this, never as strings."""

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from twosource.text.calendar import SEASONS, Stretch, month_stretch
from twosource.text.edtf import day_range
from twosource.text.timex import stretch_of

IntervalRelation = Literal["equal", "inside", "contains", "overlaps", "disjoint"]
"""`inside`: the first is the more precise one. `overlaps`: neither holds the other."""
_OPEN = re.compile(r"\d{2,3}X{1,2}")
_SEASON = re.compile(r"(\d{4})-(2[1-4])[~?%]?")
_NAMES = ("SP", "SU", "FA", "WI")


@lru_cache(maxsize=65536)
def days_of(edtf: str | None) -> Stretch | None:
    """Return the first and last day an EDTF string may mean, or None where it means no days we know.

    An open end reaches to the end of the calendar. What is approximate ("2031-06~") counts with the days it names.
    """
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(edtf)
    first = (date.min, date.min) if start in ("", "..") else _single(start)
    last = (date.max, date.max) if end in ("", "..") else _single(end)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def relate(a: str | None, b: str | None) -> IntervalRelation | None:
    """Return how the days of `a` lie to those of `b`; None where either has none."""
    one, other = days_of(a), days_of(b)
    if one is None or other is None:
        return None
    if one == other:
        return "equal"
    if one[1] < other[0] or other[1] < one[0]:
        return "disjoint"
    if other[0] <= one[0] and one[1] <= other[1]:
        return "inside"
    return "contains" if one[0] <= other[0] and other[1] <= one[1] else "overlaps"


def meet(a: str, b: str) -> bool:
    """True when two times may be one: the same string (or symbol), or closed intervals with a day in common.

    What goes on "since 2006" meets no single time after that: it says when something began.
    """
    return a == b or (".." not in a + b and relate(a, b) not in (None, "disjoint"))


def _single(edtf: str) -> Stretch | None:
    if season := _SEASON.fullmatch(edtf):
        name = _NAMES[int(season[2]) - 21]
        return month_stretch(int(season[1]), SEASONS[name], 3) if 0 < int(season[1]) < 9999 else None
    if _OPEN.fullmatch(edtf):
        return stretch_of(edtf.rstrip("X"))
    try:
        return day_range(edtf)
    except ValueError:
        return None
