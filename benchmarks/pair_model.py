"""Fit the weights by which two statements are taken for the same claim, on stories read by hand.

    python -m benchmarks.pair_model [GOLD_FOLDER] [--scorer account.py] [--write]

GOLD_FOLDER holds NAME.jsonl (reports) and NAME.gold.json for each story. Prints pair scores of clusters, the story at hand
left out of the fit, for several thresholds, then the weights fitted on all; `--write` puts these into the package's data file.
"""

import argparse
import itertools
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np

from benchmarks.account import SHARED, load_scorer
from twosource.analyse import analyse_reports
from twosource.compare.claims import MIN_LIKELIHOOD, find_apart, find_candidates, link_rule
from twosource.compare.features import Features, describe_statements
from twosource.compare.linkage import link_clusters
from twosource.compare.signs import SIGNS, measure_signs
from twosource.compare.similarity import Floats, Pairs, weigh_stems
from twosource.models.builtin import SpacyParser
from twosource.read import read_paths
from twosource.settings import Settings
from twosource.story import group_reports

WEAK = 0.15
"""Weight of a pair of a gold statement and one that stands in no gold claim, and of two such ones with one word in common:
mostly different, but nobody looked."""
RIDGE = 3.0
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
TARGET = Path(__file__).parents[1] / "src" / "twosource" / "lexicons" / "en" / "same_claim.toml"
HEAD = """# Weights of the signs by which two statements are taken for the same claim: a logistic regression with ridge penalty,
# fitted by `python -m benchmarks.pair_model --write` on {stories} stories of ../shared/gold ({pairs} pairs of statements, {same}
# of them the same claim). No text of those stories is in here. twosource.compare.signs says what each sign is.

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One gold story: its statements, its candidate pairs with their signs, and which statement stands for each gold passage."""

    features: list[Features]
    pairs: Pairs
    signs: Floats
    passages: list[tuple[int | None, str]]


def load_example(folder: Path, name: str, scorer: ModuleType, parser: SpacyParser) -> Example:
    """Return a gold story, analysed, with the scorer's choice of statement for each passage."""
    settings = Settings()
    reports, _ = read_paths([folder / f"{name}.jsonl"], settings.read)
    ordered = sorted(reports, key=lambda r: r.id)
    analyses = {a.report.id: a for a in analyse_reports(ordered, parser, settings)}
    everything = replace(settings.group, threshold=0.0)
    members = tuple(analyses[r] for story in group_reports(ordered, everything) for r in story.reports)
    features = describe_statements(members)
    bags = weigh_stems(features)
    pairs = find_candidates(features, bags, settings.claims)
    rows = [{"id": r.id, "key": r.key, "text": r.text} for r in ordered]
    said = [
        {"id": str(k), "report": f.statement.report, "spans": [x[1:] for x in f.statement.spans]} for k, f in enumerate(features)
    ]
    account = scorer.Account({"reports": rows, "stories": [{"statements": said}]})
    gold = json.loads((folder / f"{name}.gold.json").read_text("utf-8"))
    passages: list[tuple[int | None, str]] = []
    for claim in gold["claims"]:
        for key, snippet in claim["passages"]:
            found = account.overlapping(account.locate(key, snippet))
            passages.append((int(found[0]["id"]) if found else None, claim["name"]))
    return Example(features=features, pairs=pairs, signs=measure_signs(features, bags, pairs), passages=passages)


def training_rows(example: Example) -> tuple[Floats, Floats, Floats]:
    """Return signs, labels and weights of the pairs of which at least one statement stands for a gold passage.

    A large claim has many pairs: each weighs less, by the root of the claim's size.
    """
    names: dict[int, set[str]] = {}
    size: dict[str, int] = {}
    for statement, name in example.passages:
        size[name] = size.get(name, 0) + 1
        if statement is not None:
            names.setdefault(statement, set()).add(name)
    rows, labels, weights = [], [], []
    for row, (i, j) in enumerate(zip(example.pairs.i.tolist(), example.pairs.j.tolist(), strict=True)):
        a, b = names.get(i), names.get(j)
        if not a and not b and example.pairs.words[row] > 1:
            continue
        both = (a or set()) & (b or set())
        rows.append(row)
        labels.append(bool(both))
        weights.append(2 / max(size[n] for n in both) ** 0.5 if both else 1.0 if a and b else WEAK)
    return example.signs[rows], np.array(labels, dtype=np.float64), np.array(weights)


