import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.compare.quay import make_quay
from twosource.compare.descent import trace_descent
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.records.comparison import Descent, Hidden
from twosource.settings import DescentSettings

CASES = Path(__file__).parents[1] / "cases" / "descent"


def load(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def trace(case: dict[str, Any], parser: Parser) -> tuple[tuple[Analysis, ...], tuple[Descent, ...], tuple[Hidden, ...]]:
    members = make_quay(*case["reports"], parser=parser)
    return members, *trace_descent(members, DescentSettings())


def told(case: dict[str, Any], parser: Parser) -> list[tuple[str, str, str, bool]]:
    members, descents, hidden = trace(case, parser)
    names = {a.report.id: a.report.key for a in members} | {h.id: h.label for h in hidden}
    found = []
    for d in descents:
        ends = names[d.child], names[d.parent]
        found.append((*(ends if d.directed else sorted(ends)), d.kind, d.directed))
    return sorted(found)


def expected(case: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    rows = [(c, p, kind, directed) for c, p, kind, directed in case["descents"]]
    return sorted((*((c, p) if directed else sorted((c, p))), kind, directed) for c, p, kind, directed in rows)


@pytest.mark.parametrize("case", load("fires"))
def test_descent_is_found(case: dict[str, Any], parser: Parser) -> None:
    assert told(case, parser) == expected(case)


@pytest.mark.parametrize("case", load("negative"))
def test_nothing_is_joined(case: dict[str, Any], parser: Parser) -> None:
    assert told(case, parser) == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_not_found_yet(case: dict[str, Any], parser: Parser) -> None:
    assert told(case, parser) == expected(case)


def test_passages_are_the_same_words(parser: Parser) -> None:
    members, (descent,), _ = trace({"reports": [{"text": "wire"}, {"text": "edited"}, {"text": "witness"}]}, parser)
    texts = {a.report.id: a.report.text for a in members}
    assert descent.passages
    first = descent.passages[0]
    child, parent = texts[descent.child][slice(*first.child)], texts[descent.parent][slice(*first.parent)]
    assert child.split()[:5] == parent.split()[:5] == ["A", "crane", "toppled", "onto", "a"]


def test_every_descent_has_a_reason_with_the_words_it_rests_on(parser: Parser) -> None:
    _, descents, _ = trace({"reports": [{"text": "wire"}, {"text": "reworded"}, {"text": "witness"}, {"text": "trade"}]}, parser)
    assert [e.kind for d in descents for e in d.evidence if e.spans]
    assert all(0 < d.score < 1 for d in descents)


def test_the_order_of_the_reports_changes_nothing(parser: Parser) -> None:
    reports = [{"text": "wire"}, {"text": "edited"}, {"text": "cut"}, {"text": "witness"}]
    members = make_quay(*reports, parser=parser)
    first = trace_descent(members, DescentSettings())
    assert first[0]
    assert all(trace_descent(tuple(order), DescentSettings()) == first for order in permutations(members))


def test_one_report_descends_from_nothing(parser: Parser) -> None:
    assert trace_descent(make_quay({"text": "wire"}, parser=parser), DescentSettings()) == ((), ())
    assert trace_descent((), DescentSettings()) == ((), ())
