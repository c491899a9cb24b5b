"""How much prose do independent reports of one event share? Real piles and generated ones, side by side.

    python -m benchmarks.worlds.likeness FILE.jsonl... [--words 300]

Each FILE holds a story a line ("docs") or a report a line ("story", "text"). Counted are pairs of one story that share fewer than
three prose 8-grams, so that copies among real reports do not count, and that have enough 3-grams each. Prose is what stands
outside quotation marks. Printed: pairs, then mean, median and 90th percentile of the share of the shorter report's 3-grams.
"""

import argparse
import itertools
import json
import re
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.worlds.documents import QUOTED

WORD = re.compile(r"[^\W_]+")
ENOUGH, COPIED = 120, 3
Grams = set[tuple[str, ...]]


def read_prose(text: str, n: int) -> Grams:
    """Return the n-grams of a text's prose; none runs across a quotation or a line's end."""
    pieces = (line for piece in QUOTED.split(text)[::2] for line in piece.lower().split("\n"))
    words = [WORD.findall(piece) for piece in pieces]
    return {tuple(w[i : i + n]) for w in words for i in range(len(w) - n + 1)}


def share_of_prose(a: str, b: str) -> float | None:
    """Return the share of the shorter text's 3-grams that both have, or None for copies and for texts too short to tell."""
    one, two = read_prose(a, 3), read_prose(b, 3)
    if min(len(one), len(two)) < ENOUGH or len(read_prose(a, 8) & read_prose(b, 8)) >= COPIED:
        return None
    return len(one & two) / min(len(one), len(two))


def read_texts(path: Path) -> dict[str, list[str]]:
    """Return the texts of each story of a file."""
    stories: dict[str, list[str]] = {}
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        stories.setdefault(row["story"], []).extend(d["text"] for d in row.get("docs", (row,)))
    return stories


def cut(text: str, words: int | None) -> str:
    """Return the first words of a text, its lines kept."""
    return text if words is None else "".join(re.split(r"(\s+)", text)[: 2 * words])


def describe(shares: Sequence[float]) -> str:
    """Return number, mean, median and 90th percentile of shares."""
    ranked = sorted(shares)
    return f"{len(ranked)} pairs, mean {statistics.mean(ranked):.4f}, median {statistics.median(ranked):.4f}, " + (
        f"90th {ranked[int(0.9 * (len(ranked) - 1))]:.4f}"
    )


def main(argv: list[str] | None = None) -> int:
    """Run the measure; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("files", type=Path, nargs="+")
    args.add_argument("--words", type=int)
    a = args.parse_args(argv)
    for path in a.files:
        texts = [[cut(t, a.words) for t in story] for story in read_texts(path).values()]
        pairs = [share_of_prose(x, y) for story in texts for x, y in itertools.combinations(story, 2)]
        print(f"{path.parent.name}/{path.name}: {describe([p for p in pairs if p is not None])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
