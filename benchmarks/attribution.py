"""Find who said what in any file of the form of the attribution data, for the scorer.

    python -m benchmarks.attribution DATA.jsonl --out PRED.jsonl [--rules]

DATA: one JSON object a line with `id` and `text`. PRED: `id` and `attributions` (source, cue, content as lists of code point
ranges), outermost attributions only, as the data are annotated. Prints words per CPU second, the parse included.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from twosource import Settings
from twosource.analyse import analyse_reports
from twosource.ids import digest
from twosource.models.builtin import SpacyParser
from twosource.records.attribution import Attribution
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.settings import AttributionSettings

AS_POLNEAR = Settings(attribution=AttributionSettings(acts=True))
"""The corpus counts endorsements, attacks and wishes as attributions, which an account does not."""


def outermost(attributions: Iterable[Attribution]) -> list[dict[str, list[list[int]]]]:
    """Return the attributions that stand in no other; what is carried over joins the one it goes on from."""
    found: list[dict[str, list[list[int]]]] = []
    by_source: dict[tuple[Span, ...], dict[str, list[list[int]]]] = {}
    for a in attributions:
        if a.parent is not None:
            continue
        if not a.cue and a.source in by_source:
            by_source[a.source]["content"] += _pieces(a.content)
            continue
        row = {"source": _pieces(a.source), "cue": _pieces(a.cue), "content": _pieces(a.content)}
        found.append(row)
        by_source.setdefault(a.source, row)
    return found


def _pieces(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def make_reports(rows: Iterable[dict[str, Any]]) -> list[Report]:
    """Return one report a row, its text unchanged so that offsets fit the data."""
    return [Report(id=digest("report", row["id"], row["text"]), key=row["id"], text=row["text"], language="en") for row in rows]


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("data", type=Path)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--rules", action="store_true", help="without the tagger that was trained on such data")
    a = args.parse_args(argv)
    reports = make_reports(read_rows(a.data))
    settings = Settings(attribution=replace(AS_POLNEAR.attribution, tagger=not a.rules))
    parser = SpacyParser()
    began = time.process_time()
    with a.out.open("w", encoding="utf-8") as out:
        for analysis in analyse_reports(reports, parser, settings):
            row = {"id": analysis.report.key, "attributions": outermost(analysis.attributions)}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    spent = time.process_time() - began
    words = sum(len(r.text.split()) for r in reports)
    print(f"{len(reports)} documents, {words} words, {words / spent:.0f} words per CPU second (whole analysis, parse included)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
