"""Measure how well statements are cut, on stories read by hand.

    python -m benchmarks.cutting [GOLD_FOLDER] [--scorer account.py] [--only NAME] [--errors]

One row a story and the mean. Of each gold passage, the statement that fits it best is looked at (overlap divided by union,
as the scorer of accounts does):

  a_sentence  statements in a sentence of title or prose
  coverage    passages that a statement overlaps
  fit         mean overlap divided by union of passage and statement
  whole       passages of which 90 % of the characters lie in one statement
  shared      best-fitting statements that stand for passages of two gold claims (lower is better)
  ceiling     claims_f1 of a perfect matcher with these statements
"""

import argparse
import itertools
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.account import SHARED, load_scorer
from twosource.analyse import analyse_reports
from twosource.models.builtin import SpacyParser
from twosource.read import read_paths
from twosource.records.analysis import Analysis
from twosource.settings import Settings

COLUMNS = ("a_sentence", "coverage", "fit", "whole", "shared", "ceiling")


class Passage(NamedTuple):
    """A gold passage with its place and the statements that overlap it, best first."""

    claim: str
    place: tuple[str, int, int]
    snippet: str
    found: list[dict[str, Any]]


def find_passages(scorer: Any, gold: dict[str, Any], analyses: list[Analysis]) -> list[Passage]:
    """Return the passages of the gold claims that stand in the reports."""
    statements = [
        {"id": s.id, "report": s.report, "spans": [[x.start, x.end] for x in s.spans], "exact": s.exact}
        for a in analyses
        for s in a.statements
    ]
    reports = [{"id": a.report.id, "key": a.report.key, "text": a.report.text} for a in analyses]
    account = scorer.Account({"reports": reports, "stories": [{"statements": statements}]})
    placed = [(c["name"], account.locate(*p), p[1]) for c in gold["claims"] for p in c["passages"]]
    return [Passage(name, at, snippet, account.overlapping(at)) for name, at, snippet in placed if at]


def measure(passages: list[Passage]) -> dict[str, float]:
    """Return all figures but the number of statements in a sentence."""
    claims: dict[str, set[str]] = defaultdict(set)
    for p in passages:
        if p.found:
            claims[p.found[0]["id"]].add(p.claim)
    return {
        "coverage": _mean([bool(p.found) for p in passages]),
        "fit": _mean([_fit(p) for p in passages]),
        "whole": _mean([any(_overlap(p, s) >= 0.9 * (p.place[2] - p.place[1]) for s in p.found) for p in passages]),
        "shared": _mean([len(names) > 1 for names in claims.values()]),
        "ceiling": _ceiling(passages),
    }


def _overlap(passage: Passage, statement: dict[str, Any]) -> int:
    _, start, end = passage.place
    return sum(max(0, min(end, e) - max(start, b)) for b, e in statement["spans"])


def _fit(passage: Passage) -> float:
    if not passage.found:
        return 0.0
    shared, best = _overlap(passage, passage.found[0]), passage.found[0]
    union = sum(e - b for b, e in best["spans"]) + passage.place[2] - passage.place[1] - shared
    return float(shared / union)


def _ceiling(passages: list[Passage]) -> float:
    """Return the best claims_f1 found when every statement has one gold claim: the most frequent, then one change at a time."""
    wanted: dict[str, Counter[str]] = defaultdict(Counter)
    for p in passages:
        if p.found:
            wanted[p.found[0]["id"]][p.claim] += 1
    label = {s: names.most_common(1)[0][0] for s, names in wanted.items()}
    best = _f1(passages, label)
    for s, names in wanted.items():
        for name in names:
            kept, label[s] = label[s], name
            changed = _f1(passages, label)
            best, label[s] = (changed, name) if changed > best else (best, kept)
    return best


def _f1(passages: list[Passage], label: dict[str, str]) -> float:
    counts: Counter[tuple[bool, bool]] = Counter()
    picks = [(p.claim, p.found[0]["id"] if p.found else None) for p in passages]
    for (m, a), (n, b) in itertools.combinations(picks, 2):
        if a is None or a != b or m == n:
            counts[m == n, a is not None and b is not None and label[a] == label[b]] += 1
    hit, missed, false = counts[True, True], counts[True, False], counts[False, True]
    return 2 * hit / (2 * hit + missed + false) if hit else 0.0


def _mean(values: list[Any]) -> float:
    return sum(values) / len(values) if values else 0.0


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=SHARED / "gold")
    args.add_argument("--scorer", type=Path, default=SHARED / "score" / "account.py")
    args.add_argument("--only", action="append")
    args.add_argument("--errors", action="store_true", help="list the passages that fit worst")
    a = args.parse_args(argv)
    scorer, parser, settings = load_scorer(a.scorer), SpacyParser(), Settings()
    rows = []
    print(f"{'':18}" + " ".join(f"{c:>10}" for c in COLUMNS))
    for name in a.only or sorted(p.name.removesuffix(".gold.json") for p in a.folder.glob("*.gold.json")):
        reports, _ = read_paths([a.folder / f"{name}.jsonl"], settings.read)
        analyses = list(analyse_reports(reports, parser, settings))
        passages = find_passages(scorer, json.loads((a.folder / f"{name}.gold.json").read_text("utf-8")), analyses)
        sentences = sum(s.block in ("title", "prose") for x in analyses for s in x.sentences)
        rows.append({"a_sentence": sum(len(x.statements) for x in analyses) / sentences, **measure(passages)})
        print(f"{name:18}" + " ".join(f"{rows[-1][c]:10.3f}" for c in COLUMNS), flush=True)
        for p in sorted(passages, key=_fit) if a.errors else ():
            print(f"  {_fit(p):.2f} [{p.claim}] {p.snippet!r} -> {p.found[0]['exact'] if p.found else None!r}")
    print(f"{'mean':18}" + " ".join(f"{_mean([r[c] for r in rows]):10.3f}" for c in COLUMNS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
