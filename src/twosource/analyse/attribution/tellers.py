"""Who a source phrase names: the link of a chain."""

import re

from twosource.analyse.attribution.cues import Cues
from twosource.lexicons import load_lexicon
from twosource.records.analysis import Analysis
from twosource.records.attribution import Link, SourceKind
from twosource.records.span import Span

OUTLETISH = re.compile(
    r"\b(?:News|Times|Post|TV|Television|Radio|Journal|Herald|Daily|Gazette|Tribune|BBC|CNN|NBC|ABC|CBS|Fox|Guardian|Telegraph|Mail|Magazine|newspaper|broadcaster|state media|local media|news media)\b"
)


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


def can_tell(analysis: Analysis, cues: Cues, start: int, end: int) -> bool:
    """True where words that stand alone before a colon or after a dash name somebody who can speak."""
    words = analysis.report.text[start:end]
    if words.split()[-1].lower() in cues.heads or words.split()[0].lower() in cues.heads:
        return True
    return any(
        m.kind in ("person", "outlet", "agency", "body") for m in analysis.mentions if m.span.start < end and start < m.span.end
    )


def _kind(words: str) -> SourceKind:
    if (
        words in load_lexicon("agencies")["names"]
        or words.removeprefix("the ") in load_lexicon("agencies")["marked"]
        or "news agency" in words
    ):
        return "agency"
    if OUTLETISH.search(words):
        return "outlet"
    if any(w[:1].isupper() for w in words.split()[1:]) or (words[:1].isupper() and " " not in words):
        return "person"
    return "unnamed"
