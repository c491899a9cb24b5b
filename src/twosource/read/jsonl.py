"""One report a line, as JSON objects."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from twosource.errors import Problem
from twosource.read.charset import decode
from twosource.read.draft import Draft, Found, failed, problem
from twosource.settings import ReadSettings
from twosource.text.normalise import normalise_line

FIELDS = ("title", "byline", "outlet", "agency", "publisher", "feed", "url")
MOST_PROBLEMS = 100
"""Bad rows told one by one; the rest is told as a number."""


def read_rows(stream: BinaryIO, key: str, settings: ReadSettings) -> Found:
    """Return the reports of a JSONL file; each bad row is a problem that names its line."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    untold = 0
    seen: dict[Draft, int] = {}
    for number, line in _lines(stream, settings.max_bytes):
        if number == 1 and line and b"\x00" in line[:4096]:
            return failed(key, "binary", "This is a binary file, not text.")
        draft, faults = _read_row(line, number, key, settings)
        if draft and (earlier := seen.setdefault(_content(draft), number)) != number:
            faults = [problem(draft.names[0], "duplicate", f"Line {number} of {key} repeats line {earlier}; it is counted once.")]
        elif draft:
            drafts.append(draft)
        room = MOST_PROBLEMS - len(problems)
        problems += faults[:room]
        untold += len(faults[room:])
    if untold:
        problems.append(problem(key, "bad-row", f"{untold} more rows of {key} were bad."))
    if not drafts and not problems:
        problems.append(problem(key, "empty", "The file is empty."))
    return Found(drafts=tuple(drafts), problems=tuple(problems))


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield line numbers and lines that are not blank; None for a line that is too long."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) <= limit or line.endswith(b"\n"):
            if line.strip():
                yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield number, None


def _read_row(line: bytes | None, number: int, key: str, settings: ReadSettings) -> tuple[Draft | None, list[Problem]]:
    place = f"{key}:{number}"
    if line is None:
        return None, [problem(place, "too-large", f"Line {number} is longer than {settings.max_bytes:,} bytes.")]
    decoded = decode(line)
    if decoded.text is None:
        return None, [problem(place, decoded.kind or "bad-encoding", f"Line {number}: {decoded.detail}")]
    faults = [problem(place, decoded.kind, f"Line {number}: {decoded.detail}")] if decoded.kind else []
    try:
        row = json.loads(decoded.text)
    except (ValueError, RecursionError) as e:
        why = f"{e.msg} at column {e.colno}" if isinstance(e, json.JSONDecodeError) else "nested too deep or a number too long"
        return None, [problem(place, "bad-json", f"Line {number} is not JSON: {why}.")]
    if not isinstance(row, dict):
        return None, [problem(place, "bad-row", f"Line {number} is not a JSON object.")]
    return _from_row(row, number, key, faults)


def _from_row(row: dict[str, Any], number: int, key: str, faults: list[Problem]) -> tuple[Draft | None, list[Problem]]:
    names = _names(row, number, key)
    text = row.get("text")
    if not isinstance(text, str):
        why = "has no text" if text is None else f"has a text that is not a string but {type(text).__name__}"
        return None, [*faults, problem(names[0], "bad-row", f"Line {number} of {key} {why}.")]
    fields: dict[str, Any] = {}
    for field in (*FIELDS, "published"):
        value = row.get(field)
        if isinstance(value, str):
            fields[field] = value
        elif value is not None:
            kind = "bad-date" if field == "published" else "bad-row"
            said = f"Line {number} of {key}: {field} is not a string but {type(value).__name__}; it was left out."
            faults = [*faults, problem(names[0], kind, said)]
    return Draft(names=names, body=text, published_from="row" if "published" in fields else None, **fields), faults


def _names(row: dict[str, Any], number: int, key: str) -> tuple[str, ...]:
    own = next((name for f in ("id", "url") if isinstance(row.get(f), str | int) and (name := normalise_line(str(row[f])))), None)
    place = f"{key}:{number}"
    return (own, f"{key}:{own}", place) if own else (place,)


def _content(draft: Draft) -> Draft:
    """Return what two copies of one row share: all but the line."""
    return replace(draft, names=draft.names[:-1])
