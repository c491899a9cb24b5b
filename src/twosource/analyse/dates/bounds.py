"""From, until, as of: what the word before a time makes of it, and two times that are one range."""

import re
from dataclasses import replace

from twosource.records.analysis import Direction, TimeExpression
from twosource.records.report import Report
from twosource.text.deixis import describe, resolve
from twosource.text.intervals import days_of
from twosource.text.timex import edtf_of

REACH = 24
_BEFORE = re.compile(
    r"\b(since|until|till|by|before|after|as of|as at|from|between|beginning|starting)(?: (?:on|in|at least|"
    r"around|about|the))? $",
    re.I,
)
_DIRECTIONS: dict[str, Direction] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "as of": "as-of",
    "as at": "as-of",
}
_JOINS: dict[str, tuple[str, ...]] = {"from": (" to ", " until ", " till ", " through "), "between": (" and ",)}


def find_direction(text: str, start: int) -> Direction | None:
    """Return what the word before a time says of it."""
    found = _BEFORE.search(text, max(0, start - REACH), start)
    return _DIRECTIONS.get(found[1].lower()) if found else None


def join_ranges(report: Report, found: list[TimeExpression]) -> list[TimeExpression]:
    """Return the expressions with each "from ... to ..." and "between ... and ..." made one, its ends kept."""
    out: list[TimeExpression] = []
    for t in found:
        joined = _join(report, out[-1], t) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(t)
    return out


def _join(report: Report, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    before = _BEFORE.search(report.text, max(0, a.span.start - REACH), a.span.start)
    joins = _JOINS.get(before[1].lower(), ()) if before else ()
    if a.ends or a.grain is None or a.grain != b.grain or report.text[a.span.end : b.span.start].lower() not in joins:
        return None
    a = _with_year(a, b)
    symbol = f"{a.symbol} to {b.symbol}"
    span = report.span(a.span.start, b.span.end)
    if not (a.value and b.value):
        return replace(a, span=span, symbol=symbol, value=None, ends=(a, b), chain="", rule="range")
    first, last = days_of(a.value), days_of(b.value)
    if not first or not last or first[0] > last[1]:
        return None
    value = f"{a.value.split('/')[0]}/{b.value.split('/')[-1]}"
    return replace(a, span=span, symbol=symbol, value=value, ends=(a, b), chain="", rule="range", alternatives=())


def _with_year(a: TimeExpression, b: TimeExpression) -> TimeExpression:
    """Return "July" of "between July and August 2030" in the year that stands behind the other."""
    if not (a.chain.startswith("yearly:") and b.chain.startswith("=") and b.timex):
        return a
    chain = f"={b.timex[:4]}>{a.chain.rpartition(':')[0]}:in"
    timex = resolve(chain, None)
    return replace(a, chain=chain, symbol=describe(chain), timex=timex, value=edtf_of(timex), alternatives=())


def open_end(value: str | None, direction: Direction | None) -> str | None:
    """Return the interval that begins with a time of "since 2006"; other times as they are."""
    return f"{value.split('/')[0]}/.." if value and direction == "since" else value
