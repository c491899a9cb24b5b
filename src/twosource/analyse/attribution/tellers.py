"""Who a source phrase names: the link of a chain."""

from twosource.records.analysis import Analysis
from twosource.records.attribution import Link, SourceKind
from twosource.records.span import Span


def describe(analysis: Analysis, span: Span, how: str) -> Link:
    """Return the link for a source as written."""
    words = analysis.report.text[span.start : span.end]
    name, kind, resolved = words, _kind(words), ()
    for mention in analysis.mentions:
        if mention.span.start >= span.start and mention.span.end <= span.end:
            name, resolved = mention.name, (mention.span,)
            kind = mention.kind if mention.kind in ("person", "body", "outlet", "agency", "document") else kind  # type: ignore[assignment]
            break
    return Link(source=name, kind=kind, spans=(span,), how=how, resolved_from=resolved)


def _kind(words: str) -> SourceKind:
    if any(w[:1].isupper() for w in words.split()[1:]) or (words[:1].isupper() and " " not in words):
        return "person"
    return "unnamed"
