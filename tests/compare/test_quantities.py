import tomllib
from math import inf
from pathlib import Path
from typing import Any

import pytest

from tests.factory import analyse, make_report
from twosource.compare.features import Features, describe_statements
from twosource.compare.quantities import Quantity, spelled_value
from twosource.compare.slots import figures_clash, same_heads
from twosource.models.base import Parser
from twosource.records.span import Span

CASES = Path(__file__).parents[1] / "cases" / "quantities"


def load(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def describe(text: str, parser: Parser) -> list[Features]:
    return describe_statements((analyse(make_report(text), parser),))


def figure(low: float, high: float, noun: str = "peopl", unit: str = "count") -> Quantity:
    return Quantity(low=low, high=high, unit=unit, noun=noun, token=0, head=0, span=Span("r", 0, 1), bound="exact")


@pytest.mark.parametrize("case", load("figures"))
def test_figures(case: dict[str, Any], parser: Parser) -> None:
    found = [(q.low, q.high, q.unit, q.noun) for f in describe(case["text"], parser) for q in f.quantities]
    wanted = [(float(a), float(b), unit, noun) for a, b, unit, noun in case["figures"]]
    assert len(found) == len(wanted)
    for (low, high, unit, noun), (a, b, wanted_unit, wanted_noun) in zip(found, wanted, strict=True):
        assert (low, high) == pytest.approx((a, b))
        assert (unit, noun) == (wanted_unit, wanted_noun)


@pytest.mark.parametrize("case", load("slots"))
def test_slots(case: dict[str, Any], parser: Parser) -> None:
    found = [[s.predicate, s.role, s.quantity.low] for f in describe(case["text"], parser) for s in f.slots]
    assert found == case["slots"]


def test_spans_cover_the_figure_as_written(parser: Parser) -> None:
    text = "The yard lost $4.5 million and 21 cranes."
    found = [text[q.span.start : q.span.end] for f in describe(text, parser) for q in f.quantities]
    assert found == ["$4.5 million", "21"]


@pytest.mark.parametrize(
    ("word", "value"),
    [("twelve", 12), ("twenty-one", 21), ("1,200", 1200), ("4.5", 4.5), ("storm", None), ("٣", None), ("", None)],
)
def test_spelled_value(word: str, value: float | None) -> None:
    assert spelled_value(word) == value


def test_figures_clash_only_for_the_same_thing() -> None:
    assert figures_clash([figure(12, 12)], [figure(14, 14)])
    assert not figures_clash([figure(12, 12, "hous")], [figure(14, 14, "ship")])
    assert not figures_clash([figure(12, 12, "", "$")], [figure(14, 14, "", "%")])


def test_figures_do_not_clash_where_one_agrees() -> None:
    assert not figures_clash([figure(12, 12), figure(30, 30)], [figure(14, 14), figure(30, 30)])


def test_at_least_is_not_far_above() -> None:
    assert not figures_clash([figure(12, inf)], [figure(14, 14)])
    assert figures_clash([figure(12, inf)], [figure(20, 20)])


def test_any_people_fit_people() -> None:
    assert same_heads(figure(1, 1, "peopl"), figure(1, 1, "soldier"))
    assert not same_heads(figure(1, 1, "soldier"), figure(1, 1, "pilot"))
    assert not same_heads(figure(1, 1, "peopl"), figure(1, 1, "hous"))
