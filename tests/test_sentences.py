"""Sentences and their blocks."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import make_report
from twosource.analyse.sentences import MAX_CHARS, find_sentences
from twosource.models.base import Parser

CASES = Path(__file__).parent / "cases" / "sentences"
TITLE = "Ferry runs aground off Selby Point"


def cases(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"])


def found(text: str, parser: Parser) -> list[list[str]]:
    report = make_report(text, title=TITLE)
    sentences = find_sentences(report, parser)
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert sentences[0].block == "title"
    return [[s.block, report.words(s.span)] for s in sentences[1:]]


@pytest.mark.parametrize("case", cases("fires"), ids=lambda c: c["text"][:60])
def test_sentences_and_blocks(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == case["found"]


@pytest.mark.parametrize("case", cases("negative"), ids=lambda c: c["text"][:60])
def test_sentences_of_the_story_stay_prose(case: dict[str, Any], parser: Parser):
    for text in (case["text"], f"Divers went down at noon.\n\n{case['text']}\n\nThey found nothing."):
        assert {block for block, _ in found(text, parser)} == {"prose"}
    assert ["prose", case["text"]] in found(case["text"], parser)


@pytest.mark.xfail(reason="not split or typed rightly yet")
@pytest.mark.parametrize("case", cases("known_failures"), ids=lambda c: c["text"][:60])
def test_known_failures(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == case["found"]


def test_a_lone_line_without_a_stop_is_no_heading(parser: Parser):
    report = make_report("Ferry aground, nobody hurt")
    assert [s.block for s in find_sentences(report, parser)] == ["prose"]


def test_paragraphs_are_counted_by_line(parser: Parser):
    report = make_report("One fell. Two rose.\n\nThree stood.", title=TITLE)
    assert [s.paragraph for s in find_sentences(report, parser)] == [0, 1, 1, 2]


def test_an_endless_line_is_cut(parser: Parser):
    report = make_report("reef " * 3_000)
    sentences = find_sentences(report, parser)
    assert max(s.span.end - s.span.start for s in sentences) <= MAX_CHARS
    assert sum(len(report.words(s.span).split()) for s in sentences) == 3_000
