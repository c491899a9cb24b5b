"""Statements: the clauses of a report with teller, times, names and reasons."""

from dataclasses import replace
from typing import Any

from tests.analyse.sentence import parsed, telling
from tests.factory import make_report
from twosource.analyse.statements import find_statements
from twosource.models.base import Parser
from twosource.records.analysis import Analysis, Mention, Sentence, TimeExpression
from twosource.records.statement import Statement
from twosource.settings import StatementSettings

SETTINGS = StatementSettings()


def analysis(text: str, parser: Parser, **found: Any) -> Analysis:
    """One sentence with what the earlier stages are said to have found in it."""
    report = replace(make_report(text), id="r")
    sentence = Sentence(index=0, span=report.span(0, len(text)))
    return Analysis(report=report, sentences=(sentence,), trees=(parsed(text, parser),), **found)


def statements(text: str, parser: Parser, **found: Any) -> tuple[Statement, ...]:
    return find_statements(analysis(text, parser, **found), SETTINGS)


def test_without_tellings_the_report_speaks(parser: Parser):
    (found,) = statements("The ferry sank off Veldan.", parser)
    assert (found.exact, found.attribution, found.chain, found.stage) == ("The ferry sank off Veldan", None, (), "done")


def test_the_frame_goes_and_the_teller_stays(parser: Parser):
    text = "Mr Ardo said the bridge collapsed and the port was closed."
    told = telling(text, cue="said", source="Mr Ardo", content="the bridge collapsed and the port was closed")
    found = statements(text, parser, attributions=(told,))
    assert [s.exact for s in found] == ["the bridge collapsed", "the port was closed"]
    assert all(s.attribution == told and s.chain == told.chain for s in found)


def test_the_innermost_telling_counts(parser: Parser):
    text = "The paper wrote that Mr Ardo said the ferry sank."
    outer = telling(text, cue="wrote", source="The paper", content="Mr Ardo said the ferry sank", teller="The paper")
    inner = telling(text, cue="said", source="Mr Ardo", content="the ferry sank", parent=0)
    (found,) = statements(text, parser, attributions=(outer, inner))
    assert (found.exact, found.attribution) == ("the ferry sank", inner)


def test_a_telling_that_is_news_has_its_teller(parser: Parser):
    text = "The ministry denied the charge."
    told = telling(text, cue="denied", source="The ministry", content="the charge", speech="deny")
    (found,) = statements(text, parser, attributions=(told,))
    assert (found.exact, found.stage, found.chain) == ("The ministry denied the charge", "denied", told.chain)


def test_what_was_not_told_has_no_teller(parser: Parser):
    text = "No group has claimed the attack."
    told = telling(text, cue="has claimed", source="No group", content="the attack")
    (found,) = statements(text, parser, attributions=(told,))
    assert (found.polarity, found.chain) == ("negated", ())


def test_a_plan_is_no_telling(parser: Parser):
    text = "The ministry plans to close the port."
    told = telling(text, cue="plans", source="The ministry", content="to close the port", speech="expect")
    (found,) = statements(text, parser, attributions=(told,))
    assert (found.stage, found.chain) == ("planned", ())


def test_a_hedge_that_nobody_tells_does_not_reach_descriptions(parser: Parser):
    text = "The ferry, which had been sold in May, reportedly sank off Veldan."
    content = "The ferry, which had been sold in May ~ sank off Veldan"
    told = telling(text, cue="reportedly", content=content, hedge="reportedly")
    assert [(s.certainty, s.attribution) for s in statements(text, parser, attributions=(told,))] == [
        ("possible", told),
        ("asserted", None),
    ]


def test_pieces_become_spans(parser: Parser):
    first, second = statements("The pilot, who had slept badly, left the bridge.", parser)
    assert (first.exact, len(first.spans)) == ("The pilot left the bridge", 2)
    assert (second.exact, len(second.spans)) == ("who had slept badly", 1)


def test_times_and_names_stand_beside_their_statement(parser: Parser):
    text = "He left on Monday, and the port was closed."
    report = replace(make_report(text), id="r")
    monday = TimeExpression(span=report.span(11, 17), kind="DATE", symbol="Monday before publication", value="2031-05-05")
    he = Mention(span=report.span(0, 2), name="Abel Ardo", kind="person", how="pronoun")
    full = Mention(span=report.span(23, 31), name="the port", kind="place", how="full-name")
    left, closed = statements(text, parser, times=(monday,), mentions=(he, full))
    assert [(t.value, t.symbol, t.about) for t in left.times] == [("2031-05-05", "Monday before publication", "event")]
    assert [(r.to, r.how) for r in left.resolved] == [("Abel Ardo", "pronoun")]
    assert (closed.times, closed.resolved) == ((), ())


def test_the_time_of_the_telling_is_told_apart(parser: Parser):
    text = "Mr Ardo said on Monday that the port was closed."
    told = telling(text, cue="said", source="Mr Ardo", content="the port was closed")
    report = replace(make_report(text), id="r")
    monday = TimeExpression(span=report.span(16, 22), kind="DATE", symbol="Monday before publication")
    (found,) = statements(text, parser, attributions=(told,), times=(monday,))
    assert [(report.text[t.span.start : t.span.end], t.about) for t in found.times] == [("Monday", "report")]


def test_reasons_are_given(parser: Parser):
    _, found = statements("The crew left, and the owners may not have known it.", parser)
    kinds = {e.kind: e.detail for e in found.evidence}
    assert set(kinds) == {"cut", "polarity", "certainty"}
    assert all(e.spans for e in found.evidence)


def test_only_title_and_prose_state_anything(parser: Parser):
    whole = analysis("The ferry sank off Veldan.", parser)
    caption = replace(whole, sentences=(replace(whole.sentences[0], block="caption"),))
    assert find_statements(caption, SETTINGS) == ()


def test_settings_change_the_cutting(parser: Parser):
    text = "Divers found the wreck while the crew slept on the island of Sarn."
    whole = analysis(text, parser)
    assert len(find_statements(whole, SETTINGS)) == 2
    assert len(find_statements(whole, replace(SETTINGS, min_adverbial=12))) == 1
