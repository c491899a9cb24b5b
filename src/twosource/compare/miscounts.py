"""Figures that changed on the way."""

from collections.abc import Sequence

from twosource.compare.direction import label
from twosource.compare.quantities import spelled_value
from twosource.compare.telling import Figures, Loss, Telling, lose, same_house
from twosource.lexicons import word_set
from twosource.records.parse import Token, Tree
from twosource.records.span import Span
from twosource.records.statement import Statement

CALENDAR = word_set("drift", "calendar")
UNITS = {"km": "kilometre", "kilometer": "kilometre", "m": "metre", "meter": "metre", "kg": "kilogram"}
ROUND = word_set("drift", "round")


def lost_figure(a: Telling, b: Telling) -> Loss | None:
    """A figure that differs though it counts the same thing, all other figures being the same."""
    if same_house(a, b):
        return None
    one, other = a.figures, b.figures
    for noun in sorted(one.keys() & other.keys()):
        (x, at), (y, to) = one[noun], other[noun]
        others = {v for n, (v, _) in one.items() if n != noun} ^ {v for n, (v, _) in other.items() if n != noun}
        if x != y and not others and not _is_rounded(b, to) and _count_numbers(a) == _count_numbers(b):
            reason = f"Where {label(a.report)} has {_read(a, at)} ({noun}), {label(b.report)} has {_read(b, to)}."
            return lose("number", "figure-changed", reason, (a, b), (at, to))
    return None


def odd_figure(a: Telling, b: Telling, others: Sequence[Telling]) -> Loss | None:
    """A figure that `b` alone has, where a text of the same origin and a third report agree; which came first is not known.

    `others` are the tellings of the other reports of the story.
    """
    one, other, pair = a.figures, b.figures, (a.report.id, b.report.id)
    for noun in sorted(one.keys() & other.keys()):
        (x, at), (y, to) = one[noun], other[noun]
        if x == y or not is_slip(x, y) or _is_rounded(b, to):
            continue
        known = [(t.report.id, t.figures[noun][0]) for t in others if t.report.id not in pair and noun in t.figures]
        backing = {report for report, value in known if value == x}
        if backing and not any(value == y for _, value in known):
            more = "another report" if len(backing) == 1 else f"{len(backing)} other reports"
            reason = (
                f"Where {label(a.report)} and {more} have {_read(a, at)} ({noun}), {label(b.report)} alone has {_read(b, to)}."
            )
            return lose("number", "figure-changed", reason, (a, b), (at, to))
    return None


def transposed_figure(a: Telling, b: Telling) -> Loss | None:
    """A figure of `a` whose digits stand in another order in `b`, counting the same."""
    one, other = a.figures, b.figures
    for noun in sorted(one.keys() & other.keys()):
        (x, at), (y, to) = one[noun], other[noun]
        if x != y and min(x, y) >= 100 and sorted(f"{x:g}") == sorted(f"{y:g}"):
            reason = f"Where {label(a.report)} has {_read(a, at)} ({noun}), {label(b.report)} has {_read(b, to)}."
            return lose("number", "figure-changed", reason, (a, b), (at, to))
    return None


def is_slip(x: float, y: float) -> bool:
    """True for figures that differ by a slip of the pen: digits turned round, one digit added, changed or left out."""
    one, other = sorted((f"{x:.12g}", f"{y:.12g}"), key=len)
    if sorted(one) == sorted(other):
        return True
    if len(one) == len(other):
        return len(one) > 1 and sum(p != q for p, q in zip(one, other, strict=True)) == 1
    return len(other) == len(one) + 1 and any(other[:i] + other[i + 1 :] == one for i in range(len(other)))


def _is_rounded(telling: Telling, number: Span) -> bool:
    """True for "roughly 200", "more than 200"."""
    tokens = telling.tree.tokens
    at = next(t.i for t in tokens if t.start == number.start)
    return any(t.lower in ROUND for t in tokens[max(0, at - 2) : at])


def _read(telling: Telling, span: Span) -> str:
    return telling.report.text[span.start : span.end]


def _count_numbers(telling: Telling) -> int:
    return sum(telling.tree.tokens[i].pos == "NUM" for i in telling.statement.tokens)


def read_figures(statement: Statement, tree: Tree) -> Figures:
    """Return the figures of a statement by the lemma of what they count; a noun counted twice is left out."""
    found: dict[str, list[tuple[float, Span]]] = {}
    for token in (tree.tokens[i] for i in statement.tokens):
        value = spelled_value(token.lower) if token.pos == "NUM" or token.dep == "nummod" else None
        head = _find_counted(tree, token) if value is not None else None
        if value is not None and head is not None and head.lemma not in CALENDAR:
            noun = UNITS.get(head.lemma, head.lemma)
            found.setdefault(noun, []).append((value, Span(statement.report, token.start, token.end)))
    return {noun: values[0] for noun, values in found.items() if len(values) == 1}


def _find_counted(tree: Tree, number: Token) -> Token | None:
    """Return what a number counts: "17 minutes", "86,000 of the rounds"."""
    if number.dep == "nummod":
        head = tree.tokens[number.head]
        return head if head.pos == "NOUN" else None
    of = next((c for c in number.children if tree.tokens[c].lower == "of"), None)
    counted = tree.child(of, "pobj") if of is not None else None
    return tree.tokens[counted] if counted is not None and tree.tokens[counted].pos == "NOUN" else None
