import pytest

from tests.factory import analyse, make_report
from twosource.compare.credit import fold_name, own_names, read_credits
from twosource.compare.direction import came_before, judge_direction, read_window
from twosource.models.base import Parser


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2031-05-05", "2031-05-06"),
        ("2031-05-05T08:00:00Z", "2031-05-05T08:10:00Z"),
        ("2031-05-05T10:00:00+02:00", "2031-05-05T09:00:00Z"),
        ("2031-05-03/2031-05-04", "2031-05-05"),
        ("2031-05-05T08:00:00", "2031-05-07T08:00:00Z"),
    ],
)
def test_dates_that_leave_no_doubt(earlier: str, later: str) -> None:
    a, b = make_report("A.", published=earlier), make_report("B.", published=later)
    assert came_before(a, b)
    assert not came_before(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2031-05-05", "2031-05-05T23:00:00Z"),
        ("2031-05-05T08:00:00", "2031-05-05T20:00:00Z"),
        (None, "2031-05-05"),
        ("Tuesday", "2031-05-05"),
        ("2031-05/..", "2031-05-05"),
    ],
)
def test_dates_that_tell_nothing(a: str | None, b: str) -> None:
    one, other = make_report("A.", published=a), make_report("B.", published=b)
    assert not came_before(one, other)
    assert not came_before(other, one)


def test_no_window_without_a_date() -> None:
    assert read_window(None) is None
    assert read_window("9999-99-99") is None


def test_a_credit_outweighs_a_date(parser: Parser) -> None:
    agency = analyse(make_report("A crane fell.", key="a", outlet="Halden Wire", published="2031-05-06"), parser)
    paper = analyse(
        make_report("QUELL BAY (Halden Wire) - A crane fell.", key="b", outlet="Bay Courier", published="2031-05-05"), parser
    )
    weight, reasons = judge_direction(agency, paper)
    assert weight > 0
    assert sorted(e.kind for e in reasons) == ["credit", "time"]


@pytest.mark.parametrize(
    ("one", "other"), [("AP", "The Associated Press"), ("Agence France-Presse", "AFP"), ("the Bay Courier", "Bay Courier")]
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_initials_stand_for_an_outlet() -> None:
    assert "hna" in own_names(make_report("A.", outlet="Halden News Agency"))


def test_the_tag_of_a_dateline_is_taken_for_an_agency(parser: Parser) -> None:
    credits = read_credits(
        analyse(make_report("QUELL BAY (Halden Wire) - A crane fell on a barge.", outlet="Bay Courier"), parser)
    )
    assert credits["halden wire"].agency
