"""Whether the words around a time tell of what was or of what is to come."""

import re
from typing import Literal

Tense = Literal["ahead", "behind", ""]

BEFORE, AFTER = 80, 60
"""Characters to either side that are looked at."""
_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|is expected|are expected|expects?|(?<!been )scheduled (?:for|to)|set for|(?<!been )due|plans? to|"
    r"planned for|planning|set to|going to|is to|are to|intends?|hopes? to|expires|deadline|upcoming|would|as (?:early|soon) as|"
    r"no later than|to be|effective)\b",
    re.I,
)
_PARTICIPLE = r"(?<!be )(?<!still )(?<!a )(?<!an )(?<!the )(?-i:(?!expect|schedul|unexpect)[a-z]{2,}ed)"
_BEHIND = re.compile(
    rf"\b(?:was|were|had|did|said|told|has|have|been|since|{_PARTICIPLE}|came|went|began|took|fell|rose|met|left|"
    r"made|found|held|sent|won|lost|became|gave|got|saw|led|broke|shot|spoke|wrote|ran|hit)\b",
    re.I,
)
_OWNS = re.compile(r"['’]s\b")
_UNTIL = re.compile(r"(?<!not )\b(?:until|till|by|before)(?: at least)? $", re.I)
_WAS_NOT = re.compile(r"\b(?:was|were|had|did|said)\b", re.I)
_BREAK = re.compile(r"[;:?!\"“”—(]|\.(?=\s{1,3}[A-Z])|''|``|--")


def find_tense(text: str, start: int, end: int) -> Tense:
    """Return "ahead", "behind" or "" for the words [start, end) of a sentence, by the nearest sign in their clause."""
    if _OWNS.match(text, end):
        return "behind"
    before = text[max(0, start - BEFORE) : start]
    if _UNTIL.search(before):
        after = _clause(text, end)
        return "behind" if _WAS_NOT.search(before) or _BEHIND.search(after) else "ahead"
    for stop in _BREAK.finditer(before):
        cut = stop.end()
        before = " " * cut + before[cut:]
    ahead = max((m.start() for m in _AHEAD.finditer(before)), default=-1)
    behind = max((m.start() for m in _BEHIND.finditer(before)), default=-1)
    if ahead != behind:
        return "ahead" if ahead > behind else "behind"
    after = _clause(text, end)
    to_come, was = _AHEAD.search(after), _BEHIND.search(after)
    if to_come and (not was or to_come.start() <= was.start()):
        return "ahead"
    return "behind" if was else ""


def _clause(text: str, end: int) -> str:
    after = text[end : end + AFTER]
    stop = _BREAK.search(after)
    return after[: stop.start()] if stop else after
