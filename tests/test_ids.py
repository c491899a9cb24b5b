import re

from hypothesis import given
from hypothesis import strategies as st

from twosource.ids import digest


def test_same_parts_same_id():
    assert digest("statement", "r", [[1, 2]]) == digest("statement", "r", [[1, 2]])


def test_kind_and_parts_are_kept_apart():
    assert len({digest("a", "b", "c"), digest("ab", "c"), digest("a", "bc"), digest("a", "b", None, "c")}) == 4


@given(st.text())
def test_any_text_gives_sixteen_hexadecimal_digits(text: str):
    assert re.fullmatch(r"[0-9a-f]{16}", digest("report", text))
