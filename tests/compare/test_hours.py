import pytest

from tests.factory import analyse, make_report
from twosource.compare.features import Features, describe_statements
from twosource.compare.hours import find_hours, hours_apart
from twosource.models.base import Parser


def describe(text: str, parser: Parser) -> Features:
    (found,) = describe_statements((analyse(make_report(text, published="2031-05-06"), parser),))
    return found


def test_hours_are_minutes_after_midnight(parser: Parser) -> None:
    assert find_hours(describe("The wreck sank at 14:20.", parser)) == {860}


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The wreck sank at 14:20.", "The wreck sank at 18:50.", True),
        ("The wreck sank at 14:20.", "The wreck sank at 2.30 p.m.", False),
        ("The wreck sank at 23:50.", "The wreck sank at 00:10.", False),
        ("The wreck sank at 14:20.", "The wreck sank on Tuesday.", False),
    ],
)
def test_hours_far_from_one_another(a: str, b: str, apart: bool, parser: Parser) -> None:
    assert hours_apart(find_hours(describe(a, parser)), find_hours(describe(b, parser))) is apart
