"""Noun phrases without a name that speak or are spoken of: "a security official", "the bank", "the newspaper"."""

from typing import Literal, NamedTuple

from twosource.analyse.mentions.words import name_words, person_noun, role_words
from twosource.records.parse import Tree

NounKind = Literal["person", "body", "outlet", "agency"]
DEFINITE = frozenset({"the", "that", "this", "those", "these"})
_HEADS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj", "dative", "agent", "ROOT", "attr", "appos"})
_CUT = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "ccomp", "parataxis", "dep"})


_STOPS = frozenset({",", "(", ")", "—", "–", "--", ";", ":", '"', "“", "”"})
"""Where a phrase ends, whatever the parse says."""


_LEFT_STOPS = _STOPS - {"(", ")", '"', "“", "”"}


class NounPhrase(NamedTuple):
    """A noun phrase without a name."""

    head: int
    noun: str
    """Singular, lower case."""
    kind: NounKind
    plural: bool
    definite: bool
    owned: bool
    """It has a possessor ("Ostrel's president")."""
    modifiers: frozenset[str]
    """Lower-case adjectives and nouns before the head."""
    named: bool
    """A name stands before the head ("the Kesnews agency")."""


def noun_phrase_at(tree: Tree, i: int) -> NounPhrase | None:
    """Return the noun phrase headed by token `i` when its noun may stand for somebody, or None."""
    token, roles = tree.tokens[i], role_words()
    if token.pos not in ("NOUN", "PROPN", "ADJ") or token.dep not in _HEADS:
        return None
    kind: NounKind
    noun, plural = token.lower, token.tag in ("NNS", "NNPS")
    if noun in ("head", "heads") and any(tree.tokens[j].tag == "PRP$" for j in token.children):
        return None  # "his head" is no office
    if noun in ("figure", "figures") and not any(tree.tokens[j].tag in ("JJ", "NN", "NNP") for j in token.children if j < i):
        return None  # a number, unless it is a "senior figure"
    person = person_noun(noun)
    if person:
        (noun, plural), kind = person, "person"
    elif noun in roles.outlets:
        kind = "outlet"
    elif noun in roles.agencies:
        kind = "agency"
    elif noun in roles.bodies or noun in name_words().companies:
        kind = "body"
    else:
        return None
    before = [tree.tokens[j] for j in token.children if j < i]
    definite = any(t.lower in DEFINITE for t in before if t.dep in ("det", "predet")) or any(t.dep == "poss" for t in before)
    modifiers = frozenset(t.lower for t in before if t.dep in ("amod", "compound", "nmod", "poss", "nummod"))
    owned = any(t.dep == "poss" for t in before)
    proper = [t for t in before if t.pos == "PROPN" and t.dep in ("compound", "nmod") and t.lower not in name_words().demonyms]
    whole = " ".join(t.lower for t in tree.tokens[proper[0].left : proper[-1].i + 1]) if proper else ""
    named = bool(proper) and name_words().known.get(whole) != "place"
    return NounPhrase(i, noun, kind, plural, definite, owned, modifiers, named)


def extent(tree: Tree, head: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase headed by `head`: its modifiers and the prepositional phrases after it,
    without relative clauses (unless the noun says nothing without one), appositions and further conjuncts.
    """
    tokens = tree.tokens
    end, vague = tokens[head].right, tokens[head].lower in role_words().vague
    for j in tokens[head].children:
        if j > head and tokens[j].dep in _CUT and not (vague and tokens[j].dep == "relcl"):
            end = min(end, tokens[j].left)
            break
    end = max(end, head + 1)
    end = next(
        (k for k in range(head + 1, end) if tokens[k].text in _STOPS or (tokens[k].tag in ("WP", "WDT") and not vague)), end
    )
    start = tokens[head].left
    start = next((k + 1 for k in range(head - 1, start - 1, -1) if tokens[k].text in _LEFT_STOPS), start)
    while end > head + 1 and not tokens[end - 1].text[0].isalnum():
        end -= 1
    return start, end
