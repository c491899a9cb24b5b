"""Reports that tell of one event."""

from dataclasses import dataclass

from twosource.records.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A group of reports."""

    id: str
    """Digest of the id of its first report in time order, so that a story that grows keeps its id."""
    reports: tuple[str, ...]
    """Ids, earliest published first, undated last, ties by id."""
    evidence: tuple[Evidence, ...] = ()
