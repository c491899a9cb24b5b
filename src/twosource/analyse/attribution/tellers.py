"""Who a source phrase names: the link of a chain, and who may speak from a label."""

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.sources import describe_source
from twosource.records.analysis import Analysis
from twosource.records.attribution import Link
from twosource.records.span import Span


def describe(analysis: Analysis, span: Span, how: str) -> Link:
    """Return the link for a source as written."""
    return describe_source(analysis, span, how)


def can_tell(analysis: Analysis, cues: Cues, start: int, end: int) -> bool:
    """True where words that stand alone before a colon or after a dash name somebody who can speak."""
    words = analysis.report.text[start:end].lower().split()
    if not words:
        return False
    if words[-1] in cues.heads or words[-1].removesuffix("s") in cues.heads or words[0] in cues.heads:
        return True
    return any(
        m.kind in ("person", "outlet", "agency", "body") for m in analysis.mentions if m.span.start < end and start < m.span.end
    )
