"""Whom "he", "she" or "his" may stand for within its own sentence, as the structure of the sentence tells."""

from collections.abc import Callable, Iterator

from twosource.analyse.mentions.entities import Entity
from twosource.records.parse import Token, Tree

SUBJECTS = ("nsubj", "nsubjpass")
_OWNERS = ("of", "by")
_RIVALS = frozenset({"nsubj", "nsubjpass", "poss"})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "appos"})
_VERBAL = ("VERB", "AUX")

Named = Callable[[int], Entity | None]
"""Returns the person that a token stands for, or None."""


def find_antecedents(tree: Tree, pronoun: Token, named: Named) -> tuple[int, ...]:
    """Return the token of the person that the nearest governing clause or noun offers: the subject of a verb above, the head of a
    relative clause, a possessor. Two tokens where another person stands nearer, so that either may be meant; none where no
    person is offered.
    """
    for i in _offered(tree, pronoun):
        who = named(i)
        if who is not None:
            outside = (j for j in range(i + 1, pronoun.i) if not tree.tokens[i].left <= j < _phrase_end(tree, i))
            rival = next((j for j in outside if _is_rival(tree, pronoun, j, who, named)), None)
            return (i,) if rival is None else (i, rival)
    return ()


def _offered(tree: Tree, pronoun: Token) -> Iterator[int]:
    """Yield the tokens that may be meant, the nearest clause first."""
    tokens, below = tree.tokens, pronoun
    own, inside = _governor(tree, pronoun), pronoun.dep == "poss" or pronoun.lower.endswith("self")
    while below.head != below.i:
        above = tokens[below.head]
        if (above.pos in _VERBAL or tree.child(above.i, *SUBJECTS) is not None) and (above.i != own or inside):
            yield from _subject(tree, above, below, pronoun)
        for j in above.children:
            if tokens[j].dep == "advcl" and j < below.i and j < pronoun.i:  # "While Ana Ruso's plans may change, her aim is"
                yield from _subject(tree, tokens[j], below, pronoun)
        if above.pos in ("NOUN", "PROPN"):
            if below.dep == "acl" and below.tag in ("VBN", "VBG"):  # "Ana Ruso, known for her"
                yield above.i
            if pronoun.head != above.i:
                yield from (j for j in above.children if tokens[j].dep == "poss" and j != below.i and j < pronoun.i)
        below = above


def _subject(tree: Tree, verb: Token, below: Token, pronoun: Token) -> Iterator[int]:
    """Yield the subject of a verb and, where it is a thing, whose it is: "Kim's aim is to show his", "the visit of Kim"."""
    if below.dep == "xcomp" and below.i > verb.i:  # "urged Ana Ruso to bring her"
        yield from (j for j in verb.children if tree.tokens[j].dep == "dobj" and j < below.i)
    for j in verb.children:
        if tree.tokens[j].dep not in SUBJECTS or j == below.i or j == pronoun.i:
            continue
        if tree.tokens[j].tag == "WP" and verb.dep == "relcl":
            yield verb.head
        yield j
        for k in tree.tokens[j].children:
            if tree.tokens[k].dep == "poss" and k != pronoun.i:
                yield k
            if tree.tokens[k].lower in _OWNERS and tree.tokens[k].dep == "prep":
                yield from (m for m in tree.tokens[k].children if tree.tokens[m].dep == "pobj")


def _governor(tree: Tree, token: Token) -> int:
    """Return the verb of which a pronoun is subject or object itself."""
    head = tree.tokens[token.head]
    while head.dep in ("prep", "agent", "dative") and head.head != head.i:
        head = tree.tokens[head.head]
    return head.i


def _phrase_end(tree: Tree, i: int) -> int:
    """Return where the phrase of a subject ends: its appositions and relative clauses name no rival of its."""
    return tree.tokens[i].right if tree.tokens[i].dep in _RIVALS else i + 1


def _is_rival(tree: Tree, pronoun: Token, j: int, who: Entity, named: Named) -> bool:
    dep = tree.tokens[j].dep
    if dep not in _RIVALS and not (pronoun.dep == "poss" and dep in _OBJECTS):
        return False
    other = named(j)
    return other is not None and other is not who and (other.named or not who.named)
