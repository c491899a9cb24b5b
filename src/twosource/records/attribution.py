"""Who said it, through whom. Source, cue and content are the roles of PARC3 (Pareti 2012) and PolNeAR (Newell et al. 2018)."""

from dataclasses import dataclass
from typing import Literal

from twosource.records.span import Span

SourceKind = Literal["person", "body", "outlet", "agency", "document", "unnamed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One teller in a chain."""

    source: str
    """Resolved name, as an account shows it; never empty. For an unnamed one, the report's own words ("a US official")."""
    kind: SourceKind
    spans: tuple[Span, ...] = ()
    """Where the report says so; empty where the teller is carried over or implied."""
    how: str
    """The rule or model that decided."""
    role: str | None = None
    """What the report says this teller is ("Russia's ambassador to North Korea"), verbatim."""
    count: str | None = None
    """For the unnamed: how many, as written ("two", "several", "a"); None where not said."""
    reason: Span | None = None
    """For the unnamed: where the report gives the reason ("because he was not authorised to speak")."""
    resolved_from: tuple[Span, ...] = ()
    """The mentions that a pronoun or short name was resolved to."""


Speech = Literal["say", "deny", "doubt", "no-comment", "demand", "expect", "think", "ask", "write", "show"]
"""What kind of act the cue names; `say` is plain telling, `think` an inner state, `show` a document or picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A content and the one who tells it."""

    cue: tuple[Span, ...]
    """The words that mark the telling ("said", "according to"); may be empty for a bare quotation."""
    source: tuple[Span, ...]
    """The teller as written, in this sentence or a neighbouring one; empty where implied."""
    content: tuple[Span, ...]
    """What is told; several pieces allowed."""
    chain: tuple[Link, ...]
    """Nearest teller first, the one who knows last; never empty."""
    speech: Speech = "say"
    hedge: str | None = None
    """A hedge carried by the cue itself ("reportedly", "is believed to", "claimed"); verbatim."""
    rule: str
    """Name of the frame that found it."""
    parent: int | None = None
    """Index (in `Analysis.attributions`) of the attribution whose content this one stands in."""
    detail: str = ""
    """What the rule saw and what a model changed, for `twosource why`."""
