"""The account: what is handed to a reader. The JSON form of these records is fixed in docs/records.md."""

from dataclasses import dataclass
from typing import Literal

from twosource.errors import Problem
from twosource.records.comparison import Descent, Hidden, Origin, Relation, ReportDate
from twosource.records.evidence import Evidence
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement

Standing = Literal["superseded", "denied", "disputed", "origin-not-stated", "agreed", "not-established", "single-origin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements that say the same thing, who is behind them, and how the claim stands."""

    id: str
    """Digest of the id of its earliest statement."""
    wording: str
    """Verbatim from one statement, its pieces joined by " [...] "; anything added stands in [square brackets]."""
    wording_from: str
    """Id of that statement."""
    statements: tuple[str, ...]
    """Statement ids, earliest first."""
    origins: tuple[Origin, ...]
    origins_min: int
    origins_max: int
    standing: Standing
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Events at one time, as the reports name it."""

    value: str
    """EDTF."""
    statements: tuple[str, ...]
    origins_min: int
    first_reported: str | None
    """Earliest `published` of a report that says so; None where none is dated."""
    origins: tuple[str, ...] = ()
    """Ids of the origins whose statements these are, one for each voice, in order of first report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something the story speaks of."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAccount:
    """One story, read."""

    id: str
    title: str
    """Verbatim title (or first sentence) of one of its reports."""
    reports: tuple[str, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    """In the order a reader should meet them."""
    relations: tuple[Relation, ...]
    descents: tuple[Descent, ...]
    hidden: tuple[Hidden, ...]
    timeline: tuple[TimelineEntry, ...]
    entities: tuple[Entity, ...]
    dates: tuple[ReportDate, ...] = ()
    """When each report was written, in the order of `reports`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made an account, so that it can be made again."""

    twosource: str
    models: tuple[tuple[str, str], ...]
    """Pairs of task and model name with version, sorted."""
    settings: str
    """Digest of all settings that were in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A pile of reports, read: the stories in it, and what could not be read."""

    made_by: MadeBy
    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    stories: tuple[StoryAccount, ...]
