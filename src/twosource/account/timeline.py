"""Events in the order of the times that the reports name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from twosource.records.account import Claim, TimelineEntry
from twosource.records.comparison import Origin
from twosource.records.report import Report
from twosource.records.statement import Statement
from twosource.text.intervals import days_of

LAST = "~"
"""Sorts after every date: an undated report is not known to be first."""


def build_timeline(
    statements: Sequence[Statement], claims: Sequence[Claim], reports: Mapping[str, Report]
) -> tuple[TimelineEntry, ...]:
    """Return one entry for each time (EDTF) at which statements place what they tell, in order of their first and last days.

    `origins_min` is that of the best established claim among them. Statements whose time hangs on an unknown date stand in none,
    nor do those of which a time is only named.
    """
    by_value: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        for value in sorted({t.value for t in s.times if t.about == "event" and t.main and t.value}):
            by_value[value].append(s)
    minimum = {i: c.origins_min for c in claims for i in c.statements}
    voices = {i: o for c in claims for o in c.origins for i in o.statements}
    return tuple(
        TimelineEntry(
            value=value,
            statements=tuple(s.id for s in found),
            origins_min=max(minimum[s.id] for s in found),
            first_reported=min((d for s in found if (d := reports[s.report].published)), default=None),
            origins=_order_voices(found, voices, reports),
        )
        for value, found in sorted(by_value.items(), key=lambda v: _place(v[0]))
    )


def _place(value: str) -> tuple[date, date, str]:
    first, last = days_of(value) or (date.max, date.max)
    return first, last, value


def _order_voices(found: Sequence[Statement], voices: Mapping[str, Origin], reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Return the ids of the origins of some statements, one for each voice, in order of its first dated report."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for s in found:
        if s.id in voices:
            voice = voices[s.id]
            said = (reports[s.report].published or LAST, voice.id)
            first[voice.kind, voice.label] = min(said, first.get((voice.kind, voice.label), said))
    return tuple(id for _, id in sorted(first.values()))
