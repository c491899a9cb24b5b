"""The weights of the attribution tagger and the search for the best labels. Needs numpy only, not the trainer."""

import hashlib
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np

from twosource.errors import ModelError

WEIGHTS = "attribution.npz"
"""Written by training/attribution.py; trained on PolNeAR (Newell, Margolin and Ruths 2018), training part only."""
DIGEST = "9f966b8d56a65915e4b804666ead4808fcd4a533f660f9dc2b5ba723051a2306"
"""SHA-256 of the file."""
FORBIDDEN = -1e4


class Tagger:
    """A linear-chain conditional random field, read only."""

    def __init__(self, raw: bytes) -> None:
        """Read weights as `write_weights` made them."""
        with np.load(BytesIO(raw)) as data:
            self.labels = [str(label) for label in data["labels"]]
            names = data["names"].tobytes().decode("utf-8").split("\n")
            self._state = data["state"].astype(np.float32) * data["scale"]
            self._step = data["step"].astype(np.float32)
        self._row = {name: i for i, name in enumerate(names)}

    def label(self, features: list[list[str]]) -> list[str]:
        """Return the best sequence of labels for the features of a sequence of tokens."""
        if not features:
            return []
        get = self._row.get
        scores = np.zeros((len(features), len(self.labels)), np.float32)
        for i, row in enumerate(features):
            known = [k for k in map(get, row) if k is not None]
            scores[i] = self._state[known].sum(0)
        return [self.labels[k] for k in _best_path(scores, self._step, self._opening())]

    def _opening(self) -> np.ndarray[Any, np.dtype[np.float32]]:
        return np.array([FORBIDDEN if label[0] == "I" else 0.0 for label in self.labels], np.float32)


def _best_path(scores: Any, step: Any, opening: Any) -> list[int]:
    n = len(scores)
    best, back = scores[0] + opening, np.zeros(scores.shape, np.int64)
    for i in range(1, n):
        reach = best[:, None] + step
        back[i] = reach.argmax(0)
        best = reach.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


@cache
def load_tagger() -> Tagger:
    """Return the tagger that ships. Raises ModelError when its weights are not the ones that were measured."""
    raw = (files("twosource.models") / WEIGHTS).read_bytes()
    if hashlib.sha256(raw).hexdigest() != DIGEST:
        raise ModelError(f"models/{WEIGHTS} is not the file that was measured; install twosource again")
    return Tagger(raw)
