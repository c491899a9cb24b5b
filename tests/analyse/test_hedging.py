"""Wording: polarity, certainty and stage as the cases say, each with the words it rests on."""

from typing import Any

import pytest

from tests.analyse.sentence import cases, parsed, telling
from twosource.analyse.clauses import cut_clauses
from twosource.analyse.cuts import find_cuts
from twosource.analyse.hedging import Wording, read_wording
from twosource.models.base import Parser
from twosource.records.attribution import Attribution
from twosource.settings import StatementSettings

SETTINGS = StatementSettings()


def wording(text: str, parser: Parser, *tellings: Attribution, title: bool = False) -> Wording:
    tree = parsed(text, parser)
    clauses = cut_clauses(tree, find_cuts(tree, SETTINGS), frozenset(), SETTINGS.min_tokens)
    return read_wording(tree, clauses[0 if text.startswith("If") else -1], tellings, title)


def reads(text: str, parser: Parser, *tellings: Attribution) -> str:
    found = wording(text, parser, *tellings)
    return f"{found.polarity} {found.certainty} {found.stage}"


@pytest.mark.parametrize("case", cases("hedging", "fires"), ids=lambda c: c["text"])
def test_is_worded(case: dict[str, Any], parser: Parser):
    assert reads(case["text"], parser) == case["reads"]


@pytest.mark.parametrize("case", cases("hedging", "negative"), ids=lambda c: c["text"])
def test_is_plain(case: dict[str, Any], parser: Parser):
    assert reads(case["text"], parser) == case["reads"]
    assert wording(case["text"], parser).signs == ()


@pytest.mark.xfail(reason="not understood yet")
@pytest.mark.parametrize("case", cases("hedging", "known_failures"), ids=lambda c: c["text"])
def test_known_failures(case: dict[str, Any], parser: Parser):
    assert reads(case["text"], parser) == case["reads"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"speech": "say"}, "affirmed asserted done"),
        ({"speech": "deny"}, "affirmed asserted denied"),
        ({"speech": "no-comment"}, "affirmed asserted no-comment"),
        ({"speech": "demand"}, "affirmed asserted proposed"),
        ({"speech": "doubt"}, "affirmed doubted done"),
        ({"speech": "think"}, "affirmed possible done"),
        ({"speech": "expect"}, "affirmed probable done"),
        ({"speech": "say", "hedge": "reportedly"}, "affirmed possible done"),
        ({"speech": "say", "hedge": "is expected to"}, "affirmed probable done"),
        ({"speech": "say", "hedge": "mutters"}, "affirmed possible done"),
    ],
)
def test_the_telling_counts(fields: dict[str, Any], expected: str, parser: Parser):
    text = "The ferry sank off Veldan."
    assert reads(text, parser, telling(text, content=text, **fields)) == expected


def test_who_denies_the_whole_takes_its_descriptions_for_granted(parser: Parser):
    text = "The guards sold the letters, which had been opened in the palace."
    assert reads(text, parser, telling(text, content=text, speech="deny")) == "affirmed asserted done"


def test_a_title_in_the_present_tense_tells_what_is_done(parser: Parser):
    text = "Ferry sinks off Veldan"
    assert wording(text, parser, title=True).stage == "done"
    assert wording(text, parser, title=False).stage == "none"


def test_signs_stand_where_their_words_are(parser: Parser):
    text = "The ferry may never have reached the harbour."
    tree = parsed(text, parser)
    signs = {s.reads: [tree.tokens[i].text for i in s.tokens] for s in wording(text, parser).signs}
    assert signs == {"negated": ["never"], "possible": ["may"]}
