"""Calendar arithmetic in EDTF (ISO 8601-2:2019 levels 0 and 1): days, months, years and closed intervals of days."""

import re
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FIRST_YEAR, LAST_YEAR = 1200, 9000
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def day_of(published: str | None) -> date | None:
    """Return the day that a report's EDTF date begins with; None where it names no single day or one outside 1200 to 9000."""
    match = DAY.match(published or "")
    if match is None or "/" in (published or ""):
        return None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    # Steps of up to 999 years from the date must stay inside the calendar of `datetime`.
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation ("Sept.")."""
    start = name.lower().rstrip(".")[:3]
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(start))


def exists(year: int, month: int, day: int) -> bool:
    """True when the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def nearest_year(month: int, day: int, anchor: date) -> int | None:
    """Return the year in which that day lies nearest to the anchor; None for a day no such year has."""
    years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if exists(y, month, day)]
    return min(years, key=lambda y: (abs((date(y, month, day) - anchor).days), y), default=None)


def weekday_near(weekday: int, anchor: date, ahead: bool) -> date:
    """Return that weekday on or before the anchor, or after it; news calls the day of publication by its name too."""
    back = (anchor.weekday() - weekday) % 7
    return anchor + timedelta(days=(7 - back)) if ahead else anchor - timedelta(days=back)


def week_of(day: date) -> str:
    """Return the week, Monday to Sunday, as an EDTF interval."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def month_after(year: int, month: int, count: int) -> str:
    """Return the month `count` months after (before, if negative) a month, as EDTF."""
    index = year * 12 + month - 1 + count
    return f"{index // 12:04}-{index % 12 + 1:02}"
