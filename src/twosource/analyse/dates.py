"""Time expressions and what they mean."""

from twosource.records.analysis import Sentence, TimeExpression
from twosource.records.report import Report


def find_times(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report, in order."""
    return ()
