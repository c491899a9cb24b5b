"""Cases of who says what, through whom: each passage stands in tests/cases/attribution."""

import pytest
from benchmarks.chains import CASES, Case, analyse_case, read_cases, score_case, teller_of

from twosource.models.builtin import SpacyParser

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
