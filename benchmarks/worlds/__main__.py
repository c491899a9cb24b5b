"""Write worlds with known descent, or the rewrites made by hand, with their gold.

    python -m benchmarks.worlds --seed N --preset NAME --hidden SHARE --part dev|test [--stories N] --out DIR
    python -m benchmarks.worlds --handmade --out DIR

The first writes pile.jsonl (a report a line), stories.jsonl (the same, a story a line, as benchmarks.descent reads it),
gold.jsonl (the form of the descent scorer, and more), log.jsonl (each step of the copying, with places on both sides) and
hidden.jsonl (reports left out of the pile). The second writes pile, stories and gold twice: with the agency texts (.shown) and
without (.hidden).
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.worlds.by_hand import read_handmade
from benchmarks.worlds.facts import PARTS
from benchmarks.worlds.gold import Row, write_gold, write_log, write_pile
from benchmarks.worlds.story import load_presets, tell_story


def write_worlds(seed: int, preset: str, hidden: float, part: str, stories: int, out: Path) -> None:
    """Write the files of one set of worlds; the same arguments give the same bytes."""
    told = [tell_story(seed, n, preset, hidden, part) for n in range(stories)]
    piles = [write_pile(t) for t in told]
    write_lines(out / "pile.jsonl", (row for pile in piles for row in pile))
    write_lines(out / "stories.jsonl", ({"story": t.story, "docs": pile} for t, pile in zip(told, piles, strict=True)))
    write_lines(out / "gold.jsonl", (write_gold(t) for t in told))
    write_lines(out / "log.jsonl", (row for t in told for row in write_log(t)))
    write_lines(out / "hidden.jsonl", (row for t in told for row in write_pile(t, hidden=True)))


def write_handmade(out: Path) -> None:
    """Write the handmade stories, with and without the agency text that their rewrites were made from."""
    for way in ("shown", "hidden"):
        rows = list(read_handmade(way))
        write_lines(out / f"pile.{way}.jsonl", ({**d, "story": pile["story"]} for pile, _ in rows for d in pile["docs"]))
        write_lines(out / f"stories.{way}.jsonl", (pile for pile, _ in rows))
        write_lines(out / f"gold.{way}.jsonl", (gold for _, gold in rows))


def write_lines(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")


def main(argv: list[str] | None = None) -> int:
    """Run the command; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--preset", choices=sorted(load_presets()), default="heavy")
    args.add_argument("--hidden", type=float, default=0.0, help="share of the reports with copies that are left out of the pile")
    args.add_argument("--part", choices=PARTS, default="dev")
    args.add_argument("--stories", type=int, default=30)
    args.add_argument("--handmade", action="store_true")
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args(argv)
    if a.handmade:
        write_handmade(a.out)
    else:
        write_worlds(a.seed, a.preset, a.hidden, a.part, a.stories, a.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
