import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.compare.ferry import find_statement, make_story
from twosource.compare.claims import cluster_statements
from twosource.compare.relations import find_relations
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.records.comparison import Relation
from twosource.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "relations"


def load(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def relate(case: dict[str, Any], parser: Parser) -> tuple[tuple[Analysis, ...], tuple[Relation, ...]]:
    members = make_story(case["reports"], parser, case.get("published", ()))
    settings = Settings()
    return members, find_relations(members, cluster_statements(members, settings.claims), settings.relations)


def found(case: dict[str, Any], parser: Parser) -> bool:
    members, relations = relate(case, parser)
    a, b = find_statement(members[0], case["a"]), find_statement(members[1], case["b"])
    return (case["kind"], case["slot"], a.id, b.id) in {(r.kind, r.slot, r.a, r.b) for r in relations}


@pytest.mark.parametrize("case", load("fires"))
def test_relation_is_found(case: dict[str, Any], parser: Parser) -> None:
    assert found(case, parser)


@pytest.mark.parametrize("case", load("negative"))
def test_nothing_is_called(case: dict[str, Any], parser: Parser) -> None:
    members, relations = relate(case, parser)
    told = {s.id for a in members[:2] for s in a.statements}
    assert [r.reason for r in relations if r.kind in case["never"] and {r.a, r.b} <= told] == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_not_found_yet(case: dict[str, Any], parser: Parser) -> None:
    assert found(case, parser)


def test_a_relation_says_why_and_where(parser: Parser) -> None:
    case = {"reports": ["Fourteen people were killed in the fire.", "The death toll rose to 19 on Wednesday."]}
    members, (relation,) = relate(case, parser)
    (evidence,) = relation.evidence
    assert evidence.kind == "figure-moved-on"
    assert "“Fourteen”" in relation.reason
    assert "“19”" in relation.reason
    texts = {a.report.id: a.report.text for a in members}
    assert [texts[s.report][s.start : s.end] for s in evidence.spans] == ["Fourteen", "19"]


def test_at_most_one_relation_of_a_kind_between_two_claims(parser: Parser) -> None:
    case = {
        "reports": ["Nine people were killed. The fire killed nine people.", "Fourteen people died. Fourteen people were killed."]
    }
    _, relations = relate(case, parser)
    assert len({(r.kind, r.a, r.b) for r in relations}) == len(relations)


def test_the_reader_never_meets_the_word_confirmed(parser: Parser) -> None:
    for param in load("fires"):
        _, relations = relate(param.values[0], parser)
        assert not any("confirm" in r.reason.lower().split("“")[0] for r in relations)
