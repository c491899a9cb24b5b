"""Where the marks of the timeline stand: days near the reports to scale, earlier and later ones in bands beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.render.labels import counted
from twosource.text.calendar import MONTHS, Stretch

NEAR = timedelta(days=45)
"""Days this far from the last report are drawn to scale."""
WIDTH, LABELS, ROW, TOP = 1000, 245, 28, 34
"""Units of the drawing: its width, that of the column of times, the height of a row and of the axis."""
BAND, GAP, SHORT = 130, 16, 26
"""Width of a band beside the scale, the gap to it, and the length of a bar in it."""
STEP = 5
"""Ticks of one day stand so far beside one another."""
MOST = 24
"""More rows are in the table alone."""
LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One time, and the day of first report with the hue of each voice that told of it."""

    days: Stretch | None
    ticks: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A row of the drawing; places are in units from the left and the top."""

    label: str
    y: int
    low: int
    high: int
    """Equal to `low` for a dot."""
    open: bool
    """The bar has no known end."""
    ticks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The drawing of a timeline."""

    rows: tuple[ChartRow, ...]
    axis: tuple[tuple[int, str], ...]
    """Place and words of each mark on the axis."""
    earlier: int | None
    """Middle of the band of earlier times, where there is one."""
    later: int | None
    height: int
    left: int
    left_of_rule: int
    right_of_rule: int
    desc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: date
    last: date
    low: int
    high: int

    def place(self, day: date) -> int:
        span = max(1, (self.last - self.first).days)
        part = (min(max(day, self.first), self.last) - self.first).days / span
        return round(self.low + part * (self.high - self.low))


def lay_out(marks: Sequence[Mark], labels: Sequence[str]) -> Chart | None:
    """Return the drawing of the first rows, or None where fewer than two times have a place in the calendar."""
    drawn = [(m, label) for m, label in zip(marks, labels, strict=True) if m.days][:MOST]
    if len(drawn) < LEAST:
        return None
    window = _window([m for m, _ in drawn])
    sides = [_side(m, window) for m, _ in drawn]
    scale = _Scale(
        first=window[0],
        last=window[1],
        low=LABELS + GAP + (BAND + GAP if -1 in sides else 0),
        high=WIDTH - GAP - (BAND + GAP if 1 in sides else 0),
    )
    rows = tuple(_row(m, label, TOP + ROW * i + ROW // 2, _band(sides, i), scale) for i, (m, label) in enumerate(drawn))
    return Chart(
        rows=rows,
        axis=_axis(scale),
        earlier=LABELS + GAP + BAND // 2 if -1 in sides else None,
        later=WIDTH - GAP - BAND // 2 if 1 in sides else None,
        height=TOP + ROW * len(rows) + 6,
        left=LABELS,
        left_of_rule=scale.low,
        right_of_rule=scale.high,
        desc=_describe(drawn),
    )


def _window(marks: Sequence[Mark]) -> Stretch:
    """Return the days drawn to scale: around the last report, or where none is dated all that are named."""
    told = [day for m in marks for day, _ in m.ticks]
    days = [m.days for m in marks if m.days]
    if not told:
        ends = [d for s in days for d in s if d not in (date.min, date.max)]
        return min(ends), max(ends)
    near = max(told) - NEAR, max(told) + NEAR
    inside = [d for s in days for d in s if near[0] <= s[0] and s[1] <= near[1]]
    inside += [day for day in told if near[0] <= day]
    return min(inside) - timedelta(days=1), max(inside) + timedelta(days=1)


def _side(mark: Mark, window: Stretch) -> int:
    """Return -1, 0 or 1: before the scale, on it, after it."""
    if mark.days is None or mark.days[0] < window[0]:
        return -1
    return 1 if mark.days[0] > window[1] else 0


def _band(sides: Sequence[int], i: int) -> tuple[int, float]:
    """Return the side of a row and its place (0 to 1) among those of its side, which stand in order, not to scale."""
    same = [k for k, side in enumerate(sides) if side == sides[i]]
    return sides[i], (same.index(i) + 0.5) / len(same)


def _row(mark: Mark, label: str, y: int, band: tuple[int, float], scale: _Scale) -> ChartRow:
    side, part = band
    first, last = mark.days or (scale.first, scale.first)
    if side == 0:
        low, high = scale.place(first), scale.place(last)
    else:
        start = LABELS + GAP if side < 0 else WIDTH - GAP - BAND
        low = round(start + part * (BAND - SHORT))
        high = low if first == last else low + SHORT
    places = [scale.place(day) for day, _ in mark.ticks]
    ticks = tuple((x + STEP * places[:k].count(x), slot) for k, (x, (_, slot)) in enumerate(zip(places, mark.ticks, strict=True)))
    return ChartRow(label=label, y=y, low=low, high=high, open=last == date.max, ticks=ticks)


def _axis(scale: _Scale) -> tuple[tuple[int, str], ...]:
    days = (scale.last - scale.first).days
    if days > 2 * NEAR.days + 2:
        step = max(1, days // 365 // 5)
        years = range(scale.first.year + 1, scale.last.year + 1, step)
        return tuple((scale.place(date(y, 1, 1)), str(y)) for y in years)
    step = max(1, -(-days // 6))
    shown = [scale.first + timedelta(days=k) for k in range(1, days, step)]
    return tuple((scale.place(d), f"{d.day} {MONTHS[d.month - 1][:3]}") for d in shown)


def _describe(drawn: Sequence[tuple[Mark, str]]) -> str:
    told = counted(sum(len(m.ticks) for m, _ in drawn), "tick")
    ends = f"{len(drawn)} times from {drawn[0][1]} to {drawn[-1][1]}"
    return f"{ends}, with {told} where a voice was first heard. The table below says the same."
