"""Decide pairs of sentences with the stages that decide statements: do they say the same, does one follow from the other?

    python -m benchmarks.claims same DATA.jsonl --out PRED.jsonl [--threshold 0.45]
    python -m benchmarks.claims nli DATA.jsonl --out PRED.jsonl

DATA has one object a line with "id", "a" and "b"; `../shared/score/claims.py` scores the answers. Each sentence is read as a
report of its own beside two reports of background (see benchmarks/pairs.py).

  same  score: the mean, over the words of both, of the likelihood with which a statement says the same as the best on the other
        side; "yes" from the threshold on
  nli   `b` is held against `a` as `twosource check` holds a claim against a report: supported is entail, denied or contradicted
        is contradict, in part or not said is neutral
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.pairs import BACKGROUND
from twosource.analyse import analyse_reports
from twosource.compare.check import judge, read_verdict, weigh_claim
from twosource.compare.claims import find_apart, find_candidates
from twosource.compare.features import describe_statements
from twosource.compare.likelihood import likelihood
from twosource.compare.signs import measure_signs
from twosource.compare.similarity import weigh_stems
from twosource.ids import digest
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis
from twosource.records.report import Report
from twosource.settings import Settings

LABELS = {
    "supported": "entail",
    "denied": "contradict",
    "contradicted": "contradict",
    "in-part": "neutral",
    "not-said": "neutral",
}
THRESHOLD = 0.45


def likeness(a: Analysis, b: Analysis, background: Sequence[Analysis], settings: Settings) -> float:
    """Return how likely it is (0 to 1) that two sentences say the same."""
    features = describe_statements((a, b, *background))
    bags = weigh_stems(features)
    pairs = find_candidates(features, bags, settings.claims)
    likely = likelihood(measure_signs(features, bags, pairs)).tolist()
    apart = set(find_apart(features, zip(pairs.i.tolist(), pairs.j.tolist(), strict=True)))
    best = {k: 0.0 for k, f in enumerate(features) if f.report < 2}
    for i, j, p in zip(pairs.i.tolist(), pairs.j.tolist(), likely, strict=True):
        if {features[i].report, features[j].report} == {0, 1} and (i, j) not in apart:
            best[i], best[j] = max(best[i], p), max(best[j], p)
    whole = sum(bags.mass[k] for k in best)
    return round(float(sum(bags.mass[k] * p for k, p in best.items()) / whole), 6) if whole else 0.0


def decide(task: str, rows: Sequence[dict[str, Any]], threshold: float) -> tuple[list[dict[str, Any]], float]:
    """Return the answers, in order, and the CPU seconds that deciding took (without reading the sentences)."""
    settings = Settings()
    texts = [(row["id"], side, row[side]) for row in rows for side in "ab"]
    reports = [Report(id=digest("pair", *t), key=f"{t[0]}{t[1]}", text=t[2], language="en") for t in texts]
    around = [Report(id=digest("background", t), key=t[:9], text=t, language="en") for t in BACKGROUND]
    analyses = list(analyse_reports([*reports, *around], SpacyParser(), settings))
    background = analyses[len(reports) :]
    start, answers = process_time(), []
    for n, row in enumerate(rows):
        a, b = analyses[2 * n], analyses[2 * n + 1]
        if task == "same":
            score = likeness(a, b, background, settings)
            answers.append({"id": row["id"], "label": "yes" if score >= threshold else "no", "score": score})
        else:
            verdicts = [read_verdict(w) for w in weigh_claim(b, (a, *background))]
            answers.append({"id": row["id"], "label": LABELS[judge(verdicts)] if verdicts else "neutral"})
    return answers, process_time() - start


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("task", choices=("same", "nli"))
    args.add_argument("file", type=Path)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--threshold", type=float, default=THRESHOLD)
    a = args.parse_args(argv)
    rows = [json.loads(line) for line in a.file.read_text("utf-8").splitlines() if line.strip()]
    answers, seconds = decide(a.task, rows, a.threshold)
    a.out.write_text("".join(json.dumps(x) + "\n" for x in answers), "utf-8")
    print(f"{len(rows)} pairs, {len(rows) / max(seconds, 1e-9):.0f} decided per CPU second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
