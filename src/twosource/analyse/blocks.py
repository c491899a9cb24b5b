"""What a line of a page is: prose, heading, caption, credit or furniture. Conservative: in doubt it is prose."""

import re
from functools import cache

from twosource.analyse.credit_lines import is_credit_line, match_byline
from twosource.lexicons import load_lexicon, word_set
from twosource.records.analysis import Block

MAX_HEADING_WORDS = 10
"""A line without final punctuation and with more words than this is a sentence that lost its full stop."""
MAX_HEADING_CHARS = 80

_FINAL = re.compile(r"[.!?…:;,][\"”’'»)\]\s]*$")
_SPEAKER = re.compile(r"[A-Z][A-Z .'’\-]{1,40}(?:, [A-Z \-]{2,30})?(?: \([A-Z ]{2,20}\))?:$")
_RULE = re.compile(r"[\W_]*$")


def type_line(line: str, alone: bool) -> Block:
    """Return the block of a line without outer blanks. `alone`: it is the only or the first line of a text without a title,
    so that a missing full stop says nothing.
    """
    lower = line[:100].casefold().replace("’", "'")
    if (
        _RULE.match(line)
        or lower.startswith(_starts("starts"))
        or lower.strip(" .:…[](){}-–—*|>#") in word_set("furniture", "lines")
    ):
        return "furniture"
    if len(line) < 100 and lower.startswith(_starts("short_starts")):
        return "furniture"
    if is_credit_line(line) or match_byline(line):
        return "credit"
    if is_caption(line, lower):
        return "caption"
    if len(line) < 200 and any(w in line.casefold() for w in _starts("within")):
        return "furniture"
    return "prose" if alone or cut_prefix(line) else _heading_or_prose(line)


def type_sentence(text: str) -> Block:
    """Return the block of one sentence inside a line of prose: credits and furniture also stand at the end of a paragraph."""
    lower = text[:100].casefold().replace("’", "'")
    if lower.startswith(_starts("starts")):
        return "furniture"
    return "credit" if is_credit_line(text) else "prose"


def cut_prefix(line: str) -> int:
    """Return how many characters at the start of a line are a box's label ("Story highlights")."""
    lower = line[:40].casefold()
    label = next((p for p in _starts("prefixes") if lower.startswith(p)), "")
    rest = line[len(label) :]
    return len(line) - len(rest.lstrip(" :-")) if label and rest.strip() else 0


def is_caption(line: str, lower: str) -> bool:
    """True for a line that describes a picture."""
    if lower.lstrip("(").startswith(_starts("caption_starts")):
        return True
    if len(line) >= 400:
        return False
    tail = line[-120:].casefold()
    return tail.rstrip(" .)]").endswith(_starts("caption_ends")) or (
        tail.rstrip(" .").endswith(")") and any(m in tail for m in _starts("caption_marks"))
    )


@cache
def _starts(key: str) -> tuple[str, ...]:
    return tuple(load_lexicon("furniture")[key])


def _heading_or_prose(line: str) -> Block:
    if (
        len(line) <= MAX_HEADING_CHARS
        and len(line.split()) <= MAX_HEADING_WORDS
        and (not _FINAL.search(line) or _SPEAKER.match(line))
    ):
        return "heading"
    return "prose"
