"""Who says it, through whom."""

from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution
from twosource.settings import AttributionSettings


def find_attributions(analysis: Analysis, settings: AttributionSettings) -> tuple[Attribution, ...]:
    """Return the attributions of a report, in order of their content."""
    return ()
