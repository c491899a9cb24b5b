"""The shape of a text family: which of its reports explains the others, or whether an unseen text must."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.prose import Gram
from twosource.compare.wording import Pair

LARGEST = 24
"""Above this size a component is taken as one family; listing its cliques would cost too much and tell no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """How much of the text that a report shares with its family stands in its best parent there."""

    parent: int
    share: float


def find_cliques(n: int, pairs: Iterable[Pair]) -> list[tuple[int, ...]]:
    """Return the maximal groups of reports that are all linked with one another, of two or more, in order."""
    near: dict[int, set[int]] = {i: set() for i in range(n)}
    for i, j in pairs:
        near[i].add(j)
        near[j].add(i)
    found: list[tuple[int, ...]] = []
    todo = [i for i in range(n) if near[i]]
    while todo:
        component = _reach(todo[0], near)
        todo = [i for i in todo if i not in component]
        if len(component) > LARGEST:
            found.append(tuple(sorted(component)))
        else:
            _grow(set(), set(component), set(), near, found)
    return sorted(found)


def explain(clique: Sequence[int], grams: Sequence[Mapping[Gram, float]]) -> dict[int, dict[int, float]]:
    """Return by child and parent the share (0 to 1) of what the child shares with the clique that the parent holds."""
    shares: dict[int, dict[int, float]] = {}
    for child in clique:
        others = [p for p in clique if p != child]
        known = {p: grams[child].keys() & grams[p].keys() for p in others}
        pool = set().union(*known.values())
        shares[child] = {p: len(known[p]) / max(1, len(pool)) for p in others}
    return shares


def _reach(start: int, near: Mapping[int, set[int]]) -> set[int]:
    seen, todo = {start}, [start]
    while todo:
        for other in near[todo.pop()] - seen:
            seen.add(other)
            todo.append(other)
    return seen


def _grow(clique: set[int], free: set[int], done: set[int], near: Mapping[int, set[int]], found: list[tuple[int, ...]]) -> None:
    """Bron and Kerbosch's listing of maximal cliques, with a pivot."""
    if not free and not done:
        if len(clique) > 1:
            found.append(tuple(sorted(clique)))
        return
    pivot = max(sorted(free | done), key=lambda i: len(near[i] & free))
    for i in sorted(free - near[pivot]):
        _grow(clique | {i}, free & near[i], done & near[i], near, found)
        free = free - {i}
        done = done | {i}
