from dataclasses import replace

import pytest

from tests.render.sample import make_account
from twosource.errors import UnknownIdError
from twosource.ids import digest
from twosource.records.account import Account
from twosource.records.comparison import Descent
from twosource.render.views import compare_reports, draw_tree, list_claims

ONE = make_account(1)


def test_all_claims_are_listed():
    text = list_claims(ONE)
    assert all(f"{i:4} " in text for i in range(1, 16))
    assert "1 to 2  ✕ DENIED" in text
    assert "A B C D E ← a mechanic; a driver" in text


def test_tree_hangs_a_report_under_its_strongest_parent_and_names_the_other():
    rows = draw_tree(ONE).splitlines()
    assert rows[2] == "α unseen Veldpress report, not in the pile"
    assert rows[3].startswith("├─ A Norvik Sentinel")
    assert rows[4].startswith("│  └─ B Radio Halmar")
    assert "also rewrites α" in rows[4] + rows[5]
    assert "└┄ quoted by E Lake Gazette  0.99" in rows
    assert "F ┄ G  share words, which came first is not established  0.78" in rows


def test_tree_draws_a_ring_once():
    story = ONE.stories[0]
    a, b = story.reports[3], story.reports[4]
    ring = tuple(Descent(id=digest("descent", x, y), child=x, parent=y, kind="rewrite", score=0.5) for x, y in ((a, b), (b, a)))
    text = draw_tree(with_story(replace(story, descents=ring)))
    assert text.count("Orsund Weekly") == 1
    assert text.count("Lake Gazette") == 1


def test_diff_shows_what_is_shared_lost_and_alone():
    text = compare_reports(ONE, "sentinel.txt", "halmar.html")
    assert "B rewrites A, strength 0.90; 2 passages" in text
    assert "A=B The tunnel had passed an inspection in March." in text
    assert "Both say: 4 claims" in text
    assert "A3 → B2 hedge lost: a possibility became a fact" in text
    assert "Only A says: 1 statement" in text


def test_diff_shows_conflicts():
    assert "contradicts (place): north gate against south gate" in compare_reports(ONE, "F", "G")


def test_diff_of_a_report_with_itself_and_of_two_stories():
    assert "Only" not in compare_reports(ONE, "A", "A")
    assert "different stories" in compare_reports(make_account(2), "1:A", "harvest.txt")


@pytest.mark.parametrize("name", ["no-such.txt", "A3", "1"])
def test_diff_of_what_is_no_report_raises(name):
    with pytest.raises(UnknownIdError):
        compare_reports(ONE, "A", name)


def with_story(story) -> Account:
    return replace(ONE, stories=(story,))
