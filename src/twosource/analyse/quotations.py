"""Words in quotation marks, as marks alone show them: pairs, missing marks, quotations over several paragraphs.

A mark belongs to its line (paragraph): a missing one can spoil one paragraph at most. Whoever speaks is found elsewhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from twosource.records.analysis import Quotation, Sentence
from twosource.records.report import Report
from twosource.records.span import Span

MARK = re.compile(r"[\"“”„«»‟＂]|''|``|(?<!\w)['‘’‚‹](?=\w)|['’›](?!\w)")
"""Anything that may open or close a quotation. A single mark must stand at the edge of a word."""

OPENING, CLOSING = "“„«‟``", "”»"
SINGLE = "'‘’‚‹›"
ELISION = re.compile(r"['‘’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE)
"""Apostrophes that look like opening marks: '90s, 'em."""
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
FINITE = frozenset(
    "is are was were be been am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t has have had will would can could may might must shall should do does did "
    "don't don’t doesn't doesn’t didn't didn’t won't won’t can't can’t couldn't couldn’t it's it’s that's that’s there's there’s we're we’re they're they’re i'm i’m "
    "you're you’re he's he’s she's she’s we'll we’ll i'll i’ll i've i’ve we've we’ve they've they’ve let's let’s".split()
)
"""Words that make a clause of the words around them."""
PERSONAL = frozenset("i we my our us me you your".split())
MAX_TERM_WORDS = 4
"""A quotation up to this long without a clause, a personal word or an inner full stop is a term: a title, a nickname, scare quotes."""


class _Pair(NamedTuple):
    start: int
    end: int
    opened: bool
    closed: bool
    mark: int
    """Length of the marks."""


def find_quotations(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of a report, in order; none overlaps another (marks inside a quotation belong to it)."""
    starts = [s.span.start for s in sentences]
    found: list[Quotation] = []
    pending: Quotation | None = None
    for line in LINE.finditer(report.text):
        for pair in _pairs(line.group(), line.start()):
            start, end = _limits(pair, line.start(), line.end(), starts, sentences, report.text)
            found.append(_quotation(report, pair, start, end))
        pending = _join(found, pending, line, report)
    return tuple(found)


def _quotation(report: Report, pair: _Pair, start: int, end: int) -> Quotation:
    inner_start = start + pair.mark if pair.opened else start
    inner_end = end - pair.mark if pair.closed else end
    inner = Span(report.id, inner_start, max(inner_start, inner_end))
    kind = "term" if pair.opened and pair.closed and _is_term(report.text, inner) else "speech"
    return Quotation(span=Span(report.id, start, end), inner=inner, kind=kind, closed=pair.closed)  # type: ignore[arg-type]


def _join(found: list[Quotation], pending: Quotation | None, line: re.Match[str], report: Report) -> Quotation | None:
    """Run an unclosed quotation to the end of its line where the next line opens with a mark again; return a new unclosed one."""
    here = [q for q in found[-3:] if q.span.start >= line.start()]
    first = next((q for q in found[len(found) - len(here) :] if q.span.start == line.start() + _indent(line)), None)
    if pending is not None and first is not None and first is not pending:
        at = found.index(pending)
        stop = report.text.find("\n", pending.span.start)
        found[at] = _lengthened(pending, stop)
    last = found[-1] if here else None
    return last if last is not None and not last.closed else None


def _indent(line: re.Match[str]) -> int:
    return len(line.group()) - len(line.group().lstrip(" \t•-–—"))


def _lengthened(quotation: Quotation, stop: int) -> Quotation:
    span, inner = quotation.span, quotation.inner
    return Quotation(span=span._replace(end=stop), inner=inner._replace(end=stop), kind="speech", closed=False)


def _limits(
    pair: _Pair, line_start: int, line_end: int, starts: list[int], sentences: tuple[Sentence, ...], text: str
) -> tuple[int, int]:
    """Return where a quotation starts and ends; one without a partner ends (or starts) with its sentence."""
    start, end = pair.start, pair.end
    if not pair.closed:
        at = bisect_right(starts, start) - 1
        end = min(line_end, max(sentences[at].span.end, start + pair.mark)) if at >= 0 else line_end
    if not pair.opened:
        at = bisect_left(starts, end) - 1
        start = max(line_start, min(sentences[at].span.start, end - pair.mark)) if at >= 0 else line_start
    return start, end


def _pairs(line: str, offset: int) -> Iterator[_Pair]:
    """Yield the quotations of one line; an opening mark takes the next closing mark of its own sort."""
    double = [m for m in MARK.finditer(line) if m.group() not in SINGLE]
    if double:
        yield from _pair_double(line, offset, double)
    else:
        yield from _pair_single(line, offset)


