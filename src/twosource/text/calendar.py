"""The calendar of newspapers: days, weeks, months, quarters, seasons, holidays, and which of them is meant.

Everything here is a stretch of whole days `(first, last)`, both inside.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Stretch = tuple[date, date]
Which = Literal["near", "back", "soon", "last", "ahead", "next", "in"]
"""Which of several: the nearest; the last to have begun; the same, or one that begins within two months; the last that is over;
the first not over; the first to come; the one of the year (week, for a weekday) that is spoken of."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of a season in the north; a season of a year's end runs into the next year."""
FIRST_YEAR, LAST_YEAR = 1200, 9000
"""Years outside are no dates of news; steps of up to 999 years stay inside the calendar of `datetime`."""

SOON = timedelta(days=60)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIXED = {
    "new-year": (1, 1),
    "new-years-eve": (12, 31),
    "valentines": (2, 14),
    "independence-day": (7, 4),
    "halloween": (10, 31),
    "veterans-day": (11, 11),
    "armistice-day": (11, 11),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing-day": (12, 26),
    "may-day": (5, 1),
    "bastille-day": (7, 14),
}
_BY_WEEKDAY = {  # month, weekday, which (-1: the last)
    "thanksgiving": (11, 3, 4),
    "labor-day": (9, 0, 1),
    "memorial-day": (5, 0, -1),
    "presidents-day": (2, 0, 3),
    "king-day": (1, 0, 3),
    "mothers-day": (5, 6, 2),
    "columbus-day": (10, 0, 2),
}
_BY_EASTER = {"easter": 0, "good-friday": -2, "easter-monday": 1, "palm-sunday": -7, "pentecost": 49, "ash-wednesday": -46}


def day_of(published: str | None) -> date | None:
    """Return the day that a report's EDTF date begins with; None where it names no single day or one outside 1200 to 9000."""
    match = _DAY.match(published or "")
    if match is None or "/" in (published or ""):
        return None
    day = make_day(*map(int, match.groups()))
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def make_day(year: int, month: int, day: int) -> date | None:
    """Return that day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_stretch(year: int, month: int, months: int = 1) -> Stretch:
    """Return the `months` months that begin with this one; `month` may lie outside 1 to 12."""
    index = year * 12 + month - 1
    first, after = (date(i // 12, i % 12 + 1, 1) for i in (index, index + months))
    return first, after - timedelta(days=1)


def week_stretch(day: date) -> Stretch:
    """Return the week, Monday to Sunday, that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def choose(stretches: Iterable[Stretch], anchor: date, which: Which) -> Stretch | None:
    """Return the one that is meant, seen from the anchor; None where none fits. The earlier one wins a tie."""
    every = sorted(stretches)
    fits: dict[Which, Callable[[Stretch], bool]] = {
        "near": lambda s: True,
        "back": lambda s: s[0] <= anchor,
        "soon": lambda s: s[0] <= anchor + SOON,
        "last": lambda s: s[1] < anchor,
        "ahead": lambda s: s[1] >= anchor,
        "next": lambda s: s[0] > anchor,
        "in": lambda s: s[0].year == anchor.year,
    }
    left = [s for s in every if fits[which](s)]
    if not left:
        return None
    if which in ("back", "soon", "last"):
        return left[-1]
    return min(left, key=lambda s: _distance(s, anchor)) if which == "near" else left[0]


def weekday_stretch(weekday: int, anchor: date, which: Which) -> Stretch | None:
    """Return that weekday seen from the anchor, which may be the day itself.

    The near one is the last that has begun, or tomorrow: who means the day six days ago says so.
    """
    days = (anchor + timedelta(days=step) for step in range(-7, 8))
    if which == "in":
        first, _ = week_stretch(anchor)
        day = first + timedelta(days=weekday)
        return day, day
    if which == "near":
        which = "next" if (weekday - anchor.weekday()) % 7 == 1 else "back"
    return choose(((d, d) for d in days if d.weekday() == weekday), anchor, which)


def yearly(name: str, anchor: date, which: Which) -> Stretch | None:
    """Return what comes once a year, seen from the anchor: "08-30", "07", "Q3", "SU", or a holiday's name."""
    for reach in (2, 8):  # 29 February may be eight years off
        years = range(anchor.year - reach, anchor.year + reach + 1)
        found = choose((s for y in years if (s := in_year(name, y))), anchor, which)
        if found or which == "in":
            return found
    return None


@lru_cache(maxsize=4096)
def in_year(name: str, year: int) -> Stretch | None:
    """Return what `yearly` names in one year, or None where that year has none."""
    if name[0] == "Q":
        return month_stretch(year, 3 * int(name[1]) - 2, 3)
    if name in SEASONS:
        return month_stretch(year, SEASONS[name], 3)
    if name[:2].isdigit():
        month, _, number = name.partition("-")
        if not number:
            return month_stretch(year, int(month))
        day = make_day(year, int(month), int(number))
    else:
        day = _holiday(name, year)
    return (day, day) if day else None


def _holiday(name: str, year: int) -> date | None:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _BY_EASTER:
        return _easter(year) + timedelta(days=_BY_EASTER[name])
    if name == "election-day":  # the Tuesday after the first Monday of November
        return _nth_weekday(year, 11, 0, 1) + timedelta(days=1)
    return _nth_weekday(year, *_BY_WEEKDAY[name])


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first, last = month_stretch(year, month)
    if nth < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    # The Gregorian computus (Meeus, Jones, Butcher).
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, fourth = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * fourth + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _distance(stretch: Stretch, anchor: date) -> int:
    middle = stretch[0].toordinal() + stretch[1].toordinal()
    return abs(middle - 2 * anchor.toordinal())
