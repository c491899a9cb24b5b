"""What other free tools find in the same file, for the same scorer.

    python -m benchmarks.attribution_peers DATA.jsonl --out FOLDER

Writes FOLDER/textacy.jsonl and FOLDER/sayswho.jsonl (each needs its package: `pip install textacy sayswho`; one that is absent is
named and left out). Both are given one paragraph at a time, which suits them best: a paragraph on which a tool raises counts as
empty, and how many there were is printed.
"""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.attribution import read_rows
from twosource.models.builtin import PINNED

Row = dict[str, list[list[int]]]
Finder = Callable[[Any], Iterable[Any]]


def find_finders() -> dict[str, Finder]:
    """Return the quotation finders of the installed peers by name; prints which are absent."""
    places = {"textacy": ("textacy.extract.triples", "direct_quotations"), "sayswho": ("sayswho.quote_finder", "quote_finder")}
    found: dict[str, Finder] = {}
    for name, (module, function) in places.items():
        try:
            found[name] = getattr(importlib.import_module(module), function)
        except ImportError as e:
            print(f"{name} is not installed ({e}): pip install {name}")
    return found


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield each paragraph with where it starts."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def rows_of(parsed: Any, offset: int, finder: Finder) -> Iterator[Row]:
    """Yield what a finder makes of one parsed paragraph. Raises whatever the finder raises."""
    for quote in finder(parsed):
        yield {
            "source": [[offset + t.idx, offset + t.idx + len(t)] for t in quote.speaker],
            "cue": [[offset + t.idx, offset + t.idx + len(t)] for t in quote.cue],
            "content": [[offset + quote.content.start_char, offset + quote.content.end_char]],
        }


def run(name: str, finder: Finder, rows: list[dict[str, Any]], out: Path) -> None:
    """Write one peer's predictions; print its speed after the parse and the paragraphs it failed on."""
    nlp = importlib.import_module(PINNED).load(exclude=["ner"])
    failed = words = 0
    spent = 0.0
    with (out / f"{name}.jsonl").open("w", encoding="utf-8") as sink:
        for row in rows:
            found: list[Row] = []
            for offset, line in paragraphs(row["text"]):
                parsed = nlp(line)
                began = time.process_time()
                try:
                    found.extend(rows_of(parsed, offset, finder))
                except Exception:  # whatever a peer raises on a paragraph is counted against it
                    failed += 1
                spent += time.process_time() - began
            words += len(row["text"].split())
            sink.write(json.dumps({"id": row["id"], "attributions": found}) + "\n")
    print(f"{name}: {failed} paragraphs raised; {words / spent:.0f} words per CPU second after the parse")


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("data", type=Path)
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args(argv)
    a.out.mkdir(parents=True, exist_ok=True)
    rows = read_rows(a.data)
    for name, finder in find_finders().items():
        run(name, finder, rows, a.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
