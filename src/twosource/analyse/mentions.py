"""Who and what a report names, and light coreference inside it."""

from twosource.records.analysis import Analysis, Mention


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """Return the mentions of persons, bodies and places, in order."""
    return ()
