"""Whom or what a statement is about: the words of its subject."""

from twosource.compare.equivalents import canonical
from twosource.compare.features import Features, statement_stems


def subject_words(f: Features) -> frozenset[str]:
    """Return the stems of the subject of a statement's head, also of what a pronoun stands for; empty where it has none."""
    if f.statement.head is None:
        return frozenset()
    child = f.tree.child(f.statement.head, "nsubj", "nsubjpass", "csubj")
    if child is None:
        return f.borrowed
    if f.tree.tokens[child].pos == "PRON":
        return f.borrowed & f.names
    below = f.tree.subtree(child)
    return frozenset(s for s in statement_stems(f.tree, below) if not s.startswith("#"))


def same_subject(a: Features, b: Features) -> bool:
    """True unless both statements have a subject and the two share no word."""
    left, right = subject_words(a), subject_words(b)
    return not left or not right or bool(left & right)


def predicate_stem(f: Features) -> str:
    """Return the stem of the head of a statement, or nothing."""
    return "" if f.statement.head is None else canonical(f.tree.tokens[f.statement.head].lemma)
