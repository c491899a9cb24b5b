"""The only module that knows the order of the stages."""

from collections.abc import Callable, Sequence
from pathlib import Path

from twosource.account import build_account
from twosource.analyse import analyse_reports
from twosource.compare import compare_story
from twosource.errors import Problem
from twosource.models.base import Parser
from twosource.models.builtin import SpacyParser
from twosource.read import read_paths
from twosource.records.account import Account, MadeBy
from twosource.records.report import Report
from twosource.settings import Settings
from twosource.story import group_reports
from twosource.version import __version__

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many are done and how many there are."""


def brief(paths: Sequence[str | Path], settings: Settings | None = None, parser: Parser | None = None) -> Account:
    """Return the account of the reports found under the paths."""
    settings = settings or Settings()
    reports, problems = read_paths(paths, settings.read)
    return brief_reports(reports, problems, settings, parser)


def brief_reports(
    reports: Sequence[Report],
    problems: Sequence[Problem] = (),
    settings: Settings | None = None,
    parser: Parser | None = None,
    progress: Progress | None = None,
) -> Account:
    """Return the account of reports that have been read already."""
    settings = settings or Settings()
    parser = parser or SpacyParser()
    ordered = sorted(reports, key=lambda r: r.id)
    analyses = {a.report.id: a for a in analyse_reports(ordered, parser, settings)}
    stories = group_reports(ordered, settings.group)
    comparisons = [compare_story(story, analyses, settings) for story in stories]
    made_by = MadeBy(twosource=__version__, models=(("parser", parser.name),), settings=settings.digest())
    return build_account(ordered, problems, comparisons, analyses, made_by)
