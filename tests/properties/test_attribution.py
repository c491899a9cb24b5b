"""Attribution takes any text, with any quotation marks, and keeps its promises on spans, chains and parents."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import analyse, make_report
from twosource.analyse.quotations import find_quotations
from twosource.analyse.sentences import find_sentences
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis

MARKS = ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "``", "''", ":", " - ", "\n", "\n\n", ". ", ", ", " "]
WORDS = [
    "said", "Orla Finch", "the mayor", "told", "the Tarn Gazette", "that", "it", "rained", "according to", "police", "citing",
    "is believed to", "reportedly", "he", "who", "claims", "as", "denied", "a source", "was quoted as saying", "by", "reported",
    "in an interview with",
]  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(MARKS), st.sampled_from(WORDS), st.text(max_size=6)), max_size=40).map(" ".join)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(analysis: Analysis) -> None:
    size = len(analysis.report.text)
    for n, a in enumerate(analysis.attributions):
        assert a.chain
        assert len(a.chain) <= 5
        assert a.content
        assert all(link.source for link in a.chain)
        for span in (*a.cue, *a.source, *a.content, *(s for link in a.chain for s in link.spans)):
            assert 0 <= span.start < span.end <= size
        assert list(a.content) == sorted(a.content)
        assert all(x.end <= y.start for x, y in pairwise(a.content))
        assert a.parent is None or (0 <= a.parent < len(analysis.attributions) and a.parent != n)


@given(hostile)
@quick
def test_any_text_with_any_marks(parser: SpacyParser, text: str) -> None:
    check(analyse(make_report(text), parser))


@given(st.text(alphabet="\"“”‘’'«»ab .\n", max_size=80))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_quotations_never_overlap(parser: SpacyParser, text: str) -> None:
    report = make_report(text)
    found = find_quotations(report, find_sentences(report, parser))
    for q in found:
        assert 0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_long_runs_of_marks_take_linear_time(parser: SpacyParser) -> None:
    for mark in "\"“”'‘’":
        report = make_report(mark * 20_000)
        find_quotations(report, ())
        find_quotations(make_report(f"a {mark}" * 10_000), ())


def test_the_same_text_gives_the_same_attributions(parser: SpacyParser) -> None:
    report = make_report("The Tarn Gazette said police believed it rained. “It did,” said Orla Finch. “All day.”")
    assert analyse(report, parser).attributions == analyse(report, parser).attributions
