"""Cases of who says what, through whom: each passage stands in tests/cases/attribution."""

from pathlib import Path

import pytest

from benchmarks.attribution import outermost
from benchmarks.chains import CASES, Case, analyse_case, read_cases, score_case, teller_of
from tests.factory import analyse, make_report
from twosource.analyse.attribution.rules import RULES
from twosource.analyse.attribution.tellers import is_same_outlet
from twosource.models.builtin import SpacyParser
from twosource.settings import AttributionSettings, Settings

FLOOR = 0.95
"""Share of right links over all files, known failures too."""


def name(case: Case) -> str:
    return f"{case.file}-{case.number}"


@pytest.mark.parametrize("case", read_cases(CASES, "fires", "negative"), ids=name)
def test_case(case: Case, parser: SpacyParser) -> None:
    *_, wrong = score_case(case, parser)
    assert not wrong


@pytest.mark.parametrize("case", read_cases(CASES, "known_failures"), ids=name)
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: Case, parser: SpacyParser) -> None:
    *_, wrong = score_case(case, parser)
    assert not wrong


@pytest.mark.parametrize("case", [c for c in read_cases(CASES, "fires") if c.wanted], ids=name)
def test_what_the_frame_saw(case: Case, parser: SpacyParser) -> None:
    analysis = analyse_case(case, parser)
    teller = teller_of(analysis, case.told[0][0])
    assert teller is not None
    last = teller.chain[-1]
    seen = {
        "rule": teller.rule,
        "speech": teller.speech,
        "hedge": teller.hedge,
        "kinds": [link.kind for link in teller.chain],
        "count": last.count,
        "reason": analysis.report.words(last.reason) if last.reason else None,
    }
    assert {k: seen[k] for k in case.wanted} == case.wanted


def test_share_of_right_links(parser: SpacyParser) -> None:
    scores = [score_case(case, parser) for case in read_cases(CASES, "fires", "negative", "known_failures")]
    assert sum(right for right, *_ in scores) / sum(links for _, links, _ in scores) >= FLOOR


def test_every_rule_stands_in_the_documentation() -> None:
    page = (Path(__file__).parents[1] / "docs" / "attribution.md").read_text("utf-8")
    assert [rule for rule in RULES if f"`{rule}`" not in page] == []


@pytest.mark.parametrize(
    ("outlet", "name", "same"),
    [
        ("The Brandel Times", "Brandel Times", True),
        ("www.brandeltimes.com", "The Brandel Times", True),
        ("btimes.org", "Brandel Times", True),
        ("nkb.com", "Norvia Kell Broadcasting", True),
        ("The Brandel Times", "Tarn Gazette", False),
        ("kell.com", "Kell Observer", False),
        (None, "Brandel Times", False),
    ],
)
def test_own_outlet_by_name_site_and_initials(outlet: str | None, name: str, same: bool) -> None:
    assert is_same_outlet(outlet, name) is same


def test_acts_are_found_on_request_only(parser: SpacyParser) -> None:
    report = make_report("The party endorsed the mayor on Monday.")
    wanted = Settings(attribution=AttributionSettings(acts=True))
    assert analyse(report, parser).attributions == ()
    assert [a.rule for a in analyse(report, parser, wanted).attributions] == ["verb-object"]


def test_a_chain_is_cut_at_the_far_end(parser: SpacyParser) -> None:
    report = make_report("The Tarn Gazette reported that police said witnesses believed the driver slept.")
    short = Settings(attribution=AttributionSettings(max_chain=2))
    assert max(len(a.chain) for a in analyse(report, parser).attributions) == 3
    assert max(len(a.chain) for a in analyse(report, parser, short).attributions) == 2


def test_a_carried_quotation_joins_its_attribution_for_the_scorer(parser: SpacyParser) -> None:
    found = outermost(analyse(make_report("“It was dark,” the cook said. “We had no lamp.”"), parser).attributions)
    assert [len(row["content"]) for row in found] == [2]


def test_the_carried_teller_is_shown_as_carried(parser: SpacyParser) -> None:
    told = analyse(make_report("“It was dark,” said Orla Finch. “We had no lamp.”"), parser).attributions[-1]
    assert told.rule == "quotation-carried"
    assert [(link.source, link.spans, link.how) for link in told.chain] == [("Orla Finch", (), "carried over")]
