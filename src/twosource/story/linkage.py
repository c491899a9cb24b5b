"""Average link: two groups are one when their reports are alike on average."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from twosource.settings import GroupSettings
from twosource.story.signatures import Signature, time_factor

COLUMNS = 2_000
"""Words multiplied at a time; bounds memory."""
DIGITS = 9
"""Similarities are rounded, so that the order of additions cannot tip a decision."""

Matrix = npt.NDArray[np.float64]


def compare_all(signatures: Sequence[Signature], settings: GroupSettings) -> Matrix:
    """Return the similarity of each report with each: cosine times time factor."""
    numbers: dict[str, int] = {}
    cells = [(numbers.setdefault(w, len(numbers)), at, v) for at, s in enumerate(signatures) for w, v in s.weights.items()]
    cells.sort()
    columns = np.array([c[0] for c in cells], dtype=np.int64)
    rows, values = np.array([c[1] for c in cells], dtype=np.int64), np.array([c[2] for c in cells])
    alike = np.zeros((len(signatures), len(signatures)))
    for first in range(0, len(numbers), COLUMNS):
        start, end = np.searchsorted(columns, (first, first + COLUMNS))
        part = np.zeros((len(signatures), COLUMNS))
        part[rows[start:end], columns[start:end] - first] = values[start:end]
        alike += part @ part.T
    factors = np.array([[time_factor(a.days, b.days, settings) for b in signatures] for a in signatures])
    similarity: Matrix = np.round(alike * factors, DIGITS)
    return similarity


def link_average(alike: Matrix, threshold: float) -> list[list[int]]:
    """Return the groups of indices that average link has made when no two groups are as alike as the threshold.

    Nearest-neighbour chain: exact, in quadratic time. Ties go to the lower index.
    """
    alike = alike.copy()
    np.fill_diagonal(alike, -1.0)
    groups: dict[int, list[int]] = {i: [i] for i in range(len(alike))}
    done: list[list[int]] = []
    chain: list[int] = []
    while groups:
        if not chain:
            chain.append(next(iter(groups)))
        top = chain[-1]
        best = int(np.argmax(alike[top]))
        if len(chain) > 1 and alike[top, chain[-2]] >= alike[top, best]:
            best = chain[-2]
        if alike[top, best] < threshold:
            # Nothing that others become by merging can be more alike than the nearest of them is now.
            done.append(groups.pop(top))
            alike[top, :] = alike[:, top] = -1.0
            chain.pop()
        elif len(chain) > 1 and best == chain[-2]:
            del chain[-2:]
            _merge(alike, groups, *sorted((top, best)))
        else:
            chain.append(best)
    return sorted(sorted(group) for group in done)


def _merge(alike: Matrix, groups: dict[int, list[int]], kept: int, gone: int) -> None:
    """Let `kept` stand for both groups."""
    one, other = len(groups[kept]), len(groups[gone])
    merged = np.round((one * alike[kept] + other * alike[gone]) / (one + other), DIGITS)
    merged[[kept, gone]] = -1.0
    merged[alike[kept] < 0] = -1.0
    alike[kept, :] = alike[:, kept] = merged
    alike[gone, :] = alike[:, gone] = -1.0
    groups[kept] += groups.pop(gone)
