"""Words in quotation marks, as the marks alone show them: pairs, missing marks, quotations over several paragraphs.

A mark belongs to its line (paragraph), so a missing one can spoil one paragraph at most. Who speaks is found elsewhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from twosource.lexicons import word_set
from twosource.records.analysis import Quotation, Sentence
from twosource.records.report import Report
from twosource.records.span import Span

MARK = re.compile(r"[\"“”„«»‟＂]|''|``|(?<!\w)['‘’‚‹](?=\w)|['’›](?!\w)")
"""Anything that may open or close a quotation. A single mark must stand at the edge of a word."""
OPENING, CLOSING, SINGLE = frozenset("“„«‟") | {"``"}, frozenset("”»"), frozenset("'‘’‚‹›")
BEFORE_OPENING = frozenset("([—–-/…:")
"""Characters other than blanks after which a mark may open."""
ELISION = re.compile(r"['‘’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE)
"""Apostrophes that look like opening marks: '90s, 'em."""
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
MAX_TERM_WORDS = 4
"""A quotation up to this long without a clause, a personal word or a full stop is a term: a nickname, scare quotes."""
MAX_TITLE_WORDS = 8
"""A quotation up to this long whose long words are all capitalised is the title of a work."""
MAX_LOOK_AHEAD = 40
"""Among so many single marks a closing one is looked for."""


class _Pair(NamedTuple):
    """A quotation in its line; of one without a partner, the furthest it can reach."""

    start: int
    end: int
    opened: bool
    closed: bool
    mark: int
    """Length of its marks."""


def find_quotations(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of a report, in order; none overlaps another (marks inside a quotation belong to it)."""
    starts = [s.span.start for s in sentences]
    found: list[Quotation] = []
    for line in LINE.finditer(report.text):
        here = [_quotation(report, pair, starts, sentences) for pair in _pairs(line.group(), line.start())]
        if here and found and not found[-1].closed and _opens_line(here[0], line):
            stop = report.text.find("\n", found[-1].span.start)
            found[-1] = _lengthened(found[-1], stop)
        found.extend(here)
    return tuple(found)


def _quotation(report: Report, pair: _Pair, starts: list[int], sentences: tuple[Sentence, ...]) -> Quotation:
    """Return the quotation of a pair; one without a partner ends (or starts) with its sentence."""
    start, end = pair.start, pair.end
    if not pair.closed:
        at = bisect_right(starts, start) - 1
        end = min(pair.end, max(sentences[at].span.end, start + pair.mark)) if at >= 0 else pair.end
    if not pair.opened:
        at = bisect_left(starts, end) - 1
        start = max(pair.start, min(sentences[at].span.start, end - pair.mark)) if at >= 0 else pair.start
    inner_start = start + pair.mark if pair.opened else start
    inner = Span(report.id, inner_start, max(inner_start, end - pair.mark if pair.closed else end))
    term = pair.opened and pair.closed and _is_term(report.text, inner)
    return Quotation(span=Span(report.id, start, end), inner=inner, kind="term" if term else "speech", closed=pair.closed)


def _opens_line(quotation: Quotation, line: re.Match[str]) -> bool:
    words = line.group()
    return quotation.span.start == line.start() + len(words) - len(words.lstrip(" \t•-–—"))


def _lengthened(quotation: Quotation, stop: int) -> Quotation:
    """Return an unclosed quotation that runs to the end of its line, since the next line opens with a mark again."""
    return replace(quotation, span=quotation.span._replace(end=stop), inner=quotation.inner._replace(end=stop))


def _pairs(line: str, offset: int) -> Iterator[_Pair]:
    """Yield the quotations of one line. Single marks count only where the line has no double ones."""
    marks = list(MARK.finditer(line))
    double = [m for m in marks if m.group() not in SINGLE]
    yield from _pair_double(line, offset, double) if double else _pair_single(line, offset, marks)


