"""Who and what a report names, and light coreference inside it."""

from twosource.analyse.mentions.following import follow_references
from twosource.analyse.mentions.gathering import gather_names
from twosource.records.analysis import Analysis, Mention


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """Return the mentions of persons, bodies, outlets, agencies and places, in order; and, as kind `other`, those of people and
    things without a name that are spoken of again ("the official" after "a security official").
    """
    gathered = gather_names(analysis)
    mentions = [*gathered.mentions(analysis.report), *follow_references(analysis, gathered)]
    return tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
