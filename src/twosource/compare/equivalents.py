"""One stem for all the words that reports use for one another."""

from functools import cache

from twosource.lexicons import load_lexicon
from twosource.text.tokens import stem


def canonical(lemma: str) -> str:
    """Return the stem that a lemma is compared by: that of the first word of its group, or its own."""
    return _groups().get(lemma) or stem(lemma)


def shorten_names(stems: frozenset[str]) -> frozenset[str]:
    """Return stems in which a long name ("united", "states") stands as its short one."""
    for long, short in _names():
        if long <= stems:
            stems = stems - long | {short}
    return stems


@cache
def _names() -> tuple[tuple[frozenset[str], str], ...]:
    names = load_lexicon("equivalents")["names"]
    return tuple((frozenset(stem(w) for w in n["long"].split()), canonical(n["short"])) for n in names)


@cache
def _groups() -> dict[str, str]:
    groups = load_lexicon("equivalents")["words"]["groups"]
    return {word: stem(group[0]) for group in groups for word in group}
