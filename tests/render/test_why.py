from typing import Any

import pytest

from tests.render.sample import make_account
from twosource.errors import UnknownIdError
from twosource.render.why import explain

ONE = make_account(1)
STORY = ONE.stories[0]


def test_claim_by_number_shows_ledger_and_words():
    text = explain(ONE, "1")
    assert "−2  A, B and C count as one: a mechanic, not named" in text
    assert "2  at most, if all that is not established were independent" in text
    assert "1  at least, established" in text
    assert "»The brakes may have failed«" in text
    assert "characters 223" in text


def test_every_record_can_be_asked_for_by_its_id():
    records: list[Any] = [STORY, *ONE.reports, *STORY.statements, *STORY.claims, *STORY.relations, *STORY.descents, *STORY.hidden]
    records += [o for c in STORY.claims for o in c.origins]
    for record in records:
        assert record.id in explain(ONE, record.id)


def test_beginning_of_an_id_is_enough_when_it_is_one():
    assert explain(ONE, STORY.claims[2].id[:10].upper()) == explain(ONE, "3")


def test_label_in_small_letters():
    assert explain(ONE, "a3") == explain(ONE, "A3")


def test_unseen_text_by_greek_letter_or_its_name():
    assert explain(ONE, "α") == explain(ONE, "alpha")
    assert "Not in the pile; known only through A, B and C." in explain(ONE, "α")


@pytest.mark.parametrize("name", ["", "99", "Z9", "zz", "ffffffffffffffff", "nothing of the kind", "\x1b[31m"])
def test_unknown_names_raise(name):
    with pytest.raises(UnknownIdError, match="holds nothing called"):
        explain(ONE, name)


def test_several_stories_need_the_number_of_the_story():
    two = make_account(2)
    with pytest.raises(UnknownIdError, match="1:A1, 2:A1"):
        explain(two, "A1")
    assert "Plum" not in explain(two, "1:A1")
    assert "plum harvest" in explain(two, "2:A1")


def test_origin_not_stated_is_not_called_established():
    assert "origin, not stated by any report" in explain(ONE, "10")
