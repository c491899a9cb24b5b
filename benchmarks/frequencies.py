"""Count in how many reports each stem stands: the table behind `twosource.lexicons.frequencies`.

    python -m benchmarks.frequencies [FILE.jsonl ...] [--min-reports N] [--out FILE.txt]

Only counts leave this program, no text. The shipped table was made by running it without arguments. A stem in fewer than
`--min-reports` reports is left out (names of private people and slips of the pen are rare words), and so are numbers of more
than four digits.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from twosource.text.tokens import find_words, stem

ROOT = Path(__file__).parents[1]
STORIES = ROOT.parent / "shared" / "data" / "stories"
TABLE = ROOT / "src" / "twosource" / "lexicons" / "en" / "news_frequencies.txt"
SETS = ("basil", "ecbplus", "googlenews", "roundups", "rumours", "triples", "wikinews")
LONGEST = 24
"""A longer stem is an address or a slip."""

HEAD = """\
# In how many of {reports} English news reports (2009-2021) a stem stands: document frequencies, no text.
# Counted by `python -m benchmarks.frequencies` over the sets
# {sets}
# of ../shared/data/stories (its README names the origins). Stems are those of twosource.text.tokens.
# One line a count: the count, then its stems. Stems in fewer than {floor} reports are left out.
reports {reports}
"""


def count_reports(texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """Return how many texts there are and in how many of them each stem stands."""
    total, counts = 0, Counter[str]()
    for text in texts:
        total += 1
        counts.update({stem(w.text) for w in find_words(text)})
    return total, counts


def format_table(total: int, counts: Counter[str], floor: int, sets: Iterable[str]) -> str:
    """Return the table as text: one line a count, commonest first, stems in order."""
    lines = defaultdict(list)
    for word, count in counts.items():
        if count >= floor and len(word) <= LONGEST and not (word[0].isdigit() and len(word) > 4):
            lines[count].append(word)
    head = HEAD.format(reports=total, sets=", ".join(sets), floor=floor)
    return head + "".join(f"{count} {' '.join(sorted(lines[count]))}\n" for count in sorted(lines, reverse=True))


def main(argv: list[str] | None = None) -> int:
    """Write the table; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("files", nargs="*", type=Path, default=[STORIES / f"{name}.dev.jsonl" for name in SETS])
    args.add_argument("--min-reports", type=int, default=4)
    args.add_argument("--out", type=Path, default=TABLE)
    a = args.parse_args(argv)
    rows = (json.loads(line) for file in a.files for line in file.open(encoding="utf-8"))
    total, counts = count_reports(f"{row.get('title') or ''}\n{row['text']}" for row in rows)
    table = format_table(total, counts, a.min_reports, [f.name.split(".")[0] for f in a.files])
    a.out.write_text(table, "utf-8")
    print(f"{total} reports, {len(counts)} stems seen, {len(table)} characters written", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
