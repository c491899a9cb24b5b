"""One text as it was read."""

from dataclasses import dataclass

from twosource.records.evidence import Evidence
from twosource.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report. `text` is fixed at reading; every offset anywhere is a code point in it."""

    id: str
    """Digest of text, title, outlet, url and published (and of the key where all these are equal)."""
    key: str
    """What the user calls it: file name, URL, or a JSONL row's id. Unique in a pile."""
    text: str
    """Begins with the title and a blank line unless the body opens with the title already."""
    title: str | None = None
    title_span: tuple[int, int] | None = None
    """Where the title stands in `text`."""
    outlet: str | None = None
    """Who published this page, as the page or the user says."""
    byline: str | None = None
    agency: str | None = None
    """Agency named in credit fields of the page (not in its prose)."""
    publisher: str | None = None
    """The firm behind the outlet, where the page's metadata name it."""
    feed: str | None = None
    """Label of the feed the report came from."""
    url: str | None = None
    published: str | None = None
    """EDTF (ISO 8601-2) date, date-time with zone, or interval; None where unknown, never guessed."""
    published_from: str | None = None
    """Where `published` was found: user, feed, metadata, url, dateline, row ..."""
    published_evidence: tuple[Evidence, ...] = ()
    """All that was found on the date, also what contradicts `published`."""
    language: str | None = None
    """BCP 47 primary tag."""

    def span(self, start: int, end: int) -> Span:
        """Return the span `[start, end)` of this report."""
        return Span(self.id, start, end)

    def words(self, *spans: Span) -> str:
        """Return the exact text of spans of this report, joined by one space."""
        return " ".join(self.text[s.start : s.end] for s in spans)
