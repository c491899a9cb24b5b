"""One sign of how a clause is worded, and the word lists that signs are read by."""

from dataclasses import dataclass
from functools import cache

from twosource.lexicons import load_lexicon
from twosource.records.statement import Certainty, Stage

CERTAINTIES: tuple[Certainty, ...] = ("doubted", "possible", "probable")
"""Weakest first: the weakest wording of a clause holds."""
STAGES: tuple[Stage, ...] = ("denied", "no-comment", "proposed", "planned", "under-way")
"""The first of these that any sign speaks for holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One word or sequence that says something on polarity, certainty or stage."""

    reads: str
    """`negated`, or a certainty, or a stage."""
    rule: str
    tokens: tuple[int, ...] = ()
    """Where it stands in the tree; empty where the telling's cue carries it."""


@cache
def listed(lexicon: str, path: str) -> frozenset[str]:
    """Return the list at `key` or `table.key` of a lexicon as a set; empty where a table lacks the key."""
    table, _, key = path.partition(".")
    found = load_lexicon(lexicon)[table]
    return frozenset(found.get(key, ()) if key else found)


@cache
def levels(table: str) -> dict[str, Certainty]:
    """Return how sure each word of a table of the hedges is."""
    return {w: level for level in CERTAINTIES for w in load_lexicon("hedges")[table].get(level, ())}


@cache
def phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the sequences of words that are signs, with what each reads."""
    hedged = [(level, p) for level in CERTAINTIES for p in load_lexicon("hedges")["phrases"][level]]
    silent = [("no-comment", p) for p in load_lexicon("stages")["no_comment_phrases"]]
    return tuple((reads, tuple(p.split())) for reads, p in (*hedged, *silent))
