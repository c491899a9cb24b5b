"""Runs of capitalised words, and what they are by themselves: title and name, body, place, outlet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from twosource.analyse.mentions.words import NameWords, bare, name_words, person_noun, role_words
from twosource.records.analysis import EntityKind
from twosource.records.parse import Token, Tree

HYPHENS = frozenset({"-", "–", "‑"})
_OPEN = frozenset({"NOUN", "ADJ", "X", "VERB", "INTJ", "ADV"})
_ARTICLES = frozenset({"al", "el", "as", "an", "ar", "ash", "at"})
"""Arabic articles, joined to a name by a hyphen."""
_QUOTES = frozenset({'"', "“", "‘", "'", "``", "(", "[", "-", "–", "—", ":", "•"})


class Reading(NamedTuple):
    """What the words of a run say without any context."""

    kind: EntityKind | None
    name: int
    """Index of the first word of the name; those before it are a title. The number of words where all are title."""


@dataclass(slots=True, kw_only=True)
class Name:
    """One run of capitalised words at its place."""

    sentence: int
    first: int
    """First token of the name proper."""
    last: int
    """Token after its last."""
    words: tuple[str, ...]
    title: tuple[int, int] | None
    """Token range of the title before it, in capitals too."""
    kind: EntityKind | None


def find_runs(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of runs of capitalised words, in order."""
    tokens, known = tree.tokens, name_words()
    i, n = 0, len(tokens)
    while i < n:
        if _starts(tokens, i, known):
            j = _extend(tokens, i, known)
            yield i, j
            i = j
        else:
            i += 1


def _starts(tokens: tuple[Token, ...], i: int, known: NameWords) -> bool:
    t = tokens[i]
    if t.text[0].isupper() and _is_name(tokens, i, known):
        return True
    follows = i + 2 < len(tokens) and tokens[i + 1].text in HYPHENS and tokens[i + 2].text[:1].isupper()
    joined = i > 0 and tokens[i - 1].text in HYPHENS  # "Sergeant-at-Arms"
    return t.lower in _ARTICLES and follows and not joined


def _is_name(tokens: tuple[Token, ...], i: int, known: NameWords) -> bool:
    t = tokens[i]
    if t.lower in known.not_names or not t.text[:1].isupper():
        return False
    if t.pos == "PROPN":
        return True
    begins = i == 0 or tokens[i - 1].text in _QUOTES
    return t.pos in _OPEN and (not begins or (t.text.isupper() and 1 < len(t.text) <= 5))


def _extend(tokens: tuple[Token, ...], i: int, known: NameWords) -> int:
    n = len(tokens)
    j = i + 1 if _is_name(tokens, i, known) else i + 3
    bodyish = tokens[i].lower in known.body_heads
    while j < n:
        t = tokens[j]
        step = 0
        if t.text[0].isupper() and _is_name(tokens, j, known):
            step = 1
        elif t.text in HYPHENS:
            step = _hyphenated(tokens, j)
        elif t.text == "&" and j + 1 < n and tokens[j + 1].text[0].isupper():
            step = 2
        elif t.text in ("'", "’") and t.tag == "POS" and j + 1 < n and tokens[j + 1].lower in known.body_words:
            step = 2 if tokens[j + 1].text[0].isupper() else 0  # "the Dock Workers' Union"
        elif t.lower in role_words().particles:
            step = _particle(tokens, j)
        elif t.lower in ("of", "for", "on", "and"):
            step = _connector(tokens, j, known, bodyish)
        if not step:
            break
        j += step
        bodyish = bodyish or tokens[j - 1].lower in known.body_heads
    return j


def _hyphenated(tokens: tuple[Token, ...], j: int) -> int:
    if j + 1 >= len(tokens) or tokens[j - 1].end != tokens[j].start or tokens[j].end != tokens[j + 1].start:
        return 0
    after = tokens[j + 1]
    return 2 if after.text[0].isupper() or (after.pos == "PROPN" and after.text.isalpha()) else 0


def _particle(tokens: tuple[Token, ...], j: int) -> int:
    if j + 1 < len(tokens) and tokens[j + 1].text[0].isupper() and tokens[j + 1].pos == "PROPN":
        return 2
    if j + 2 < len(tokens) and tokens[j + 1].text in HYPHENS and tokens[j + 2].text[0].isupper():
        return 3
    return 0


def _connector(tokens: tuple[Token, ...], j: int, known: NameWords, bodyish: bool) -> int:
    word, n = tokens[j].lower, len(tokens)
    k = j + 1
    if k < n and tokens[k].lower == "the":
        k += 1
    if k >= n or not _is_name(tokens, k, known):
        return 0
    if word == "and" and " ".join(t.lower for t in tokens[j - 1 : j + 2]) in known.known:
        return 2
    if word == "and":
        ahead = [t.lower for t in tokens[k : k + 4] if t.text[0].isupper()]
        joins = any(w in known.body_words for w in ahead) and tokens[j - 1].lower not in known.body_words
        office = bodyish and tokens[k].lower in known.titles  # "Ministry of Foreign Affairs and Trade"
        return k - j + 1 if k == j + 1 and (joins or office) and tokens[j - 1].lower not in known.known else 0
    title = tokens[j - 1].lower in known.title_heads and word == "of" and tokens[k].lower in known.titles
    return k - j + 1 if bodyish or title else 0


@lru_cache(maxsize=50_000)
def read_words(words: tuple[str, ...]) -> Reading:
    """Return what the words of a run say by themselves."""
    known = name_words()
    lower = tuple(w.casefold().replace("’", "'") for w in words)
    whole = known.known.get(" ".join(lower).replace(" - ", "-"))
    if whole:
        return Reading(whole, 0)
    if all(w in known.demonyms for w in lower):
        return Reading(None, len(words))
    at = _title_end(lower, known)
    if at == len(words):
        return Reading(None, at)
    if at:
        return Reading("person", at)
    return Reading(_kind(words, lower, known), 0)


def _title_end(lower: tuple[str, ...], known: NameWords) -> int:
    """Return the index after the title that a run begins with, or 0."""
    for i in range(len(lower) - 1, -1, -1):
        head = lower[i] in known.title_heads or (i + 2 < len(lower) and person_noun(lower[i]) is not None)
        first_name = lower[i] in known.men and lower[i] not in known.title_heads
        if not head or first_name or (lower[i] == "general" and i and lower[i - 1] in known.body_words):
            continue
        j = i + 1
        while j < len(lower) and (lower[j] in ("of", "the", "for", "and") or lower[j] in known.titles):
            j += 1
        if any(w in known.body_words or w in known.outlet_tails for w in lower[j:]) or (lower[i] == "agent" and j == len(lower)):
            return 0
        return j
    return 0


def _kind(words: tuple[str, ...], lower: tuple[str, ...], known: NameWords) -> EntityKind | None:
    last, several = lower[-1], len(words) > 1
    if several and (last in known.outlet_tails or bare(" ".join(lower)) in known.known):
        return known.known.get(bare(" ".join(lower)), "outlet")
    if several and lower[0] in known.outlet_first and not any(w in known.body_words for w in lower):
        return "outlet"
    if several and last in known.document_tails:
        return "document"
    if several and (lower[0] in known.place_first or (last in known.place_last and lower[0] not in known.men | known.women)):
        return "place"
    if several and "&" in lower:
        return "body"
    if several and (last in known.company_marks or any(w in known.body_words for w in lower)):
        return "body"
    if several and (lower[0] in known.women or lower[0] in known.men or lower[0] in known.either):
        return "person"
    return None
