"""Frames: the words that only say who tells it, and no others."""

from typing import Any

import pytest

from tests.analyse.sentence import cases, parsed, telling
from twosource.analyse.cuts import find_cuts, is_word
from twosource.analyse.frames import find_frame
from twosource.models.base import Parser
from twosource.settings import StatementSettings


def frame(case: dict[str, Any], parser: Parser) -> str:
    tree = parsed(case["text"], parser)
    roles = {k: case[k] for k in ("cue", "source", "content")}
    told = telling(case["text"], **roles, speech=case.get("speech", "say"))
    found = find_frame(tree, told, find_cuts(tree, StatementSettings()))
    return " ".join(tree.tokens[i].text for i in sorted(found) if is_word(tree.tokens[i]))


@pytest.mark.parametrize("case", cases("frames", "fires"), ids=lambda c: c["text"])
def test_frame_is_found(case: dict[str, Any], parser: Parser):
    assert frame(case, parser) == case["frame"]


@pytest.mark.parametrize("case", cases("frames", "negative"), ids=lambda c: c["text"])
def test_there_is_no_frame(case: dict[str, Any], parser: Parser):
    assert frame(case, parser) == ""


@pytest.mark.xfail(reason="what opens a content is taken for the time or place of the telling")
@pytest.mark.parametrize("case", cases("frames", "known_failures"), ids=lambda c: c["text"])
def test_known_failures(case: dict[str, Any], parser: Parser):
    assert frame(case, parser) == case["frame"]
