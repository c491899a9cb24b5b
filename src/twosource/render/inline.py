"""Pieces of a line, each with whose voice it is in. The view makes them, every rendering lays them out and escapes them.

Nothing here is markup: a piece holds plain text, and what of it comes from a report has been made fit to be shown (`shown`)
but in no other way changed.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

Voice = Literal["tool", "strong", "soft", "said", "added", "ref"]
Mark = Literal["", "hedge", "link", "changed", "same", "context"]

CONTROLS = {
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x200E, 0x2010),  # direction marks
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2066, 0x206A),  # isolates
    0x061C,
    0xFEFF,
}
_SHOWN = {code: None for code in CONTROLS if not chr(code).isspace()} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_BLANK = re.compile(r"\s+")
_BREAKS = re.compile(r"\s*[^\S ]\s*| {3,}")


class Piece(NamedTuple):
    """A stretch of a line in one voice."""

    voice: Voice
    """`said`: verbatim words of a report; `added`: put in by the tool, in brackets; `ref`: a link; all else: the tool's voice."""
    text: str
    target: str = ""
    """For a `ref`: what it leads to, such as `w-A3`, `c-1`, `r-A`."""
    mark: Mark = ""
    """For `said`: what became of these words on the way."""
    slot: str = ""
    """For a `ref`: the hue and pattern of its origin."""
    changed: bool = False
    """For a `ref`: the statement it leads to changed on the way."""


Line = tuple[Piece, ...]


def shown(text: str) -> str:
    """Return text fit to be shown: runs of blank space as one space, no control or direction characters, no lone surrogates.

    Whoever renders it still has to escape it.
    """
    if text.isprintable() and "  " not in text:  # nearly every text: no blank but single spaces, nothing to take out
        return text.strip()
    return _BLANK.sub(" ", text.translate(_SHOWN)).strip()


def inner(text: str) -> str:
    """Return a stretch of a line fit to be shown, its blanks at both ends kept; breaks and wide gaps become one space."""
    if text.isprintable() and "   " not in text:
        return text
    return _BREAKS.sub(" ", text.translate(_SHOWN))


def tool(text: str) -> Piece:
    """The tool's own words."""
    return Piece("tool", inner(text))


def strong(text: str) -> Piece:
    """A name or a finding that the eye should stop at."""
    return Piece("strong", shown(text))


def soft(text: str) -> Piece:
    """The tool's own words, of second rank."""
    return Piece("soft", inner(text))


def said(text: str, mark: Mark = "") -> Piece:
    """Words of a report."""
    return Piece("said", inner(text), mark=mark)


def added(text: str) -> Piece:
    """Words put in by the tool; `text` has its brackets."""
    return Piece("added", shown(text))


def plain(line: Line) -> str:
    """Return a line as bare text."""
    return "".join(piece.text for piece in line)


def joined(lines: list[Line], between: str = " ") -> Line:
    """Return lines as one, with the tool's words between them."""
    out: list[Piece] = []
    for line in lines:
        if out:
            out.append(tool(between))
        out.extend(line)
    return tuple(out)


def is_wide(char: str) -> bool:
    """True for a character that takes two columns of a terminal."""
    return unicodedata.east_asian_width(char) in "WF"
