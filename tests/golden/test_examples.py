"""The examples, from files to account, held against what is known of them."""

import json
import random
from typing import Any

import pytest

from tests.golden.lookup import Found
from tests.golden.score import CHECKS, alarms
from tests.golden.truth import EXAMPLES, NAMES, load_truth, to_gold
from twosource import Settings, account_to_json
from twosource.models.base import Parser
from twosource.pipeline import brief, brief_reports
from twosource.read import read_paths

FLOORS = {
    #                     brackwater-bid, cape-orsk, lindmoor-fire
    "covered": (1.0, 1.0, 1.0),
    "same_claims": (0.55, 0.6, 0.6),
    "other_claims": (0.98, 0.98, 0.97),
    "sources": (0.85, 0.75, 0.75),
    "quiet": (1.0, 1.0, 1.0),
    "joins": (0.33, 1.0, 1.0),
    "apart": (1.0, 1.0, 1.0),
    "parents": (1.0, 1.0, 1.0),
    "drifts": (0.4, 0.7, 0.8),
    "not_over_counted": (1.0, 1.0, 1.0),
    "at_most": (0.75, 0.85, 0.8),
    "unstated": (1.0, 1.0, 1.0),
    "modality": (0.87, 0.75, 0.7),
}
"""The least share of the cases of a check that must hold. To be raised as the stages get better, never lowered."""

MOST_ALARMS = (1, 2, 1)
"""How many conflicts may be called that the truth does not list."""


@pytest.fixture(scope="module")
def whole(parser: Parser) -> str:
    """The account of all examples at once, as JSON text."""
    return account_to_json(brief([EXAMPLES], parser=parser))


@pytest.fixture(scope="module")
def account(whole: str) -> dict[str, Any]:
    """The account of all examples at once."""
    loaded: dict[str, Any] = json.loads(whole)
    return loaded


@pytest.mark.parametrize("check", FLOORS)
def test_score_is_not_under_its_floor(found: dict[str, Found], check: str) -> None:
    for name, floor in zip(NAMES, FLOORS[check], strict=True):
        got = CHECKS[check](load_truth(name), found[name])
        assert got.share >= floor, "\n".join((name, *got.misses))


@pytest.mark.parametrize(("name", "most"), list(zip(NAMES, MOST_ALARMS, strict=True)))
def test_no_conflict_is_called_that_is_none(found: dict[str, Found], name: str, most: int) -> None:
    called = alarms(load_truth(name), found[name])
    assert len(called) <= most, "\n".join(called)


@pytest.mark.parametrize("name", NAMES)
def test_truth_quotes_words_that_stand_once_in_their_report(name: str) -> None:
    reports, _ = read_paths([EXAMPLES / name], Settings().read)
    text = {r.key: r.text for r in reports}
    assert not [p for p in load_truth(name).passages() if text[p[0]].count(p[1]) != 1]


@pytest.mark.parametrize("name", NAMES)
def test_truth_names_the_reports_as_they_are_read(name: str) -> None:
    reports, problems = read_paths([EXAMPLES / name], Settings().read)
    truth = load_truth(name)
    assert not problems
    assert {r.key: r.published for r in reports} == truth.published
    assert {r.key: r.outlet for r in reports} == truth.outlets


@pytest.mark.parametrize("name", NAMES)
def test_truth_can_be_handed_to_a_scorer(name: str) -> None:
    gold = to_gold(load_truth(name))
    keys = {k for family in gold["same_origin"] for k in family}
    assert keys <= load_truth(name).published.keys()
    assert all(set(pair) <= load_truth(name).published.keys() for pair in gold["apart"])


def test_reports_are_of_the_length_of_news() -> None:
    reports, _ = read_paths([EXAMPLES], Settings().read)
    assert all(180 <= len(r.text.split()) <= 500 for r in reports)


def test_examples_read_without_a_problem(account: dict[str, Any]) -> None:
    assert account["problems"] == []


def test_examples_are_three_stories(account: dict[str, Any]) -> None:
    key = {r["id"]: r["key"] for r in account["reports"]}
    stories = sorted(sorted(key[r] for r in s["reports"]) for s in account["stories"])
    assert stories == sorted(sorted(load_truth(name).published) for name in NAMES)


def test_exact_is_the_text_of_the_spans(account: dict[str, Any]) -> None:
    text = {r["id"]: r["text"] for r in account["reports"]}
    statements = [s for story in account["stories"] for s in story["statements"]]
    assert statements
    for s in statements:
        assert " ".join(text[s["report"]][b:e] for b, e in s["spans"]) == s["exact"]


def test_a_statement_stands_in_one_claim(account: dict[str, Any]) -> None:
    for story in account["stories"]:
        placed = [s for c in story["claims"] for s in c["statements"]]
        assert len(placed) == len(set(placed))


def test_account_is_the_same_bytes_whatever_the_order(whole: str, parser: Parser) -> None:
    reports, problems = read_paths([EXAMPLES], Settings().read)
    shuffled = random.Random(7).sample(reports, len(reports))
    assert account_to_json(brief_reports(shuffled, problems, parser=parser)) == whole
