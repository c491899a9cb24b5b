"""Group the scored story sets and score them, beside a peer's published rule.

    python -m benchmarks.stories [FOLDER] [--scorer stories.py] [--out FOLDER] [--threshold X]

FOLDER holds SET.dev.jsonl files. Every set is grouped by itself; the predictions are written to --out in the scorer's form, and
the scorer is run as `stories.py GOLD PRED --by set`. The last table groups all sets in one pile.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from twosource.records.report import Report
from twosource.settings import GroupSettings
from twosource.story import group_reports
from twosource.text.edtf import to_edtf
from twosource.text.tokens import find_words

SHARED = Path(__file__).parents[2] / "shared"
SETS = ("googlenews", "wikinews", "basil", "roundups", "rumours", "ecbplus")
PEER_OVERLAP = 0.55
"""corroborate-mcp puts two headlines together from this overlap of words on (its published rule)."""

Grouper = Callable[[Sequence[Report]], list[tuple[str, ...]]]


def load_reports(rows: Sequence[dict[str, Any]]) -> list[Report]:
    """Return the rows as reports under their own ids, so that predictions can be matched with gold."""
    reports = []
    for row in rows:
        title = row["title"] or None
        text = f"{title}\n\n{row['text']}" if title else row["text"]
        published = to_edtf(row["published"]) if row["published"] else None
        reports.append(Report(id=row["id"], key=row["id"], text=text, title=title, published=published, outlet=row["outlet"]))
    return reports


def group_by_headline(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """Return the groups of the peer's rule: headlines (else first lines) that share 55 % of their words, linked transitively."""
    words = [frozenset(w.text.lower() for w in find_words(r.text.partition("\n")[0])) for r in reports]
    home = list(range(len(reports)))
    for i, mine in enumerate(words):
        for j in range(i):
            if home[i] != home[j] and len(mine & words[j]) >= PEER_OVERLAP * len(mine | words[j]) > 0:
                old, new = home[i], home[j]
                home = [new if h == old else h for h in home]
    return [tuple(r.id for r, h in zip(reports, home, strict=True) if h == group) for group in sorted(set(home))]


def predict(name: str, rows: Sequence[dict[str, Any]], piles: Sequence[Sequence[Report]], grouper: Grouper, out: Path) -> Path:
    """Write GOLD and the prediction; return the path of the prediction."""
    start, lines = time.process_time(), []
    for number, pile in enumerate(piles):
        for group, members in enumerate(grouper(pile)):
            lines += [json.dumps({"id": report, "cluster": f"{number}-{group}"}) for report in members]
    seconds = time.process_time() - start
    path = out / f"{name}.pred.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(
        f"\n{name}: {len(rows)} reports grouped in {seconds:.1f} CPU seconds ({len(rows) / seconds:.0f} reports a second)",
        flush=True,
    )
    return path


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=SHARED / "data" / "stories")
    args.add_argument("--scorer", type=Path, default=SHARED / "score" / "stories.py")
    args.add_argument("--out", type=Path)
    args.add_argument("--threshold", type=float, default=GroupSettings().threshold)
    a = args.parse_args(argv)
    settings = replace(GroupSettings(), threshold=a.threshold)
    out = a.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    by_set = [[json.loads(line) for line in (a.folder / f"{name}.dev.jsonl").open(encoding="utf-8")] for name in SETS]
    rows = [row for one in by_set for row in one]
    gold = out / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    piles = [load_reports(one) for one in by_set]
    whole = [[report for pile in piles for report in pile]]

    def ours(pile: Sequence[Report]) -> list[tuple[str, ...]]:
        return [story.reports for story in group_reports(pile, settings)]

    runs: list[tuple[str, list[list[Report]], Grouper]] = [
        ("headline-overlap", piles, group_by_headline),
        ("twosource", piles, ours),
        ("twosource-one-pile", whole, ours),
    ]
    for name, parts, grouper in runs:
        path = predict(name, rows, parts, grouper, out)
        subprocess.run([sys.executable, str(a.scorer), str(gold), str(path), "--by", "set"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
