import json
from dataclasses import replace

import pytest

from tests.render.sample import make_account
from twosource.records.check import Answer, Check, Gap, Verdict, Weighed
from twosource.render.check import WORDS, check_to_json, render_check

ACCOUNT = make_account(1)
STORY = ACCOUNT.stories[0]
FIRST, SECOND, THIRD = STORY.statements[:3]


def make_check(*weighed: Weighed, verdict: Verdict = "supported") -> Check:
    claim = STORY.claims[0]
    answer = Answer(
        asked="the brakes failed",
        verdict=verdict,
        story=STORY.id,
        weighed=weighed,
        origins=claim.origins[:1],
        origins_min=1,
        origins_max=1,
        later=(THIRD.id,),
    )
    return Check(claim="The brakes failed.", verdict=verdict, answers=(answer,), account=ACCOUNT)


SUPPORTED = make_check(
    Weighed(statement=FIRST.id, bearing="supports", share=0.9),
    Weighed(statement=SECOND.id, bearing="in-part", share=0.6, gaps=(Gap(slot="hedge", reason="said, but hedged: possible"),)),
)
NOT_SAID = Check(
    claim="Pigs flew.", verdict="not-said", answers=(Answer(asked="Pigs flew", verdict="not-said"),), account=ACCOUNT
)


def test_text_shows_words_teller_and_gap():
    text = render_check(SUPPORTED)
    assert "Asked: The brakes failed." in text
    assert "Supported by 1 report, 1 origin: " in text
    assert "In part: 1 report" in text
    assert "Said, but hedged: possible" in text
    assert "Since then" in text
    assert "not counted among them" in text


def test_nothing_found_is_said_plainly():
    assert "No report says this." in render_check(NOT_SAID)


def test_doubts_are_not_called_a_denial():
    doubt = Weighed(statement=FIRST.id, bearing="denies", share=0.7, gaps=(Gap(slot="hedge", reason="the report has doubts"),))
    text = render_check(make_check(doubt, verdict="denied"))
    assert "Doubted by 1 report" in text
    assert "Denied" not in text


@pytest.mark.parametrize("check", [SUPPORTED, NOT_SAID])
def test_the_tool_never_judges_the_world(check):
    own = render_check(check).lower()
    for word in ("true", "false", "confirmed", "verified", "debunked"):
        assert word not in own
    assert not {"true", "false", "confirmed"} & set(" ".join(WORDS.values()).split())


def test_ascii_holds_nothing_else():
    assert render_check(replace(SUPPORTED, claim="Die Bremsen fielen “aus” ← Öl."), ascii=True).isascii()


def test_json_has_every_statement_in_full():
    data = json.loads(check_to_json(SUPPORTED))
    assert data["format"] == "twosource.check"
    (answer,) = data["answers"]
    texts = {r.id: r.text for r in ACCOUNT.reports}
    for s in answer["statements"] + answer["later"]:
        assert s["exact"] == " ".join(texts[s["report"]][a:b] for a, b in s["spans"])
    assert answer["statements"][1]["gaps"] == [{"slot": "hedge", "reason": "said, but hedged: possible"}]
