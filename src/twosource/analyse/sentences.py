"""Sentences and what kind of block they stand in."""

import re
from collections.abc import Iterator
from itertools import pairwise

from twosource.analyse.blocks import cut_prefix, type_line, type_sentence
from twosource.analyse.credit_lines import match_dateline
from twosource.lexicons import word_set
from twosource.models.base import Parser
from twosource.records.analysis import Block, Sentence
from twosource.records.report import Report
from twosource.records.span import Span

MAX_CHARS = 2_000
"""A longer sentence (a table, a list of names, a page without stops) is cut at a blank: no parser makes sense of it."""

_LINE = re.compile(r"[^\n]+")
_MISSED = re.compile(r"(?<![a-z])(?P<word>[a-z]{3,})[.!?][\"”’')\]]{0,3} {1,3}(?=[\"“‘(\[]?[A-Z])")
_GLUED = re.compile(r"(?<![a-z])[a-z]{2,}(?:[.!?][\"”’]?|[.!?]?[\"”’])(?=[A-Z][a-z]+[ ,])")
_ORPHAN = re.compile(r"(?:[\"”’'»)\]]+(?=\s|$|\()|[\"”](?=[A-Z]))")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?P<word>[A-Za-z]{1,6})\.)$")

Range = tuple[int, int]


def find_sentences(report: Report, parser: Parser) -> tuple[Sentence, ...]:
    """Return the sentences of a report in order. A line break always ends a sentence; a dateline ("VALMERE (Kesnews) -") is a
    sentence of its own in a `credit` block.
    """
    found: list[Sentence] = []
    title_end = report.title_span[1] if report.title_span else 0
    lines = [m for m in _LINE.finditer(report.text) if not m.group().isspace()]
    for paragraph, line in enumerate(lines):
        alone = len(lines) == 1 or (paragraph == 0 and not title_end)
        blocks: Iterator[tuple[Range, Block]]
        if line.start() < title_end:
            blocks = ((r, "title") for r in split_line(line.group(), parser))
        else:
            blocks = _typed(line.group(), parser, alone)
        for (start, end), block in blocks:
            span = Span(report.id, line.start() + start, line.start() + end)
            found.append(Sentence(index=len(found), span=span, block=block, paragraph=paragraph))
    return tuple(found)


def split_line(line: str, parser: Parser) -> list[Range]:
    """Return the half-open ranges of the sentences of one line, in order, outer blanks left out."""
    ranges = _join_orphans(line, list(_resplit(line, parser.split(line))))
    return [piece for r in ranges for piece in _cut_long(line, r)]


def _typed(line: str, parser: Parser, alone: bool) -> Iterator[tuple[Range, Block]]:
    start, end = _stripped(line, 0, len(line))
    block = type_line(line[start:end], alone)
    pieces = _shifted(line[start:end], start, parser) if block != "prose" else []
    if pieces and not (block == "heading" and len(pieces) > 1):  # two sentences are no heading
        yield from ((r, block) for r in pieces)
        return
    label = cut_prefix(line[start:end])
    if label:
        yield _stripped(line, start, start + label), "furniture"
    dateline = match_dateline(line[start + label : end])
    if dateline:
        yield _stripped(line, start + label, start + label + dateline.end), "credit"
    rest = start + label + (dateline.end if dateline else 0)
    yield from ((r, type_sentence(line[r[0] : r[1]])) for r in _shifted(line[rest:end], rest, parser))


def _shifted(text: str, offset: int, parser: Parser) -> list[Range]:
    return [(a + offset, b + offset) for a, b in split_line(text, parser)]


def _resplit(line: str, ranges: list[Range]) -> Iterator[Range]:
    """Split where the splitter took a plain word for an abbreviation or the blank between two sentences is missing."""
    for start, end in ranges:
        found = (m for pattern in (_MISSED, _GLUED) for m in pattern.finditer(line, start, end))
        cuts = sorted({m.end() for m in found if start < m.end() < end and not _guarded(m)})
        yield from (_stripped(line, a, b) for a, b in pairwise((start, *cuts, end)))


def _guarded(m: re.Match[str]) -> bool:
    word = m.groupdict().get("word")
    return word is not None and word in word_set("abbreviations", "words")


def _join_orphans(line: str, ranges: list[Range]) -> list[Range]:
    """Give a closing mark back to the sentence it closes, and join what an abbreviation split."""
    joined: list[Range] = []
    for start, end in (r for r in ranges if r[0] < r[1]):
        begin = start
        if joined:
            marks = _ORPHAN.match(line, start, end)
            if marks and _closes(line, marks.group(), start):
                joined[-1] = (joined[-1][0], marks.end())
                begin = _stripped(line, marks.end(), end)[0]
            elif _abbreviated(line[joined[-1][0] : joined[-1][1]], line[start].islower()):
                joined[-1] = (joined[-1][0], end)
                begin = end
        if begin < end:
            joined.append((begin, end))
    return joined


def _closes(line: str, marks: str, start: int) -> bool:
    return marks[0] in "”’»)]" or line.count(marks[0], 0, start) % 2 == 1


def _abbreviated(sentence: str, lower_follows: bool) -> bool:
    m = _ABBREVIATED.search(sentence[-8:])
    if not m:
        return False
    word = (m.group("word") or "").casefold()
    return word in word_set("abbreviations", "before_names") or (
        lower_follows and (not word or word in word_set("abbreviations", "words"))
    )


def _cut_long(line: str, piece: Range) -> Iterator[Range]:
    start, end = piece
    while end - start > MAX_CHARS:
        blank = line.rfind(" ", start + MAX_CHARS // 2, start + MAX_CHARS)
        cut = blank if blank > 0 else start + MAX_CHARS
        yield _stripped(line, start, cut)
        start = _stripped(line, cut, end)[0]
    if start < end:
        yield start, end


def _stripped(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
