"""Claims about the stories of examples/: what `twosource check` must not get wrong."""

from hashlib import sha256

import pytest

from benchmarks.check import CLAIMS, answer_cases, count_verdicts, load_cases
from twosource.models.base import Parser

LIMITS = {
    "true claims called supported": (18, 20),
    "true claims called denied or contradicted": (0, 0),
    "true claims missed (no report says this)": (0, 1),
    "fabricated claims called supported": (0, 0),
    "distorted claims called supported": (0, 0),
    "answers as a careful reader would give them": (56, 60),
}
"""Least and most; tighten them with the rules, never loosen them to let a change pass."""
DIGESTS = {"claims.toml": "e2a612e66b934e62", "claims_test.toml": "82265f4bb403a715"}


@pytest.fixture(scope="module")
def figures(parser: Parser) -> dict[str, tuple[int, int]]:
    cases = load_cases()
    return count_verdicts(cases, answer_cases(cases))


@pytest.mark.parametrize("name", LIMITS)
def test_stays_within_its_limits(name: str, figures: dict[str, tuple[int, int]]) -> None:
    least, most = LIMITS[name]
    assert least <= figures[name][0] <= most


@pytest.mark.parametrize("name", DIGESTS)
def test_claims_are_as_they_were_written(name: str) -> None:
    text = (CLAIMS.parent / name).read_text("utf-8")
    assert sha256(text.encode()).hexdigest()[:16] == DIGESTS[name]
