"""Words of which only one can hold: son and daughter, rise and fall."""

from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.lexicons import load_lexicon
from twosource.records.comparison import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Two sets of lemmas that exclude one another."""

    left: frozenset[str]
    right: frozenset[str]
    slot: Slot
    steady: bool
    """What they say does not change in the course of a story."""


@cache
def load_exclusions() -> tuple[Exclusion, ...]:
    """Return the exclusions of the lexicon, in its order."""
    entries = load_lexicon("exclusive")["pairs"]
    return tuple(
        Exclusion(left=frozenset(e["left"]), right=frozenset(e["right"]), slot=e["slot"], steady=e["steady"]) for e in entries
    )


@cache
def exclusive_words() -> frozenset[str]:
    """Return all lemmas that stand in an exclusion."""
    return frozenset(w for e in load_exclusions() for w in e.left | e.right)


@lru_cache(maxsize=10_000)
def find_exclusive(a: frozenset[str], b: frozenset[str]) -> Exclusion | None:
    """Return the first exclusion with one side in the lemmas `a` alone and the other in `b` alone."""
    if not a or not b:
        return None
    for e in load_exclusions():
        left, right = (bool(a & e.left), bool(b & e.left)), (bool(a & e.right), bool(b & e.right))
        if (left, right) in (((True, False), (False, True)), ((False, True), (True, False))):
            return e
    return None
