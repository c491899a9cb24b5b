"""The predicates a clause hangs on: those that govern it, its own, those it governs."""

from collections.abc import Iterator

from twosource.analyse.clauses import Clause
from twosource.analyse.cuts import SUBJECTS
from twosource.records.parse import Token, Tree


def find_spine(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """Return the predicates of a clause, outermost first: "plans" and "buy" of "plans to buy"."""
    inside = frozenset(clause.tokens)
    spine = list(_governors(tree, clause.head))[::-1]
    i: int | None = clause.head
    while i is not None:
        spine.append(i)
        i = next((j for j in _governed(tree, i) if j in inside and j not in spine), None)
    return tuple(spine)


def _governed(tree: Tree, i: int) -> Iterator[int]:
    """Yield what completes a predicate: "plans *to go*", "is suspected of *hiding* it", "raised fears that it may *fall*"."""
    for c in tree.tokens[i].children:
        t = tree.tokens[c]
        if t.dep in ("xcomp", "ccomp", "pcomp"):
            yield c
        elif t.dep == "prep":
            yield from (j for j in t.children if tree.tokens[j].dep == "pcomp")
        elif t.dep in ("dobj", "attr", "nsubj"):
            yield from (j for n in coordinated_nouns(tree, c) for j in tree.tokens[n].children if _is_noun_clause(tree, j))


def coordinated_nouns(tree: Tree, i: int | None) -> Iterator[int]:
    """Yield a noun and those coordinated with it."""
    while i is not None and tree.tokens[i].pos == "NOUN":
        yield i
        i = tree.child(i, "conj")


def _is_noun_clause(tree: Tree, i: int) -> bool:
    return tree.tokens[i].dep == "acl" and tree.child(i, *SUBJECTS) is not None


def _governors(tree: Tree, head: int) -> Iterator[int]:
    """Yield the predicates whose infinitive or complement the clause is, nearest first ("plans to buy X and *sell Y*")."""
    i = first_conjunct(tree, head)
    while tree.tokens[i].dep == "xcomp":
        i = tree.tokens[i].head
        yield i
        i = first_conjunct(tree, i)


def first_conjunct(tree: Tree, i: int) -> int:
    """Return the first of the coordinated tokens that `i` is one of."""
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return i


def find_auxiliaries(tree: Tree, spine: tuple[int, ...]) -> Iterator[Token]:
    """Yield the auxiliaries of the predicates; a bare infinitive borrows those of the conjunct before it."""
    for i in spine:
        j = i
        while True:
            own = [tree.tokens[c] for c in tree.tokens[j].children if tree.tokens[c].dep in ("aux", "auxpass")]
            yield from own
            t = tree.tokens[j]
            if own or t.dep != "conj" or t.head == j or t.tag not in ("VB", "VBN", "VBG"):
                break
            j = t.head
