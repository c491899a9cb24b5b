"""Average link against its definition, and the index against comparing each with each."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from twosource.records.report import Report
from twosource.settings import GroupSettings
from twosource.story import group_reports
from twosource.story.candidates import find_components, find_pairs
from twosource.story.linkage import Matrix, compare_all, link_average
from twosource.story.signatures import cosine, sign_reports, time_factor

SETTINGS = GroupSettings()
WORDS = ["bridge", "ferry", "Ondra", "Karrow", "flood", "mayor", "fog", "coastguard", "piers", "market", "said", "the"]


def link_by_definition(alike: Matrix, threshold: float) -> list[list[int]]:
    groups = [[i] for i in range(len(alike))]
    while len(groups) > 1:
        score, a, b = max((alike[np.ix_(groups[a], groups[b])].mean(), -a, -b) for b in range(len(groups)) for a in range(b))
        if score < threshold:
            break
        groups[-a] += groups.pop(-b)
    return sorted(sorted(g) for g in groups)


@pytest.mark.parametrize("seed", range(12))
def test_chain_gives_what_the_definition_gives(seed):
    random = np.random.default_rng(seed)
    points = random.random((14, 6)) ** 3
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    alike = points @ points.T
    for threshold in (0.3, 0.5, 0.7, 0.9):
        assert link_average(alike, threshold) == link_by_definition(alike, threshold)


def test_nothing_alike_and_all_alike():
    assert link_average(np.eye(3), 0.2) == [[0], [1], [2]]
    assert link_average(np.ones((3, 3)), 0.2) == [[0, 1, 2]]
    assert link_average(np.zeros((0, 0)), 0.2) == []


@st.composite
def piles(draw: st.DrawFn) -> list[Report]:
    texts = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=12))
    days = draw(
        st.lists(st.sampled_from([None, "2031-04-07", "2031-04-09", "2031-05", "2033"]), min_size=len(texts), max_size=len(texts))
    )
    return [make_report(" ".join(t), key=str(i), published=d) for i, (t, d) in enumerate(zip(texts, days, strict=True))]


@given(piles(), st.randoms(use_true_random=False))
def test_order_is_no_matter_and_nothing_is_lost(reports, random):
    stories = group_reports(reports, SETTINGS)
    shuffled = random.sample(reports, len(reports))
    assert group_reports(shuffled, SETTINGS) == stories
    assert sorted(r for s in stories for r in s.reports) == sorted(r.id for r in reports)


@settings(max_examples=50)
@given(piles())
def test_reports_in_two_components_are_not_alike(reports):
    signatures = sign_reports(reports, SETTINGS)
    alike = compare_all(signatures, SETTINGS)
    home = {i: at for at, c in enumerate(find_components(signatures, SETTINGS)) for i in c}
    for i in range(len(reports)):
        for j in range(i):
            assert home[i] == home[j] or alike[i, j] < SETTINGS.threshold


@given(piles())
def test_index_never_promises_more_than_the_cosine(reports):
    signatures = sign_reports(reports, SETTINGS)
    for first, second, at_least in find_pairs(signatures, SETTINGS):
        assert first < second
        assert at_least <= cosine(signatures[first], signatures[second]) + 1e-6


def test_a_common_word_is_not_paired_with_everything():
    reports = [make_report(f"flood {'abcdefgh'[i % 8] * 3}{i}", key=str(i)) for i in range(200)]
    pairs = find_pairs(sign_reports(reports, SETTINGS), SETTINGS)
    assert 0 < len(pairs) <= 200 * SETTINGS.neighbours


def test_oversize_components_are_split_by_stronger_links():
    reports = [make_report(f"flood in Ondra {w}", key=w + str(i)) for w in ("market", "ferry") for i in range(4)]
    signatures = sign_reports(reports, SETTINGS)
    assert len(find_components(signatures, SETTINGS)) == 1
    assert sorted(map(len, find_components(signatures, GroupSettings(max_component=4)))) == [4, 4]


def test_time_factor():
    assert time_factor((10, 10), None, SETTINGS) == 1
    assert time_factor((10, 10), (10, 40), SETTINGS) == 1
    assert time_factor((10, 10), (13, 13), SETTINGS) == pytest.approx(0.6 + 0.4 / np.e)
    assert time_factor((10_000, 10_000), (10, 10), SETTINGS) == pytest.approx(0.6)
