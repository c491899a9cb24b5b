"""Whom or what a statement is about: the words of its subject."""

from twosource.compare.equivalents import canonical, shorten_names
from twosource.compare.features import Features, statement_stems
from twosource.lexicons import word_set

LEADING = word_set("comparison", "leading")
"""Verbs that lead up to another."""


def subject_words(f: Features) -> frozenset[str]:
    """Return the stems of the subject of a statement's head, also of what a pronoun stands for; empty where it has none."""
    if f.statement.head is None:
        return frozenset()
    child = f.tree.child(f.statement.head, "nsubj", "nsubjpass", "csubj")
    if child is None:
        return f.lender
    if f.tree.tokens[child].pos == "PRON":
        return f.borrowed & f.names
    below = f.tree.subtree(child)
    return frozenset(s for s in statement_stems(f.tree, below) if not s.startswith("#"))


def same_subject(a: Features, b: Features) -> bool:
    """True unless both statements have a subject and the two share no word; active and passive are not compared."""
    if _is_passive(a) != _is_passive(b):
        return True
    left, right = subject_words(a), subject_words(b)
    return not left or not right or bool(left & right)


def named_subject(f: Features) -> frozenset[str]:
    """Return the name stems of a subject that is a name, its fullest form where that is known; empty for any other subject."""
    if f.statement.head is None:
        return frozenset()
    child = f.tree.child(f.statement.head, "nsubj", "nsubjpass")
    if child is None or f.tree.tokens[child].pos != "PROPN":
        return frozenset()
    near = [child, *(c for c in f.tree.tokens[child].children if f.tree.tokens[c].pos == "PROPN")]
    return shorten_names(frozenset(statement_stems(f.tree, near)))


def _is_passive(f: Features) -> bool:
    return f.statement.head is not None and f.tree.child(f.statement.head, "nsubjpass", "auxpass") is not None


def aim_stem(f: Features) -> str:
    """Return the stem of the deed that a statement is about, verbs that only lead up to it left aside ("began to search")."""
    if f.statement.head is None:
        return ""
    token = f.tree.tokens[f.statement.head]
    while token.lemma in LEADING:
        below = [f.tree.tokens[c] for c in token.children]
        below += [f.tree.tokens[c] for t in below if t.dep == "prep" for c in t.children]
        deed = next((t for t in below if t.dep in ("xcomp", "pcomp") and t.pos == "VERB"), None)
        if deed is None:
            break
        token = deed
    return canonical(token.lemma)


def predicate_stem(f: Features) -> str:
    """Return the stem of the head of a statement, or nothing."""
    return "" if f.statement.head is None else canonical(f.tree.tokens[f.statement.head].lemma)
