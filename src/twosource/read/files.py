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
        for entry in _walk(path):
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


def _walk(top: Path) -> Iterator[Source | Problem]:
    """Yield all that stands at or below a path; a folder that links lead back to is entered once."""
    todo: list[tuple[Path, Path | None]] = [(top, None)]
    entered = set[Path]()
    while todo:
        path, home = todo.pop()
        try:
            mode = path.stat().st_mode
            real = home / path.name if home and not path.is_symlink() else path.resolve()
            if S_ISDIR(mode):
                if home and real in (home, *home.parents):
                    said = f"{show(path.name)} leads back to the folder {show(real.name)} it lies in; it is not followed."
                    yield problem(show(path.name), "link-loop", said)
                elif real not in entered:
                    entered.add(real)
                    children = (c for c in path.iterdir() if not c.name.startswith(".") and not _belongs_to_page(c))
                    todo += [(child, real) for child in sorted(children, reverse=True)]
            elif S_ISREG(mode):
                yield from _as_source(path, real, home)
            else:
                yield problem(show(path.name), "unreadable", f"{show(path.name)} is not a regular file.")
        except (OSError, RuntimeError) as e:  # RuntimeError: Path.resolve meets a loop of links (Python 3.11 and 3.12)
            why = e.strerror if isinstance(e, OSError) and e.strerror else "a loop of links"
            name = show(path.name or str(path))
            yield problem(name, "unreadable", f"{name} cannot be read: {why}.")


def _belongs_to_page(path: Path) -> bool:
    """True for the folder a browser saves beside a page: page.html, page_files/."""
    stem = path.name.removesuffix("_files")
    return stem != path.name and path.is_dir() and any(path.with_name(stem + end).exists() for end in (".html", ".htm"))


def _as_source(path: Path, real: Path, home: Path | None) -> Iterator[Source | Problem]:
    """Yield the file, or why it is not read; `home` is the folder it was found in, None where the user names the file itself."""
    kind = KINDS.get(path.suffix.lower())
    if home and (path.stem.lower() in ABOUT_FOLDER or path.suffix.lower() in PASSED_OVER):
        return
    if kind or path.name == META or (not home and not path.suffix):
        place = (path.name, *(home or path.parent.resolve()).parts[:0:-1])
        yield Source(path=path, real=real, place=place, kind=kind or "unknown")
    else:
        what = f"files ending in {path.suffix}" if path.suffix else "files without an ending in a folder"
        said = f"{path.name} was not read: {what} are none of .txt, .md, .html, .jsonl."
        yield problem(show(path.name), "unknown-format", show(said))


def show(name: str) -> str:
    """Return a file name as it can be printed on one line: bytes that are no UTF-8 and line ends become marks."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _with_keys(sources: Iterable[Source]) -> tuple[Source, ...]:
    named: list[Source] = []
    waiting, depth = sorted(sources, key=lambda s: s.place), 1
    while waiting:
        names = [show("/".join(s.place[:depth][::-1])) for s in waiting]
        times = Counter(names)
        if depth > max(len(s.place) for s in waiting):  # names that differ in unprintable characters only
            names = [f"{name} ({number})" for number, name in enumerate(names, 1)]
            times = Counter(names)
        named += [replace(s, key=n) for s, n in zip(waiting, names, strict=True) if times[n] == 1]
        waiting = [s for s, n in zip(waiting, names, strict=True) if times[n] > 1]
        depth += 1
    return tuple(sorted(named, key=lambda s: s.key))
