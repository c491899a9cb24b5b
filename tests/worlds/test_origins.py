"""The benchmark that asks several methods for the number of origins."""

from benchmarks.origins import by_headline, count_joined, join_pairs, lead_back, recall_by_severity


def test_pairs_are_closed_into_groups():
    assert join_pairs("abcd", [("c", "b"), ("b", "a")]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_the_strongest_parent_gives_the_origin():
    found = lead_back({"story": "s", "parents": {"a": [], "b": ["a", "?x"], "c": ["?x", "a"]}})
    assert found["origin"] == {"a": "a", "b": "a", "c": "?x"}


def test_a_ring_of_parents_ends():
    assert len(set(lead_back({"story": "s", "parents": {"a": ["b"], "b": ["a"]}})["origin"].values())) == 1


def test_headlines_that_share_their_content_words_are_joined():
    titles = {"a": "Mill burns in Ostby", "b": "The mill burns at Ostby", "c": "Council meets in Ostby"}
    found = by_headline({"story": "s", "docs": [{"id": i, "title": t, "text": ""} for i, t in titles.items()]})
    assert found["origin"] == {"a": "a", "b": "a", "c": "c"}


def test_a_common_root_is_no_false_join():
    gold = {
        "s": {
            "docs": ["a", "b", "c"],
            "origin": {"a": "a", "b": "b", "c": "a"},
            "origins": {"a": ["a"], "b": ["b"], "c": ["a", "b"]},
        }
    }
    found = {"s": {"origin": {"a": 1, "b": 2, "c": 2}}}
    assert count_joined(gold, found) == 0
    assert count_joined(gold, {"s": {"origin": {"a": 1, "b": 1, "c": 1}}}) == 1


def test_recall_is_told_by_the_heavier_copying():
    gold = {"s": {"docs": ["a", "b", "c"], "origin": dict.fromkeys("abc", "a"), "severity": {"b": 0.1, "c": 0.9}}}
    assert recall_by_severity(gold, {"s": {"origin": {"a": 1, "b": 1, "c": 2}}}) == ["1.00", "-", "0.00"]
