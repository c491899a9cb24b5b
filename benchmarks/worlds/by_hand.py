"""Rewrites and independent reports written by hand, one event a file.

A file holds the agency text "W", rewrites of it (or of one another) and independent reports, which have no `parents`; `lost`
lists pieces of text that the way down changed. Ids in the pile are opaque, as the ones in the files say what a text is.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "handmade"
FIELDS = ("title", "outlet", "published", "byline")


def read_handmade(way: str, folder: Path = FOLDER) -> Iterator[tuple[Row, Row]]:
    """Yield pile and gold of each story, in order of name; `way` is "shown", or "hidden" for piles without the agency text."""
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        yield _read_story(path.stem, raw, "W" if way == "hidden" else "")


def _read_story(story: str, raw: Row, gone: str) -> tuple[Row, Row]:
    reports = {r["id"]: r for r in raw["report"]}
    name = {r: "?W" if r == gone else _opaque(story, r) for r in reports}
    keep = sorted((r for r in reports if r != gone), key=lambda r: name[r])
    docs = [{"id": name[r], **{f: reports[r].get(f) for f in FIELDS}, "text": reports[r]["text"].strip()} for r in keep]
    gold = {
        "story": story,
        "docs": [name[r] for r in keep],
        "kind": {name[r]: r for r in keep},
        "parents": {name[r]: [name[p] for p in reports[r].get("parents", ())] for r in keep},
        "origin": {name[r]: name[_root(reports, r)] for r in keep},
        "origins": {name[r]: sorted(name[root] for root in _roots(reports, r)) for r in keep},
        "lost": [
            {"from": [name[x["from"][0]], x["from"][1]], "to": [name[x["to"][0]], x["to"][1]], "kind": x["kind"]}
            for x in raw.get("lost", ())
            if gone not in (x["from"][0], x["to"][0])
        ],
    }
    return {"story": story, "docs": docs}, gold


def _opaque(story: str, report: str) -> str:
    return hashlib.sha1(f"{story}/{report}".encode(), usedforsecurity=False).hexdigest()[:8]


def _root(reports: dict[str, Row], report: str) -> str:
    """Return the report without parents that a report comes from, by the first parent of each."""
    while parents := reports[report].get("parents"):
        report = parents[0]
    return report


def _roots(reports: dict[str, Row], report: str) -> set[str]:
    """Return all reports without parents that a report comes from."""
    parents = reports[report].get("parents", ())
    return {root for p in parents for root in _roots(reports, p)} or {report}
