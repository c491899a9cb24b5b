"""Credits, from credit positions only."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import make_report
from twosource.analyse.credit_lines import is_agency, match_byline, match_dateline
from twosource.analyse.credits import find_credits
from twosource.analyse.sentences import find_sentences
from twosource.models.base import Parser

CASES = Path(__file__).parent / "cases" / "credits"


def cases(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"])


def found(text: str, parser: Parser) -> list[list[str]]:
    report = make_report(text, title="Ferry runs aground off Selby Point")
    credits = find_credits(report, find_sentences(report, parser))
    for credit in credits:
        assert credit.name in report.words(credit.span)
    return [[c.kind, c.name] for c in credits]


@pytest.mark.parametrize("case", cases("fires"), ids=lambda c: c["text"][:60])
def test_credits(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == case["found"]


@pytest.mark.parametrize("case", cases("negative"), ids=lambda c: c["text"][:60])
def test_running_text_credits_nobody(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == []


@pytest.mark.xfail(reason="not read yet")
@pytest.mark.parametrize("case", cases("known_failures"), ids=lambda c: c["text"][:60])
def test_known_failures(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == case["found"]


def test_short_forms_are_agencies_in_credits():
    assert is_agency("AP")
    assert is_agency("The Associated Press")
    assert not is_agency("Selby Courier")


@pytest.mark.parametrize("line", ["A" + ", A" * 70, "A" * 400, "By " + "A, " * 60 + "1", "(A" + " &" * 80, "A " * 200])
def test_repetition_is_read_in_no_time(line: str):
    assert match_dateline(line) is None or match_byline(line) is None
