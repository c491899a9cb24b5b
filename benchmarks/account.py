"""Score whole accounts on stories read by hand.

    python -m benchmarks.account [GOLD_FOLDER] [--scorer account.py] [--only NAME] [--errors] [--out FOLDER]

GOLD_FOLDER holds NAME.jsonl (reports) and NAME.gold.json for each story. Prints one row a story and the mean; `--errors`
lists every miss, `--out` keeps the accounts.
"""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from twosource import account_to_json
from twosource.models.builtin import SpacyParser
from twosource.pipeline import brief

SHARED = Path(__file__).parents[2] / "shared"
COLUMNS = (
    "exact", "coverage", "claims_p", "claims_r", "claims_f1", "intruders", "source", "via", "kind", "conflicts_p", "conflicts_f1",
    "quiet", "updates", "modality", "origin", "apart", "max_origins", "account",
)  # fmt: skip


def load_scorer(path: Path) -> ModuleType:
    """Return a scorer's module, whatever folder it stands in."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_story(
    scorer: ModuleType, folder: Path, name: str, parser: SpacyParser, out: Path | None
) -> tuple[dict[str, Any], list[str]]:
    """Return the scorer's figures for one story and its list of misses."""
    text = account_to_json(brief([folder / f"{name}.jsonl"], parser=parser))
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}.account.json").write_text(text, "utf-8")
    errors: list[str] = []
    gold = json.loads((folder / f"{name}.gold.json").read_text("utf-8"))
    figures: dict[str, Any] = scorer.score(gold, scorer.Account(json.loads(text)), errors)
    return figures, errors


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=SHARED / "gold")
    args.add_argument("--scorer", type=Path, default=SHARED / "score" / "account.py")
    args.add_argument("--only", action="append")
    args.add_argument("--errors", action="store_true")
    args.add_argument("--out", type=Path)
    a = args.parse_args(argv)
    scorer, parser = load_scorer(a.scorer), SpacyParser()
    names = sorted(p.name.removesuffix(".gold.json") for p in a.folder.glob("*.gold.json"))
    rows = {}
    print(f"{'':18}" + " ".join(f"{c[:9]:>9}" for c in COLUMNS))
    for name in a.only or names:
        rows[name], errors = score_story(scorer, a.folder, name, parser, a.out)
        print(f"{name:18}" + " ".join(_cell(rows[name][c]) for c in COLUMNS), flush=True)
        if a.errors:
            print(*errors, sep="\n")
    print(f"{'mean':18}" + " ".join(_cell(_mean([r[c] for r in rows.values()])) for c in COLUMNS))
    return 0


def _mean(values: list[float | None]) -> float | None:
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known else None


def _cell(value: float | None) -> str:
    return f"{'-':>9}" if value is None else f"{value:9.3f}"


if __name__ == "__main__":
    sys.exit(main())
