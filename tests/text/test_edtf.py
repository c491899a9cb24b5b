"""Dates laid on a line (what is a date and what not: tests/cases/read)."""

from datetime import UTC, date, datetime

import pytest

from twosource.text.edtf import day_range, first_moment


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-04-05", (2031, 4, 5), (2031, 4, 5)),
        ("2031-04-05T23:30-02:00", (2031, 4, 6), (2031, 4, 6)),
        ("2031-04", (2031, 4, 1), (2031, 4, 30)),
        ("2031-12", (2031, 12, 1), (2031, 12, 31)),
        ("2032-02-XX", (2032, 2, 1), (2032, 2, 29)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
        ("2031~", (2031, 1, 1), (2031, 12, 31)),
        ("2031-04-05/2031-04", (2031, 4, 5), (2031, 4, 30)),
        ("2031-04-05/..", (2031, 4, 5), (2031, 4, 5)),
    ],
)
def test_days(edtf, first, last):
    assert day_range(edtf) == (date(*first), date(*last))


@pytest.mark.parametrize("edtf", [None, ""])
def test_no_days(edtf):
    assert day_range(edtf) is None
    assert first_moment(edtf) is None


def test_moment_counts_the_zone():
    assert first_moment("2031-04-05T14:20+02:00") == datetime(2031, 4, 5, 12, 20, tzinfo=UTC)
    assert first_moment("2031-04") == datetime(2031, 4, 1, tzinfo=UTC)
