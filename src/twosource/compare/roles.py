"""Who does it and to whom: whether a statement has the same people in the same places as a claim."""

from collections.abc import Set

from twosource.compare.equivalents import canonical
from twosource.compare.features import NEGATIONS, name_stems, statement_stems
from twosource.compare.finding import Side
from twosource.compare.slots import ANYONE
from twosource.compare.subjects import predicate_stem, subject_words
from twosource.records.parse import Token, Tree


def find_deed(claim: Side, told: Side) -> Token | None:
    """Return the word of a statement that tells the claim's deed, its own head first; "travel" in "travel style" is none."""
    wanted, tree = predicate_stem(claim.features), told.features.tree
    found = [t for t in (tree.tokens[i] for i in told.features.statement.tokens) if canonical(t.lemma) == wanted]
    found = [t for t in found if t.dep != "compound"]
    return min(found, key=lambda t: (t.i != told.features.statement.head, t.i), default=None)


def is_negated(side: Side, other: Side) -> bool:
    """True where a statement negates its head, or a word that the other statement has too ("no ammonia")."""
    f = side.features
    if f.statement.polarity == "negated":
        return True
    for t in (f.tree.tokens[i] for i in f.statement.tokens):
        if t.lower not in NEGATIONS:
            continue
        near = [t.head, *t.children] if t.pos in ("VERB", "AUX") else [t.head]
        if any(k == f.statement.head or canonical(f.tree.tokens[k].lemma) in other.features.own for k in near):
            return True
    return False


def is_about_others(claim: Side, told: Side, beside: Set[str], around: Set[str]) -> bool:
    """True where somebody else does it, or it is done to somebody else.

    `beside` are the stems of the other clauses of the statement's sentence, `around` those of all that may be meant by
    "the company" or "the two countries" in it.
    """
    return _is_done_by_others(claim, told, beside, around) or _is_done_to_others(claim, told)


def _is_done_by_others(claim: Side, told: Side, beside: Set[str], around: Set[str]) -> bool:
    """True where the doer of the claim is the one it is done to in the statement, or another one altogether does it."""
    doer, other = _doer(claim, claim), _doer(claim, told)
    if not doer or not other or doer & other or _speaks_of_itself(claim, doer):
        return False
    if doer & told.features.own or not doer & claim.features.names:
        return True
    return not doer & (beside if other & told.features.names else told.features.borrowed | around)


def _doer(claim: Side, side: Side) -> frozenset[str]:
    """Return the stems of the one who does the claim's deed in a statement: of its subject, or of what stands behind "by"."""
    f, deed = side.features, find_deed(claim, side)
    if deed is not None and deed.i != f.statement.head:
        return frozenset()
    if f.statement.head is not None and f.tree.child(f.statement.head, "nsubjpass") is not None:
        by = f.tree.child(f.statement.head, "agent")
        return frozenset(statement_stems(f.tree, f.tree.subtree(by))) if by is not None else frozenset()
    return subject_words(f)


def _speaks_of_itself(claim: Side, doer: Set[str]) -> bool:
    """True where the doer is the teller: whether the right one tells it is another question."""
    return any(doer <= set(name_stems(link.source)) for link in claim.features.statement.chain)


def _is_done_to_others(claim: Side, told: Side) -> bool:
    """True where the claim's deed is done to somebody, and the statement's to others; "people" may be any."""
    f = claim.features
    deed = find_deed(claim, told)
    if deed is None or f.statement.head is None:
        return False
    asked, said = _undergoer(f.tree, f.statement.head), _undergoer(told.features.tree, deed.i)
    if asked & ANYONE or not asked or not said:
        return False
    return (bool(asked & f.names) or _is_passive(f.tree, f.statement.head)) and not asked & (said | told.features.borrowed)


def _is_passive(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "nsubjpass") is not None


def _undergoer(tree: Tree, verb: int) -> frozenset[str]:
    """Return the stems of the object of a verb, or of its subject where it is passive, figures included."""
    child = tree.child(verb, "dobj", "nsubjpass")
    return frozenset(statement_stems(tree, tree.subtree(child))) if child is not None else frozenset()
