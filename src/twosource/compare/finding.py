"""What the rules of comparison look at and hand back."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.compare.anchors import Anchor
from twosource.compare.features import Features
from twosource.records.comparison import RelationKind
from twosource.records.comparison import Slot as SlotName
from twosource.records.span import Span

OPENERS = frozenset({"if", "whether", "unless", "why", "how", "what"})
"""What opens a condition or an indirect question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One statement with all that a rule may ask of it."""

    index: int
    """Index of the statement in the story."""
    features: Features
    anchor: Anchor
    main: Anchor
    """Places and times of the story itself."""
    denies: str | None = None
    """The rule by which it is a denial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim of the story, as the rules see it."""

    index: int
    """Index of its cluster."""
    sides: tuple[Side, ...]
    words: frozenset[str]
    """Stems that stand in any of its statements."""
    reports: int
    """How many reports carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A relation that a rule found between two statements."""

    kind: RelationKind
    slot: SlotName
    strength: float
    """0 to 1; among several between the same two claims the strongest is kept."""
    reason: str
    rule: str
    spans: Sequence[Span] = ()


def say(side: Side, span: Span) -> str:
    """Return the words of a span inside a statement's sentence, in quotation marks."""
    tokens = [t for t in side.features.tree.tokens if span.start <= t.start and t.end <= span.end]
    words, end = "", span.start
    for t in tokens:
        words += (" " if t.start > end and words else "") + t.text
        end = t.end
    return f"“{words}”"


def is_open(side: Side) -> bool:
    """True for a question and for what stands under "if" or "whether": nothing is asserted there."""
    f = side.features
    if f.statement.exact.rstrip("\"”’' )").endswith("?"):
        return True
    if f.statement.head is None:
        return False
    below = (f.tree.tokens[c] for c in f.tree.tokens[f.statement.head].children)
    return any(t.lower in OPENERS and t.dep in ("mark", "advmod", "dobj", "attr") for t in below)
