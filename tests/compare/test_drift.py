import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.compare.test_origins import find
from tests.factory import analyse, make_report
from twosource.analyse import analyse_reports
from twosource.compare.drift import find_drift
from twosource.compare.prose import read_words
from twosource.compare.voices import read_voices
from twosource.models.base import Parser
from twosource.records.comparison import Cluster, Descent, Relation
from twosource.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "drift"


def load(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def drift(case: dict[str, Any], parser: Parser) -> tuple[Relation, ...]:
    reports = [
        make_report(case["from"], key="a", outlet="River Post", published="2031-03-01"),
        make_report(case["to"], key="b", outlet="Mill Echo", published="2031-03-02"),
    ]
    members = tuple(analyse_reports(reports, parser, Settings()))
    a, b = find(members[0], case["a"]), find(members[1], case["b"])
    rest = [Cluster(statements=(s.id,)) for m in members for s in m.statements if s.id not in (a, b)]
    descents = (Descent(id="d", child=reports[1].id, parent=reports[0].id, kind="rewrite", score=0.9),) if case["rests"] else ()
    voices = read_voices(members, read_words(members), descents, ())
    return find_drift(members, (Cluster(statements=(a, b)), *rest), voices)


def kinds(case: dict[str, Any], parser: Parser) -> set[tuple[str, str]]:
    return {(r.evidence[0].kind, r.slot) for r in drift(case, parser)}


@pytest.mark.parametrize("case", load("fires"))
def test_loss_is_found(case: dict[str, Any], parser: Parser) -> None:
    assert (case["kind"], case["slot"]) in kinds(case, parser)


@pytest.mark.parametrize("case", load("negative"))
def test_nothing_is_called(case: dict[str, Any], parser: Parser) -> None:
    assert kinds(case, parser) == set()


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_not_found_yet(case: dict[str, Any], parser: Parser) -> None:
    assert (case["kind"], case["slot"]) in kinds(case, parser)


def headlines(title: str, text: str, parser: Parser) -> list[tuple[str, str]]:
    members = (analyse(make_report(text, title=title, outlet="Mill Echo"), parser),)
    clusters = tuple(Cluster(statements=(s.id,)) for s in members[0].statements)
    found = find_drift(members, clusters, read_voices(members, read_words(members), (), ()))
    return [(r.evidence[0].kind, r.slot) for r in found]


@pytest.mark.parametrize(
    ("title", "text"),
    [("Vost Meets Brand at Sevrin", "Alma Vost is to travel to Sevrin next week to meet Odo Brand, her office said.")],
)
def test_a_headline_ahead_of_its_text(title: str, text: str, parser: Parser) -> None:
    assert headlines(title, text, parser) == [("headline-ahead", "stage")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Vost to Meet Brand at Sevrin", "Alma Vost is to travel to Sevrin next week to meet Odo Brand, her office said."),
        ("Vost Meets Brand at Sevrin", "Alma Vost met Odo Brand at Sevrin on Monday. They will meet again in May."),
        ("Vost expects 40 barges", "Alma Vost expects to see 40 barges in May."),
        ("Storm over Sevrin", "Alma Vost will meet Odo Brand."),
    ],
)
def test_headlines_that_keep_to_their_text(title: str, text: str, parser: Parser) -> None:
    assert headlines(title, text, parser) == []


def test_a_drift_says_who_lost_what(parser: Parser) -> None:
    (relation,) = [r for r in drift(load("fires")[0].values[0], parser) if r.slot == "hedge"]
    assert relation.kind == "drift"
    assert relation.reason == "River Post hedges this (“may”); Mill Echo asserts it."
    assert len({s.report for s in relation.evidence[0].spans}) == 2
