import pytest

from tests.factory import analyse, make_report
from twosource.compare.features import describe_statements
from twosource.compare.phrases import PhraseBook
from twosource.models.base import Parser


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("A leak opened in tank 4 of the depot.", "The leak detector in tank 4 was broken.", True),
        ("Wenning Harbour School stays closed.", "The children of Wenning Harbour School sang.", True),
        ("Wenning Harbour School stays closed.", "The staff of Wenning Harbour School stay.", False),
        ("The council discussed a trip by Mayor Holk to Lund.", "Mayor Holk is heading for Lund on a trip.", True),
        ("Divers recovered the log from the wreck.", "The log was raised from the wreck by divers.", False),
        ("The depot held 900 tonnes.", "Some 900 tonnes lay there.", False),
        ("Divers inspected the wreck.", "The inspection of the wreck took a day.", False),
    ],
)
def test_share_one_phrase(a: str, b: str, one: bool, parser: Parser) -> None:
    features = describe_statements((analyse(make_report(a, key="a"), parser), analyse(make_report(b, key="b"), parser)))
    assert PhraseBook(features).share_one(0, 1) is one
