"""Word tokens and stems of unparsed text."""

import re
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
"""A run of letters (with inner apostrophes) or a number. Linear time: no nested repetition over one class."""

_STEMMER = snowballstemmer.stemmer("english")


class Word(NamedTuple):
    """A word and its half-open code point range in the text it was found in."""

    text: str
    start: int
    end: int


def find_words(text: str) -> list[Word]:
    """Return the words and numbers of a text, in order."""
    return [Word(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the Snowball English stem (Porter2) of a word, lower-cased, possessive taken off."""
    lower = word.lower().replace("’", "'")
    lower = lower[:-2] if lower.endswith("'s") else lower
    stemmed: str = _STEMMER.stemWord(lower)
    return stemmed
