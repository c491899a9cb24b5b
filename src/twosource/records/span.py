"""Places in a report's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points `[start, end)` in `Report.text` of one report, and in nothing else."""

    report: str
    """Id of the report."""
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True when both lie in one report and share at least one code point."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """True when `other` lies wholly inside."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
