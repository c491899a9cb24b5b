"""Which words of a sentence only say who tells it."""

from collections.abc import Iterator

from twosource.analyse.clauses import SUBJECTS, VERBAL
from twosource.records.attribution import Attribution
from twosource.records.parse import Tree
from twosource.records.span import Span


def find_frame(tree: Tree, telling: Attribution) -> frozenset[int]:
    """Return the tokens of a sentence that form the frame of a telling ("Mr Ardo told reporters on Monday").

    Empty where the frame is news itself: where a verb of telling has no clause as content ("denied the charge",
    "called for a truce", "plans to leave"), what is stated is the telling.
    """
    cue, content = _within(tree, telling.cue), _within(tree, telling.content)
    if not cue or (any(tree.tokens[i].pos == "VERB" for i in cue) and not _is_told(tree, telling, content)):
        return frozenset()
    head = next((i for i in sorted(cue) if tree.tokens[i].head not in cue), min(cue))
    named = cue | _within(tree, telling.source)
    return frozenset((named | frozenset(_hanging(tree, head, content))) - content)


def _within(tree: Tree, spans: tuple[Span, ...]) -> frozenset[int]:
    return frozenset(t.i for t in tree.tokens if any(s.start < t.end and t.start < s.end for s in spans))


def _is_told(tree: Tree, telling: Attribution, content: frozenset[int]) -> bool:
    """True when what is told is a clause of its own, or stands in another sentence."""
    if not content:
        return bool(telling.content)
    return any(
        tree.tokens[i].pos in VERBAL and any(tree.tokens[c].dep in SUBJECTS and c in content for c in tree.tokens[i].children)
        for i in content
    )


def _hanging(tree: Tree, head: int, content: frozenset[int]) -> Iterator[int]:
    """Yield the cue's head and what hangs on it beside the content: addressee, place, time."""
    yield head
    for child in tree.tokens[head].children:
        t = tree.tokens[child]
        if t.dep in ("conj", "advcl", "cc") or content.intersection(range(t.left, t.right)):
            continue
        yield from (i for i in tree.subtree(child) if tree.tokens[i].dep != "relcl")
