"""What the examples were written to show, one by one.

A row is an example, a check of score.py and words by which the case is known. Those that do not hold yet run as strict expected
failures: when one begins to hold, the test says so, and its row moves up.
"""

from typing import Any

import pytest

from tests.golden.lookup import Found
from tests.golden.score import CHECKS
from tests.golden.truth import load_truth

SHOWN = [
    ("lindmoor-fire", "at_most", "forklift-battery", "five reports, one foreman"),
    ("lindmoor-fire", "parents", "unseen hpa", "the agency text that is not in the pile"),
    ("lindmoor-fire", "parents", "stenby-post-late.txt", "an outlet's revision of its own text"),
    ("lindmoor-fire", "parents", "daily-spark.txt", "a tabloid's rewrite of a heavy rewrite"),
    ("lindmoor-fire", "joins", "coastline-now.txt | stenby-post.txt", "the heavy rewrite belongs to the agency's family"),
    ("lindmoor-fire", "conflicts", "46 people", "46 or 71 on shift"),
    ("lindmoor-fire", "conflicts", "switched off since February", "a denial"),
    ("lindmoor-fire", "updates", "risen to seven", "the toll from four to seven"),
    ("cape-orsk", "at_most", "no-lease", "four reports quote one ministry"),
    ("cape-orsk", "reasons", "opening the deep-water anchorage", "why the official is not named"),
    ("cape-orsk", "sources", "discussed a journey", "two sources, in the plural"),
    ("cape-orsk", "parents", "pulse-world", "second hand, padded"),
    ("brackwater-bid", "established", "engineers-in-january", "a former director and the works council are two origins"),
    ("brackwater-bid", "at_most", "patient-correspondent", "a public statement quoted twice"),
    ("brackwater-bid", "parents", "unseen merkant", "the agency text that is not in the pile"),
    ("lindmoor-fire", "drifts", "hedge:", "'may have started' becomes plain fact"),
    ("brackwater-bid", "drifts", "Kontor", "the weekly that had the interview is dropped"),
    ("brackwater-bid", "sources", "38 florins a share", "two people familiar with the letter"),
    ("lindmoor-fire", "drifts", "denial:", "'not aware' becomes 'denied'"),
    ("lindmoor-fire", "updates", "two people are known", "the toll from two to four"),
    ("cape-orsk", "updates", "26 March", "a plan becomes an announcement"),
    ("cape-orsk", "drifts", "speaker:", "an ambassador becomes a country"),
    ("cape-orsk", "drifts", "denial:", "'not aware' becomes 'denied'"),
    ("cape-orsk", "drifts", "will receive her at Sulma", "'could meet' becomes 'will receive'"),
    ("cape-orsk", "parents", "unseen westgate", "the agency text that is not in the pile"),
    ("brackwater-bid", "conflicts", "denies that it has been in talks", "a denial by the one concerned"),
    ("lindmoor-fire", "established", "two-blasts", "a fire chief and a baker are two origins"),
    ("cape-orsk", "chains", "talks on a swap of naval rights", "Westgate, an official"),
    ("cape-orsk", "chains", "('strait-journal', 'good neighbours", "Azpress, the minister"),
    ("brackwater-bid", "drifts", "headline:", "talks in the body, a purchase in the headline"),
    ("lindmoor-fire", "chains", "the flames had not reached the plant's two", "HPA, the governor, the fire chief"),
    ("lindmoor-fire", "chains", "Eleven of the injured", "Radio Halvern, the hospital's director"),
]

NOT_YET = [
    ("lindmoor-fire", "drifts", "headline:", "a headline ahead of its body"),
    ("lindmoor-fire", "conflicts", "opened in 1987", "the agency's slip"),
    ("lindmoor-fire", "updates", "criminal inquiry", "an inquiry that was to be decided on is opened"),
    ("cape-orsk", "conflicts", "The Ministry rejects reports", "a denial by the one concerned"),
    ("cape-orsk", "conflicts", "Tamrin", "two places for one meeting"),
    ("brackwater-bid", "at_most", "offer-41", "three reports, one person"),
    ("brackwater-bid", "conflicts", "38 florins", "two prices for one offer"),
    ("brackwater-bid", "updates", "43 florins", "an offer that is raised"),
    ("brackwater-bid", "reasons", "The letter offered 38", "why two people are not named"),
]

LATER: list[Any] = [pytest.param(*row, marks=pytest.mark.xfail(reason=row[3], raises=AssertionError)) for row in NOT_YET]


def cases(found: dict[str, Found], name: str, check: str, words: str) -> list[bool]:
    return [ok for ok, case in CHECKS[check](load_truth(name), found[name]).cases if words in case]


@pytest.mark.parametrize(("name", "check", "words", "shows"), [*SHOWN, *LATER])
def test_example_shows(found: dict[str, Found], name: str, check: str, words: str, shows: str) -> None:
    assert all(cases(found, name, check, words)), shows


def test_every_row_names_a_case(found: dict[str, Found]) -> None:
    assert not [row for row in SHOWN + NOT_YET if not cases(found, *row[:3])]
