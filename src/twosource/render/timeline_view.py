"""The timeline: events in the order they happened, beside the order in which they were told, one tick for each voice."""

from dataclasses import dataclass

from twosource.records.account import TimelineEntry
from twosource.records.comparison import Origin
from twosource.records.statement import Statement, StatementTime
from twosource.render.families import Family
from twosource.render.inline import Line, shown
from twosource.render.labels import Labels, first_up, spelled, time_words
from twosource.render.rows_view import refs
from twosource.render.timeline_chart import Chart, Mark, lay_out
from twosource.render.words import statement_line
from twosource.text.intervals import days_of

NOT_DATED = "no report is dated"


@dataclass(frozen=True, slots=True, kw_only=True)
class TickView:
    """A voice that told of a time, and when it was first heard."""

    label: str
    when: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """One line of the timeline."""

    time: str
    shape: str
    """ "dot" for a day, "bar" for an interval."""
    line: Line
    refs: Line
    origins: str
    first: str
    told: str
    """Its place in the order of first report, from "1"; "" where no report is dated."""
    ticks: tuple[TickView, ...]
    notes: tuple[str, ...]
    """Where a day was counted from elsewhere than the report's own date; the second reading of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplacedView:
    """A time that hangs on the unknown date of its report."""

    symbol: str
    """What it is as a rule: "month of publication"."""
    refs: Line


def view_timeline(labels: Labels, home: dict[str, Family]) -> tuple[tuple[TimelineView, ...], Chart | None]:
    """Return the lines of the timeline in order of the events, and its drawing, None where there is too little to draw."""
    entries = [e for e in labels.story.timeline if any(s in labels.statements for s in e.statements)]
    told = _rank([e.first_reported for e in entries])
    voices = {o.id: o for c in labels.story.claims for o in c.origins}
    rows = []
    marks = []
    for entry, place in zip(entries, told, strict=True):
        heard = [(voices[o], _first_heard(labels, voices[o], entry)) for o in entry.origins if o in voices]
        ticks = tuple(
            TickView(label=shown(o.label), when=time_words(r and labels.reports[r].published), slot=_slot(home, o, r))
            for o, r in heard
        )
        rows.append(_row(labels, home, entry, place, ticks))
        days = [(days_of(labels.reports[r].published), t.slot) for (_, r), t in zip(heard, ticks, strict=True) if r]
        marks.append(Mark(days=days_of(entry.value), ticks=tuple((d[0], slot) for d, slot in days if d)))
    return tuple(rows), lay_out(marks, [r.time for r in rows])


def view_unplaced(labels: Labels, home: dict[str, Family]) -> tuple[UnplacedView, ...]:
    """Return the times that hang on a date no report gives, the most told first: "this month" is the month of publication."""
    told: dict[str, list[str]] = {}
    for s in labels.statements.values():
        for symbol in {t.symbol for t in s.times if t.value is None and t.about == "event" and t.main and t.symbol}:
            told.setdefault(symbol, []).append(s.id)
    ordered = sorted(told.items(), key=lambda x: (-len(x[1]), x[0]))
    return tuple(UnplacedView(symbol=symbol, refs=refs(labels, home, ids)) for symbol, ids in ordered)


def timeline_title(rows: tuple[TimelineView, ...]) -> str:
    """Say how many times the reports name and whether they were told in the order they happened."""
    if not rows:
        return "No time that the reports name can be placed"
    order = [int(r.told) for r in rows if r.told]
    head = first_up(f"{spelled(len(rows))} {'time' if len(rows) == 1 else 'times'} named in the reports")
    if len(order) < 2:
        return head
    return f"{head}, told {'in the order they happened' if order == sorted(order) else 'in another order than they happened'}"


def _row(labels: Labels, home: dict[str, Family], entry: TimelineEntry, place: str, ticks: tuple[TickView, ...]) -> TimelineView:
    ordered = labels.in_order(entry.statements)
    days = days_of(entry.value)
    return TimelineView(
        time=time_words(entry.value),
        shape="dot" if days and days[0] == days[1] else "bar",
        line=statement_line(labels, ordered[0]),
        refs=refs(labels, home, entry.statements),
        origins=str(max(1, entry.origins_min)),
        first=time_words(entry.first_reported) if entry.first_reported else NOT_DATED,
        told=place,
        ticks=ticks,
        notes=_notes(ordered, entry.value),
    )


def _rank(reported: list[str | None]) -> list[str]:
    known = sorted({r for r in reported if r})
    return [str(known.index(r) + 1) if r else "" for r in reported]


def _first_heard(labels: Labels, origin: Origin, entry: TimelineEntry) -> str | None:
    """Return the first dated report in which a voice tells what stands at a time."""
    said = {labels.statements[s].report for s in entry.statements if s in origin.statements and s in labels.statements}
    dated = sorted((labels.reports[r].published or "", labels.order[r], r) for r in said if labels.reports[r].published)
    return dated[0][2] if dated else None


def _slot(home: dict[str, Family], origin: Origin, report: str | None) -> str:
    return home[report].slot if report else home[origin.reports[0]].slot


def _notes(statements: list[Statement], value: str) -> tuple[str, ...]:
    times = [t for s in statements for t in s.times if t.value == value and t.main]
    copied = {shown(e.detail) for t in times for e in t.evidence}
    second = {other for t in times if (other := _second(t))}
    return (*sorted(copied), *(f"or {o}, as the words can be read" for o in sorted(second)))


def _second(t: StatementTime) -> str | None:
    return time_words(t.alternatives[1][0]) if len(t.alternatives) > 1 else None


def voices_words(row: TimelineView) -> str:
    """Return who told it and when, one after the other."""
    return "; ".join(f"{t.label}, {t.when}" for t in row.ticks) or (
        NOT_DATED if row.first == NOT_DATED else f"first reported {row.first}"
    )
