"""The only module that knows the order of the stages: read, analyse, group, compare, account."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from twosource.account import build_account
from twosource.analyse import analyse_reports
from twosource.compare import compare_story
from twosource.errors import Problem
from twosource.models.base import Parser, Progress
from twosource.models.builtin import SpacyParser
from twosource.read import ReadOptions, read_paths
from twosource.records.account import Account, MadeBy
from twosource.records.report import Report
from twosource.settings import Settings
from twosource.story import group_reports
from twosource.version import __version__


def brief(
    paths: Sequence[str | Path],
    settings: Settings | None = None,
    *,
    options: ReadOptions | None = None,
    parser: Parser | None = None,
    progress: Progress | None = None,
) -> Account:
    """Return the account of the reports found under the paths (files, folders, "-" for standard input).

    What cannot be read becomes a problem in the account; InputError is raised only for options that make no sense.
    """
    settings = settings or Settings()
    reports, problems = read_paths(paths, settings.read, options, partial(progress, "read") if progress else None)
    return brief_reports(reports, problems, settings, parser=parser, progress=progress)


def brief_reports(
    reports: Sequence[Report],
    problems: Sequence[Problem] = (),
    settings: Settings | None = None,
    *,
    parser: Parser | None = None,
    progress: Progress | None = None,
) -> Account:
    """Return the account of reports that have been read already; the same account whatever their order."""
    settings = settings or Settings()
    ordered = sorted(reports, key=lambda r: r.id)
    parser = parser or (SpacyParser() if ordered else None)
    if parser is None:
        return build_account((), problems, (), {}, _made_by("none", settings))
    analyses = {a.report.id: a for a in analyse_reports(ordered, parser, settings, progress)}
    stories = group_reports(ordered, settings.group)
    comparisons = []
    for done, story in enumerate(stories, 1):
        comparisons.append(compare_story(story, analyses, settings))
        if progress:
            progress("compare", done, len(stories))
    return build_account(ordered, problems, comparisons, analyses, _made_by(parser.name, settings))


def _made_by(parser: str, settings: Settings) -> MadeBy:
    return MadeBy(twosource=__version__, models=(("parser", parser),), settings=settings.digest())
