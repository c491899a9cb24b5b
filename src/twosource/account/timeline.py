"""Events in the order of the times that the reports name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.records.account import Claim, TimelineEntry
from twosource.records.report import Report
from twosource.records.statement import Statement


def build_timeline(
    statements: Sequence[Statement], claims: Sequence[Claim], reports: Mapping[str, Report]
) -> tuple[TimelineEntry, ...]:
    """Return one entry for each time (EDTF) that statements name for an event, in order of the time.

    `origins_min` is that of the best established claim among them. Statements whose time hangs on an unknown date stand in none.
    """
    by_value: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        for value in sorted({t.value for t in s.times if t.about == "event" and t.value}):
            by_value[value].append(s)
    minimum = {i: c.origins_min for c in claims for i in c.statements}
    return tuple(
        TimelineEntry(
            value=value,
            statements=tuple(s.id for s in found),
            origins_min=max(minimum[s.id] for s in found),
            first_reported=min((d for s in found if (d := reports[s.report].published)), default=None),
        )
        for value, found in sorted(by_value.items())
    )
