"""The accounts of the examples are made once for all golden tests."""

import json

import pytest

from tests.golden.lookup import Found
from tests.golden.truth import EXAMPLES, NAMES
from twosource import account_to_json
from twosource.models.base import Parser
from twosource.pipeline import brief


@pytest.fixture(scope="package")
def found(parser: Parser) -> dict[str, Found]:
    """The account of each example, made by itself."""
    return {name: Found(json.loads(account_to_json(brief([EXAMPLES / name], parser=parser)))) for name in NAMES}
