"""The only module that knows the order of the stages: read, analyse, group, compare, account; and a claim held against them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from twosource.account import build_account
from twosource.analyse import analyse_reports
from twosource.compare import compare_story
from twosource.compare.check import check_claim, write_claim
from twosource.errors import Problem
from twosource.models.base import Parser, Progress
from twosource.models.builtin import SpacyParser
from twosource.read import ReadOptions, read_paths
from twosource.records.account import Account, MadeBy
from twosource.records.analysis import Analysis
from twosource.records.check import Check
from twosource.records.comparison import Comparison
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
    parser = parser or (SpacyParser() if reports else None)
    return _account(_compare(reports, settings, parser, progress), problems, settings, parser)


def check(
    claim: str,
    paths: Sequence[str | Path],
    settings: Settings | None = None,
    *,
    options: ReadOptions | None = None,
    parser: Parser | None = None,
    progress: Progress | None = None,
) -> Check:
    """Return what the reports found under the paths have to say to a claim.

    Raises InputError for a claim that says nothing.
    """
    settings = settings or Settings()
    reports, problems = read_paths(paths, settings.read, options, partial(progress, "read") if progress else None)
    return check_reports(claim, reports, problems, settings, parser=parser, progress=progress)


def check_reports(
    claim: str,
    reports: Sequence[Report],
    problems: Sequence[Problem] = (),
    settings: Settings | None = None,
    *,
    parser: Parser | None = None,
    progress: Progress | None = None,
) -> Check:
    """Return what reports that have been read already have to say to a claim; it is compared with them, never counted among them.

    Raises InputError for a claim that says nothing.
    """
    return check_claims([claim], reports, problems, settings, parser=parser, progress=progress)[0]


def check_claims(
    claims: Sequence[str],
    reports: Sequence[Report],
    problems: Sequence[Problem] = (),
    settings: Settings | None = None,
    *,
    parser: Parser | None = None,
    progress: Progress | None = None,
) -> tuple[Check, ...]:
    """Return the same for several claims, in their order; the reports are analysed and compared once."""
    settings = settings or Settings()
    asked = [write_claim(c) for c in claims]
    parser = parser or SpacyParser()
    compared = _compare(reports, settings, parser, progress)
    account = _account(compared, problems, settings, parser)
    analysed = analyse_reports(asked, parser, settings)
    return tuple(check_claim(a, compared.comparisons, compared.analyses, account) for a in analysed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """What the stages before the account hand on."""

    reports: Sequence[Report]
    analyses: dict[str, Analysis]
    comparisons: Sequence[Comparison]


def _compare(reports: Sequence[Report], settings: Settings, parser: Parser | None, progress: Progress | None) -> _Compared:
    ordered = sorted(reports, key=lambda r: r.id)
    if parser is None:
        return _Compared(reports=(), analyses={}, comparisons=())
    analyses = {a.report.id: a for a in analyse_reports(ordered, parser, settings, progress)}
    stories = group_reports(ordered, settings.group)
    comparisons = []
    for done, story in enumerate(stories, 1):
        comparisons.append(compare_story(story, analyses, settings))
        if progress:
            progress("compare", done, len(stories))
    return _Compared(reports=ordered, analyses=analyses, comparisons=comparisons)


def _account(compared: _Compared, problems: Sequence[Problem], settings: Settings, parser: Parser | None) -> Account:
    made_by = _made_by(parser.name if parser else "none", settings)
    return build_account(compared.reports, problems, compared.comparisons, compared.analyses, made_by)


def _made_by(parser: str, settings: Settings) -> MadeBy:
    return MadeBy(twosource=__version__, models=(("parser", parser),), settings=settings.digest())
