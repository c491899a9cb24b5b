"""What turns a clause round."""

from collections.abc import Iterator
from functools import cache

from twosource.analyse.clauses import Clause
from twosource.analyse.signs import Sign, listed
from twosource.records.parse import Token, Tree

BEARERS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "prep", "expl"})
"""A "no" on one of these negates the predicate."""


def find_negations(tree: Tree, clause: Clause, spine: tuple[int, ...]) -> Iterator[Sign]:
    """Yield what negates a clause with these predicates."""
    for i in spine:
        if is_undeniable(tree, i):
            continue
        yield from _of_predicate(tree, i)
        undone = tree.child(i, "xcomp") if tree.tokens[i].lemma in listed("negation", "implicit_verbs") else None
        if undone is not None and tree.tokens[undone].lemma not in listed("stages", "acts_of_telling"):
            yield Sign(reads="negated", rule="verb of not doing", tokens=(i,))
    opener = tree.tokens[clause.cut]
    if opener.lower in listed("negation", "prepositions") and opener.i in clause.tokens:
        yield Sign(reads="negated", rule="negating preposition", tokens=(opener.i,))


def is_negated(tree: Tree, i: int) -> bool:
    """True when a "not" hangs on the token."""
    return any(tree.tokens[c].dep == "neg" for c in tree.tokens[i].children)


def is_undeniable(tree: Tree, i: int) -> bool:
    """True for "there is no denying that", "nobody can deny that", "cannot deny that": so it is."""
    verb = tree.tokens[i]
    if verb.lemma == "be":
        denying = next((tree.tokens[c] for c in verb.children if tree.tokens[c].lemma == "deny"), None)
        return denying is not None and denying.tag == "VBG" and is_undeniable(tree, denying.i)
    if verb.lemma not in listed("negation", "denying"):
        return False
    below = [tree.tokens[c] for c in verb.children]
    if verb.tag == "VBG":
        return any(t.lower == "no" for t in below) or (verb.i > 0 and tree.tokens[verb.i - 1].lower == "no")
    able = any(t.lower in listed("negation", "ability") and t.dep == "aux" for t in below)
    nobody = any(t.dep in ("nsubj", "neg") and t.lower in listed("negation", "pronouns") for t in below)
    return able and (nobody or is_negated(tree, i))


def has_determiner(tree: Tree, noun: int, words: frozenset[str]) -> bool:
    """True when one of the words hangs on the noun."""
    return any(tree.tokens[c].lower in words for c in tree.tokens[noun].children)


def has_no(tree: Tree, noun: int) -> bool:
    """True for "no injuries"."""
    return has_determiner(tree, noun, listed("negation", "determiners"))


def _of_predicate(tree: Tree, i: int) -> Iterator[Sign]:
    for c in tree.tokens[i].children:
        child = tree.tokens[c]
        if (child.dep == "neg" or child.lower in listed("negation", "particles")) and not _is_scalar(tree, c):
            yield Sign(reads="negated", rule="negation", tokens=(c,))
        elif child.dep in BEARERS and not _is_idiom(tree, child.left):
            yield from _of_noun(tree, child)


def _of_noun(tree: Tree, t: Token) -> Iterator[Sign]:
    if t.lower in listed("negation", "pronouns") or (t.lower == "no" and t.dep != "intj"):
        yield Sign(reads="negated", rule="negating pronoun", tokens=(t.i,))
    for c in t.children:
        child = tree.tokens[c]
        negates = child.dep == "det" and child.lower in listed("negation", "determiners")
        if (negates or child.dep == "neg") and not _is_scalar(tree, c):
            yield Sign(reads="negated", rule="negating determiner", tokens=(c,))
        elif child.dep == "pobj" and t.dep == "prep":
            yield from _of_noun(tree, child)


def _is_idiom(tree: Tree, left: int) -> bool:
    """True for "no doubt" and "nothing short of": a no that denies nothing."""
    words = [t.lower for t in tree.tokens[left : left + 3]]
    return any(tuple(words[k : k + 2]) in _idioms() for k in range(len(words) - 1))


@cache
def _idioms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(idiom.split()) for idiom in listed("negation", "idioms"))


def _is_scalar(tree: Tree, i: int) -> bool:
    """True for the "not" of "not only"."""
    following = tree.tokens[i + 1].lower if i + 1 < len(tree.tokens) else ""
    return following in listed("negation", "scalar")
