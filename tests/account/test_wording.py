"""Words that stand for a claim are a report's own; what is added stands in brackets."""

from dataclasses import replace

import pytest

from tests.factory import analyse, make_report
from twosource.account.wording import choose_statement, choose_title, word_claim
from twosource.models.builtin import SpacyParser
from twosource.records.comparison import Cluster, Relation
from twosource.records.statement import Resolution


def test_a_pronoun_is_followed_by_who_it_is(parser: SpacyParser):
    analysis = analyse(make_report("Veltman spoke in Ostrel.\nHe left at noon."), parser)
    report = analysis.report
    at = report.text.index("He left")
    last = replace(
        analysis.statements[-1],
        spans=(report.span(at, at + len("He left at noon")),),
        resolved=(Resolution(span=report.span(at, at + 2), to="Piet Veltman", how="pronoun"),),
    )
    assert word_claim(last, analysis) == "He [Piet Veltman] left at noon"


def test_pieces_are_joined_by_an_ellipsis_in_brackets(parser: SpacyParser):
    analysis = analyse(make_report("The dam, which is old, broke."), parser)
    report = analysis.report
    pieces = replace(analysis.statements[0], spans=(report.span(0, 7), report.span(23, 28)), resolved=())
    assert word_claim(pieces, analysis) == "The dam [...] broke"


LENT = [
    ("The dam broke at noon and flooded forty houses.", "flooded forty houses", "[The dam] flooded forty houses"),
    (
        "The mayor opened the bridge, which cost two million marks.",
        "which cost two million marks",
        "[the bridge] which cost two million marks",
    ),
    ("The dam broke at noon and the mayor fled.", "the mayor fled", "the mayor fled"),
    ("He broke the lock and left the yard.", "left the yard", "left the yard"),
]


@pytest.mark.parametrize(("sentence", "clause", "wording"), LENT)
def test_a_clause_without_a_subject_is_lent_the_one_it_is_said_of(parser: SpacyParser, sentence: str, clause: str, wording: str):
    analysis = analyse(make_report(sentence), parser)
    start = sentence.index(clause)
    span = analysis.report.span(start, start + len(clause))
    tree = analysis.trees[0]
    tokens = tuple(t.i for t in tree.tokens if span.start <= t.start and t.end <= span.end)
    head = next(i for i in tokens if tree.tokens[i].pos == "VERB")
    statement = replace(analysis.statements[0], spans=(span,), tokens=tokens, head=head, resolved=())
    assert word_claim(statement, analysis) == wording


TITLED = [
    ("Dam above Ostrel breaks", "The dam above Ostrel broke on Monday. Forty houses are under water."),
    ("A night of fear", "A dam above Ostrel broke. Houses are under water, the mayor said."),
    ("Ostrel dam breaks, houses under water", "The dam above Ostrel broke and forty houses stand under water."),
]


def test_the_title_shares_most_words_with_the_other_reports(parser: SpacyParser):
    members = [analyse(make_report(text, key=title, title=title), parser) for title, text in TITLED]
    assert choose_title(members, ()) == "Ostrel dam breaks, houses under water"


def test_a_headline_ahead_of_its_body_is_not_the_title(parser: SpacyParser):
    members = [analyse(make_report(text, key=title, title=title), parser) for title, text in TITLED]
    ahead = members[2].statements[0]
    drift = Relation(id="x", kind="drift", a=members[2].statements[-1].id, b=ahead.id, slot="stage", reason="")
    assert choose_title(members, [drift]) == "Dam above Ostrel breaks"


@pytest.mark.parametrize("text", ["One dam broke. Two held.", "One dam broke."])
def test_without_titles_the_first_sentence_stands(parser: SpacyParser, text: str):
    assert choose_title([analyse(make_report(text), parser)], ()) == "One dam broke."


def test_what_is_denied_never_reads_as_said(parser: SpacyParser):
    analysis = analyse(make_report("Anna Holt denied that gas had leaked from the plant."), parser)
    (statement,) = analysis.statements
    wording = word_claim(statement, analysis)
    assert statement.stage == "denied"
    assert wording.startswith("[denied:]") or "denied" in wording


def test_the_words_shown_are_those_that_are_contested(parser: SpacyParser):
    analysis = analyse(make_report("The dam above Ostrel broke at noon.\nThe old dam broke."), parser)
    told = {s.id: s for s in analysis.statements}
    first, second = analysis.statements
    cluster = Cluster(statements=(first.id, second.id))
    analyses = {analysis.report.id: analysis}
    assert choose_statement(cluster, told, analyses, set()) is first
    assert choose_statement(cluster, told, analyses, {second.id}) is second


def test_no_bracket_where_the_name_stands_or_the_pronoun_owns(parser: SpacyParser):
    for text in ("Sergei Volkov said on Monday that he was ill.", "The mayor took his hat."):
        analysis = analyse(make_report(text), parser)
        report = analysis.report
        at = text.index(" he " if " he " in text else " his ") + 1
        end = text.index(" ", at)
        statement = replace(
            analysis.statements[-1],
            spans=(report.span(0, len(text) - 1),),
            resolved=(Resolution(span=report.span(at, end), to="Sergei Volkov", how="pronoun"),),
        )
        assert "[Sergei Volkov]" not in word_claim(statement, analysis)
