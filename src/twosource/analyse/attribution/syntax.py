"""Questions asked of a parsed sentence: who is the subject, where is the complement, which words make the cue."""

from twosource.records.parse import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CUE_DEPS = frozenset({"aux", "auxpass", "neg", "prt"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
VERBAL = frozenset({"VERB", "AUX"})


def subject_of(tree: Tree, i: int) -> int | None:
    """Return the token that heads the subject of verb `i`, looked for along coordination and control; None where there is none."""
    tokens = tree.tokens
    for _ in range(4):
        own = tree.child(i, *SUBJECTS)
        if own is not None:
            return antecedent(tree, own)
        verb = tokens[i]
        if verb.head == i:
            return None
        if verb.dep == "acl":
            return verb.head
        if verb.dep == "relcl":
            return verb.head
        if verb.dep == "pcomp":
            i = tokens[verb.head].head
            continue
        if verb.dep in ("conj", "xcomp", "advcl", "dep") and tokens[verb.head].pos in VERBAL:
            i = verb.head
            continue
        return None
    return None


def antecedent(tree: Tree, i: int) -> int:
    """Return what a relative pronoun stands for; any other token itself."""
    token = tree.tokens[i]
    if token.lower in RELATIVES and token.tag in ("WP", "WDT", "IN"):
        for above in tree.ancestors(i):
            if tree.tokens[above].dep == "relcl":
                return tree.tokens[above].head
    return i


def phrase(tree: Tree, i: int, without: int | None = None) -> list[int]:
    """Return the tokens of the noun phrase headed by `i`: its subtree, less the part that holds token `without`."""
    tokens = tree.tokens
    found, todo = [], [i]
    while todo:
        j = todo.pop()
        found.append(j)
        for k in tokens[j].children:
            child = tokens[k]
            if without is not None and child.left <= without < child.right:
                continue
            if child.dep in ("cc", "conj") and j == i and without is not None and child.left > without:
                continue
            todo.append(k)
    return sorted(found)


def cue_tokens(tree: Tree, i: int) -> list[int]:
    """Return the verb with its auxiliaries, negation and particle."""
    tokens = tree.tokens
    return [
        i,
        *(
            j
            for j in tokens[i].children
            if tokens[j].dep in CUE_DEPS or (tokens[j].dep == "advmod" and abs(j - i) == 1 and tokens[j].tag == "RB")
        ),
    ]


def is_passive(tree: Tree, i: int) -> bool:
    """True for a verb in the passive."""
    return any(tree.tokens[j].dep in ("auxpass", "nsubjpass") for j in tree.tokens[i].children)


def agent_of(tree: Tree, i: int) -> int | None:
    """Return the head of "by X" below a passive verb, or None."""
    for j in tree.tokens[i].children:
        if tree.tokens[j].dep == "agent" or (tree.tokens[j].dep == "prep" and tree.tokens[j].lower == "by"):
            return tree.child(j, "pobj")
    return None
