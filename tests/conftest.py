"""Fixtures shared by all tests: the parser is loaded once, generated inputs are the same in every run."""

import pytest
from hypothesis import settings

from twosource.models.builtin import SpacyParser

# No deadline: how long one example takes says nothing on a busy machine. Derandomized: a run can be repeated.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()
