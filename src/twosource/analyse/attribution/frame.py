"""What a frame found before it is known who stands behind it; and how tokens become spans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.records.attribution import Speech
from twosource.records.parse import Token, Tree

Range = tuple[int, int]
"""Half-open code points in `Report.text`."""

EDGE = frozenset({",", ";", ":", "-", "--", "–", "—", ".", "...", "…", "(", ")", "?", "!"})
"""Punctuation that never begins or ends a span."""


@dataclass(slots=True, kw_only=True)
class Frame:
    """A telling in the making; later steps add content and links. Lives only inside this package."""

    sentence: int
    rule: str
    speech: Speech
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    named: tuple[Range, ...] = ()
    """What a relative pronoun in `source` stands for."""
    source_token: int | None = None
    """Head of the source, in the frame's sentence."""
    content: list[Range] = field(default_factory=list)
    head: int | None = None
    """Token of the cue that heads it."""
    hedge: str | None = None
    via: list[Range] = field(default_factory=list)
    """Intermediaries, as written: named as such by the words."""
    maybe_via: tuple[Range, ...] = ()
    """Names that are intermediaries if they turn out to be outlets or agencies."""
    quotable: bool = False
    """True where a quotation beside it may be its content."""
    close: bool = False
    """True where only a quotation right beside it may be its content."""
    act: bool = False
    """True for an act or a state that tells nothing: "endorsed the mayor", "wants to leave"."""
    inside_quotation: bool = False
    """True where the telling itself is quoted."""
    over: "Frame | None" = None
    """The frame behind which this one names a further teller ("X reported, citing Y")."""
    carried: "Frame | None" = None
    """The frame whose teller goes on speaking here."""
    detail: str = ""

    @property
    def start(self) -> int:
        """First code point of the content."""
        return min(s for s, _ in self.content)

    @property
    def end(self) -> int:
        """End of the content."""
        return max(e for _, e in self.content)


def ranges(tree: Tree, tokens: Iterable[int]) -> tuple[Range, ...]:
    """Return the code point ranges of tokens, neighbours joined, edge punctuation left out of each piece."""
    pieces: list[list[int]] = []
    for i in sorted(set(tokens)):
        if pieces and pieces[-1][-1] == i - 1:
            pieces[-1].append(i)
        else:
            pieces.append([i])
    trimmed = (trim(tree.tokens, piece[0], piece[-1] + 1) for piece in pieces)
    return tuple((tree.tokens[a].start, tree.tokens[b - 1].end) for a, b in trimmed if a < b)


def trim(tokens: Sequence[Token], left: int, right: int) -> Range:
    """Return token bounds without edge punctuation."""
    while left < right and (tokens[left].text in EDGE or tokens[left].text.isspace()):
        left += 1
    while left < right and (tokens[right - 1].text in EDGE or tokens[right - 1].text.isspace()):
        right -= 1
    return left, right


def between(tree: Tree, left: int, right: int) -> tuple[Range, ...]:
    """Return the code point range of the tokens `[left, right)` without edge punctuation, or nothing."""
    left, right = trim(tree.tokens, left, right)
    return ((tree.tokens[left].start, tree.tokens[right - 1].end),) if left < right else ()
