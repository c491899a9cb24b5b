"""One stem for all the words that reports use for one another."""

from functools import cache

from twosource.lexicons import load_lexicon
from twosource.text.tokens import stem


def canonical(lemma: str) -> str:
    """Return the stem that a lemma is compared by: that of the first word of its group, or its own."""
    return _groups().get(lemma) or stem(lemma)


@cache
def _groups() -> dict[str, str]:
    groups = load_lexicon("equivalents")["groups"]
    return {word: stem(group[0]) for group in groups for word in group}
