"""How time and memory grow with the number of reports, stage by stage.

    python -m benchmarks.growth [--sizes 10 100 1000] [--examples FOLDER]

The reports are made from the examples: every copy of a story has other names, numbers, dates and rare words, so that it is
another story. Every size runs in a process of its own. Printed: CPU seconds of each stage, peak memory when it ended, and the
exponent of the growth between the two largest sizes (1 is linear; n log n from 100 to 1,000 is about 1.18).
"""

import argparse
import hashlib
import json
import math
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from twosource.account import build_account
from twosource.analyse import analyse_reports
from twosource.compare import compare_story
from twosource.lexicons.frequencies import news_idf
from twosource.models.builtin import SpacyParser
from twosource.read import read_paths
from twosource.records.account import MadeBy
from twosource.records.report import Report
from twosource.render.json import account_to_json
from twosource.settings import Settings
from twosource.story import group_reports
from twosource.text.edtf import first_moment
from twosource.text.tokens import WORD, stem

EXAMPLES = Path(__file__).parents[1] / "examples"
RARE = 3.5
"""Words of this inverse document frequency and above are renamed: one report in 33 has them."""
ENDINGS = ("ings", "ing", "ers", "ed", "er", "ly", "es", "s")
"""Kept, so that the parser finds the same grammar."""
DAYS_APART = 11
"""Days between one copy of a story and the next."""
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

T = TypeVar("T")


def make_reports(originals: tuple[Report, ...], count: int) -> Iterator[dict[str, Any]]:
    """Yield so many JSONL rows: the originals, then copies of them that tell of other events."""
    for number in range(count):
        copy, at = divmod(number, len(originals))
        original = originals[at]
        moment = first_moment(original.published)
        body = original.text[original.title_span[1] :].strip() if original.title_span else original.text
        yield {
            "id": f"{copy}-{original.key}",
            "title": original.title and rename(original.title, copy),
            "text": rename(body, copy),
            "published": (moment + timedelta(days=DAYS_APART * copy)).isoformat() if moment else None,
            "outlet": original.outlet,
        }


def rename(text: str, copy: int) -> str:
    """Return the text with its rare words and its numbers changed; copy 0 is the original."""
    return WORD.sub(lambda m: _renamed(m.group(), copy), text) if copy else text


def _renamed(word: str, copy: int) -> str:
    if word.isdigit():
        return str(int(word) + copy % 7) if len(word) < 4 else word
    if news_idf(stem(word)) < RARE or not word.isalpha():
        return word
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "")
    digest = hashlib.sha256(f"{copy}/{stem(word)}".encode()).digest()
    made = "".join(SYLLABLES[b % len(SYLLABLES)] for b in digest[:3]) + "n" + ending
    return made.capitalize() if re.match("[A-Z]", word) else made


@dataclass
class Meter:
    """Gathers CPU seconds and peak memory by stage."""

    rows: dict[str, tuple[float, int]] = field(default_factory=dict)

    def run(self, stage: str, work: Callable[[], T]) -> T:
        """Return what `work` returns, measured."""
        start = time.process_time()
        found = work()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self.rows[stage] = (time.process_time() - start, peak)
        return found


def measure(count: int, examples: Path) -> dict[str, Any]:
    """Return seconds and peak megabytes of every stage, and what came out, for so many reports."""
    settings, meter = Settings(), Meter()
    originals, _ = read_paths([examples], settings.read)
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        pile.write_text("\n".join(json.dumps(row) for row in make_reports(originals, count)) + "\n", "utf-8")
        reports, problems = meter.run("read", lambda: read_paths([pile], settings.read))
    parser = meter.run("load model", SpacyParser)
    analyses = meter.run("analyse", lambda: {a.report.id: a for a in analyse_reports(reports, parser, settings)})
    stories = meter.run("group", lambda: group_reports(reports, settings.group))
    comparisons = meter.run("compare", lambda: [compare_story(s, analyses, settings) for s in stories])
    made_by = MadeBy(twosource="", models=(), settings="")
    account = meter.run("account", lambda: build_account(reports, problems, comparisons, analyses, made_by))
    meter.run("json", lambda: account_to_json(account))
    words = sum(len(WORD.findall(r.text)) for r in reports)
    return {"reports": len(reports), "stories": len(stories), "words": words, "stages": meter.rows}


def exponent(small: float, large: float, ratio: float) -> str:
    """Return by which power the larger figure grew, or a dash where the small one is too small to say."""
    return f"{math.log(large / small) / math.log(ratio):6.2f}" if small >= 0.02 else f"{'-':>6}"


def print_table(runs: list[dict[str, Any]]) -> None:
    """Print one row a stage: seconds by size, exponent, peak memory by size."""
    sizes = [run["reports"] for run in runs]
    print("reports".ljust(12) + "".join(f"{n:>10}" for n in sizes))
    print("stories".ljust(12) + "".join(f"{run['stories']:>10}" for run in runs))
    print("words".ljust(12) + "".join(f"{run['words']:>10}" for run in runs))
    print("\nCPU seconds".ljust(13) + " " * 10 * len(sizes) + "  growth   peak MB when it ended")
    for stage in runs[0]["stages"]:
        seconds = [run["stages"][stage][0] for run in runs]
        peaks = "".join(f"{run['stages'][stage][1]:>8}" for run in runs)
        growth = exponent(seconds[-2], seconds[-1], sizes[-1] / sizes[-2]) if len(runs) > 1 else f"{'-':>6}"
        print(stage.ljust(12) + "".join(f"{s:10.2f}" for s in seconds) + f"  {growth}  {peaks}")
    totals = [sum(s for s, _ in run["stages"].values()) for run in runs]
    print("all".ljust(12) + "".join(f"{t:10.2f}" for t in totals))


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    args.add_argument("--examples", type=Path, default=EXAMPLES)
    args.add_argument("--one", type=int, help=argparse.SUPPRESS)
    a = args.parse_args(argv)
    if a.one:
        print(json.dumps(measure(a.one, a.examples)))
        return 0
    runs = []
    for size in sorted(a.sizes):
        command = [sys.executable, "-m", "benchmarks.growth", "--one", str(size), "--examples", str(a.examples)]
        runs.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        print(f"{size} reports done", file=sys.stderr, flush=True)
    print_table(runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
