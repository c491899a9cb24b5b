"""Grouping reports into stories."""

from collections.abc import Sequence

from twosource.ids import digest
from twosource.records.report import Report
from twosource.records.story import Story
from twosource.settings import GroupSettings


def group_reports(reports: Sequence[Report], settings: GroupSettings) -> tuple[Story, ...]:
    """Return the stories in the pile, largest first; every report stands in exactly one."""
    if not reports:
        return ()
    ordered = sorted(reports, key=lambda r: (r.published is None, r.published or "", r.id))
    return (Story(id=digest("story", ordered[0].id), reports=tuple(r.id for r in ordered)),)
