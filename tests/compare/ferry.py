"""A small invented story around the reports of a case, so that words have their weight: a ferry fire at Port Oskel."""

from collections.abc import Sequence

from tests.factory import analyse, make_report
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.records.statement import Statement

BACKGROUND = (
    "The harbour of Port Oskel was closed to all traffic while tugs kept the wreck upright. "
    "Smoke could be seen from the lighthouse at Cape Wenning, eleven miles away. "
    "Volunteers brought blankets and soup to a school gymnasium near the quay. "
    "A crane from the shipyard was being moved towards the pier. "
    "Oskel Lines has run the crossing to the Tarn Islands for sixty years. "
    "Fishermen lowered their flags to half mast.",
    "Relatives gathered outside the terminal and waited for names to be read out. "
    "The mayor cancelled the summer regatta and asked visitors to stay away. "
    "Divers searched the cabins on the lower decks through the night. "
    "The wind had been blowing from the north-east since Monday. "
    "Schools on the Tarn Islands held a minute of silence. "
    "A spokesman for the coastguard praised the crews of two trawlers.",
)


def make_story(reports: Sequence[str], parser: Parser, published: Sequence[str | None] = ()) -> tuple[Analysis, ...]:
    """The analyses of a case's reports, then of the background."""
    dates = (*published, *(None for _ in range(len(reports) - len(published))))
    told = [make_report(text, key=f"r{k}", published=day) for k, (text, day) in enumerate(zip(reports, dates, strict=True))]
    around = [make_report(text, key=f"background{k}") for k, text in enumerate(BACKGROUND)]
    return tuple(analyse(report, parser) for report in (*told, *around))


def find_statement(analysis: Analysis, snippet: str) -> Statement:
    """The statement that has the largest part of a snippet."""
    at = analysis.report.text.index(snippet)
    end = at + len(snippet)

    def overlap(s: Statement) -> int:
        return sum(max(0, min(end, x.end) - max(at, x.start)) for x in s.spans)

    return max(analysis.statements, key=overlap)
