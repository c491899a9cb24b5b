"""One protocol per task: any object of this shape can be passed in."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from twosource.records.parse import Parse

Progress = Callable[[str, int, int], None]
"""Called by a stage with its name, how many are done and how many there are."""


class Parser(Protocol):
    """Splits text into sentences and parses them."""

    @property
    def name(self) -> str:
        """Name and version, as the account states it."""
        ...

    def split(self, text: str) -> list[tuple[int, int]]:
        """Return the half-open code point ranges of the sentences of a text, in order, blank space left out."""
        ...

    def parse(self, sentences: Iterable[str]) -> Iterator[Parse]:
        """Yield the parse of each sentence text, in order."""
        ...
