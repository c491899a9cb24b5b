"""Time expressions: which words name a time (TIMEX3 types), and which days are meant (EDTF).

What an expression means is kept in two layers. The chain and its symbol hold without any date ("month of publication"); the value
is filled where the report's date is known, and never guessed. Every rule is one pattern of bounded repetition, tried once at each
place of a sentence that holds its kind of word, so the time grows with the length of the text.
"""

from collections.abc import Iterator
from datetime import date

from twosource.analyse.dates import days, lengths, periods, relative
from twosource.analyse.dates.bounds import find_direction, join_ranges, open_end
from twosource.analyse.dates.context import Focus, Reading, move_focus, read_meaning
from twosource.analyse.dates.meaning import Meaning
from twosource.analyse.dates.triggers import find_kinds
from twosource.records.analysis import Sentence, TimeExpression
from twosource.records.report import Report
from twosource.text.calendar import day_of
from twosource.text.deixis import describe, resolve
from twosource.text.timex import edtf_of, grain_of

RULES = (*days.RULES, *relative.RULES, *periods.RULES, *lengths.RULES)
"""The longest match at a place wins, among equals the first rule."""
Hit = tuple[int, int, str, Meaning]
HOURS = frozenset({"clock", "day-clock", "spoken-clock", "hour-word", "part-of-day", "part-of-story"})
"""Rules of hours and parts of a day, which may stand without one."""
ROUGH = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})
SECOND_WEIGHT = 0.2
"""How often the second reading is meant where tense decides nothing (chosen, not learned)."""


def find_times(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return the expressions of a report that name a stretch of the calendar, in order; no two overlap.

    Lengths ("two weeks"), what comes again ("daily") and what only points ("now") are quantities or nothing to an event's date.
    """
    return tuple(t for t in find_expressions(report, sentences) if _is_placed(t))


def _is_placed(t: TimeExpression) -> bool:
    """False too for an hour without a day ("at midnight"): whose day it is nobody says."""
    if t.kind not in ("DATE", "TIME") or (t.timex or "").endswith("_REF"):
        return False
    return t.rule not in HOURS or t.anchor == "story" or not t.chain.startswith("day:0>")


def find_expressions(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return all time expressions of a report, of every TIMEX3 type, in order; no two overlap."""
    anchor = day_of(report.published)
    focus = Focus()
    found: list[TimeExpression] = []
    for sentence in sentences:
        offset = sentence.span.start
        text = report.text[offset : sentence.span.end]
        inside: list[TimeExpression] = []
        for start, end, name, meaning in _find_hits(text):
            reading = read_meaning(meaning, text, start, end, focus, anchor)
            focus = move_focus(focus, meaning, reading, anchor)
            inside.append(_express(report, (offset + start, offset + end), name, meaning, reading, anchor))
        found += join_ranges(report, inside)
    return tuple(found)


def _find_hits(text: str) -> Iterator[Hit]:
    kinds = find_kinds(text)
    if not kinds:
        return
    hits = [
        (m.start(), -m.end(), order, m)
        for order, rule in enumerate(RULES)
        if rule.needs in kinds
        for m in rule.pattern.finditer(text)
    ]
    at = 0
    for start, minus_end, order, match in sorted(hits, key=lambda h: h[:3]):
        if start < at:
            continue
        # Words that fit a rule and mean nothing ("31 February") are not read by halves.
        at, meaning = -minus_end, RULES[order].meaning(match)
        if meaning:
            yield start, at, RULES[order].name, meaning


def _round(value: str, meaning: Meaning) -> str:
    """Return "1997~" for "nearly twenty years ago"; EDTF has no such form for moments, decades and intervals."""
    rough = meaning.mod in ROUGH and meaning.kind == "DATE" and not set("/TX~") & set(value)
    return f"{value}~" if rough else value


def _express(
    report: Report, place: tuple[int, int], name: str, meaning: Meaning, reading: Reading, anchor: date | None
) -> TimeExpression:
    timex = resolve(reading.chain, anchor)
    value, until = edtf_of(timex), edtf_of(resolve(reading.until, anchor)) if reading.until else None
    direction = find_direction(report.text, place[0])
    second = edtf_of(resolve(reading.second, anchor)) if reading.second else None
    return TimeExpression(
        span=report.span(*place),
        kind=meaning.kind,
        symbol=describe(reading.chain) + (f" to {describe(reading.until)}" if reading.until else ""),
        timex=timex,
        value=f"{value}/{until}" if value and until else open_end(value and _round(value, meaning), direction),
        rule=name,
        chain="" if reading.until else reading.chain,
        grain=grain_of(timex),
        direction=direction,
        modifier=meaning.mod,
        anchor="story" if reading.story else "none" if reading.chain.startswith("=") else "publication",
        alternatives=((value, 1 - SECOND_WEIGHT), (second, SECOND_WEIGHT)) if value and second and second != value else (),
    )
