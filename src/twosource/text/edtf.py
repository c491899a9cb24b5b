"""Dates and times as EDTF (ISO 8601-2) strings: told from other words, and laid on a line."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_DAY = r"\d{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?"
_CLOCK = r"(?P<h>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d))?(?:[.,]\d{1,9})?"
_ZONE = r"Z|[+-]\d\d:?(?:\d\d)?"
_MOMENT = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d)[T ]{_CLOCK} ?(?P<zone>{_ZONE}|UTC|GMT)?", re.I)
_DATE = re.compile(rf"(?P<day>{_DAY})(?P<doubt>[?~%]?)")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|[A-Z]{1,4})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"{_WEEKDAY}(?:(?P<m1>{_NAME})\.? (?P<d1>{_NTH}),?|(?P<d2>{_NTH}) (?P<m2>{_NAME})\.?,?) (?P<year>\d{{4}})", re.I
)
LONGEST = 80
"""A longer string is no date."""


def to_edtf(value: str) -> str | None:
    """Return a date, date-time or interval as an EDTF string of its own precision, or None where it is none of these.

    Besides EDTF, what feeds and pages use is understood: "2023-09-05 14:00:00+0200", RFC 5322, "September 5, 2023".
    Day/month orders that can be read two ways ("05/09/2023") are not dates. Midnight to the second without a zone is how programs
    write a day, and becomes one.
    """
    words = " ".join(value[: LONGEST + 1].split())
    if not words or len(words) > LONGEST:
        return None
    start, slash, end = words.partition("/")
    if slash:
        ends = [part if part in ("..", "") else _single(part) for part in (start.strip(), end.strip())]
        known = [e for e in ends if e and e != ".."]
        valid = None not in ends and known and (len(known) < 2 or _earliest(known[0]) <= _earliest(known[1]))
        return "/".join(e or "" for e in ends) if valid else None
    return _single(words)


def day_range(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and the last day an EDTF string of `to_edtf` may mean (UTC where it has a zone), or None without one."""
    if not edtf:
        return None
    parts = [p for p in edtf.split("/") if p and p != ".."]
    if not parts:
        return None
    return _earliest(parts[0]).date(), _latest(parts[-1])


def first_moment(edtf: str | None) -> datetime | None:
    """Return the earliest moment an EDTF string of `to_edtf` may mean, or None; a time without a zone is taken for UTC."""
    parts = [p for p in (edtf or "").split("/") if p and p != ".."]
    return _earliest(parts[0]) if parts else None


def _single(words: str) -> str | None:
    for reader in (_read_date, _read_moment, _read_basic, _read_mail, _read_written):
        found = reader(words)
        if found:
            return found
    return None


def _read_date(words: str) -> str | None:
    match = _DATE.fullmatch(words)
    return words if match and _is_day(match["day"]) else None


def _read_moment(words: str) -> str | None:
    match = _MOMENT.fullmatch(words)
    if not match or not _is_day(match["day"]) or not _is_clock(match["h"], match["m"], match["s"]):
        return None
    if match["s"] == "00" and match["h"] + match["m"] == "0000" and not match["zone"]:
        return match["day"]
    clock = ":".join(part for part in (match["h"], match["m"], match["s"]) if part)
    return f"{match['day']}T{clock}{_zone(match['zone'])}"


def _read_basic(words: str) -> str | None:
    match = _BASIC.fullmatch(words)
    day = match and "-".join(match.groups())
    return day if day and _is_day(day) and 1900 <= int(day[:4]) <= 2100 else None


def _read_mail(words: str) -> str | None:
    if not _MAIL.fullmatch(words):
        return None
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    return _zulu(moment.isoformat(timespec="seconds"))


def _read_written(words: str) -> str | None:
    match = _WRITTEN.fullmatch(words)
    if not match:
        return None
    month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
    number = int((match["d1"] or match["d2"]).rstrip("stndrhSTNDRH"))
    day = f"{match['year']}-{month:02}-{number:02}"
    return day if _is_day(day) else None


def _is_day(day: str) -> bool:
    year, month, number = [*day.split("-"), "XX", "XX"][:3]
    if month == "XX":
        return number == "XX" and int(year) > 0
    try:
        date(int(year), int(month), 1 if number == "XX" else int(number))
    except ValueError:
        return False
    return True


def _is_clock(hour: str, minute: str, second: str | None) -> bool:
    return int(hour) < 24 and int(minute) < 60 and int(second or 0) < 60


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _zulu(moment: str) -> str:
    return moment.removesuffix("+00:00") + "Z" if moment.endswith("+00:00") else moment


def _earliest(single: str) -> datetime:
    day, _, clock = single.rstrip("?~%").partition("T")
    year, month, number = [*day.split("-"), "01", "01"][:3]
    start = f"{year}-{month.replace('XX', '01')}-{number.replace('XX', '01')}"
    moment = datetime.fromisoformat(f"{start}T{clock or '00:00'}")
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _latest(single: str) -> date:
    day, _, clock = single.rstrip("?~%").partition("T")
    if clock:
        return _earliest(single).date()
    year, month, number = [*day.split("-"), "XX", "XX"][:3]
    if month == "XX":
        return date(int(year), 12, 31)
    if number == "XX":
        following = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1) if (year, month) != ("9999", "12") else date.max
        return following - timedelta(days=1) if following != date.max else date.max
    return date(int(year), int(month), int(number))
