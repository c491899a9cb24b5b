"""Words in quotation marks."""

from twosource.records.analysis import Quotation, Sentence
from twosource.records.report import Report


def find_quotations(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of a report, in order."""
    return ()
