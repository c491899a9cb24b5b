"""How likely it is that two statements say the same: a regression on the signs, its weights in a data file."""

from functools import cache

import numpy as np

from twosource.compare.signs import SIGNS
from twosource.compare.similarity import Floats
from twosource.lexicons import load_lexicon


def likelihood(signs: Floats) -> Floats:
    """Return the probability (0 to 1, six digits) for each row of signs."""
    weights, intercept = _load()
    odds = np.clip(signs @ weights + intercept, -30.0, 30.0)
    found: Floats = np.round(1.0 / (1.0 + np.exp(-odds)), 6)
    return found


@cache
def _load() -> tuple[Floats, float]:
    model = load_lexicon("same_claim")
    return np.array([float(model["weights"][name]) for name in SIGNS]), float(model["intercept"])
