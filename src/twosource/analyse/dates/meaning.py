"""What a rule makes of the words it fits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What is meant, as far as the words themselves tell."""

    chain: str
    """Steps (see `text.deixis`); "?" stands for what tense decides."""
    until: str | None = None
    """Where a range ends: "May 3-7"."""
    kind: Kind = "DATE"
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN ..."""
    story: bool = False
    """Counted from the time last spoken of, where there is one, not from publication."""
    compared: bool = False
    """Compared with only: what follows does not count from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern, the kind of word without which it cannot fit, and what it means."""

    name: str
    needs: str
    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Meaning | None]


def rule(name: str, needs: str, pattern: str, meaning: Callable[[re.Match[str]], Meaning | None]) -> Rule:
    """Return a rule that begins at a word's begin, blind to case."""
    return Rule(name=name, needs=needs, pattern=re.compile(rf"(?<![\w$£€#@/.])(?:{pattern})", re.I), meaning=meaning)
