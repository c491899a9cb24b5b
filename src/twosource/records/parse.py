"""A parsed sentence, in our own shape, so that no stage depends on the parser's."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One token of a sentence: Universal POS, Penn Treebank tag, CLEAR dependency label (spaCy's English scheme)."""

    i: int
    """Index in the sentence."""
    start: int
    """First code point: in the sentence's text in a `Parse`, in `Report.text` in a `Tree`."""
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the head; a root is its own head. A sentence may have several roots."""
    children: tuple[int, ...]
    """Indices of the direct dependents, in order."""
    left: int
    """Index of the leftmost token of the subtree."""
    right: int
    """Index after the rightmost token of the subtree."""


Parse = tuple[Token, ...]
"""A sentence by itself, offsets counted in the sentence; shared by every report in which the sentence stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A parsed sentence at its place in a report; token offsets are code points in `Report.text`."""

    tokens: tuple[Token, ...]

    def subtree(self, i: int) -> list[int]:
        """Return the indices of token `i` and all below it, in order (subtrees may have gaps)."""
        found, todo = [], [i]
        while todo:
            j = todo.pop()
            found.append(j)
            todo.extend(self.tokens[j].children)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first direct dependent of `i` with one of the labels, or None."""
        return next((j for j in self.tokens[i].children if self.tokens[j].dep in deps), None)

    def roots(self) -> list[int]:
        """Return the indices of the tokens that head themselves."""
        return [t.i for t in self.tokens if t.head == t.i]


def place(parse: Parse, offset: int) -> Tree:
    """Return the parse as a tree whose offsets are counted in the report, the sentence starting at `offset`."""
    return Tree(tokens=tuple(t._replace(start=t.start + offset, end=t.end + offset) for t in parse))
