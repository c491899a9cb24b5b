"""Whatever the texts and their order: offsets lie in their reports, nothing depends on the order, a count is a range."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from twosource.analyse import analyse_reports
from twosource.compare import compare_story
from twosource.compare.descent import trace_descent
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis
from twosource.records.span import Span
from twosource.records.story import Story
from twosource.settings import Settings

PIECES = (
    "The crane fell on Monday evening across a barge of barley in Quell Bay. ",
    "“Nobody walks under my crane,” Ilka Brandt said. ",
    "A bolt as long as a forearm may have sheared, officials said. ",
    "The harbour pilots had complained of a hum in March. ",
    "Three dockers are in hospital with broken ribs. ",
    "It was found in the mud by a boy who was collecting crabs. ",
    "By Ana Ruso\n",
    *(
        "(Reuters) - ",
        "“",
        "”",
        '"',
        "\n",
        "\u200b",
        "… ",
        "😀 ",
        "((((",
        "Photo: AP\n",
        "a a a a a a a a a a ",
        "é́",
        "12 34 56 ",
    ),
)
TEXTS = st.lists(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), min_size=1, max_size=9).map("".join), min_size=1, max_size=4
)
PARSER = SpacyParser()


def read(texts: list[str]) -> tuple[Analysis, ...]:
    dated = ("2031-05-05", None, "2031-05-06T08:00:00Z", "nonsense")
    reports = [
        make_report(f"A crane fell. {t}", key=str(i), published=dated[i % 4], outlet=f"Paper {i % 3}")
        for i, t in enumerate(texts)
    ]
    return tuple(analyse_reports(reports, PARSER, Settings()))


@settings(max_examples=25)
@given(TEXTS)
def test_descent_keeps_to_its_texts_and_ignores_their_order(texts: list[str]) -> None:
    members = read(texts)
    found = trace_descent(members, Settings().descent)
    assert trace_descent(tuple(reversed(members)), Settings().descent) == found
    descents, hidden = found
    lengths = {a.report.id: len(a.report.text) for a in members}
    unseen = {h.id for h in hidden}
    for d in descents:
        assert d.child != d.parent
        assert d.parent in lengths or d.parent in unseen
        for p in d.passages:
            assert 0 <= p.child[0] < p.child[1] <= lengths[d.child]
            assert 0 <= p.parent[0] < p.parent[1] <= lengths[d.parent]
        assert all(inside(s, lengths) for e in d.evidence for s in e.spans)
    assert all(len(h.children) > 1 for h in hidden)


@settings(max_examples=25)
@given(TEXTS)
def test_origins_and_drift_hold_together(texts: list[str]) -> None:
    members = read(texts)
    found = compare_story(
        Story(id="s", reports=tuple(a.report.id for a in members)), {a.report.id: a for a in members}, Settings()
    )
    statements = {s.id for a in members for s in a.statements}
    lengths = {a.report.id: len(a.report.text) for a in members}
    for cluster, count in zip(found.clusters, found.origins, strict=True):
        assert 1 <= count.minimum <= count.maximum <= len(cluster.statements)
        assert sorted(s for o in count.origins for s in o.statements) == sorted(cluster.statements)
    for r in found.relations:
        if r.kind == "drift":
            assert {r.a, r.b} <= statements
            assert r.a != r.b
            assert all(inside(s, lengths) for e in r.evidence for s in e.spans)


def inside(span: Span, lengths: dict[str, int]) -> bool:
    return 0 <= span.start < span.end <= lengths[span.report]
