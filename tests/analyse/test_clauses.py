"""Cutting: one partition of every sentence, cut where the cases say and nowhere else."""

from typing import Any

import pytest

from tests.analyse.sentence import cases, parsed, words
from twosource.analyse.clauses import Clause, cut_clauses, runs
from twosource.analyse.cuts import find_cuts
from twosource.models.base import Parser
from twosource.settings import StatementSettings

SETTINGS = StatementSettings()


def cut(text: str, parser: Parser, least: int = SETTINGS.min_tokens) -> tuple[Clause, ...]:
    tree = parsed(text, parser)
    return cut_clauses(tree, find_cuts(tree, SETTINGS), frozenset(), least)


def pieces(text: str, parser: Parser) -> list[str]:
    return [words(text, parsed(text, parser), c) for c in cut(text, parser)]


@pytest.mark.parametrize("case", cases("clauses", "fires"), ids=lambda c: c["text"])
def test_is_cut(case: dict[str, Any], parser: Parser):
    assert pieces(case["text"], parser) == case["pieces"]


@pytest.mark.parametrize("case", cases("clauses", "negative"), ids=lambda c: c["text"])
def test_stays_whole(case: dict[str, Any], parser: Parser):
    assert pieces(case["text"], parser) == case["pieces"]


@pytest.mark.xfail(reason="the parser errs, or the rule is not there yet")
@pytest.mark.parametrize("case", cases("clauses", "known_failures"), ids=lambda c: c["text"])
def test_known_failures(case: dict[str, Any], parser: Parser):
    assert pieces(case["text"], parser) == case["pieces"]


def test_every_piece_names_its_rule(parser: Parser):
    rules = [c.rule for c in cut("The pilot, who had slept badly, left the bridge and went below deck.", parser)]
    assert rules == ["sentence", "relative clause set off", "coordinated verb"]


def test_a_piece_of_few_words_joins_its_neighbour(parser: Parser):
    text = "The ferry struck the pier in Veldan and sank within an hour."
    assert len(cut(text, parser, least=3)) == 2
    assert len(cut(text, parser, least=5)) == 1


def test_tokens_of_the_frame_are_in_no_piece(parser: Parser):
    text = "The mayor said the ferry sank."
    tree = parsed(text, parser)
    found = cut_clauses(tree, find_cuts(tree, SETTINGS), frozenset({0, 1, 2}), SETTINGS.min_tokens)
    assert [words(text, tree, c) for c in found] == ["the ferry sank"]


@pytest.mark.parametrize("text", ["", "...", "“”", "()"])
def test_without_a_word_there_is_no_piece(text: str, parser: Parser):
    assert cut(text, parser) == ()


def test_runs():
    assert runs((0, 1, 4, 6, 7)) == [(0, 2), (4, 5), (6, 8)]
    assert runs(()) == []
