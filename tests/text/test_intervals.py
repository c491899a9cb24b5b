from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.intervals import days_of, relate


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-05-08", "2031-05-08", "2031-05-08"),
        ("2031-05", "2031-05-01", "2031-05-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2031-22", "2031-06-01", "2031-08-31"),
        ("2031-05-05/2031-05-11", "2031-05-05", "2031-05-11"),
        ("2031-06~/2031-08~", "2031-06-01", "2031-08-31"),
        ("2031-05-08T21:30:00", "2031-05-08", "2031-05-08"),
        ("2006/..", "2006-01-01", "9999-12-31"),
        ("../2006", "0001-01-01", "2006-12-31"),
    ],
)
def test_days(edtf: str, first: str, last: str):
    assert days_of(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("edtf", [None, "", "Monday", "2031-13", "XXXX-05", "2031-05-08/2031-05-01", "P2W", "PAST_REF"])
def test_what_has_no_days(edtf: str | None):
    assert days_of(edtf) is None


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("2031-05", "2031-05-01/2031-05-31", "equal"),
        ("2031-05-08", "2031-05", "inside"),
        ("2031", "2031-05", "contains"),
        ("2031-04-28/2031-05-04", "2031-05", "overlaps"),
        ("2031-05-08", "2031-05-09", "disjoint"),
        ("2031-05-08", "2006/..", "inside"),
        ("2031-05-08", "Monday", None),
    ],
)
def test_relations(a: str, b: str, relation: str | None):
    assert relate(a, b) == relation


TURNED = {"equal": "equal", "inside": "contains", "contains": "inside", "overlaps": "overlaps", "disjoint": "disjoint"}
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS, DAYS, DAYS)
def test_relations_turn_round(a: date, b: date, c: date, d: date):
    one, other = f"{min(a, b)}/{max(a, b)}", f"{min(c, d)}/{max(c, d)}"
    assert relate(other, one) == TURNED[relate(one, other) or "equal"]


@given(st.text())
def test_any_text(text: str):
    days_of(text)
