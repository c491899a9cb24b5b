"""From labels to attributions: which content and which source belong to which cue."""

from dataclasses import dataclass, field
from typing import NamedTuple

from twosource.analyse.tagging.paragraphs import Paragraph

MARKS = frozenset(",.;:!?-–—“”\"'()‘’…")


class Piece(NamedTuple):
    """A run of tokens of one role, half open."""

    role: str
    start: int
    end: int


@dataclass(slots=True)
class Group:
    """One attribution: pieces of each role, in order."""

    cue: list[Piece]
    source: list[Piece] = field(default_factory=list)
    content: list[Piece] = field(default_factory=list)


def link_pieces(p: Paragraph, labels: list[str]) -> list[Group]:
    """Return the attributions of a labelled paragraph: every content goes to the cue that costs least, then every source to a cue
    with content; a cue left without content joins a neighbour that has some.
    """
    pieces = [x for x in _pieces(labels) if x.role == "C" or any(t.text not in MARKS for t in p.tokens[x.start : x.end])]
    groups = [Group([c]) for c in pieces if c.role == "C"]
    if not groups:
        return []
    costs = _Costs(p, labels, pieces)
    for piece in (x for x in pieces if x.role == "T"):
        costs.nearest(piece, groups).content.append(piece)
    full = [g for g in groups if g.content]
    for piece in (x for x in pieces if x.role == "S"):
        costs.nearest(piece, full or groups).source.append(piece)
    for lone in (g for g in groups if not g.content):
        _join(p, costs, lone, full)
    return full


def _pieces(labels: list[str]) -> list[Piece]:
    found: list[Piece] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        role = label[2:]
        if label[0] == "I" and found and found[-1].end == i and found[-1].role == role:
            found[-1] = found[-1]._replace(end=i + 1)
        else:
            found.append(Piece(role, i, i + 1))
    return found


def _join(p: Paragraph, costs: "_Costs", lone: Group, full: list[Group]) -> None:
    cue = lone.cue[0]
    same = [g for g in full if p.sentence[g.cue[0].start] == p.sentence[cue.start] and not costs.count(cue, g.cue[0], "T")]
    near = min(same, key=lambda g: abs(g.cue[0].start - cue.start), default=None)
    if near is not None and abs(near.cue[0].start - cue.start) < 12:
        near.cue.append(cue)
        near.source = near.source or lone.source


class _Costs:
    """How far apart two pieces are; numbers chosen on training data, gold labels link right in 19 of 20 cases."""

    def __init__(self, p: Paragraph, labels: list[str], pieces: list[Piece]) -> None:
        self.p, self.labels, self.pieces = p, labels, pieces

    def nearest(self, piece: Piece, groups: list[Group]) -> Group:
        """Return the group that a content or a source costs least; one that has a source already costs a second one more."""

        def cost(group: Group) -> tuple[float, int]:
            taken = 4 if piece.role == "S" and group.source else 0
            return self.between(piece, group.cue[0]) + taken, abs(group.cue[0].start - piece.start)

        return min(groups, key=cost)

    def between(self, piece: Piece, cue: Piece) -> float:
        """Return the cost of linking a content or a source to a cue: words between, sentences, other cues, less where the parse
        hangs the piece on the cue.
        """
        start, end = _gap(piece, cue)
        p = self.p
        words = sum(self.labels[k] == "O" and p.tokens[k].text not in MARKS for k in range(start, end))
        edge = piece.start if piece.start >= cue.end else piece.end - 1
        cost = words + 12 * abs(p.sentence[edge] - p.sentence[cue.start]) + 6 * self.count(piece, cue, "C")
        steps = self._under(piece, cue)
        return cost - (14 - 2 * steps if steps else 0) + (5 * self.count(piece, cue, "T") if piece.role == "S" else 0)

    def count(self, a: Piece, b: Piece, role: str) -> int:
        """Return how many pieces of a role lie between two others."""
        start, end = _gap(a, b)
        return sum(x.role == role and start <= x.start and x.end <= end for x in self.pieces)

    def _under(self, piece: Piece, cue: Piece) -> int:
        """Return in how many steps (at most 4) the parse leads from a piece up to the cue, or 0."""
        for k in range(piece.start, piece.end):
            j = self.p.head[k]
            if piece.start <= j < piece.end:
                continue
            for steps in range(1, 5):
                if cue.start <= j < cue.end:
                    return steps
                j = self.p.head[j]
        return 0


def _gap(a: Piece, b: Piece) -> tuple[int, int]:
    return (a.end, b.start) if a.end <= b.start else (b.end, a.start)
