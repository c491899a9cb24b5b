"""What a figure fills: of whom or what it is said, and what is said of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Literal

from twosource.compare.equivalents import canonical
from twosource.compare.quantities import Quantity
from twosource.lexicons import load_lexicon, word_set
from twosource.records.parse import Token, Tree
from twosource.text.tokens import stem

Change = Literal["rises", "moves", "once"]
ANYONE = frozenset(stem(w) for w in word_set("nouns", "anyone"))
PEOPLE = frozenset(stem(w) for w in word_set("nouns", "people"))
NOT_FAR = 1.4
"""Nobody says "at least" of a figure that is more than so many times as high."""
NOT_FAR_BELOW = 0.9
"""A figure below this share of an "up to" is another one: what is allowed, not what there was."""
SUPPOSING = word_set("nouns", "supposing")
PARTS = word_set("nouns", "parts")
RISE_VERBS = word_set("nouns", "rise_verbs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One figure at its place."""

    predicate: str
    """Name of the class of `lexicons/en/predicates.toml`, or the stem of the verb."""
    role: Literal["agent", "patient", "whole"]
    """`whole`: the figure behind "of" in "21 of the 276"."""
    quantity: Quantity
    kind: frozenset[str]
    """Words that tell the counted ones from others: "Chinese" in "two Chinese tourists"."""
    part: bool
    """The counted ones are named beside others or as a part of them, so that the figure is no total."""
    classed: bool
    """True where the predicate is a class of the lexicon."""


@cache
def _classes() -> dict[str, dict[str, str]]:
    """Return for each part (acts, undergoes, states, nouns) the class of each lemma."""
    parts: dict[str, dict[str, str]] = {"acts": {}, "undergoes": {}, "states": {}, "nouns": {}}
    for name, entry in load_lexicon("predicates").items():
        for part, words in parts.items():
            words.update(dict.fromkeys(entry[part], name))
    return parts


@cache
def change_of(predicate: str) -> Change:
    """Return how figures of a predicate class behave over time; `once` for a predicate without a class."""
    entry = load_lexicon("predicates").get(predicate)
    change: Change = entry["change"] if entry else "once"
    return change


def predicate_class(token: Token) -> str:
    """Return the class of a verb, noun or adjective, or its stem."""
    classes = _classes()
    order = ("acts", "undergoes", "states", "nouns") if token.pos == "VERB" else ("states", "nouns", "acts", "undergoes")
    return next((classes[p][token.lemma] for p in order if token.lemma in classes[p]), stem(token.lemma))


def find_slots(quantities: Sequence[Quantity], tree: Tree) -> tuple[Slot, ...]:
    """Return the slots that the figures of a statement fill, in order; `tree` is that of its sentence."""
    return tuple(s for q in quantities for s in _slots_of(q, tree))


def same_heads(a: Quantity, b: Quantity) -> bool:
    """True when two figures may count the same: same unit, and same noun or one that fits any people."""
    if a.unit != b.unit:
        return False
    if a.noun == b.noun or a.unit != "count":
        return True
    return any(x in ANYONE or not x for x in (a.noun, b.noun)) and all(not x or x in ANYONE | PEOPLE for x in (a.noun, b.noun))


def same_count(left: Sequence[Slot], right: Sequence[Slot]) -> bool:
    """True when both statements give the same figure for all who are in the same state: "four killed", "the four dead"."""
    return any(_one_figure(p, q) for p in left for q in right)


def _one_figure(p: Slot, q: Slot) -> bool:
    if not p.classed or p.predicate != q.predicate or p.role != "patient" or q.role != "patient":
        return False
    whole = not p.part and not q.part and p.kind == q.kind
    return whole and p.quantity.low == q.quantity.low and same_heads(p.quantity, q.quantity)


def _likely_low(q: Quantity) -> float:
    return q.high * NOT_FAR_BELOW if q.bound == "most" else q.low


def _likely_high(q: Quantity) -> float:
    return q.low * NOT_FAR if q.high == inf else q.high


def slots_clash(left: Sequence[Slot], right: Sequence[Slot]) -> bool:
    """True when the figures of one statement are said of other states than those of the other: 14 killed, 31 injured."""
    a, b = {s.predicate for s in left if s.classed}, {s.predicate for s in right if s.classed}
    if not a or not b or a & b:
        return False
    return not any(p.quantity.low == q.quantity.low for p in left for q in right)


def figures_clash(left: Iterable[Quantity], right: Sequence[Quantity]) -> bool:
    """True when the same noun or unit is counted with values that cannot both be meant, and no figure agrees.

    "At least nine" is taken for a figure not far above nine: 14 is another one. "Up to 1,500" is taken for the bound itself.
    """
    clash = False
    for p in left:
        for q in right:
            if not same_heads(p, q):
                continue
            if max(_likely_low(p), _likely_low(q)) <= min(_likely_high(p), _likely_high(q)):
                return False
            clash = True
    return clash


def _slots_of(quantity: Quantity, tree: Tree) -> Iterator[Slot]:
    noun = tree.tokens[quantity.head]
    beside = (tree.tokens[c] for c in noun.children)
    kind = frozenset(canonical(t.lemma) for t in beside if t.dep in ("amod", "compound", "poss") and t.pos != "NUM")
    if _is_whole(quantity, tree) and _own_predicate(tree, noun) is None:
        yield Slot(predicate="", role="whole", quantity=quantity, kind=kind, part=False, classed=False)
        return
    number = tree.tokens[quantity.token]
    found = _filled(tree, noun) if number.head == noun.i or number.i == noun.i else _governed(tree, number)
    if found:
        predicate, role = found
        yield Slot(
            predicate=predicate,
            role=role,
            quantity=quantity,
            kind=kind - {canonical(s) for s in _classes()["states"]},
            part=_is_part(quantity, tree),
            classed=predicate in load_lexicon("predicates"),
        )


