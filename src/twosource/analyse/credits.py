"""Bylines, datelines, agency credits."""

from twosource.records.analysis import Credit, Sentence
from twosource.records.report import Report


def find_credits(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Credit, ...]:
    """Return the credits of a report, in order."""
    return ()
