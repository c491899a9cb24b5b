"""What the reports of a pile have to say to a claim that somebody typed."""

from dataclasses import dataclass
from typing import Literal

from twosource.records.account import Account
from twosource.records.comparison import Origin, Slot

Verdict = Literal["supported", "in-part", "denied", "contradicted", "not-said"]
Bearing = Literal["supports", "in-part", "denies", "contradicts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing in which a statement and the claim differ."""

    slot: Slot
    reason: str
    """A few words for a reader: what the report has in that place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A statement of a report, held against the claim."""

    statement: str
    """Statement id."""
    bearing: Bearing
    gaps: tuple[Gap, ...] = ()
    """What keeps it from supporting the claim; empty where it supports it."""
    share: float
    """Share (0 to 1) of the weight of the claim's words that stand in the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one statement of a claim; a claim that says two things has two."""

    asked: str
    """Its words, verbatim from the claim."""
    verdict: Verdict
    story: str | None = None
    """Id of the story in which it was found; None for `not-said`."""
    weighed: tuple[Weighed, ...] = ()
    """Supporting statements first, then those against, then those in part; the nearest first."""
    origins: tuple[Origin, ...] = ()
    """Of the supporting statements; where none supports, of those in part."""
    origins_min: int = 0
    """Established independent origins of these; 0 where there are none."""
    origins_max: int = 0
    later: tuple[str, ...] = ()
    """Ids of statements that bring the supporting ones up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A typed claim with its answers. The claim is compared with the reports and never counted among them."""

    claim: str
    verdict: Verdict
    answers: tuple[Answer, ...]
    """In the order of the claim's words; at least one."""
    account: Account
    """The account of the pile, in which the ids are to be found."""
