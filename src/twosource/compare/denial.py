"""Who denies what: denials in the attribution, in the predicate, by calling a claim false, and by plain negation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.denying import DOUBTS, FALSITIES, HOLLOW_LEMMAS, TRUTHS, VERBS
from twosource.compare.equivalents import canonical
from twosource.compare.features import statement_stems
from twosource.compare.finding import Side, is_open
from twosource.compare.overlap import mass
from twosource.compare.subjects import predicate_stem
from twosource.lexicons import word_set
from twosource.records.parse import Token

HOLLOW = frozenset(canonical(w) for w in HOLLOW_LEMMAS)
FIGURES = frozenset(canonical(w) for w in word_set("denial", "figures"))
CUES = frozenset(canonical(w) for w in VERBS | DOUBTS | FALSITIES | TRUTHS)
ABOUT = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "pcomp", "acl", "relcl"})
ABOUT_PREPOSITIONS = frozenset({"about", "of", "on", "over", "as", "whether", "that"})
BACK = 3
"""How many statements before a denial may hold what it denies."""
MIN_TOPIC = 6.0
"""A topic of less weight says too little; the statements before it are added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A statement that denies something, and the words of what it denies."""

    side: Side
    topic: frozenset[str]
    """From the denial itself; empty for "this is not true"."""
    context: frozenset[str]
    """From the statements before; used where the topic says too little."""
    figure: bool
    """It is a figure that is called wrong."""
    predicate: str
    """Stem of the verb of what is denied; empty where it has none."""
    rule: str


def find_denials(sides: Sequence[Side], weights: Mapping[str, float]) -> list[Denial]:
    """Return the denials among the statements of a story, given in order of report and position."""
    found = []
    for k, side in enumerate(sides):
        rule = side.denies
        if rule is None or is_open(side):
            continue
        topic = _topic(side, rule)
        thin = mass(weights, topic) < MIN_TOPIC
        if thin and rule == "doubt":
            continue
        if not topic and (rule == "doubt" or side.features.statement.certainty == "possible" or not _has_verb(side)):
            continue
        figure = bool(side.features.own & FIGURES)
        context = _before(sides, k) if thin else frozenset()
        verb = predicate_stem(side.features) if rule == "attributed-denial" else _complement_verb(side)
        found.append(Denial(side=side, topic=topic, context=context, figure=figure, predicate=verb, rule=rule))
    return found


def _topic(side: Side, rule: str) -> frozenset[str]:
    """Return the words of what is denied that stand in the denial itself; figures only where there are no others."""
    whole = rule == "attributed-denial" and not _complement_verb(side)
    topic = side.features.own if whole else _complement_words(side)
    topic -= HOLLOW | CUES
    return frozenset(s for s in topic if not s.startswith("#")) or topic


def _complement_words(side: Side) -> frozenset[str]:
    """Return the stems of what a verb or noun of denial is about: its object, the clause below, or what is called false."""
    f = side.features
    if f.statement.head is None:
        return frozenset()
    inside, found, todo = set(f.statement.tokens), set(), [f.statement.head]
    while todo:
        for c in (f.tree.tokens[c] for c in f.tree.tokens[todo.pop()].children):
            if c.lemma in DOUBTS | FALSITIES | TRUTHS:
                todo.append(c.i)
            elif _is_about(c):
                found |= inside.intersection(f.tree.subtree(c.i))
    return frozenset(statement_stems(f.tree, sorted(found))) & f.own


def _is_about(token: Token) -> bool:
    """True for the part of a clause that says what is denied, the subject too where that is "claims about ..."."""
    if token.dep == "prep":
        return token.lower in ABOUT_PREPOSITIONS
    return token.dep in ABOUT or (token.dep == "nsubj" and token.lemma in HOLLOW_LEMMAS)


def _complement_verb(side: Side) -> str:
    """Return the stem of the verb below a word of denial ("doubts about whether it was caused by ..."), or nothing."""
    f = side.features
    for i in f.statement.tokens:
        token = f.tree.tokens[i]
        if token.dep in ("ccomp", "xcomp", "pcomp") and token.pos in ("VERB", "AUX") and i != f.statement.head:
            return canonical(token.lemma)
    return ""


def _before(sides: Sequence[Side], k: int) -> frozenset[str]:
    """Return the words of the statements just before in the same report."""
    found: set[str] = set()
    for back in range(1, BACK + 1):
        if k - back < 0 or sides[k - back].features.report != sides[k].features.report:
            break
        found |= sides[k - back].features.own - HOLLOW - CUES
    return frozenset(found)


def _has_verb(side: Side) -> bool:
    head = side.features.statement.head
    return head is not None and side.features.tree.tokens[head].pos in ("VERB", "AUX")
