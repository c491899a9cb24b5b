"""Which files the given paths mean, what they are called, and their bytes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from twosource.errors import Problem
from twosource.read.draft import problem

KINDS = {
    ".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
PASSED_OVER = frozenset({
    ".toml", ".ini", ".cfg", ".yaml", ".yml", ".py", ".sh", ".css", ".js", ".map", ".ico", ".svg", ".woff", ".woff2",
})  # fmt: skip
"""Settings, programs and parts of saved pages: nobody takes them for reports, so a folder that holds them is no problem."""
STANDARD_INPUT = "-"
META = "meta.csv"
"""A table of this name in a folder tells outlet, date and address of the files in the folder."""
ABOUT_FOLDER = ("readme", "license", "licence", "notice", "changelog")
"""Files of these names in a folder speak of the folder and are no reports; named by themselves they are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read."""

    path: Path
    """As it was come by."""
    real: Path
    """With links resolved: what makes it one file however often it is named."""
    place: tuple[str, ...]
    """Its name and then its folders, innermost first; two sources never share it."""
    kind: str
    """plain, html, jsonl, or unknown: to be told from its content."""
    key: str = ""
    """What the user calls it: its name, with as many folders as tell it from its namesakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What stands under the given paths."""

    sources: tuple[Source, ...]
    """In order of key."""
    tables: tuple[Path, ...]
    """Files called meta.csv in the folders."""
    problems: tuple[Problem, ...]


def list_sources(paths: Sequence[str | Path]) -> Listing:
    """Return the files meant by paths; the same listing for the same paths in any order."""
    found: dict[Path, Source] = {}
    tables: set[Path] = set()
    problems: set[Problem] = set()
    for path in sorted({Path(p) for p in paths if str(p) != STANDARD_INPUT}):
        for entry in _walk(path, path, ()):
            if isinstance(entry, Problem):
                problems.add(entry)
            elif entry.path.name == META and entry.path != path:
                tables.add(entry.path)
            elif (known := found.get(entry.real)) is None or entry.place < known.place:
                found[entry.real] = entry
    return Listing(sources=_with_keys(found.values()), tables=tuple(sorted(tables)), problems=tuple(sorted(problems)))


def read_bytes(path: Path, limit: int) -> bytes | None:
    """Return the content of a file, or None when it is longer than `limit` bytes. Raises OSError."""
    with path.open("rb") as stream:
        raw = stream.read(limit + 1)
    return raw if len(raw) <= limit else None


def _walk(path: Path, top: Path, above: tuple[Path, ...]) -> Iterator[Source | Problem]:
    name = path.name or str(path)
    try:
        mode = path.stat().st_mode
        real = path.resolve()
        if S_ISDIR(mode):
            if real in above:
                yield problem(name, "link-loop", f"{name} leads back to the folder {real.name} it lies in; it is not followed.")
                return
            for child in sorted(path.iterdir()):
                if not child.name.startswith(".") and not _belongs_to_page(child):
                    yield from _walk(child, top, (*above, real))
            return
    except OSError as e:
        yield problem(name, "unreadable", f"{name} cannot be read: {e.strerror or 'a loop of links'}.")
        return
    except RuntimeError:  # Path.resolve meets a loop of links (Python 3.11 and 3.12)
        yield problem(name, "link-loop", f"{name} is a link that leads to itself.")
        return
    if not S_ISREG(mode):
        yield problem(name, "unreadable", f"{name} is not a regular file.")
    else:
        yield from _as_source(path, real, given=path == top)


def _belongs_to_page(path: Path) -> bool:
    """True for the folder a browser saves beside a page: page.html, page_files/."""
    stem = path.name.removesuffix("_files")
    return stem != path.name and path.is_dir() and any(path.with_name(stem + end).exists() for end in (".html", ".htm"))


def _as_source(path: Path, real: Path, given: bool) -> Iterator[Source | Problem]:
    kind = KINDS.get(path.suffix.lower())
    if not given and (path.stem.lower() in ABOUT_FOLDER or path.suffix.lower() in PASSED_OVER):
        return
    if kind or path.name == META or (given and not path.suffix):
        folders = path.parent.resolve().parts[:0:-1]
        yield Source(path=path, real=real, place=(path.name, *folders), kind=kind or "unknown")
    else:
        what = f"files ending in {path.suffix}" if path.suffix else "files without an ending in a folder"
        yield problem(path.name, "unknown-format", f"{path.name} was not read: {what} are none of .txt, .md, .html, .jsonl.")


def _with_keys(sources: Iterable[Source]) -> tuple[Source, ...]:
    named: list[Source] = []
    waiting, depth = list(sources), 1
    while waiting:
        names = ["/".join(s.place[:depth][::-1]) for s in waiting]
        times = Counter(names)
        named += [replace(s, key=n) for s, n in zip(waiting, names, strict=True) if times[n] == 1]
        waiting = [s for s, n in zip(waiting, names, strict=True) if times[n] > 1]
        depth += 1
    return tuple(sorted(named, key=lambda s: s.key))
