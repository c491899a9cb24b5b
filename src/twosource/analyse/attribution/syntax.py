"""Questions asked of a parsed sentence: who is the subject, where is the complement, which words make the cue."""

from twosource.records.parse import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CUE_DEPS = frozenset({"aux", "auxpass", "neg", "prt"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
VERBAL = frozenset({"VERB", "AUX"})


def subject_of(tree: Tree, i: int) -> int | None:
    """Return the token that heads the subject of verb `i`, looked for along coordination and control; None where there is none.

    A relative pronoun is returned as it stands; `antecedent` tells what it is for.
    """
    tokens = tree.tokens
    for _ in range(4):
        own = own_subject(tree, i)
        if own is not None:
            return own
        verb = tokens[i]
        if verb.head == i:
            return None
        if verb.dep == "acl":
            return None if _has_to(tree, i) else verb.head
        if verb.dep == "relcl":
            return verb.head
        if verb.dep == "pcomp":
            i = tokens[verb.head].head
        elif (
            verb.dep == "xcomp"
            and tokens[verb.head].lemma not in SUBJECT_CONTROL
            and (controller := tree.child(verb.head, "dobj", "dative")) is not None
        ):
            return controller
        elif verb.dep in ("conj", "xcomp", "advcl", "dep") and tokens[verb.head].pos in VERBAL:
            i = verb.head
        else:
            return None
    return None


def own_subject(tree: Tree, i: int) -> int | None:
    """Return the subject that hangs on verb `i` itself, stray marks left out."""
    tokens = tree.tokens
    return next((j for j in tokens[i].children if tokens[j].dep in SUBJECTS and tokens[j].text[0].isalnum()), None)


SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "use", "issue", "make", "take", "give"})
"""Verbs beside whose object an infinitive still belongs to the subject ("promised him to stay")."""


def _has_to(tree: Tree, i: int) -> bool:
    return any(tree.tokens[j].tag == "TO" for j in tree.tokens[i].children)


def antecedent(tree: Tree, i: int) -> int | None:
    """Return what a relative pronoun stands for; None for any other token."""
    token = tree.tokens[i]
    if token.lower in RELATIVES and token.tag in ("WP", "WDT", "IN"):
        for above in tree.ancestors(i):
            if tree.tokens[above].dep == "relcl":
                return tree.tokens[above].head
    return None


def noun_phrase(tree: Tree, i: int, *outside: int) -> tuple[int, int]:
    """Return the bounds of the noun phrase headed by `i`, cut at clauses that follow it and at the tokens `outside`."""
    tokens = tree.tokens
    left, right = tokens[i].left, tokens[i].right
    for j in tokens[i].children:
        if j > i and tokens[j].dep in CLAUSES and (tokens[j].dep == "relcl" or tokens[tokens[j].left - 1].text == ","):
            right = min(right, tokens[j].left)
    right = next((j for j in range(i + 1, right) if tokens[j].text in OPENING), right)
    for j in outside:
        if i < j < right:
            right = j
        elif left <= j < i:
            left = j + 1
    return left, max(right, i + 1)


OPENING = frozenset({"“", '"', "``", "«"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis"})


def cue_tokens(tree: Tree, i: int) -> list[int]:
    """Return the verb with its auxiliaries, negation, particle and the adverbs right before it."""
    tokens = tree.tokens
    found = [i, *(j for j in tokens[i].children if tokens[j].dep in CUE_DEPS)]
    j = i - 1
    while j >= 0 and (j in found or (tokens[j].tag == "RB" and tokens[j].dep == "advmod" and tokens[j].head == i)):
        found.append(j)
        j -= 1
    return sorted(set(found))


def is_passive(tree: Tree, i: int) -> bool:
    """True for a verb in the passive."""
    return any(tree.tokens[j].dep in ("auxpass", "nsubjpass") for j in tree.tokens[i].children)


def agent_of(tree: Tree, i: int) -> int | None:
    """Return the head of "by X" below a passive verb, or None."""
    for j in tree.tokens[i].children:
        if tree.tokens[j].dep == "agent" or (tree.tokens[j].dep == "prep" and tree.tokens[j].lower == "by"):
            return tree.child(j, "pobj")
    return None
