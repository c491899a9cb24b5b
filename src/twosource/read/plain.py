"""Plain text and Markdown: where the title ends and the report begins."""

import re

from twosource.read.draft import Draft
from twosource.settings import ReadSettings
from twosource.text.normalise import normalise_text

BYLINE = re.compile(
    r"(?:by|written by|story by|reported by|author)\s*:?\s+(?P<name>[^\d\W][^.!?\n]{0,90}(?:\.[^.!?\n]{1,60}){0,2})", re.I
)
"""A line of its own: "By Caroline Ameh", "Written by J. Doe and P. Roe, Staff writers"."""

_SMALL = frozenset({
    "and", "of", "in", "for", "the", "at", "de", "la", "van", "von", "der", "bin", "al", "und", "y",
})  # fmt: skip
_NOT_NAMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "then", "now",
    "contrast",
})  # fmt: skip


def read_plain(text: str, names: tuple[str, ...], settings: ReadSettings) -> Draft:
    """Return a plain text as a draft, with its title where the first line is one."""
    whole = normalise_text(text)
    first, _, rest = whole.partition("\n")
    title = re.sub(r"^#{1,6} ", "", first).rstrip("# ") if first.startswith("#") else first
    if not _is_title(first, title, rest, settings):
        return Draft(names=names, body=whole)
    return Draft(names=names, body=f"{title}\n{rest}", title=title)


def find_byline(line: str) -> str | None:
    """Return the names in a line that is nothing but a byline, or None."""
    match = BYLINE.fullmatch(line.strip())
    if not match:
        return None
    words = match["name"].replace(",", " ").replace("|", " ").split()
    capital = sum(w[0].isupper() for w in words)
    small = sum(w.lower() in _SMALL for w in words)
    is_name = words[0][0].isupper() and words[0].lower() not in _NOT_NAMES and capital + small >= 0.7 * len(words)
    return match["name"].strip() if is_name and len(words) <= 14 else None


def _is_title(first: str, title: str, rest: str, settings: ReadSettings) -> bool:
    """A short first line is the title when a blank line, a byline or a longer line follows."""
    if not rest or len(title) >= settings.max_title_chars or find_byline(first) or not title:
        return False
    second = rest.partition("\n")[0]
    return not second or first != title or len(second) > len(title) or find_byline(second) is not None
