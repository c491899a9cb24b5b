"""Time expressions: what is found, what it means, and what must stay silent."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import make_report
from twosource.analyse.dates import find_times
from twosource.records.analysis import Sentence, TimeExpression

CASES = Path(__file__).parent / "cases" / "dates"


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


@given(st.text(), st.sampled_from(["", "2031-02-28", "2032-02-29T23:59:00+14:00", "2031-05/2031-06", "0001-01-01", "9999-12-31"]))
def test_any_text_with_any_date(text: str, published: str):
    _, expressions = times(text, published)
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in expressions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(expressions))


WORDS = ("in", "on the", "last", "next", "May", "March", "Monday", "3", "31", "2011", "years", "ago", ",", "today", "'s")


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from(["", "1200-01-01", "9000-12-31", "9999-12-31"]))
def test_time_words_in_any_order(words: list[str], published: str):
    times(" ".join(words), published)
