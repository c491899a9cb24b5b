"""Anything to reports: the one place where files are opened."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from twosource.errors import InputError, Problem
from twosource.read.build import build_reports, too_long
from twosource.read.charset import decode
from twosource.read.draft import Draft, Found, failed, problem
from twosource.read.files import STANDARD_INPUT, Source, list_sources, read_bytes
from twosource.read.html import read_page
from twosource.read.jsonl import read_rows
from twosource.read.meta import MetaRow, match_rows, read_table, unmatched
from twosource.read.plain import read_plain
from twosource.read.published import date_by_url, date_by_user
from twosource.records.report import Report
from twosource.settings import ReadSettings
from twosource.text.edtf import to_edtf

__all__ = ["ReadOptions", "read_paths"]

Progress = Callable[[int, int], None]
"""Called with how many files are done and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user says about the reports."""

    published: str | None = None
    """Date of all reports that have none of their own."""
    meta: Path | None = None
    """CSV file with the columns file, outlet, published, url."""


def read_paths(
    paths: Sequence[str | Path], settings: ReadSettings, options: ReadOptions | None = None, progress: Progress | None = None
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Return the reports found under the paths, in order of key, and what could not be read; the order of the paths is no matter.

    A path is a file, a folder (all below it) or "-" for standard input. Raises InputError for options that make no sense.
    """
    options = options or ReadOptions()
    if options.published is not None and to_edtf(options.published) is None:
        raise InputError(f"{options.published!r} is not a date; write 2023-09-05 or 2023-09-05T14:00Z")
    listing = list_sources(paths)
    rows, problems = _meta_rows(listing.tables, listing.sources, options.meta)
    found = []
    for done, source in enumerate(listing.sources, 1):
        found.append(_with_row(_read_source(source, settings), rows.get(source.key)))
        if progress:
            progress(done, len(listing.sources))
    if STANDARD_INPUT in map(str, paths):
        found.append(_read_stream(settings))
    drafts = [_dated(d, options.published) for f in found for d in f.drafts]
    reports, faults = build_reports(drafts, settings)
    told = {*listing.problems, *problems, *faults, *(p for f in found for p in f.problems)}
    return reports, tuple(sorted(told))


def _read_source(source: Source, settings: ReadSettings) -> Found:
    try:
        if source.kind == "jsonl":
            with source.path.open("rb") as stream:
                return read_rows(stream, source.key, settings)
        raw = read_bytes(source.path, settings.max_bytes)
    except OSError as e:
        return failed(source.key, "unreadable", f"{source.key} cannot be read: {e.strerror}.")
    return _read_raw(raw, source.key, source.kind, settings)


def _read_stream(settings: ReadSettings) -> Found:
    raw = sys.stdin.buffer.read(settings.max_bytes + 1) if sys.stdin else b""
    return _read_raw(raw if len(raw) <= settings.max_bytes else None, "stdin", "unknown", settings)


def _read_raw(raw: bytes | None, key: str, kind: str, settings: ReadSettings) -> Found:
    if raw is None:
        return failed(key, "too-large", f"{key} is larger than {settings.max_bytes:,} bytes.")
    if not raw.strip():
        return failed(key, "empty", f"{key} is empty.")
    kind = _sniff(raw) if kind == "unknown" else kind
    if kind == "jsonl":
        return read_rows(BytesIO(raw), key, settings)
    if kind == "html":
        return read_page(raw, (key,), settings)
    decoded = decode(raw)
    if decoded.text is None:
        return failed(key, decoded.kind or "bad-encoding", decoded.detail)
    problems = (problem(key, decoded.kind, decoded.detail),) if decoded.kind else ()
    if len(decoded.text) > settings.max_chars:
        return failed(key, "too-large", too_long(decoded.text, settings))
    return Found(drafts=(read_plain(decoded.text, (key,), settings),), problems=problems)


def _sniff(raw: bytes) -> str:
    head = raw[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{") and b'"' in head:
        return "jsonl"
    is_page = head.startswith((b"<!doctype", b"<html", b"<?xml", b"<!--")) or b"<html" in head or b"<body" in head
    return "html" if is_page or head.startswith((b"<div", b"<p>", b"<article")) else "plain"


def _meta_rows(
    tables: tuple[Path, ...], sources: tuple[Source, ...], given: Path | None
) -> tuple[dict[str, MetaRow], tuple[Problem, ...]]:
    """Return the user's row for each file by key: the table named by the user goes before those that lie in folders."""
    matched: dict[str, MetaRow] = {}
    problems: list[Problem] = []
    for table in tables:
        try:
            rows, faults = read_table(table)
        except InputError as e:
            problems.append(problem(table.name, "bad-table", f"{e}."))
            continue
        own = match_rows(rows, sources, table.parent)
        problems += [*faults, *unmatched(rows, own, table.name)]
        matched |= own
    if given is not None:
        rows, faults = read_table(given)
        own = match_rows(rows, sources, None)
        problems += [*faults, *unmatched(rows, own, given.name)]
        matched |= own
    return matched, tuple(problems)


def _with_row(found: Found, row: MetaRow | None) -> Found:
    return found if row is None else replace(found, drafts=tuple(_told(d, row) for d in found.drafts))


def _told(draft: Draft, row: MetaRow) -> Draft:
    """Return the draft with what the user says of it, which goes before what the page says."""
    told = replace(draft, outlet=row.outlet or draft.outlet, url=row.url or draft.url)
    return date_by_user(told, row.published) if row.published else told


def _dated(draft: Draft, published: str | None) -> Draft:
    """Return the draft with the date in its address, else the one the user gives all reports that have none of their own."""
    draft = date_by_url(draft)
    return date_by_user(draft, published) if published and not draft.published else draft
