"""Whether two statements name other hours of the day."""

import re
from collections.abc import Set

from twosource.compare.features import Features

CLOCK = re.compile(r"T(\d\d):(\d\d)")
AFTERNOON = re.compile(r"(1[3-9]|2[0-3]):([0-5]\d)")
"""An hour that needs no "p.m."; one of the words of BEFORE must stand before it."""
NEAR = 60
"""Minutes by which the hours of one event may differ from report to report."""
DAY = 24 * 60
BEFORE = frozenset({"at", "by", "from", "until", "till", "before", "after", "since", "around", "about"})


def hours_apart(left: Set[int], right: Set[int]) -> bool:
    """True when both sides name an hour (minutes after midnight) and no two of these are near one another."""
    return bool(left and right) and all(_distance(x, y) > NEAR for x in left for y in right)


def find_hours(f: Features) -> frozenset[int]:
    """Return the times of day inside a statement, in minutes after midnight."""
    tokens = [f.tree.tokens[i] for i in f.statement.tokens]
    inside = (t for t in f.times if t.kind == "TIME" and any(t.span.start <= x.start < t.span.end for x in tokens))
    told = [CLOCK.search(t.value or t.timex or "") for t in inside]
    plain = [AFTERNOON.fullmatch(t.text) for t in tokens if t.i and f.tree.tokens[t.i - 1].lower in BEFORE]
    return frozenset(int(m[1]) * 60 + int(m[2]) for m in (*told, *plain) if m)


def _distance(x: int, y: int) -> int:
    return min((x - y) % DAY, (y - x) % DAY)
