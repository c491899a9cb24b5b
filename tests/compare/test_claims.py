import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.compare.ferry import find_statement, make_story
from twosource.compare.claims import cluster_statements
from twosource.models.base import Parser
from twosource.settings import ClaimSettings

CASES = Path(__file__).parents[1] / "cases" / "claims"


def load(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def joined(case: dict[str, Any], parser: Parser) -> list[bool]:
    members = make_story(case["reports"], parser)
    home = {s: k for k, c in enumerate(cluster_statements(members, ClaimSettings())) for s in c.statements}
    picked = [[find_statement(members[k], snippet) for k, snippet in enumerate(pair)] for pair in case["pairs"]]
    return [home[a.id] == home[b.id] for a, b in picked]


@pytest.mark.parametrize("case", load("fires"))
def test_one_claim(case: dict[str, Any], parser: Parser) -> None:
    assert all(joined(case, parser))


@pytest.mark.parametrize("case", load("negative"))
def test_two_claims(case: dict[str, Any], parser: Parser) -> None:
    assert not any(joined(case, parser))


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_not_recognised_yet(case: dict[str, Any], parser: Parser) -> None:
    assert all(joined(case, parser))


def test_every_statement_stands_in_one_cluster(parser: Parser) -> None:
    members = make_story(["Police detained the engineer.", "Police detained the engineer."], parser)
    found = [s for c in cluster_statements(members, ClaimSettings()) for s in c.statements]
    assert sorted(found) == sorted(s.id for a in members for s in a.statements)


def test_clusters_come_in_the_order_of_their_earliest_statement(parser: Parser) -> None:
    members = make_story(
        ["Tugs pulled the wreck. Police detained the engineer Varrick.", "Police detained the engineer Varrick."], parser
    )
    order = {s.id: k for k, s in enumerate(s for a in members for s in a.statements)}
    firsts = [[order[s] for s in c.statements] for c in cluster_statements(members, ClaimSettings())]
    assert all(f == sorted(f) for f in firsts)
    assert [f[0] for f in firsts] == sorted(f[0] for f in firsts)


def test_a_claim_says_why(parser: Parser) -> None:
    members = make_story(["Police detained the engineer Tolen Varrick.", "Police detained the engineer Tolen Varrick."], parser)
    (cluster,) = [c for c in cluster_statements(members, ClaimSettings()) if len(c.statements) > 1]
    (evidence,) = cluster.evidence
    assert evidence.kind == "shared-words"
    assert "varrick" in evidence.detail
    assert evidence.score is not None
    assert evidence.score > 0.5


def test_no_report_no_claim() -> None:
    assert cluster_statements((), ClaimSettings()) == ()
