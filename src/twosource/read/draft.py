"""What a reader of one format hands on: a report on its way, and what went wrong."""

from dataclasses import dataclass

from twosource.errors import Problem
from twosource.records.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as its format gives it: nothing normalised, dates not checked, the key not settled."""

    names: tuple[str, ...]
    """What it may be called, shortest first; the last one is no other draft's."""
    body: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    publisher: str | None = None
    feed: str | None = None
    url: str | None = None
    published: str | None = None
    """As written."""
    published_from: str | None = None
    published_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything one file gave."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()


def problem(key: str, kind: str, detail: str) -> Problem:
    """Return a problem of this stage."""
    return Problem(key=key, stage="read", kind=kind, detail=detail)


def failed(key: str, kind: str, detail: str) -> Found:
    """Return what a file gave of which nothing could be used."""
    return Found(problems=(problem(key, kind, detail),))
