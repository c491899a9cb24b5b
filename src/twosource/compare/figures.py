"""Whether the figures and times of a claim stand in a statement, are missing there, or are other ones."""

from collections.abc import Set
from math import inf

from twosource.compare.features import content_stems
from twosource.compare.finding import Side, say
from twosource.compare.quantities import Quantity
from twosource.compare.slots import same_heads
from twosource.records.analysis import TimeExpression
from twosource.records.check import Gap
from twosource.text.intervals import meet

ROUGH = 0.02
"""How far two figures may lie apart, as a share, to be one figure written in two ways."""
Gaps = tuple[Gap, ...]


def find_figure_gaps(claim: Side, told: Side, sentence: Set[str]) -> tuple[Gaps, Gaps]:
    """Return what stands against the claim and what keeps the statement from saying all of it.

    `sentence` are the stems of the statement's sentence, figures among them as `#value`.
    """
    against: list[Gap] = []
    gaps: list[Gap] = []
    for quantity in claim.features.quantities:
        _place_figure(quantity, claim, told, sentence, against, gaps)
    _place_times(claim, told, sentence, against, gaps)
    return tuple(against), tuple(gaps)


def _place_figure(asked: Quantity, claim: Side, told: Side, sentence: Set[str], against: list[Gap], gaps: list[Gap]) -> None:
    there = [q for q in told.features.quantities if same_heads(asked, q)]
    if any(_says(q, asked) for q in there) or any(_same_value(q, asked) for q in told.features.quantities):
        return
    vague = next((q for q in there if not q.disjoint(asked)), None)
    words = say(claim, asked.span)
    if vague is not None:
        gaps.append(Gap(slot="number", reason=f"the report says {say(told, vague.span)}, not {words}"))
    elif there:
        against.append(Gap(slot="number", reason=f"the report says {say(told, there[0].span)}, not {words}"))
    elif f"#{asked.low or asked.high:g}" not in sentence:
        gaps.append(Gap(slot="number", reason=f"the figure {words} is not there"))


def _says(said: Quantity, asked: Quantity) -> bool:
    """True when a figure lies wholly within what the claim says ("seven" for "at least five")."""
    return asked.low <= said.low and said.high <= asked.high


def _same_value(said: Quantity, asked: Quantity) -> bool:
    """True for one figure written in two ways ("at least seven" and "seven", "about 3.4 billion" and "3.4 billion")."""
    if said.unit != asked.unit or "vague" in (said.bound, asked.bound):
        return False
    one, other = _figure(said), _figure(asked)
    return abs(one - other) <= ROUGH * max(one, other)


def _figure(q: Quantity) -> float:
    """Return the figure as written, as far as the interval tells."""
    return q.low if q.high == inf else q.high if q.bound == "most" else (q.low + q.high) / 2


def _place_times(claim: Side, told: Side, sentence: Set[str], against: list[Gap], gaps: list[Gap]) -> None:
    """A day, month or year of the claim must stand in the report's sentence, in words or by what they mean."""
    there = told.features.times
    for asked in _own_times(claim):
        if asked.kind in ("DURATION", "SET") or _time_words(claim, asked) <= sentence:
            continue
        if any(overlaps(t, asked) for t in there):
            continue
        other = next((t for t in there if t.kind == asked.kind and _is_plain(t) and _is_plain(asked)), None)
        if other is not None:
            reason = f"the report says {say(told, other.span)}, not {say(claim, asked.span)}"
            against.append(Gap(slot="date", reason=reason))
        else:
            gaps.append(Gap(slot="date", reason=f"{say(claim, asked.span)} is not said there"))


def _own_times(side: Side) -> list[TimeExpression]:
    tokens = [side.features.tree.tokens[i] for i in side.features.statement.tokens]
    return [t for t in side.features.times if any(t.span.start <= x.start < t.span.end for x in tokens)]


def _time_words(side: Side, time: TimeExpression) -> set[str]:
    inside = (t for t in side.features.tree.tokens if time.span.start <= t.start < time.span.end)
    return set(content_stems(inside))


def _is_plain(time: TimeExpression) -> bool:
    """True for a time that names a calendar day, month or year."""
    return bool(time.value) and any(c.isdigit() for c in time.value or "")


def overlaps(a: TimeExpression, b: TimeExpression) -> bool:
    """True when two values may mean one time: they have a day in common, and the same hour where both name one."""
    if not a.value or not b.value:
        return False
    one, other = (v.removesuffix("/..") for v in (a.value, b.value))  # what goes on "since 2006" began then
    if "T" in one and "T" in other:
        return one.startswith(other) or other.startswith(one)
    return meet(one, other)
