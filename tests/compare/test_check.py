import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.compare.ferry import BACKGROUND
from tests.factory import make_report
from twosource.errors import InputError
from twosource.models.base import Parser
from twosource.pipeline import brief_reports, check_reports
from twosource.records.check import Check
from twosource.records.report import Report
from twosource.settings import GroupSettings, Settings

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "check" / "bearing.toml").read_text("utf-8"))["case"]
ONE_STORY = Settings(group=GroupSettings(threshold=0.0))


def pile(text: str) -> list[Report]:
    return [make_report(t, key=f"r{k}") for k, t in enumerate((text, *BACKGROUND))]


def ask(claim: str, reports: list[Report], parser: Parser) -> Check:
    return check_reports(claim, reports, settings=ONE_STORY, parser=parser)


def strict_failure(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("known_failure") else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [strict_failure(c) for c in CASES])
def test_verdict(case: dict[str, Any], parser: Parser) -> None:
    found = ask(case["claim"], pile(case["report"]), parser)
    gaps = {g.slot for a in found.answers for w in a.weighed for g in w.gaps}
    assert found.verdict == case["verdict"]
    assert "slot" not in case or case["slot"] in gaps


def test_the_claim_is_never_counted_among_the_reports(parser: Parser) -> None:
    reports = pile("Divers found the wheelhouse door of the Marrowby locked.")
    found = ask("Divers found the wheelhouse door of the Marrowby locked.", reports, parser)
    assert found.account == brief_reports(reports, settings=ONE_STORY, parser=parser)
    (answer,) = found.answers
    assert (answer.origins_min, answer.origins_max) == (1, 1)


def test_the_order_of_the_reports_does_not_matter(parser: Parser) -> None:
    reports = pile("The Marrowby carried 240 tonnes of fuel oil. The lifeboats were not lowered.")
    claim = "The Marrowby carried 240 tonnes of fuel oil."
    assert ask(claim, reports, parser) == ask(claim, reports[::-1], parser)


def test_every_part_of_a_claim_has_its_answer(parser: Parser) -> None:
    reports = pile("The Marrowby carried 240 tonnes of fuel oil. The lifeboats of the Marrowby were not lowered.")
    found = ask("The Marrowby carried 240 tonnes of fuel oil. The lifeboats of the Marrowby were lowered.", reports, parser)
    assert [a.verdict for a in found.answers] == ["supported", "contradicted"]
    assert found.verdict == "contradicted"


def test_a_pile_without_the_claim_s_words_says_nothing(parser: Parser) -> None:
    found = check_reports("Nobody milks a unicorn.", [], parser=parser)
    assert found.verdict == "not-said"
    assert all(a.story is None for a in found.answers)


@pytest.mark.parametrize("claim", ["", "   ", "?!", "\u202e"])
def test_a_claim_without_words_is_refused(claim: str, parser: Parser) -> None:
    with pytest.raises(InputError):
        check_reports(claim, [], parser=parser)


@pytest.mark.parametrize("claim", ["“" * 500 + "a", "a " * 2000, "He said he said he said.", "\x00killed\ud800 seven", "7"])
def test_hostile_claims_do_no_harm(claim: str, parser: Parser) -> None:
    try:
        found = ask(claim, pile("Seven people were killed."), parser)
    except InputError:
        return
    assert found.answers
