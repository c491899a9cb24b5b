"""What was read out of one report by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.records.attribution import Attribution
from twosource.records.parse import Tree
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement

Block = Literal["title", "prose", "heading", "caption", "credit", "furniture"]
"""What a stretch of the page is. Statements are made of title and prose only."""

Direction = Literal["since", "until", "by", "before", "after", "as-of"]

EntityKind = Literal["person", "body", "outlet", "agency", "place", "document", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: a span with an index."""

    index: int
    span: Span
    block: Block = "prose"
    paragraph: int = 0
    """Index of its paragraph (line) in the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks."""

    span: Span
    """With the marks."""
    inner: Span
    """Without them."""
    kind: Literal["speech", "term"] = "speech"
    """`term`: a title, a nickname or scare quotes, not taken for speech."""
    closed: bool = True
    """False where the closing mark is missing (a quotation over several paragraphs, or a slip)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A line or tag in which the report says where its text or picture comes from."""

    kind: Literal["byline", "dateline", "agency", "reporting", "picture", "place"]
    name: str
    """Who or what is credited, as written: "Reuters", "Caroline Ameh", "Pyongyang"."""
    span: Span
    how: str
    """Name of the pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time."""

    span: Span
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    """TIMEX3 type."""
    symbol: str
    """The expression as a rule, which holds without a date: "Monday before publication"."""
    timex: str | None = None
    """TIMEX3 value where it can be given."""
    value: str | None = None
    """EDTF interval, or None where it hangs on an unknown date."""
    rule: str = ""
    chain: str = ""
    """The symbol as steps that `text.deixis` resolves once a date is known; empty for a range."""
    grain: str | None = None
    """How fine it is: time, day, weekend, week, month, season, quarter, half, year, decade, century; None where unknown."""
    direction: Direction | None = None
    """What the word before it says: "since 2006", "as of Monday"."""
    modifier: str | None = None
    """TIMEX3 modifier: START ("early"), MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE."""
    anchor: Literal["none", "publication", "story", "origin"] = "none"
    """What it is counted from: nothing, the day of publication, a time named before, the report whose words these are."""
    alternatives: tuple[tuple[str, float], ...] = ()
    """Readings with their weights, best first, where tense leaves two."""
    ends: tuple[TimeExpression, ...] = ()
    """The two times of a range "from ... to ..."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the report names somebody or something, and who that is."""

    span: Span
    name: str
    """Fullest form of the name in this report."""
    kind: EntityKind
    how: str
    """How it was resolved: full-name, surname, pronoun, role, alias ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A report with all that was observed in it; `trees[i]` belongs to `sentences[i]`."""

    report: Report
    sentences: tuple[Sentence, ...]
    trees: tuple[Tree, ...]
    quotations: tuple[Quotation, ...] = ()
    credits: tuple[Credit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    news_day: TimeExpression | None = None
    """The day that the lead tells of, where it names one."""
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
