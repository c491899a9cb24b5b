import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.compare.test_origins import find
from tests.factory import analyse, make_report
from twosource.analyse import analyse_reports
from twosource.compare.drift import find_drift
from twosource.compare.miscounts import is_slip
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
    [
        ("Vost Meets Brand at Sevrin", "Alma Vost is to travel to Sevrin next week to meet Odo Brand, her office said."),
        (
            "Tollgate to buy Rinnet",
            "The Tollgate Group is in talks to buy the mill owner Rinnet for 3 million crowns, a person said.",
        ),
    ],
)
def test_a_headline_ahead_of_its_text(title: str, text: str, parser: Parser) -> None:
    assert headlines(title, text, parser) == [("headline-ahead", "stage")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Vost to Meet Brand at Sevrin", "Alma Vost is to travel to Sevrin next week to meet Odo Brand, her office said."),
        ("Vost Meets Brand at Sevrin", "Alma Vost met Odo Brand at Sevrin on Monday. They will meet again in May."),
        ("Tollgate to buy Rinnet", "The Tollgate Group plans to buy the mill owner Rinnet for 3 million crowns, a person said."),
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


def connected(texts: dict[str, str], parser: Parser, pairs: list[tuple[str, str, bool]]) -> tuple[Relation, ...]:
    """Return the drift between reports of which no statement stands in a cluster with another."""
    reports = {key: make_report(text, key=key, outlet=f"{key} Post") for key, text in texts.items()}
    members = tuple(analyse_reports(list(reports.values()), parser, Settings()))
    descents = tuple(
        Descent(id=f"{p}{c}", child=reports[c].id, parent=reports[p].id, kind="rewrite", directed=directed, score=0.9)
        for p, c, directed in pairs
    )
    clusters = tuple(Cluster(statements=(s.id,)) for m in members for s in m.statements)
    return find_drift(members, clusters, read_voices(members, read_words(members), descents, ()))


HEDGED = "A rusty bolt may have opened the lock gate at Sevrin. Nine barges sank near the old mill."
FIRM = "Near the old mill nine barges sank. A rusty bolt opened the gate of the Sevrin lock."


def test_matching_sentences_of_connected_texts_are_compared(parser: Parser) -> None:
    assert [r.evidence[0].kind for r in connected({"A": HEDGED, "B": FIRM}, parser, [("A", "B", True)])] == ["hedge-lost"]
    assert not connected({"A": HEDGED, "B": FIRM}, parser, [])


def test_a_lost_hedge_is_told_of_the_texts_behind_it(parser: Parser) -> None:
    last = "The Sevrin lock gate was opened by a rusty bolt. Mourners came from Pollen."
    found = connected({"A": HEDGED, "B": FIRM, "C": last}, parser, [("A", "B", True), ("B", "C", True)])
    assert {r.evidence[0].kind for r in found} == {"hedge-lost"}
    assert len({r.b for r in found}) == 2


def test_a_figure_that_one_alone_has_is_told_by_the_others(parser: Parser) -> None:
    texts = {
        "A": "The flooded circle round the Sevrin lock measures 7 kilometres.",
        "B": "Round the Sevrin lock a circle of 17 kilometres is flooded.",
        "C": "Prefect Vost walked along 7 kilometres of water.",
    }
    (found,) = connected(texts, parser, [("A", "B", False)])
    assert found.reason == "Where A Post and another report have 7 (kilometre), B Post alone has 17."
    assert not connected({k: texts[k] for k in "AB"}, parser, [("A", "B", False)])


@pytest.mark.parametrize(
    ("x", "y", "slip"), [(17, 70, False), (7, 17, True), (86, 68, True), (480, 840, True), (6, 3, False), (41, 43, True)]
)
def test_what_is_a_slip_of_the_pen(x: float, y: float, slip: bool) -> None:
    assert is_slip(x, y) is slip
