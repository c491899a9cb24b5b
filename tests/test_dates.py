"""Time expressions: what is found, what it means, and what must stay silent."""

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import make_report
from twosource.analyse.dates import find_expressions, find_times
from twosource.analyse.dates.events import date_event
from twosource.records.analysis import Sentence, TimeExpression
from twosource.text.deixis import resolve
from twosource.text.intervals import days_of

CASES = Path(__file__).parent / "cases" / "time"


def cases(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"])


def times(text: str, published: str) -> tuple[str, tuple[TimeExpression, ...]]:
    report = make_report(text, published=published or None)
    return text, find_times(report, (Sentence(index=0, span=report.span(0, len(text))),))


def found(case: dict[str, Any]) -> list[list[str]]:
    text, expressions = times(case["text"], case["published"])
    return [[text[t.span.start : t.span.end], t.symbol, t.value or ""] for t in expressions]


@pytest.mark.parametrize("case", cases("fires"), ids=lambda c: c["text"])
def test_words_and_meaning(case: dict[str, Any]):
    assert found(case) == case["found"]


@pytest.mark.parametrize("case", cases("negative"), ids=lambda c: c["text"])
def test_no_time_is_named(case: dict[str, Any]):
    assert times(case["text"], "2031-05-08")[1] == ()


@pytest.mark.xfail(reason="not understood yet")
@pytest.mark.parametrize("case", cases("known_failures"), ids=lambda c: c["text"])
def test_known_failures(case: dict[str, Any]):
    assert found(case) == case["found"]


def test_a_date_found_later_fills_what_was_left_open():
    _, (month,) = times("He arrives this month.", "")
    assert month.value is None
    assert resolve(month.chain, date(2031, 12, 3)) == "2031-12"


def test_what_stands_beside_a_time():
    _, (since, tolls) = times("It has rained since early April; nine were missing as of Tuesday.", "2031-05-08")
    assert (since.direction, since.modifier, since.grain, since.anchor) == ("since", "START", "month", "publication")
    assert (tolls.direction, tolls.grain) == ("as-of", "day")


def test_where_no_tense_decides_both_readings_stand():
    _, (day,) = times("Hearing Monday.", "2031-05-08")
    assert [v for v, _ in day.alternatives] == ["2031-05-05", "2031-05-12"]
    assert sum(w for _, w in day.alternatives) == pytest.approx(1)


def test_lengths_and_what_comes_again_are_expressions_without_a_place_in_the_calendar():
    text = "For two weeks it rained daily; it is now dry."
    report = make_report(text)
    found = find_expressions(report, (Sentence(index=0, span=report.span(0, len(text))),))
    assert [(t.kind, t.timex) for t in found] == [("DURATION", "P2W"), ("SET", "P1D"), ("DATE", "PRESENT_REF")]


def sound(text: str, expressions: tuple[TimeExpression, ...]) -> bool:
    placed = all(0 <= t.span.start < t.span.end <= len(text) for t in expressions)
    apart = all(a.span.end <= b.span.start for a, b in pairwise(expressions))
    return placed and apart and all(days_of(t.value) for t in expressions if t.value)


@given(st.text(), st.sampled_from(["", "2031-02-28", "2032-02-29T23:59:00+14:00", "2031-05/2031-06", "0001-01-01", "9999-12-31"]))
def test_any_text_with_any_date(text: str, published: str):
    assert sound(*times(text, published))


WORDS = (
    *(
        "in",
        "on the",
        "last",
        "next",
        "May",
        "March",
        "Monday",
        "3",
        "31",
        "2011",
        "years",
        "ago",
        ",",
        "today",
        "'s",
        "the",
        "earlier",
    ),
    *(
        "later",
        "first",
        "quarter",
        "of",
        "morning",
        "9 a.m.",
        "from",
        "to",
        "1990s",
        "Easter",
        "year",
        "weekend",
        "half",
        "century",
    ),
)


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from(["", "1200-01-01", "9000-12-31", "9999-12-31"]))
def test_time_words_in_any_order(words: list[str], published: str):
    assert sound(*times(" ".join(words), published))


def test_what_was_may_not_have_been_tomorrow():
    _, (day,) = times("The envoy said on Friday that talks had failed.", "2031-05-08")
    assert day.alternatives == (("2031-05-09", 0.8), ("2031-05-02", 0.2))


@given(st.lists(st.sampled_from(WORDS)), st.integers(0, 60), st.integers(1, 9))
def test_the_time_of_any_word_is_one_of_its_sentence(words: list[str], start: int, length: int):
    text, expressions = times(" ".join(words) + " rose", "2031-05-08")
    report = make_report(text, published="2031-05-08")
    found = date_event(report, (min(start, len(text) - 1), min(start + length, len(text))), expressions, None)
    assert found is not None
    assert days_of(found.value)
    assert found.time in expressions or found.how == "publication"
