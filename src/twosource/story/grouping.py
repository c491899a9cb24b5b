"""Grouping reports into stories."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from twosource.ids import digest
from twosource.records.evidence import Evidence
from twosource.records.report import Report
from twosource.records.story import Story
from twosource.settings import GroupSettings
from twosource.story.candidates import find_components
from twosource.story.linkage import compare_all, link_average
from twosource.story.signatures import sign_reports
from twosource.text.edtf import first_moment

NEVER = datetime.max.replace(tzinfo=UTC)


def group_reports(reports: Sequence[Report], settings: GroupSettings) -> tuple[Story, ...]:
    """Return the stories in the pile, largest first; every report stands in exactly one, whatever the order they come in."""
    ordered = sorted(reports, key=lambda r: (first_moment(r.published) or NEVER, r.id))
    signatures = sign_reports(ordered, settings)
    stories = []
    for component in find_components(signatures, settings):
        # Inside a component the order is that of the ids, so that ties do not hang on what else lies in the pile.
        members = sorted(component, key=lambda i: ordered[i].id)
        alike = compare_all([signatures[i] for i in members], settings)
        for group in link_average(alike, settings.threshold):
            pairs = [alike[i, j] for i in group for j in group if i < j]
            stories.append(_story([ordered[i] for i in sorted(members[g] for g in group)], pairs, settings))
    return tuple(sorted(stories, key=lambda s: (-len(s.reports), s.id)))


def _story(reports: Sequence[Report], pairs: Sequence[float], settings: GroupSettings) -> Story:
    """Return the story of reports that stand in order of time; `pairs` are the similarities between them."""
    return Story(
        id=digest("story", reports[0].id),
        reports=tuple(r.id for r in reports),
        evidence=tuple(_reasons(len(reports), pairs, settings)),
    )


def _reasons(count: int, pairs: Sequence[float], settings: GroupSettings) -> Iterator[Evidence]:
    if pairs:
        mean = round(float(sum(pairs) / len(pairs)), 3)
        detail = (
            f"{count} reports share rare words: similarity {mean} on average, {min(pairs):.3f} to {max(pairs):.3f} for pairs; "
            f"groups are joined from {settings.threshold} on."
        )
        yield Evidence(kind="average-link", detail=detail, score=mean)
