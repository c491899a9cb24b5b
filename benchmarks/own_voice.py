"""How often the report's own words are given a teller.

    python -m benchmarks.own_voice [GOLD_FOLDER] [--show]

own_voice.json holds sentences of the gold reports which one reader found to be in the reporter's own voice: story, report id and
code point ranges in the row's `text`; no words. A sentence is given a teller when more than half of it stands in statements with
a chain. Prints the share (lower is better) and, with --show, the sentences.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from twosource import Settings
from twosource.analyse import analyse_reports
from twosource.models.builtin import SpacyParser
from twosource.read import read_paths
from twosource.records.analysis import Analysis

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "shared" / "gold"


def given_a_teller(analysis: Analysis, start: int, end: int) -> str | None:
    """Return the chain and rule that most of the range `[start, end)` is given, or None where it keeps the report's own voice."""
    told = [s for s in analysis.statements if s.chain and s.spans[0].start < end and start < s.spans[-1].end]
    held = sum(max(0, min(end, x.end) - max(start, x.start)) for s in told for x in s.spans)
    if 2 * held <= end - start:
        return None
    rule = told[0].attribution.rule if told[0].attribution else "-"
    return f"{[link.source for link in told[0].chain]} {rule}"


def read_story(
    folder: Path, story: str, marked: dict[str, list[list[int]]], parser: SpacyParser
) -> Iterator[tuple[str, str | None]]:
    """Yield each marked sentence of a story with what it is given."""
    rows = {r["id"]: r["text"] for line in (folder / f"{story}.jsonl").read_text("utf-8").splitlines() if (r := json.loads(line))}
    reports, _ = read_paths([folder / f"{story}.jsonl"], Settings().read)
    for analysis in analyse_reports(reports, parser, Settings()):
        for start, end in marked.get(analysis.report.key, []):
            words = rows[analysis.report.key][start:end]
            at = analysis.report.text.find(words)
            if at >= 0:
                yield words, given_a_teller(analysis, at, at + len(words))


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=GOLD)
    args.add_argument("--show", action="store_true")
    a = args.parse_args(argv)
    marked = json.loads((HERE / "own_voice.json").read_text("utf-8"))
    parser = SpacyParser()
    found = [row for story, spans in sorted(marked.items()) for row in read_story(a.folder, story, spans, parser)]
    wrong = [(words, given) for words, given in found if given]
    if a.show:
        print(*(f"{given}: {words}" for words, given in wrong), sep="\n")
    print(f"{len(wrong)} of {len(found)} sentences in the report's own voice are given a teller: {len(wrong) / len(found):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
