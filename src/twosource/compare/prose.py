"""What kind of text each word of a report is: only a report's own prose can show that it was made from another."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.compare.features import content_stems
from twosource.records.analysis import Analysis
from twosource.records.parse import Token

QUOTED_RUN = 4
"""Words in a row that must stand in quotation marks in another report of the story to count as quoted here too."""

PROSE, QUOTED, OTHER = 0, 1, 2
"""A word's kind: own prose; somebody else's words (also without marks, where another report of the story has the marks);
caption, credit, heading or page furniture."""

Gram = tuple[str, ...]

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "NUM"})
_NO_WORD = frozenset({"PUNCT", "SPACE", "SYM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one report in order; all fields but `report` have one entry a word."""

    report: str
    lower: tuple[str, ...]
    start: tuple[int, ...]
    """Code point in the report's text where the word begins."""
    end: tuple[int, ...]
    kind: bytes
    """PROSE, QUOTED or OTHER."""
    name: bytes
    """1 for a part of a name."""
    content: bytes
    """1 for a word that carries meaning and is no name."""
    key: tuple[str, ...]
    """What the word means, for comparing rewordings: a stem, `#value` for a figure, "" for a small word."""
    sentence: tuple[int, ...]
    """Index of the sentence."""


def read_words(members: Sequence[Analysis]) -> tuple[Words, ...]:
    """Return the words of each report of one story, typed with a view to the quotations of all of them."""
    found = [_own_words(a) for a in members]
    quoted = {gram for words in found for gram, at in grams(words.lower, QUOTED_RUN) if _all(words.kind, at, QUOTED_RUN, QUOTED)}
    return tuple(_with_quoted(words, quoted) for words in found)


def grams(lower: Sequence[str], n: int) -> Iterable[tuple[Gram, int]]:
    """Return every run of `n` words with the index of its first word, in order."""
    return zip(zip(*(lower[k:] for k in range(n)), strict=False), range(len(lower)), strict=False)


def prose_grams(words: Words, n: int) -> dict[Gram, int]:
    """Return every run of `n` words of prose with the index where it first stands."""
    found: dict[Gram, int] = {}
    for gram, at in grams(words.lower, n):
        if gram not in found and not any(words.kind[at : at + n]):
            found[gram] = at
    return found


def _own_words(analysis: Analysis) -> Words:
    tokens: list[Token] = []
    sentences: list[int] = []
    kinds = bytearray()
    for sentence, tree in zip(analysis.sentences, analysis.trees, strict=True):
        kind = PROSE if sentence.block in ("prose", "title") else OTHER
        words = [t for t in tree.tokens if t.pos not in _NO_WORD and (t.text.isalnum() or any(map(str.isalnum, t.text)))]
        tokens.extend(words)
        sentences.extend([sentence.index] * len(words))
        kinds.extend([kind] * len(words))
    starts = [t.start for t in tokens]
    _mark(kinds, starts, [(q.inner.start, q.inner.end) for q in analysis.quotations if q.kind == "speech"], QUOTED)
    _mark(kinds, starts, [(c.span.start, c.span.end) for c in analysis.credits], OTHER)
    _mark(kinds, starts, _find_captions(analysis), OTHER)
    return Words(
        report=analysis.report.id,
        lower=tuple(t.lower.replace("’", "'") for t in tokens),
        start=tuple(starts),
        end=tuple(t.end for t in tokens),
        kind=bytes(kinds),
        name=bytes(t.pos == "PROPN" for t in tokens),
        content=bytes(t.pos in _CONTENT for t in tokens),
        key=tuple(next(content_stems((t,)), "") for t in tokens),
        sentence=tuple(sentences),
    )


def _find_captions(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the ranges of sentences that a picture credit stands in or follows, where a page's captions run on in its text."""
    pictures = [c.span for c in analysis.credits if c.kind == "picture"]
    found = []
    for before, sentence in zip((None, *analysis.sentences), analysis.sentences, strict=False):
        spans = [p for p in pictures if p.overlaps(sentence.span)]
        if spans:
            leads = min(p.start for p in spans) - sentence.span.start <= 2 and before and before.paragraph == sentence.paragraph
            found.append(((before.span if leads and before else sentence.span).start, sentence.span.end))
    return found


def _mark(kinds: bytearray, starts: list[int], ranges: Iterable[tuple[int, int]], code: int) -> None:
    for start, end in ranges:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        kinds[first:last] = bytes([code]) * (last - first)


def _all(kinds: bytes, at: int, n: int, code: int) -> bool:
    return kinds.count(code, at, at + n) == n


def _with_quoted(words: Words, quoted: set[Gram]) -> Words:
    kinds = bytearray(words.kind)
    for gram, at in grams(words.lower, QUOTED_RUN):
        if gram in quoted:
            for i in range(at, at + QUOTED_RUN):
                kinds[i] = kinds[i] or QUOTED
    return replace(words, kind=bytes(kinds))
