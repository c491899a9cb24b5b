"""Laying out lines for a terminal: plain characters, a fixed width, colour only on top."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from twosource.render.inline import Line, Piece, inner, is_wide

MIN_COLUMNS = 40
STYLES = {
    "head": "1",
    "strong": "1",
    "soft": "2",
    "added": "2",
    "hedge": "1",
    "link": "1",
    "changed": "4",
    "same": "7",
    "context": "2",
}
"""ANSI codes; nothing is said by them that the characters do not say."""
SLOTS = {"1": "34", "2": "33", "3": "36"}
BEFORE = {"hedge": "{", "link": "{", "changed": "_", "same": "", "context": ""}
AFTER = {"hedge": "}", "link": "}", "changed": "_", "same": "", "context": ""}
ASCII = str.maketrans(
    {
        "←": "<-",
        "→": "->",
        "▲": "^",
        "✕": "x",
        "≠": "!=",
        "–": "-",
        "—": "-",
        "−": "-",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "…": "...",
        "·": "-",
        "×": "x",
        "●": "*",
        "▬": "=",
        "○": "o",
        "◌": "?",
        "›": ">",
        "»": ">>",
        "«": "<<",
        "─": "-",
        "═": "=",
        "│": "|",
        "├": "|",
        "└": "`",
        "┄": ".",
        "\u00a0": " ",
    }
    | {
        letter: unicodedata.name(letter).rsplit(" ", 1)[-1].lower().replace("lamda", "lambda")
        for letter in "αβγδεζηθικλμνξοπρστυφχψω"
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What the reader's terminal can show."""

    width: int = 80
    """Columns; at least `MIN_COLUMNS` are used."""
    ascii: bool = False
    colour: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", max(MIN_COLUMNS, self.width))

    def fit(self, text: str) -> str:
        """Return text as this terminal can show it: no control characters, in ASCII where it must be."""
        return to_ascii(inner(text)) if self.ascii else inner(text)

    def style(self, text: str, *codes: str) -> str:
        """Return text in ANSI codes where colour is wanted."""
        wanted = ";".join(c for c in codes if c)
        return f"\x1b[{wanted}m{text}\x1b[0m" if self.colour and wanted and text else text

    def paragraph(self, line: Line, first: str = "", rest: str | None = None) -> Iterator[str]:
        """Lay a line out in the width; `first` stands before its first row, `rest` before the others."""
        rest = " " * columns(first) if rest is None else rest
        first, rest = self._bare(first), self._bare(rest)
        text, codes = self._flat(line)
        indent = first
        for start, end in wrap(text, self.width, columns(first), columns(rest)):
            yield (indent + self._styled(text, codes, start, end)).rstrip()
            indent = rest
        if not text:
            yield first.rstrip()

    def beside(self, line: Line, first: str, figures: str) -> Iterator[str]:
        """Lay a line out with figures at the right end of its first row; below it where there is no room for both."""
        figures = self.fit(figures)
        room = self.width - columns(figures) - 2
        if room < MIN_COLUMNS:
            yield from self.paragraph(line, first)
            yield " " * columns(first) + self.style(figures, "1")
            return
        rows = list(replace(self, width=room).paragraph(line, first))
        taken = columns(next(replace(self, width=room, colour=False).paragraph(line, first)))
        yield rows[0] + " " * (self.width - taken - columns(figures)) + self.style(figures, "1")
        yield from rows[1:]

    def _bare(self, text: str) -> str:
        """A prefix is the tool's own; blanks in it count."""
        return to_ascii(text) if self.ascii else text

    def words(self, piece: Piece) -> str:
        """Return a piece as it stands in a row."""
        text = self.fit(piece.text)
        if piece.mark:
            return f"{BEFORE[piece.mark]}{text}{AFTER[piece.mark]}" if text.strip() else text
        if piece.voice == "ref":
            return f"{text}{self._bare('▲') if piece.changed else ''}"
        return text

    def _flat(self, line: Line) -> tuple[str, list[str]]:
        """Return the characters of a line and the ANSI code of each."""
        text = ""
        codes: list[str] = []
        for piece in line:
            words = self.words(piece)
            code = SLOTS.get(piece.slot, "") if piece.voice == "ref" else STYLES.get(piece.mark or piece.voice, "")
            text += words
            codes.extend([code] * len(words))
        return text, codes

    def _styled(self, text: str, codes: list[str], start: int, end: int) -> str:
        if not self.colour:
            return text[start:end]
        out, at = [], start
        while at < end:
            stop = at
            while stop < end and codes[stop] == codes[at]:
                stop += 1
            out.append(self.style(text[at:stop], codes[at]))
            at = stop
        return "".join(out)


def to_ascii(text: str) -> str:
    """Return text in ASCII: the tool's signs spelled, accents dropped, all else as "?"."""
    text = unicodedata.normalize("NFKD", text.translate(ASCII))
    return "".join(c for c in text if not unicodedata.combining(c)).translate(ASCII).encode("ascii", "replace").decode()


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_char_columns(c) for c in text)


def _char_columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if is_wide(char) else 1


def wrap(text: str, width: int, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Yield the code point ranges of rows that fit; a word longer than a row is cut.

    `first` and `rest` columns are taken already, in the first row and in the others.
    """
    at, room = 0, width - first
    while at < len(text):
        while at < len(text) and text[at] == " ":
            at += 1
        if at >= len(text):
            return
        end, after = _row(text, at, max(8, room))
        yield at, end
        at, room = after, width - rest


def _row(text: str, at: int, room: int) -> tuple[int, int]:
    """Where a row that begins at `at` ends, and where the next one begins."""
    used, blank, i = 0, -1, at
    while i < len(text):
        wide = _char_columns(text[i]) if ord(text[i]) > 126 else 1
        if used + wide > room:
            break
        if text[i] == " ":
            blank = i
        used += wide
        i += 1
    else:
        return len(text.rstrip(" ")) if text[-1] == " " else len(text), len(text)
    if text[i] == " ":
        return i, i
    if blank > at:
        return blank, blank
    return max(i, at + 1), max(i, at + 1)


def padded(text: str, room: int, right: bool = False) -> str:
    """Return text filled up with blanks to a number of columns."""
    gap = " " * max(0, room - columns(text))
    return gap + text if right else text + gap


def page(rows: Iterable[str]) -> str:
    """Return rows as a text ended by one line feed, without blank rows at its ends and no two in a row."""
    out: list[str] = []
    for row in rows:
        if row.strip() or (out and out[-1]):
            out.append(row.rstrip())
    while out and not out[-1]:
        out.pop()
    return "\n".join(out) + "\n" if out else ""