def _is_part(quantity: Quantity, tree: Tree) -> bool:
    """True for a figure beside others ("two pilots and 10 tourists", "nine others") or of a larger whole ("five of the dead")."""
    noun, number = tree.tokens[quantity.head], tree.tokens[quantity.token]
    beside = noun.dep == "conj" or any(tree.tokens[c].dep == "conj" for c in noun.children)
    of_the = number.i != noun.i and number.head != noun.i and any(tree.tokens[c].dep == "det" for c in noun.children)
    whence = any(tree.tokens[c].lower == "from" for c in noun.children)
    return beside or of_the or whence or noun.lemma in ("other", "rest")


def _is_whole(quantity: Quantity, tree: Tree) -> bool:
    """True for the 276 of "21 of the 276 girls"."""
    noun = tree.tokens[quantity.head]
    of = tree.tokens[noun.head]
    if noun.dep != "pobj" or of.lower != "of":
        return False
    part = tree.tokens[of.head]
    return (
        part.i != quantity.token
        and part.i < quantity.token
        and (part.pos in ("NUM", "PRON", "DET") or part.lemma in ("half", "third", "most"))
    )


def _filled(tree: Tree, noun: Token) -> tuple[str, Literal["agent", "patient"]] | None:
    """Return the predicate that the counted ones stand under, and their role there."""
    classes = _classes()
    if noun.lemma in classes["nouns"] or noun.lemma in classes["states"]:
        return predicate_class(noun), "patient"
    governed = _governed(tree, noun)
    if governed and governed[0] in load_lexicon("predicates"):
        return governed
    own = _own_predicate(tree, noun)
    return (own, "patient") if own else governed


def _own_predicate(tree: Tree, noun: Token) -> str | None:
    """Return the class of a participle or adjective that hangs on a counted noun: "women released from jail"."""
    classes = _classes()
    for child in (tree.tokens[c] for c in noun.children):
        if child.dep in ("acl", "relcl") and child.tag == "VBN" and child.lemma in classes["acts"]:
            return classes["acts"][child.lemma]
        if child.dep in ("amod", "acl", "relcl") and (found := _state(child) or _predicated(tree, child)):
            return found
    return None


def _governed(tree: Tree, noun: Token) -> tuple[str, Literal["agent", "patient"]] | None:
    classes = _classes()
    head = tree.tokens[noun.head]
    while noun.dep == "conj" and head.i != noun.i:
        noun, head = head, tree.tokens[head.head]
    if noun.dep in ("nsubj", "nsubjpass") and head.lemma in SUPPOSING:
        deed = tree.child(head.i, "xcomp")
        if deed is not None and tree.tokens[deed].lemma in classes["undergoes"]:
            return predicate_class(tree.tokens[deed]), "patient"
    if noun.dep == "nsubjpass":
        return predicate_class(head), "patient"
    if noun.dep in ("dobj", "oprd"):
        state = _small_clause(tree, head)
        return state or (predicate_class(head), "patient")
    if noun.dep == "nsubj":
        said = _predicated(tree, head)
        if said:
            return said, "patient"
        return predicate_class(head), "patient" if head.lemma in classes["undergoes"] else "agent"
    if noun.dep in ("pobj", "npadvmod", "attr"):
        return _by_preposition(tree, head)
    return None


def _small_clause(tree: Tree, verb: Token) -> tuple[str, Literal["agent", "patient"]] | None:
    """Return the state of "left 84 people dead"."""
    for c in (tree.tokens[c] for c in verb.children):
        state = _state(c)
        if c.dep in ("oprd", "acomp", "ccomp", "xcomp", "advcl") and state:
            return state, "patient"
    return None


def _state(token: Token) -> str | None:
    """Return the class of an adjective or participle that tells a state, or None."""
    states = _classes()["states"]
    return states.get(token.lemma) or states.get(token.lower)


def _predicated(tree: Tree, verb: Token) -> str | None:
    """Return the class of "are dead", "remain in captivity", "are still missing", also where the state heads the clause."""
    states = _classes()["states"]
    if _state(verb) and (verb.pos in ("ADJ", "NOUN") or verb.tag == "VBG"):
        return _state(verb)
    for c in (tree.tokens[c] for c in verb.children):
        if c.dep in ("acomp", "attr", "oprd", "advmod") and _state(c):
            return _state(c)
        if c.dep == "prep":
            below = tree.child(c.i, "pobj")
            if below is not None:
                near = [tree.tokens[below], *(tree.tokens[k] for k in tree.tokens[below].children)]
                state = next((states[t.lemma] for t in near if t.lemma in states), None)
                if state:
                    return state
    return None


def _by_preposition(tree: Tree, preposition: Token) -> tuple[str, Literal["agent", "patient"]] | None:
    """Return the slot of a figure behind a preposition: "the death of 84 people", "the toll rose to 85"."""
    above = tree.tokens[preposition.head]
    if preposition.lower == "of" and above.lemma in _classes()["nouns"]:
        return predicate_class(above), "patient"
    if above.lemma in RISE_VERBS:
        subject = tree.child(above.i, "nsubj", "nsubjpass")
        if subject is not None:
            near = [tree.tokens[subject], *(tree.tokens[k] for k in tree.subtree(subject))]
            return next(((c, "patient") for t in near if (c := _classes()["nouns"].get(t.lemma))), None)
    return None