def fit(signs: Floats, labels: Floats, weights: Floats) -> tuple[Floats, float]:
    """Return weights and intercept of a ridge logistic regression, by Newton's method on standardised signs."""
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    columns = np.c_[(signs - mean) / spread, np.ones(len(signs))]
    penalty = np.diag([RIDGE] * signs.shape[1] + [0.0])
    beta = np.zeros(columns.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(columns @ beta, -30, 30)))
        slope = columns.T @ (weights * (labels - p)) - penalty @ beta
        beta += np.linalg.solve((columns * (weights * p * (1 - p))[:, None]).T @ columns + penalty, slope)
    found: Floats = beta[:-1] / spread
    return found, float(beta[-1] - (found * mean).sum())


def fit_all(examples: list[Example]) -> tuple[Floats, float, int, int]:
    """Return weights, intercept, and the numbers of pairs and of pairs that are the same claim."""
    parts = [training_rows(e) for e in examples]
    signs, labels, weights = (np.concatenate([p[k] for p in parts]) for k in range(3))
    return *fit(signs, labels, weights), len(labels), int(labels.sum())


def pair_scores(example: Example, model: tuple[Floats, float], threshold: float) -> tuple[float, float, float]:
    """Return F1, precision and recall over pairs of gold passages."""
    likely = 1 / (1 + np.exp(-(example.signs @ model[0] + model[1])))
    f, settings = example.features, Settings().claims
    keep = likely >= MIN_LIKELIHOOD
    scores = {
        (i, j): round(p, 6)
        for i, j, p in zip(example.pairs.i[keep].tolist(), example.pairs.j[keep].tolist(), likely[keep].tolist(), strict=True)
        if min(len(f[i].own), len(f[j].own)) >= settings.min_stems
    }
    rule = link_rule(replace(settings, threshold=threshold, seed=max(settings.seed, threshold)))
    groups = link_clusters(len(f), scores, find_apart(f, scores), rule)
    home = {k: g for g, group in enumerate(groups) for k in group}
    both = joined = same = 0
    for (a, n), (b, m) in itertools.combinations(example.passages, 2):
        if a is not None and a == b and n != m:
            continue
        together = a is not None and b is not None and home[a] == home[b]
        both += together and n == m
        joined += together
        same += n == m
    return 2 * both / max(1, joined + same), both / max(1, joined), both / max(1, same)


def main(argv: list[str] | None = None) -> int:
    """Run the fit; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=SHARED / "gold")
    args.add_argument("--scorer", type=Path, default=SHARED / "score" / "account.py")
    args.add_argument("--write", action="store_true")
    a = args.parse_args(argv)
    scorer, parser = load_scorer(a.scorer), SpacyParser()
    names = sorted(p.name.removesuffix(".gold.json") for p in a.folder.glob("*.gold.json"))
    examples = [load_example(a.folder, name, scorer, parser) for name in names]
    models = [fit_all([e for e in examples if e is not left])[:2] for left in examples]
    print("story left out, threshold: F1 precision recall")
    for threshold in THRESHOLDS:
        scores = [pair_scores(e, m, threshold) for e, m in zip(examples, models, strict=True)]
        print(f"  {threshold:5}", *(f"{np.mean([s[k] for s in scores]):.3f}" for k in range(3)))
    weights, intercept, pairs, same = fit_all(examples)
    lines = [f"{name} = {w:.4f}  # {SIGNS[name]}" for name, w in zip(SIGNS, weights.tolist(), strict=True)]
    text = (
        HEAD.format(stories=len(examples), pairs=pairs, same=same)
        + f"intercept = {intercept:.4f}\n\n[weights]\n"
        + "\n".join(lines)
    )
    print(text)
    if a.write:
        TARGET.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
