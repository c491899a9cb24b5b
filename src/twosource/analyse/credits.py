"""Bylines, datelines, agency credits, picture credits: lines and tags only, never a mention in running text."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from twosource.analyse.credit_lines import is_agency, match_byline, match_dateline
from twosource.analyse.mentions.words import name_words
from twosource.records.analysis import Credit, Sentence
from twosource.records.report import Report

CreditKind = Literal["byline", "dateline", "agency", "reporting", "picture", "place"]

_REPORTING = re.compile(
    r"(?:(?:[Aa]dditional )?[Rr]eporting(?: and writing)?|[Ww]riting(?: and reporting)?|[Ee]diting|"
    r"[Ww]ith (?:assistance|reporting)|[Cc]ompiled|[Ee]dited|[Ww]ritten) (?:by|from) +(?P<name>[^;()\n]{2,160})"
)
_CONTRIBUTED = re.compile(r"(?P<name>[^.;()\n]{2,200}?) contributed\b")
_SUPPLIED = re.compile(
    r"(?:[Ss]ources?: ?|[Cc]ontributing: ?|[Ii]nformation from:? ?|[Ww]ith (?:files|inputs?) from ?)(?P<name>[^;()\n]{2,120})"
)
_AGENCIES = re.compile(r"\b(?:[Ww]ith agenc(?:y|ies)(?: inputs| reports)?|[Ff]rom agencies|[Bb]y [Aa]gencies|[Aa]gencies)\b")
_PICTURE = re.compile(
    r"\((?P<in>[^()]{2,80})\)[ .]*$"
    r"|(?:Photo|Photograph|Picture|Image|Image source|Photo by|(?:Photo )?Credit|Image copyright)s?: ?(?P<after>[^.|()\n]{2,60})"
)
_PICTURE_WORDS = re.compile(
    r"\b(?:ap|afp|reuters|getty|epa|photo|handout|file|associated press|via|yonhap|xinhua|pa|shutterstock|ministry)\b"
)
_TAG = re.compile(r"\((?P<name>[A-Z][A-Za-z.'’ \-/]{1,38})\)[.\"”]?$")
_STAFF = re.compile(r" (?:staff )?(?:writer|correspondent|journalist|reporter|producer)s?\b")
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\||•| - |\band\b)\s*")


class _Found(NamedTuple):
    """A credit whose place is counted in its line."""

    kind: CreditKind
    start: int
    end: int
    how: str
    name: str = ""
    """Where it differs from the words at its place."""


def find_credits(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Credit, ...]:
    """Return the credits of a report, in order."""
    credits: list[Credit] = []
    last = max((s.paragraph for s in sentences if s.block == "prose"), default=-1)
    for sentence in sentences:
        text, offset = report.words(sentence.span), sentence.span.start
        found: Iterator[_Found] = iter(())
        if sentence.block == "credit":
            found = _credit_line(text)
        elif sentence.block == "caption":
            found = _pictures(text)
        elif sentence.block == "prose" and sentence.paragraph == last:
            found = _closing_tag(text)
        for c in found:
            span = report.span(offset + c.start, offset + c.end)
            credits.append(Credit(kind=c.kind, name=c.name or report.words(span), span=span, how=c.how))
    return tuple(credits)


def _credit_line(text: str) -> Iterator[_Found]:
    dateline = match_dateline(text + " X")
    if dateline and dateline.end >= len(text):
        yield from _dateline(text, dateline.place, dateline.tag, dateline.how)
        return
    byline = match_byline(text)
    if byline:
        yield from _names(text, byline, "byline", "byline")
        return
    matches = [
        (how, m)
        for how, pattern in (("reporting-by", _REPORTING), ("contributed", _CONTRIBUTED), ("supplied-by", _SUPPLIED))
        for m in pattern.finditer(text)
    ]
    for how, m in matches:
        yield from _names(text, m.span("name"), "reporting", how)
    if not matches:
        yield from _bare_line(text)


def _dateline(text: str, place: tuple[int, int] | None, tag: tuple[int, int] | None, how: str) -> Iterator[_Found]:
    """The place carries the span of the whole dateline; each name in the bracket its own."""
    if place:
        yield _Found("dateline", 0, len(text), how, text[slice(*place)].strip(" ,"))
    for start, end in _parts(text, tag) if tag else ():
        yield _Found("agency" if is_agency(text[start:end]) else "reporting", start, end, "dateline-tag")


def _bare_line(text: str) -> Iterator[_Found]:
    """A line that holds nothing but agencies: "AFP", "Reuters - AP", "With agencies"."""
    m = _AGENCIES.search(text)
    if m:
        yield _Found("agency", m.start(), m.end(), "unnamed-agencies")
        return
    for start, end in _parts(text, (0, len(text))):
        if is_agency(text[start:end]):
            yield _Found("agency", start, end, "agency-line")


def _closing_tag(text: str) -> Iterator[_Found]:
    """An agency in brackets at the end of the last paragraph."""
    m = _TAG.search(text)
    parts = list(_parts(text, m.span("name"))) if m else []
    if all(is_agency(text[start:end]) for start, end in parts):
        yield from (_Found("agency", start, end, "closing-tag") for start, end in parts)


def _pictures(text: str) -> Iterator[_Found]:
    for m in _PICTURE.finditer(text):
        group = "in" if m.group("in") else "after"
        start, end = m.span(group)
        if group == "after" or _PICTURE_WORDS.search(text[start:end].casefold()):
            bare = text[start:end].strip()
            begin = start + text[start:end].find(bare)
            if bare:
                yield _Found("picture", begin, begin + len(bare), "caption")


def _names(text: str, where: tuple[int, int], kind: CreditKind, how: str) -> Iterator[_Found]:
    """One credit for each name of a list; an agency among them is an agency credit."""
    for start, end in _parts(text, where):
        staff = _STAFF.search(text, start, end)
        if is_agency(text[start : staff.start() if staff else end]):
            yield _Found("agency", start, staff.start() if staff else end, how)
        elif text[start].isupper() and name_words().known.get(text[start:end].casefold()) != "place":
            yield _Found(kind, start, end, how)


def _parts(text: str, where: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the places of the names of a list."""
    start, end = where
    for m in (*_BETWEEN.finditer(text, start, end), None):
        piece = text[start : m.start() if m else end]
        bare = piece.strip(" .()[]—–-_*")
        if bare:
            begin = start + piece.find(bare)
            yield begin, begin + len(bare)
        start = m.end() if m else end
