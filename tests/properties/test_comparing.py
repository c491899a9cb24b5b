from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import analyse, make_report
from twosource.compare.claims import cluster_statements
from twosource.compare.relations import find_relations
from twosource.models.base import Parser
from twosource.settings import Settings

HOSTILE = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "Fourteen people died.",
            "The toll rose to 19.",
            "No one died, the mayor said.",
            "The mayor denied that anyone died.",
            "“The report is false,” he said.",
            "$$$ 12 12 12 of of of",
            "((((( “““ not not",
        ]
    ),
    max_size=6,
).map(" ".join)
QUIET = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUIET
@given(st.lists(st.one_of(SENTENCES, HOSTILE), min_size=1, max_size=3))
def test_any_text_is_compared_and_every_span_is_exact(parser: Parser, texts: list[str]) -> None:
    members = tuple(analyse(make_report(text or "Nothing.", key=str(k)), parser) for k, text in enumerate(texts))
    chosen = Settings()
    clusters = cluster_statements(members, chosen.claims)
    statements = {s.id: s for a in members for s in a.statements}
    assert sorted(s for c in clusters for s in c.statements) == sorted(statements)
    lengths = {a.report.id: len(a.report.text) for a in members}
    for relation in find_relations(members, clusters, chosen.relations):
        assert relation.a in statements
        assert relation.b in statements
        assert relation.a != relation.b
        for evidence in relation.evidence:
            assert all(0 <= s.start < s.end <= lengths[s.report] for s in evidence.spans)


@QUIET
@given(st.lists(SENTENCES, min_size=2, max_size=3))
def test_twice_is_the_same(parser: Parser, texts: list[str]) -> None:
    members = tuple(analyse(make_report(text or "Nothing.", key=str(k)), parser) for k, text in enumerate(texts))
    chosen = Settings()
    first = cluster_statements(members, chosen.claims)
    assert first == cluster_statements(members, chosen.claims)
    assert find_relations(members, first, chosen.relations) == find_relations(members, first, chosen.relations)
