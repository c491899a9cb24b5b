"""A table by the user: outlet, date and address of plain files."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from twosource.errors import InputError, Problem
from twosource.read.charset import decode
from twosource.read.draft import problem
from twosource.read.files import Source, read_bytes

COLUMNS = ("outlet", "published", "url")
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaRow:
    """What the user says of one file."""

    file: str
    """Its name, with as many folders as needed."""
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def read_table(path: Path) -> tuple[tuple[MetaRow, ...], tuple[Problem, ...]]:
    """Return the rows of a CSV with the column `file` and any of outlet, published, url.

    Raises InputError when there is no such table.
    """
    try:
        raw = read_bytes(path, MAX_BYTES)
    except OSError as e:
        raise InputError(f"{path}: {e.strerror}") from None
    text = decode(raw).text if raw is not None else None
    if text is None:
        raise InputError(f"{path} is not a table in CSV form")
    try:
        head = text.partition("\n")[0]
        delimiter = max(",;\t", key=head.count)
        rows = list(csv.DictReader(text.splitlines(), delimiter=delimiter, strict=True))
    except csv.Error as e:
        raise InputError(f"{path} is not a table in CSV form: {e}") from None
    if not rows or "file" not in rows[0]:
        raise InputError(f"{path} needs a head line with the column 'file' (and any of {', '.join(COLUMNS)}) and a row a file")
    found, problems = [], []
    for number, row in enumerate(rows, 2):
        values = {c: (row.get(c) or "").strip() or None for c in COLUMNS}
        file = (row.get("file") or "").strip()
        if file:
            found.append(MetaRow(file=file.removeprefix("./"), **values))
        else:
            problems.append(problem(f"{path.name}:{number}", "bad-row", f"Row {number} of {path.name} names no file."))
    return tuple(found), tuple(problems)


def match_rows(rows: tuple[MetaRow, ...], sources: tuple[Source, ...], folder: Path | None) -> dict[str, MetaRow]:
    """Return the row of each file by the file's key; `folder` limits it to the files below it.

    The rows of a JSONL file speak for themselves.
    """
    by_name: dict[str, list[Source]] = {}
    for source in (s for s in sources if s.kind != "jsonl"):
        by_name.setdefault(source.path.name, []).append(source)
    inside = folder.resolve() if folder else None
    matched: dict[str, MetaRow] = {}
    for row in rows:
        for source in by_name.get(row.file.rpartition("/")[2], ()):
            below = inside is None or inside in source.real.parents or inside in source.path.absolute().parents
            if below and f"/{source.real.parent.as_posix()}/{source.path.name}".endswith(f"/{row.file}"):
                matched.setdefault(source.key, row)
    return matched


def unmatched(rows: tuple[MetaRow, ...], matched: Mapping[str, MetaRow], table: str) -> list[Problem]:
    """Return a problem for each row whose file is not among those read."""
    used = set(matched.values())
    missing = [row.file for row in rows if row not in used]
    return [problem(file, "unmatched-row", f"{table} has a row for {file}, but no such file was read.") for file in missing]
