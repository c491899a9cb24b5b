"""Which reports are one story, from tests/cases/story, and what a story looks like."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import make_report
from twosource.records.report import Report
from twosource.settings import GroupSettings
from twosource.story import group_reports

CASES = Path(__file__).parents[1] / "cases" / "story"
SETTINGS = GroupSettings()


def load(file: str) -> list[Any]:
    cases = tomllib.loads((CASES / f"{file}.toml").read_text("utf-8"))["case"]
    return [pytest.param(c, id=c["name"]) for c in cases]


def stories_of(case: dict[str, Any]) -> int:
    return len(group_reports([make_report(key=k, **case[k]) for k in "ab"], SETTINGS))


@pytest.mark.parametrize("case", load("fires"))
def test_one_story(case):
    assert stories_of(case) == 1


@pytest.mark.parametrize("case", load("negative"))
def test_two_stories(case):
    assert stories_of(case) == 2


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_known_failure(case):
    assert (stories_of(case) == 1) is case["same"]


def bridge(key: str, published: str | None = None) -> Report:
    text = f"The old bridge over the Velm in Ondra was closed after engineers had found cracks in its piers. {key}"
    return make_report(text, key=key, title="Old bridge in Ondra closed", published=published)


def ferry(key: str, published: str | None = None) -> Report:
    return make_report(
        "The ferry Albatross ran aground off Karrow Head in thick fog, the coastguard said.", key=key, published=published
    )


def test_nothing_to_group():
    assert group_reports([], SETTINGS) == ()


def test_a_single_report_is_a_story():
    report = bridge("a")
    (story,) = group_reports([report], SETTINGS)
    assert story.reports == (report.id,)
    assert story.evidence == ()


def test_reports_stand_in_order_of_time_undated_last():
    reports = [bridge("a"), bridge("b", "2031-04-08"), bridge("c", "2031-04-07T22:00-05:00"), bridge("d", "2031-04-07")]
    (story,) = group_reports(reports, SETTINGS)
    dated = [r.id for r in (reports[3], reports[1], reports[2])]
    assert story.reports == (*dated, reports[0].id)


def test_largest_story_first():
    reports = [ferry("x", "2031-04-01"), bridge("a", "2031-04-07"), bridge("b", "2031-04-08")]
    first, second = group_reports(reports, SETTINGS)
    assert (len(first.reports), len(second.reports)) == (2, 1)


def test_a_story_that_grows_keeps_its_id():
    early, late = bridge("a", "2031-04-07"), bridge("b", "2031-04-09")
    assert group_reports([early], SETTINGS)[0].id == group_reports([late, early], SETTINGS)[0].id


def test_a_story_does_not_hang_on_what_else_lies_in_the_pile():
    pile = [bridge("a", "2031-04-07"), bridge("b", "2031-04-08")]
    alone = group_reports(pile, SETTINGS)[0]
    assert alone in group_reports([*pile, ferry("x"), ferry("y", "2031-04-08")], SETTINGS)


def test_years_apart_lower_what_is_alike():
    text = "The flood in Ondra carried away the footbridge and left the market under water, the mayor said."
    other = "The market of Ondra stood under water and a footbridge was lost in the worst flood for years."
    near = [make_report(text, "a", published="2031-04-07"), make_report(other, "b", published="2031-04-07")]
    far = [near[0], make_report(other, "b", published="2035-04-07")]
    loose = GroupSettings(threshold=0.01)
    together, apart = (group_reports(pile, loose)[0].evidence[0].score or 0.0 for pile in (near, far))
    assert apart == pytest.approx(together * 0.6, abs=0.001)


def test_reasons_carry_the_numbers():
    (story,) = group_reports([bridge("a"), bridge("b"), bridge("c")], SETTINGS)
    (reason,) = story.evidence
    assert reason.kind == "average-link"
    assert reason.score == pytest.approx(0.76, abs=0.05)
    assert "3 reports" in reason.detail
