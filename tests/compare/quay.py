"""One invented accident told by an agency, by reports made from its text, and by three reporters of their own."""

import tomllib
from pathlib import Path

from tests.factory import make_report
from twosource.analyse import analyse_reports
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.settings import Settings

TEXTS = tomllib.loads((Path(__file__).parents[1] / "cases" / "descent" / "texts.toml").read_text("utf-8"))


def make_quay(*reports: dict[str, str], parser: Parser) -> tuple[Analysis, ...]:
    """The analyses of reports given by the name of their text, with words before and after it, an outlet and a date."""
    made = [
        make_report(
            r.get("before", "") + TEXTS[r["text"]] + r.get("after", ""),
            key=r.get("key", r["text"]),
            outlet=r.get("outlet"),
            published=r.get("published"),
            byline=r.get("byline"),
        )
        for r in reports
    ]
    return tuple(analyse_reports(made, parser, Settings()))
