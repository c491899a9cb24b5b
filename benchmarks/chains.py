"""Score chains of tellers link by link on cases written for the project.

    python -m benchmarks.chains [CASES_FOLDER]

Reads `fires.toml` and `known_failures.toml` (what is told, and by which chain) and `negative.toml` (what nobody tells but the
report). A link is right when the expected name stands in the name found, in the same order; the share is over the longer of the
two chains, so a link too many counts like one too few. A negative piece is right when it has no teller.
"""

import argparse
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource import Settings
from twosource.analyse import analyse_reports
from twosource.ids import digest
from twosource.models.base import Parser
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution
from twosource.records.report import Report

CASES = Path(__file__).parents[1] / "tests" / "cases" / "attribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One passage and what is expected of it."""

    file: str
    number: int
    text: str
    title: str | None
    outlet: str | None
    told: tuple[tuple[str, ...], ...]
    """A piece of what is told, then the names of its chain, nearest teller first."""
    untold: tuple[str, ...]
    """Pieces that the report says in its own voice."""
    wanted: dict[str, Any]
    """Further wishes on the attribution of the first piece: rule, speech, hedge, kinds, count, reason."""


def read_cases(folder: Path, *names: str) -> list[Case]:
    """Return the cases of the files `NAME.toml`, in order."""
    cases: list[Case] = []
    for name in names:
        for n, row in enumerate(tomllib.loads((folder / f"{name}.toml").read_text("utf-8")).get("case", []), 1):
            wanted = {k: row[k] for k in ("rule", "speech", "hedge", "kinds", "count", "reason") if k in row}
            cases.append(
                Case(
                    file=name,
                    number=n,
                    text=row["text"],
                    title=row.get("title"),
                    outlet=row.get("outlet"),
                    told=tuple(tuple(t) for t in row.get("told", [])),
                    untold=tuple(row.get("untold", [])),
                    wanted=wanted,
                )
            )
    return cases


def analyse_case(case: Case, parser: Parser) -> Analysis:
    """Return the analysis of a case's passage."""
    text = f"{case.title}\n\n{case.text}" if case.title else case.text
    report = Report(
        id=digest("report", text),
        key=f"{case.file}-{case.number}",
        text=text,
        title=case.title,
        title_span=(0, len(case.title)) if case.title else None,
        outlet=case.outlet,
        language="en",
    )
    return next(analyse_reports([report], parser, Settings()))


def teller_of(analysis: Analysis, piece: str) -> Attribution | None:
    """Return the innermost attribution whose content holds most of a piece; raises ValueError where the text lacks it."""
    start = analysis.report.text.index(piece)
    end = start + len(piece)

    def held(a: Attribution) -> int:
        return sum(max(0, min(end, s.end) - max(start, s.start)) for s in a.content)

    around = [a for a in analysis.attributions if 2 * held(a) > len(piece)]
    return max(around, key=lambda a: (len(a.chain), -sum(s.end - s.start for s in a.content)), default=None)


def right_links(expected: tuple[str, ...], found: tuple[str, ...]) -> int:
    """Return how many expected names stand in the found ones, in order (longest common subsequence)."""
    row = [0] * (len(found) + 1)
    for name in expected:
        last = 0
        for j, other in enumerate(found):
            kept = row[j + 1]
            row[j + 1] = last + 1 if name.lower() in other.lower() else max(row[j + 1], row[j])
            last = kept
    return row[-1]


def score_case(case: Case, parser: Parser) -> tuple[int, int, list[str]]:
    """Return right links, links in all, and a line for each piece that is wrong."""
    analysis = analyse_case(case, parser)
    right = whole = 0
    wrong: list[str] = []
    for piece, *expected in case.told:
        teller = teller_of(analysis, piece)
        found = tuple(link.source for link in teller.chain) if teller else ()
        hits = right_links(tuple(expected), found)
        right, whole = right + hits, whole + max(len(expected), len(found))
        if hits < max(len(expected), len(found)):
            wrong.append(
                f"{case.file} {case.number}: {piece!r} wants {expected} has {list(found)} ({teller.rule if teller else '-'})"
            )
    for piece in case.untold:
        teller = teller_of(analysis, piece)
        right, whole = right + (teller is None), whole + 1
        if teller is not None:
            wrong.append(
                f"{case.file} {case.number}: {piece!r} is nobody's, has {[x.source for x in teller.chain]} ({teller.rule})"
            )
    return right, whole, wrong


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=CASES)
    parser = SpacyParser()
    right = whole = pieces = 0
    cases = read_cases(args.parse_args(argv).folder, "fires", "negative", "known_failures")
    for case in cases:
        hits, links, wrong = score_case(case, parser)
        right, whole, pieces = right + hits, whole + links, pieces + len(case.told) + len(case.untold)
        print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(cases)} passages, {pieces} pieces, {right} of {whole} links right: {right / whole:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
