"""Tellers shown by colons and dashes: `Police: blast was planned`, `Blast was planned - police`, `"..." - Name`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from twosource.analyse.attribution.frame import Frame, Range
from twosource.records.analysis import Analysis

LABEL = re.compile(r"(?:[-•*–—]\s+)?[\"“]?(?P<name>[A-Z][^:\n\"“”]{1,60}?)(?P<cue>:)\s+(?=\S)")
"""A short label before a colon, at the start of a line; a quoted transcript has a mark before it."""
AFTER_QUOTATION = re.compile(r"(?<=[\"”’'])\s*(?P<cue>[–—―-]{1,2})\s*(?P<name>[A-Z][^\n\"“”–—―:;]{1,80}?)\s*$")
"""A name after a dash behind a quotation, at the end of a line."""
AFTER_SENTENCE = re.compile(r"(?<=[.?!…])\s+(?P<cue>[–—―])\s+(?P<name>[A-Z][^\n\"“”–—―:;]{1,80}?)\s*$")
"""A name after a long dash behind a sentence, as posts are shown: counts where it is known to be somebody."""
HEADLINE = re.compile(r"\s?(?P<cue>(?<=\s)[–—―-]|:)\s(?P<name>[^\s:–—-][^:–—\n]{1,40})$")
TELLING = re.compile(
    r"\b(?:said|says|say|wrote|writes|added|adds|tweeted|posted|told|tells|asked|asks|reads?|continued|is|are|was|were|has|have|had|"
    r"did|do|does|will|would|can|could|hold)\b",
    re.IGNORECASE,
)
"""Words that make a clause of what stands before a colon: its verb has a frame of its own."""
MAX_NAME_WORDS = 8
MIN_TOLD_WORDS = 3
MAX_SHOUTED_WORDS = 2
"""A headline that begins with more words in capitals shouts; it names nobody."""
TAIL = 120
"""Among so many characters at the end of a line a closing name is looked for."""
MARKS = "\"“‘'"

IsTeller = Callable[[int, int], bool]
"""Says whether the words `[start, end)` of the report can name a teller."""


class _Line(NamedTuple):
    start: int
    end: int
    first: int
    """Index of its first sentence."""
    last: int
    title: bool


def layout_frames(analysis: Analysis, is_teller: IsTeller) -> Iterator[Frame]:
    """Yield frames of labels and closing names, line by line."""
    text = analysis.report.text
    lines = list(_lines(analysis))
    labels = Counter(m["name"] for line in lines if (m := LABEL.match(text, line.start, line.end)))
    for line in lines:
        frame = _labelled(text, line, labels, is_teller) or _signed(text, line, is_teller)
        if frame is not None:
            yield frame


def _lines(analysis: Analysis) -> Iterator[_Line]:
    """Yield the paragraphs of title and prose."""
    line: _Line | None = None
    for s in analysis.sentences:
        if s.block not in ("title", "prose"):
            continue
        if line is not None and analysis.sentences[line.last].paragraph == s.paragraph:
            line = line._replace(end=s.span.end, last=s.index)
            continue
        if line is not None:
            yield line
        line = _Line(s.span.start, s.span.end, s.index, s.index, s.block == "title")
    if line is not None:
        yield line


def _labelled(text: str, line: _Line, labels: Counter[str], is_teller: IsTeller) -> Frame | None:
    """Return the frame of a line that begins with its speaker's name."""
    m = LABEL.match(text, line.start, line.end)
    if (
        m is None
        or TELLING.search(m["name"])
        or not _is_short(m["name"])
        or text.count(" ", m.end(), line.end) < MIN_TOLD_WORDS - 1
    ):
        return None
    known, quoted = is_teller(*m.span("name")), text[m.end()] in MARKS
    transcript = m["name"].isupper() and len(m["name"]) > 2
    if line.title and transcript and len(m["name"].split()) > MAX_SHOUTED_WORDS:
        return None
    if not (
        known
        if line.title
        else (known and (quoted or labels[m["name"]] > 1)) or (transcript and (known or labels[m["name"]] > 1))
    ):
        return None
    end = line.end if line.title or transcript or not quoted else _quotation_end(text, m.end(), line.end)
    return _frame("label", line.first, m.span("cue"), m.span("name"), (m.end(), end))


def _signed(text: str, line: _Line, is_teller: IsTeller) -> Frame | None:
    """Return the frame of a line that ends with its speaker's name."""
    low = max(line.start, line.end - TAIL)
    if line.title:
        m = HEADLINE.search(text, low, line.end)
        known = m is not None and not m["name"].endswith(".") and is_teller(*m.span("name"))
    else:
        m = AFTER_QUOTATION.search(text, low, line.end)
        known = m is not None
        if m is None:
            m = AFTER_SENTENCE.search(text, low, line.end)
            known = m is not None and is_teller(*m.span("name"))
    if m is None or not known or TELLING.search(m["name"]) or not _is_short(m["name"]):
        return None
    told = text[line.start : m.start("cue")].rstrip()
    if told.count(" ") < MIN_TOLD_WORDS - 1:
        return None
    return _frame("closing-name", line.last, m.span("cue"), m.span("name"), (line.start, line.start + len(told)))


def _is_short(name: str) -> bool:
    return len(name.split()) <= MAX_NAME_WORDS


def _quotation_end(text: str, start: int, end: int) -> int:
    closing = max(text.rfind("”", start, end), text.rfind('"', start + 1, end))
    return closing + 1 if closing > start else end


def _frame(rule: str, sentence: int, cue: Range, name: Range, content: Range) -> Frame:
    return Frame(sentence=sentence, rule=rule, speech="say", cue=(cue,), source=(name,), content=[content])
