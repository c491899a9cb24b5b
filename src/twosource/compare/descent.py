"""Which report's text rests on which."""

from twosource.records.analysis import Analysis
from twosource.records.comparison import Descent, Hidden
from twosource.settings import DescentSettings


def trace_descent(members: tuple[Analysis, ...], settings: DescentSettings) -> tuple[tuple[Descent, ...], tuple[Hidden, ...]]:
    """Return the descents of one story and the unseen texts behind it."""
    return (), ()
