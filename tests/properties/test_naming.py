"""Hostile text: sentences, credits, names and sources keep their promises whatever comes in."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from twosource.analyse.credits import find_credits
from twosource.analyse.mentions import find_mentions
from twosource.analyse.quotations import find_quotations
from twosource.analyse.sentences import find_sentences
from twosource.analyse.sources import describe_source
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis
from twosource.records.parse import Tree, place

ANY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200).filter(lambda t: t.strip())
PIECES = (
    "“", "”", '"', "'", "(", ")", "\n", " ", "-", "—", "By ", "AP", "Ana Ruso", "Mr. ", "U.S.", "No. 5", "said", "it", "she",
    "the ", "official", ". ", "! ", "of ", "and ", "al-", "Ministry", "News", "Photo: ", "(Reuters) - ", "BRAE", ", ", "who",
    "spoke on condition of anonymity", "…", "\u200b",
)  # fmt: skip
NASTY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join).filter(lambda t: t.strip())
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(text: str, parser: SpacyParser) -> Analysis:
    report = make_report(text)
    sentences = find_sentences(report, parser)
    parses = parser.parse([report.words(s.span) for s in sentences])
    trees: tuple[Tree, ...] = tuple(place(p, s.span.start) for p, s in zip(parses, sentences, strict=True))
    bare = Analysis(report=report, sentences=sentences, trees=trees, quotations=find_quotations(report, sentences))
    return Analysis(report=report, sentences=sentences, trees=trees, quotations=bare.quotations, mentions=find_mentions(bare))


@given(st.one_of(ANY, NASTY))
@RELAXED
def test_sentences_are_ordered_and_lose_no_word(parser: SpacyParser, text: str):
    report = make_report(text)
    sentences = find_sentences(report, parser)
    assert all(s.span.start < s.span.end and report.words(s.span) == report.words(s.span).strip() for s in sentences)
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    assert "".join("".join(report.words(s.span).split()) for s in sentences) == "".join(text.split())


@given(st.one_of(ANY, NASTY))
@RELAXED
def test_credits_stand_where_they_say(parser: SpacyParser, text: str):
    report = make_report(text, title="Ferry aground")
    for credit in find_credits(report, find_sentences(report, parser)):
        assert credit.name
        assert credit.name in report.words(credit.span)


@given(NASTY)
@RELAXED
def test_mentions_and_sources_of_anything(parser: SpacyParser, text: str):
    analysis = read(text, parser)
    for mention in analysis.mentions:
        assert mention.name.strip()
        assert analysis.report.words(mention.span).strip()
    for tree in analysis.trees:
        for token in tree.tokens:
            link = describe_source(analysis, analysis.report.span(token.start, token.end), "test")
            assert link.source
            assert link.reason is None or analysis.report.words(link.reason)
