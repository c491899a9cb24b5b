"""Fixtures shared by all tests: the parser is loaded once."""

import pytest

from twosource.models.builtin import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()
