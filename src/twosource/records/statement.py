"""One report says one thing once."""

from dataclasses import dataclass
from typing import Literal

from twosource.records.attribution import Attribution, Link
from twosource.records.evidence import Evidence
from twosource.records.span import Span

Polarity = Literal["affirmed", "negated"]
Certainty = Literal["asserted", "probable", "possible", "doubted"]
Stage = Literal["done", "under-way", "planned", "proposed", "denied", "no-comment", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTime:
    """A time named in a statement or standing for it."""

    span: Span
    value: str | None
    """EDTF, or None where it hangs on an unknown date."""
    about: Literal["event", "report"]
    symbol: str = ""
    """The expression as a rule, which holds without a date: "Monday before publication"."""
    grain: str | None = None
    """How fine it is: time, day, weekend, week, month, season, quarter, half, year, decade, century; None where unknown."""
    direction: Literal["since", "until", "by", "before", "after", "as-of"] | None = None
    """What the word before it says. A time "as of" which a count holds is `about` the report, not the event."""
    modifier: str | None = None
    """TIMEX3 modifier: START ("early"), MID, END, APPROX ..."""
    anchor: Literal["none", "publication", "story", "origin"] = "none"
    """What it is counted from: nothing, the day of publication, a time named before, the report whose words these are."""
    alternatives: tuple[tuple[str, float], ...] = ()
    """Readings with their weights, best first, where tense leaves two."""
    main: bool = True
    """The time of what the statement tells; False for another one named in it."""
    evidence: tuple[Evidence, ...] = ()
    """Why it was counted from elsewhere than its own report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a pronoun, short name or relative date in a statement stands for; beside the text, never in it."""

    span: Span
    to: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A clause-level proposition with exact words. Never merged, never changed."""

    id: str
    """Digest of the report and the spans."""
    report: str
    spans: tuple[Span, ...]
    exact: str
    """Text of the spans, joined by one space."""
    attribution: Attribution | None = None
    chain: tuple[Link, ...] = ()
    """Empty where the report says it in its own voice."""
    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    """As worded by the report, not our judgement."""
    stage: Stage = "done"
    times: tuple[StatementTime, ...] = ()
    resolved: tuple[Resolution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sentence: int
    """Index of its sentence in the report."""
    tokens: tuple[int, ...] = ()
    """Indices of its tokens in that sentence's tree."""
    head: int | None = None
    """Index of the token that heads it (its predicate)."""

    @property
    def leaves_denial_out(self) -> bool:
        """True where the words are what somebody denies, and the denial itself stands outside of them."""
        reasons = [e for e in self.evidence if e.kind == "stage"]
        inside = any(own.covers(sign) for e in reasons for sign in e.spans for own in self.spans)
        return self.stage == "denied" and bool(reasons) and not inside
