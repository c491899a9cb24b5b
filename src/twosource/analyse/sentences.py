"""Sentences and what kind of block they stand in."""

import re

from twosource.models.base import Parser
from twosource.records.analysis import Sentence
from twosource.records.report import Report
from twosource.records.span import Span

LINE = re.compile(r"[^\n]+")


def find_sentences(report: Report, parser: Parser) -> tuple[Sentence, ...]:
    """Return the sentences of a report in order. A line break always ends a sentence."""
    found: list[Sentence] = []
    for paragraph, line in enumerate(LINE.finditer(report.text)):
        for start, end in parser.split(line.group()):
            span = Span(report.id, line.start() + start, line.start() + end)
            title = report.title_span is not None and span.start < report.title_span[1]
            found.append(Sentence(index=len(found), span=span, block="title" if title else "prose", paragraph=paragraph))
    return tuple(found)
