"""One report at a time: what it says, who says it, when, how sure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.analyse.attribution import find_attributions
from twosource.analyse.credits import find_credits
from twosource.analyse.dates import find_times
from twosource.analyse.dates.events import find_news_day
from twosource.analyse.dates.statements import date_statements
from twosource.analyse.mending import mend_parse
from twosource.analyse.mentions import find_mentions
from twosource.analyse.quotations import find_quotations
from twosource.analyse.sentences import find_sentences
from twosource.analyse.statements import find_statements
from twosource.models.base import Parser, Progress
from twosource.records.analysis import Analysis, Sentence
from twosource.records.parse import Parse, place
from twosource.records.report import Report
from twosource.settings import Settings


def analyse_reports(
    reports: Sequence[Report], parser: Parser, settings: Settings, progress: Progress | None = None
) -> Iterator[Analysis]:
    """Yield the analysis of each report, in order. A sentence that stands in several reports is parsed once."""
    sentences = [find_sentences(report, parser) for report in reports]
    parses = _parse_distinct(reports, sentences, parser)
    for done, (report, found) in enumerate(zip(reports, sentences, strict=True), 1):
        yield analyse_report(report, found, parses, settings)
        if progress:
            progress("analyse", done, len(reports))


def analyse_report(report: Report, sentences: tuple[Sentence, ...], parses: Mapping[str, Parse], settings: Settings) -> Analysis:
    """Return all that is observed in one report, its sentences parsed already (`parses` by sentence text)."""
    trees = tuple(place(parses[report.text[s.span.start : s.span.end]], s.span.start) for s in sentences)
    bare = Analysis(report=report, sentences=sentences, trees=trees)
    quoted = replace(bare, quotations=find_quotations(report, sentences), credits=find_credits(report, sentences))
    times = find_times(report, sentences)
    news_day = find_news_day(report, sentences, times)
    timed = replace(quoted, times=times, news_day=news_day, mentions=find_mentions(quoted))
    told = replace(timed, attributions=find_attributions(timed, settings.attribution))
    statements = find_statements(told, settings.statements)
    return replace(told, statements=date_statements(report, trees, times, statements))


def _parse_distinct(reports: Sequence[Report], sentences: Sequence[tuple[Sentence, ...]], parser: Parser) -> dict[str, Parse]:
    # Sorted, so that the batches, and with them the last digits of the network's sums, do not follow the order of the reports.
    texts = sorted({r.text[s.span.start : s.span.end] for r, found in zip(reports, sentences, strict=True) for s in found})
    return dict(zip(texts, map(mend_parse, parser.parse(texts)), strict=True))
