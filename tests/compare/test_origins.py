import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import make_report
from twosource.analyse import analyse_reports
from twosource.compare.origins import count_origins
from twosource.compare.prose import read_words
from twosource.compare.voices import read_voices, same_source
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.records.attribution import Link, SourceKind
from twosource.records.comparison import Cluster, Descent, Hidden, OriginCount
from twosource.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "origins"


def load(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def count(case: dict[str, Any], parser: Parser) -> tuple[OriginCount, tuple[Analysis, ...]]:
    reports = [make_report(key=str(i), **r) for i, r in enumerate(case["reports"])]
    members = tuple(analyse_reports(reports, parser, Settings()))
    cluster = Cluster(statements=tuple(find(a, words) for a, words in zip(members, case["claim"], strict=True)))
    children = tuple(members[i].report.id for i in case.get("one_text", ()))
    hidden = (Hidden(id="h", label="unseen common text", children=children),) if children else ()
    descents = tuple(Descent(id=c, child=c, parent="h", kind="rewrite", score=0.9) for c in children)
    return count_origins(cluster, read_voices(members, read_words(members), descents, hidden)), members


def find(analysis: Analysis, words: str) -> str:
    start = analysis.report.text.index(words)
    return next(s.id for s in analysis.statements if any(x.start <= start < x.end for x in s.spans))


def labels(counted: OriginCount, members: tuple[Analysis, ...]) -> list[tuple[str, list[int]]]:
    place = {a.report.id: i for i, a in enumerate(members)}
    return sorted((o.label, sorted(place[r] for r in o.reports)) for o in counted.origins)


@pytest.mark.parametrize("case", load("fires"))
def test_origins_are_counted(case: dict[str, Any], parser: Parser) -> None:
    counted, members = count(case, parser)
    assert (counted.minimum, counted.maximum) == (case["min"], case["max"])
    if "origins" in case:
        assert labels(counted, members) == sorted((name, reports) for name, reports in case["origins"])


@pytest.mark.parametrize("case", load("negative"))
def test_nothing_is_established(case: dict[str, Any], parser: Parser) -> None:
    counted, _ = count(case, parser)
    assert counted.minimum == 1


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_not_counted_yet(case: dict[str, Any], parser: Parser) -> None:
    counted, _ = count(case, parser)
    assert (counted.minimum, counted.maximum) == (case["min"], case["max"])


def test_every_statement_stands_in_one_origin_with_a_reason(parser: Parser) -> None:
    for param in load("fires"):
        counted, members = count(param.values[0], parser)
        told = [s for o in counted.origins for s in o.statements]
        assert len(told) == len(set(told)) == len(members)
        assert all(o.why for o in counted.origins)
        assert 1 <= counted.minimum <= counted.maximum


def link(source: str, kind: SourceKind = "person", role: str | None = None) -> Link:
    return Link(source=source, kind=kind, how="test", role=role)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (link("Mara Tollen"), link("Tollen")),
        (link("M. Tollen"), link("Mara Tollen")),
        (link("the Water Board", "body"), link("Ostry Water Board", "body")),
        (link("AP", "agency"), link("The Associated Press", "agency")),
        (link("Pell Varga", role="spokesman for the Water Board"), link("Water Board", "body")),
    ],
)
def test_one_source_under_two_names(a: Link, b: Link) -> None:
    assert same_source(a, b)
    assert same_source(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (link("Mara Tollen"), link("Karl Tollen")),
        (link("an official", "unnamed"), link("an official", "unnamed")),
        (link("Pell Varga", role="director of the Water Board"), link("Water Board", "body")),
        (link("Halden Wire", "agency"), link("Halden Mayor", "body")),
    ],
)
def test_two_sources(a: Link, b: Link) -> None:
    assert not same_source(a, b)
    assert not same_source(b, a)
