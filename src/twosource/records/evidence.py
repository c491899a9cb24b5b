"""Why something was decided."""

from dataclasses import dataclass

from twosource.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for a decision, with its number and the words it rests on."""

    kind: str
    """Name of the rule, signal or model, in lower-case-with-dashes."""
    detail: str
    """One sentence for a reader, in the tool's own voice."""
    score: float | None = None
    """Strength, rounded to three digits; None where the rule has no number."""
    spans: tuple[Span, ...] = ()