def _pair_double(line: str, offset: int, marks: list[re.Match[str]]) -> Iterator[_Pair]:
    open_at: re.Match[str] | None = None
    last_end = 0
    for mark in marks:
        opens = _opens(line, mark, open_at is not None)
        if opens and open_at is None:
            open_at = mark
        elif opens and open_at is not None:
            if _strictly(mark, OPENING) and mark.group() != '"':
                continue  # a quotation inside a quotation: the outer one goes on
        elif open_at is not None:
            yield _Pair(offset + open_at.start(), offset + mark.end(), True, True, len(mark.group()))
            open_at, last_end = None, mark.end()
        elif mark.start() > last_end and line[last_end : mark.start()].strip():
            yield _Pair(offset + mark.end(), offset + mark.end(), False, True, len(mark.group()))
            last_end = mark.end()
    if open_at is not None and line[open_at.end() :].strip():
        yield _Pair(offset + open_at.start(), offset + len(line), True, False, len(open_at.group()))


def _strictly(mark: re.Match[str], sort: str) -> bool:
    return mark.group() in sort


def _opens(line: str, mark: re.Match[str], is_open: bool) -> bool:
    """True where a mark opens a quotation: by its shape, or, for straight ones, by the blank before or after it."""
    if _strictly(mark, OPENING):
        return True
    if _strictly(mark, CLOSING):
        return False
    before = line[mark.start() - 1] if mark.start() else " "
    after = line[mark.end()] if mark.end() < len(line) else " "
    if after.isspace() and not before.isspace():
        return False
    if (before.isspace() or before in "([—–-/…") and not after.isspace():
        return not is_open or before.isspace() and after.isalnum() and line.count('"', 0, mark.start()) % 2 == 0
    return not is_open


def _pair_single(line: str, offset: int) -> Iterator[_Pair]:
    """Yield quotations in single marks; an apostrophe is no mark, so only safe openings and the best closing count."""
    at = 0
    marks = [m for m in MARK.finditer(line) if m.group() in SINGLE]
    position = 0
    while position < len(marks):
        opening = marks[position]
        position += 1
        if opening.start() < at or not _opens_single(line, opening):
            continue
        closing = _closing_single(line, marks, position)
        if closing is not None:
            yield _Pair(offset + opening.start(), offset + marks[closing].end(), True, True, 1)
            at, position = marks[closing].end(), closing + 1
        elif not line[: opening.start()].strip() and position == 1:
            yield _Pair(offset + opening.start(), offset + len(line), True, False, 1)
            return


def _opens_single(line: str, mark: re.Match[str]) -> bool:
    if ELISION.match(line, mark.start()) or mark.end() >= len(line):
        return False
    before = line[mark.start() - 1] if mark.start() else " "
    return (before.isspace() or before in "([—–-:") and mark.group() != "›" and not line[mark.end()].isspace()


def _closing_single(line: str, marks: list[re.Match[str]], position: int) -> int | None:
    """Return the index of the mark that closes: the first after punctuation, else the first that is no plural possessive."""
    fallback = None
    for k in range(position, min(position + 40, len(marks))):
        mark = marks[k]
        if _opens_single(line, mark) or (mark.end() < len(line) and line[mark.end()].isalnum()):
            continue
        before = line[mark.start() - 1] if mark.start() else " "
        if before in ".,!?;…":
            return k
        if (
            fallback is None
            and not before.isspace()
            and not (before == "s" and line[mark.end() : mark.end() + 2].strip().isalpha())
        ):
            fallback = k
        if fallback is not None:
            return fallback
    return fallback


def _is_term(text: str, inner: Span) -> bool:
    """True for a title, a nickname or scare quotes: few words, no clause, no pause at its end before which somebody speaks."""
    words = [m.group().lower() for m in WORD.finditer(text, inner.start, inner.end)]
    if not words:
        return True
    ending = text[inner.start : inner.end].rstrip()[-1:]
    if ending in "!?" or (ending == "." and len(words) > 1):
        return False
    if _titled(text, inner):
        return True
    if len(words) > MAX_TERM_WORDS or PERSONAL.intersection(words) or FINITE.intersection(words):
        return False
    return ending != "," or len(words) == 1


def _titled(text: str, inner: Span) -> bool:
    """True where every long word is capitalised (a title) and there are at least two of them but no more than eight."""
    words = [m.group() for m in WORD.finditer(text, inner.start, inner.end)]
    long = [w for w in words if len(w) > 3]
    upper = text[inner.start : inner.end].isupper()
    return (
        2 <= len(words) <= 8
        and bool(long)
        and not upper
        and all(w[0].isupper() for w in long)
        and words[0][0].isupper()
        and len(long) > 1
    )
