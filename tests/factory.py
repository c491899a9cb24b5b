"""Builds records by hand for tests."""

from typing import Any

from twosource.analyse import analyse_reports
from twosource.ids import digest
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.records.report import Report
from twosource.settings import Settings


def make_report(
    text: str,
    key: str = "a",
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    **fields: Any,
) -> Report:
    """A report whose text begins with its title, if it has one."""
    whole = text if not title or text.startswith(title) else f"{title}\n\n{text}"
    return Report(
        id=digest("report", whole, title, outlet, fields.get("url"), published, key),
        key=key,
        text=whole,
        title=title,
        title_span=(0, len(title)) if title else None,
        published=published,
        published_from="row" if published else None,
        outlet=outlet,
        language="en",
        **fields,
    )


def analyse(report: Report, parser: Parser, settings: Settings | None = None) -> Analysis:
    """The analysis of one report with the real stages."""
    return next(analyse_reports([report], parser, settings or Settings()))
