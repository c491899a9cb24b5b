from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.linkage import LinkRule, Pair, link_clusters

RULE = LinkRule(seed=0.5, join=0.25, missing=-0.1)
PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1])
SCORES = st.dictionaries(PAIRS, st.floats(0.02, 1.0).map(lambda x: round(x, 3)), max_size=30)


def test_a_sure_pair_founds_a_cluster() -> None:
    assert link_clusters(3, {(0, 2): 0.6}, [], RULE) == [[0, 2], [1]]


def test_an_unsure_pair_does_not() -> None:
    assert link_clusters(3, {(0, 2): 0.4}, [], RULE) == [[0], [1], [2]]


def test_a_cluster_grows_by_less() -> None:
    assert link_clusters(3, {(0, 1): 0.6, (0, 2): 0.4, (1, 2): 0.4}, [], RULE) == [[0, 1, 2]]


def test_no_chain_over_one_member() -> None:
    assert link_clusters(3, {(0, 1): 0.9, (1, 2): 0.55}, [], RULE) == [[0, 1], [2]]


def test_pairs_apart_never_meet_even_through_others() -> None:
    likely = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    assert link_clusters(3, likely, [(0, 2)], RULE) in ([[0, 1], [2]], [[0], [1, 2]])


@given(SCORES, st.lists(PAIRS, max_size=5))
def test_every_thing_stands_in_one_cluster(likely: dict[Pair, float], apart: list[Pair]) -> None:
    clusters = link_clusters(10, likely, apart, RULE)
    assert sorted(i for c in clusters for i in c) == list(range(10))
    assert clusters == sorted(clusters)
    home = {i: k for k, c in enumerate(clusters) for i in c}
    assert all(home[i] != home[j] for i, j in apart)


@given(SCORES)
def test_the_order_of_the_scores_does_not_matter(likely: dict[Pair, float]) -> None:
    backwards = dict(reversed(likely.items()))
    assert link_clusters(10, likely, [], RULE) == link_clusters(10, backwards, [], RULE)
