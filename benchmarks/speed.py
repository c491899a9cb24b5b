"""Speed and memory of the whole program, against the bare spaCy parse of the same texts in the same run.

    python -m benchmarks.speed [PATH ...] [--runs N]

Without a path: the five reports of ../shared/user-reports for the whole process, the gold stories for the rates. Words are
counted by blank space; rates are words per CPU second of this process, models loaded before the clock starts; medians.
"""

import argparse
import importlib
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from twosource import Settings
from twosource.analyse import analyse_reports
from twosource.models.builtin import PINNED, SpacyParser
from twosource.pipeline import brief_reports
from twosource.read import read_paths
from twosource.records.report import Report

SHARED = Path(__file__).parents[2] / "shared"


def whole_process(argv: list[str], runs: int) -> tuple[float, float]:
    """Return the median wall seconds and the highest resident MB of a command."""
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def words_per_second(work: Callable[[], object], words: int, runs: int) -> float:
    """Return the median rate of a piece of work in words per CPU second."""
    rates = []
    for _ in range(runs):
        started = time.process_time()
        work()
        rates.append(words / (time.process_time() - started))
    return statistics.median(rates)


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("paths", nargs="*", type=Path)
    args.add_argument("--runs", type=int, default=3)
    a = args.parse_args(argv)
    program = str(Path(sys.executable).with_name("twosource"))
    five = a.paths or [SHARED / "user-reports"]
    print(f"{'whole process':44}{'seconds':>9}{'MB':>7}")
    for label, command in (
        ("import twosource", [sys.executable, "-c", "import twosource"]),
        ("twosource --help", [program, "--help"]),
        ("twosource brief (the five user reports)", [program, "brief", *map(str, five)]),
    ):
        seconds, megabytes = whole_process(command, a.runs)
        print(f"{label:44}{seconds:9.2f}{megabytes:7.0f}")
    reports, _ = read_paths(a.paths or sorted((SHARED / "gold").glob("*.jsonl")), Settings().read)
    rates(reports, a.runs)
    return 0


def rates(reports: tuple[Report, ...], runs: int) -> None:
    """Print the rates of the bare parse, the analysis and the whole pipeline on the same reports."""
    texts = [r.text for r in reports]
    words = sum(len(t.split()) for t in texts)
    bare = importlib.import_module(PINNED).load()
    parser = SpacyParser()
    list(bare.pipe(texts[:2]))
    print(f"\n{f'{len(texts)} reports, {words} words':44}{'words/CPU s':>12}{'share of bare':>15}")
    base = words_per_second(lambda: list(bare.pipe(texts)), words, runs)
    analysis = words_per_second(lambda: list(analyse_reports(reports, parser, Settings())), words, runs)
    whole = words_per_second(lambda: brief_reports(reports, parser=parser), words, runs)
    for label, rate in (("bare spaCy, all pipes", base), ("analysis, parse included", analysis), ("whole pipeline", whole)):
        print(f"{label:44}{rate:12.0f}{rate / base:15.2f}")


if __name__ == "__main__":
    sys.exit(main())
