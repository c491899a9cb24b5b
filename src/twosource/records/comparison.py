"""What was concluded from the statements of one story; can be thrown away and made again."""

from dataclasses import dataclass
from typing import Literal

from twosource.records.evidence import Evidence
from twosource.records.statement import StatementTime
from twosource.records.story import Story

RelationKind = Literal["disputes", "contradicts", "updates", "narrows", "drift"]
Slot = Literal["place", "date", "number", "person", "polarity", "speaker", "hedge", "stage", "link", "wording"]
DescentKind = Literal["copy", "rewrite", "revision", "quotation", "credit"]
OriginKind = Literal["person", "body", "outlet", "agency", "document", "unnamed", "hidden", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Aligned words of a child and its parent (or of two siblings, where the parent is unseen). Offsets are code points."""

    child: tuple[int, int]
    parent: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One report's text rests on another's. `quotation` and `credit` make no common origin."""

    id: str
    child: str
    """Report id."""
    parent: str
    """Report id, or id of a `Hidden`."""
    kind: DescentKind
    directed: bool = True
    """False: the two belong together, which came first is not established."""
    score: float
    passages: tuple[Passage, ...] = ()
    """Empty where the parent is unseen."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A text that is not in the pile and that several reports must rest on."""

    id: str
    label: str
    children: tuple[str, ...]
    """Report ids, sorted."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Statements that say the same thing; becomes a claim."""

    statements: tuple[str, ...]
    """Statement ids, earliest first."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two statements stand to one another: `b` stands against, after, inside or downstream of `a`."""

    id: str
    kind: RelationKind
    a: str
    b: str
    slot: Slot
    reason: str
    """One sentence for a reader."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Statements of one claim that count as one voice."""

    id: str
    label: str
    kind: OriginKind
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    why: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """The origins of one cluster and how many of them are independent."""

    origins: tuple[Origin, ...]
    minimum: int
    """Established independent origins; at least 1."""
    maximum: int
    """If all whose independence is not established were independent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDate:
    """When a report was written, as far as its story shows."""

    report: str
    value: str | None
    """EDTF: the date given, or an interval that its descents leave; None where nothing bounds it."""
    tells_of: str | None = None
    """EDTF: the day that its lead tells of."""
    evidence: tuple[Evidence, ...] = ()
    """All that speaks for and against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that was concluded about one story; `origins[i]` belongs to `clusters[i]`."""

    story: Story
    clusters: tuple[Cluster, ...]
    origins: tuple[OriginCount, ...]
    relations: tuple[Relation, ...] = ()
    descents: tuple[Descent, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    dates: tuple[ReportDate, ...] = ()
    """One for each report, in the story's order."""
    times: tuple[tuple[str, tuple[StatementTime, ...]], ...] = ()
    """By statement id: the times of statements that the story shows to be other than their report alone does."""
