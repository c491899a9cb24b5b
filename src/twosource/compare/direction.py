"""Which of two reports came first, by their dates and credits."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import PurePath

from twosource.compare.credit import names_outlet
from twosource.records.analysis import Analysis
from twosource.records.evidence import Evidence
from twosource.records.report import Report

ZONE_DOUBT = timedelta(hours=14)
"""How far a time without a zone may lie from the same figures in UTC."""
CREDIT_WEIGHT = 2.0
"""A report that names the other's outlet as its source outweighs a date."""
TIME_WEIGHT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The time in which a report came out, as far as its date tells."""

    earliest: datetime
    latest: datetime
    zoned: bool


@lru_cache(maxsize=10_000)
def read_window(published: str | None) -> Window | None:
    """Return the window of an EDTF date, date-time or closed interval; None for anything else."""
    first, _, last = (published or "").partition("/")
    start, end = _read_moment(first), _read_moment(last or first)
    if start is None or end is None:
        return None
    return Window(earliest=start.earliest, latest=end.latest, zoned=start.zoned and end.zoned)


def came_before(a: Report, b: Report) -> bool:
    """True when the dates of two reports leave no doubt that `a` came out first."""
    one, other = read_window(a.published), read_window(b.published)
    if one is None or other is None:
        return False
    doubt = timedelta() if one.zoned is other.zoned else ZONE_DOUBT
    return one.latest + doubt < other.earliest


def judge_direction(a: Analysis, b: Analysis) -> tuple[float, tuple[Evidence, ...]]:
    """Return how far dates and credits speak for `a` as the parent of `b` (negative: for `b`), and the reasons."""
    weight = 0.0
    reasons: list[Evidence] = []
    for sign, parent, child in ((1, a, b), (-1, b, a)):
        named, spans = names_outlet(child, parent.report)
        if named:
            weight += sign * CREDIT_WEIGHT
            detail = f"{label(child.report)} names {parent.report.outlet} as a source."
            reasons.append(Evidence(kind="credit", detail=detail, score=CREDIT_WEIGHT, spans=spans))
        if came_before(parent.report, child.report):
            weight += sign * TIME_WEIGHT
            detail = f"{label(parent.report)} is dated {parent.report.published}, {label(child.report)} {child.report.published}."
            reasons.append(Evidence(kind="time", detail=detail, score=TIME_WEIGHT))
    return weight, tuple(reasons)


def label(report: Report) -> str:
    """Return how a report is called in reasons: its outlet, or else what the user calls it, without folder and ending."""
    return report.outlet or PurePath(report.key).stem or report.key


def _read_moment(text: str) -> Window | None:
    try:
        if len(text) == len("2000-01-01"):
            day = datetime.combine(date.fromisoformat(text), time(), UTC)
            return Window(earliest=day, latest=day + timedelta(days=1, microseconds=-1), zoned=True)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    zoned = moment.tzinfo is not None
    moment = moment if zoned else moment.replace(tzinfo=UTC)
    return Window(earliest=moment, latest=moment, zoned=zoned)
