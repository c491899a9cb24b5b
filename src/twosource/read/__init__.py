"""Anything to reports: the one place where files are opened."""

import json
from collections.abc import Sequence
from pathlib import Path

from twosource.errors import Problem
from twosource.ids import digest
from twosource.records.report import Report
from twosource.settings import ReadSettings


def read_paths(paths: Sequence[str | Path], settings: ReadSettings) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Return the reports found under the paths, in order of key, and what could not be read."""
    reports: list[Report] = []
    for path in map(Path, paths):
        if path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                row = json.loads(line)
                reports.append(
                    _report(row["id"], row.get("title"), row["text"], row.get("published"), row.get("outlet"), row.get("url"))
                )
        else:
            files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
            for file in files:
                title, _, body = file.read_text("utf-8").partition("\n")
                reports.append(_report(file.name, title, body.strip(), None, None, None))
    return tuple(sorted(reports, key=lambda r: r.key)), ()


def _report(key: str, title: str | None, body: str, published: str | None, outlet: str | None, url: str | None) -> Report:
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Report(
        id=digest("report", text, title, outlet, url, published),
        key=key,
        text=text,
        title=title,
        title_span=(0, len(title)) if title else None,
        outlet=outlet,
        url=url,
        published=published,
        published_from="row" if published else None,
        language="en",
    )