def _pair_double(line: str, offset: int, marks: list[re.Match[str]]) -> Iterator[_Pair]:
    """Yield the quotations between double marks; a mark that opens inside an open quotation is left alone."""
    opening: re.Match[str] | None = None
    done = 0
    for mark in marks:
        length = len(mark.group())
        if _opens(line, mark, opening is not None):
            if opening is not None and mark.group() not in OPENING:
                yield _Pair(offset + opening.start(), offset + mark.start(), True, False, len(opening.group()))
                opening = None
            opening = opening or mark
        elif opening is not None:
            yield _Pair(offset + opening.start(), offset + mark.end(), True, True, length)
            opening, done = None, mark.end()
        elif not line[mark.start() - 1].isdigit() and line[done : mark.start()].strip():
            yield _Pair(offset + done, offset + mark.end(), False, True, length)
            done = mark.end()
    if opening is not None and line[opening.end() :].strip():
        yield _Pair(offset + opening.start(), offset + len(line), True, False, len(opening.group()))


def _opens(line: str, mark: re.Match[str], is_open: bool) -> bool:
    """True where a mark opens a quotation: by its shape, or, for straight ones, by the blanks beside it and what is open."""
    if mark.group() in OPENING:
        return True
    if mark.group() in CLOSING:
        return False
    before = line[mark.start() - 1] if mark.start() else " "
    after = line[mark.end()] if mark.end() < len(line) else " "
    if is_open:
        return before.isspace() and after.isalnum()
    return not after.isspace() or before.isspace()


def _pair_single(line: str, offset: int, marks: list[re.Match[str]]) -> Iterator[_Pair]:
    """Yield quotations in single marks; an apostrophe is no mark, so only safe openings and the best closing count."""
    position, first = 0, len(line) - len(line.lstrip())
    while position < len(marks):
        opening = marks[position]
        position += 1
        if not _opens_single(line, opening):
            continue
        closing = _closing_single(line, marks, position)
        if closing is not None:
            yield _Pair(offset + opening.start(), offset + marks[closing].end(), True, True, 1)
            position = closing + 1
        elif opening.start() == first:
            yield _Pair(offset + opening.start(), offset + len(line), True, False, 1)
            return


def _opens_single(line: str, mark: re.Match[str]) -> bool:
    if mark.group() == "›" or mark.end() >= len(line) or line[mark.end()].isspace() or ELISION.match(line, mark.start()):
        return False
    before = line[mark.start() - 1] if mark.start() else " "
    return before.isspace() or before in BEFORE_OPENING


def _closing_single(line: str, marks: list[re.Match[str]], position: int) -> int | None:
    """Return the index of the mark that closes: one after punctuation, or one that is no plural possessive."""
    for k in range(position, min(position + MAX_LOOK_AHEAD, len(marks))):
        mark = marks[k]
        before = line[mark.start() - 1] if mark.start() else " "
        if before.isspace() or _opens_single(line, mark):
            continue
        possessive = before == "s" and line[mark.end() : mark.end() + 2].strip().isalpha()
        if before in ".,!?;…" or not possessive:
            return k
    return None


def _is_term(text: str, inner: Span) -> bool:
    """True for a title, a nickname or scare quotes: few words, no clause, no stop at the end."""
    words = [m.group() for m in WORD.finditer(text, inner.start, min(inner.end, inner.start + 200))]
    if not words:
        return True
    ending = text[inner.start : inner.end].rstrip()[-1:]
    if ending in ("!", "?") or (ending == "." and len(words) > 1):
        return False
    if _is_title(words):
        return True
    lower = {w.lower().replace("’", "'") for w in words}
    if len(words) > MAX_TERM_WORDS or lower & word_set("clause_words", "personal") or lower & word_set("clause_words", "finite"):
        return False
    return ending != "," or len(words) == 1


def _is_title(words: list[str]) -> bool:
    """True where at least two long words stand there and every long word, and the first, is capitalised."""
    long = [w for w in words if len(w) > 3]
    if not 2 <= len(words) <= MAX_TITLE_WORDS or len(long) < 2 or all(w.isupper() for w in words):
        return False
    return words[0][0].isupper() and all(w[0].isupper() for w in long)
