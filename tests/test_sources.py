"""Who stands behind a source phrase."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import analyse, make_report
from twosource.analyse.sources import describe_source
from twosource.models.base import Parser

CASES = Path(__file__).parent / "cases" / "sources"


def cases(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"])


def described(case: dict[str, Any], parser: Parser) -> dict[str, Any]:
    analysis = analyse(make_report(case["text"]), parser)
    start = case["text"].rindex(case["phrase"])
    span = analysis.report.span(start, start + len(case["phrase"]))
    link = describe_source(analysis, span, "test")
    assert link.spans == (span,)
    assert link.how.startswith("test")
    reason = analysis.report.words(link.reason) if link.reason else None
    return {"source": link.source, "kind": link.kind, "role": link.role, "count": link.count, "reason": reason}


@pytest.mark.parametrize("case", cases("fires"), ids=lambda c: c["text"][:60])
def test_links(case: dict[str, Any], parser: Parser):
    link = described(case, parser)
    asked = {k: v for k, v in case.items() if k not in ("text", "phrase")}
    assert {k: link[k] for k in asked} == asked
    assert link["reason"] == case.get("reason")


@pytest.mark.parametrize("case", cases("negative"), ids=lambda c: c["text"][:60])
def test_not_mistaken_for(case: dict[str, Any], parser: Parser):
    link = described(case, parser)
    assert (link["source"], link["kind"]) != (case["source"], case["kind"])


@pytest.mark.xfail(reason="not described rightly yet")
@pytest.mark.parametrize("case", cases("known_failures"), ids=lambda c: c["text"][:60])
def test_known_failures(case: dict[str, Any], parser: Parser):
    link = described(case, parser)
    assert (link["source"], link["kind"]) == (case["source"], case["kind"])
