"""Whatever a report says: statements quote it exactly, never overlap, and rest on words that are there."""

from itertools import chain, pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import analyse, make_report
from twosource.models.builtin import SpacyParser

PARTS = (
    *(
        "The",
        "ferry",
        "sank",
        "and",
        "said",
        "that",
        "who",
        "not",
        "may",
        "to",
        "leave",
        "after",
        "Ardo",
        "denied",
        "according to",
    ),
    *(
        ",",
        ".",
        "“",
        "”",
        '"',
        "(",
        ")",
        ";",
        "…",
        "-",
        "?",
        "’s",
        "\n",
        "\u200b",
        "ß",
        "😀",
        "e\u0301",
        "because of",
        "according to",
    ),
)
WORDS = st.lists(st.sampled_from(PARTS), max_size=30).map(" ".join)
TEXTS = st.one_of(WORDS, st.text(max_size=80))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(TEXTS)
def test_statements_quote_their_report(parser: SpacyParser, text: str):
    report = make_report(text or "x")
    for s in analyse(report, parser).statements:
        assert s.exact == " ".join(report.text[a:b] for _, a, b in s.spans)
        assert all(0 <= a < b <= len(report.text) for _, a, b in s.spans)
        assert any(c.isalnum() for c in s.exact)
        assert s.head in s.tokens


@SLOW
@given(TEXTS)
def test_no_two_statements_overlap(parser: SpacyParser, text: str):
    found = analyse(make_report(text or "x"), parser).statements
    spans = sorted(chain.from_iterable(s.spans for s in found))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len({s.id for s in found}) == len(found)


@SLOW
@given(TEXTS)
def test_reasons_point_into_the_sentence(parser: SpacyParser, text: str):
    analysis = analyse(make_report(text or "x"), parser)
    for s in analysis.statements:
        whole = analysis.sentences[s.sentence].span
        assert all(whole.covers(span) for e in s.evidence for span in e.spans)
        assert all(whole.covers(span) for span in s.spans)
