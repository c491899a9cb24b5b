"""Who denies what: denials in the attribution, in the predicate, by calling a claim false, and by plain negation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.equivalents import canonical
from twosource.compare.features import content_stems
from twosource.compare.finding import Side, is_open
from twosource.compare.overlap import mass
from twosource.compare.subjects import predicate_stem
from twosource.lexicons import word_set
from twosource.records.parse import Token

VERBS = word_set("denial", "verbs")
DOUBTS = word_set("denial", "doubts")
FALSITIES = word_set("denial", "falsities")
TRUTHS = word_set("denial", "truths")
NEVER = word_set("denial", "never")
NO = frozenset({"no", "not", "n't", "never"})
REJECTING = word_set("denial", "rejecting")
HOLLOW_LEMMAS = word_set("denial", "hollow")
HOLLOW = frozenset(canonical(w) for w in HOLLOW_LEMMAS)
FIGURES = frozenset(canonical(w) for w in word_set("denial", "figures"))
CUES = frozenset(canonical(w) for w in VERBS | DOUBTS | FALSITIES | TRUTHS)
ABOUT = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "pcomp", "acl", "relcl"})
ABOUT_PREPOSITIONS = frozenset({"about", "of", "on", "over", "as", "whether", "that"})
COMPLEMENTS = frozenset({"dobj", "acomp", "attr", "prep", "nsubj", "pobj", "oprd"})
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
        rule = denial_rule(side)
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


def denial_rule(side: Side) -> str | None:
    """Return which rule makes a statement a denial, or None."""
    f = side.features
    s = f.statement
    if s.stage == "no-comment" or (s.attribution and s.attribution.speech == "no-comment"):
        return None
    if any(f.tree.tokens[i].lemma in NEVER or f.tree.tokens[i].lower == "if" for i in s.tokens):
        return None
    in_clause = None if s.head is None or s.stage in ("planned", "proposed") else _clause_rule(side, f.tree.tokens[s.head])
    told = s.stage == "denied" or (s.attribution is not None and s.attribution.speech in ("deny", "doubt"))
    told = told and not _is_cue(side)
    return in_clause or ("attributed-denial" if told else None)


def _clause_rule(side: Side, head: Token) -> str | None:
    f = side.features
    below = [f.tree.tokens[c] for c in head.children]
    near = {head.lemma, *(t.lemma for t in below if t.dep in COMPLEMENTS)}
    if f.statement.polarity == "negated":
        return "called-untrue" if near & TRUTHS and _is_hollow(below) else None
    if head.lemma in VERBS and not any(t.lower in NO for t in below):
        what = {t.lemma for t in below if t.dep in ("dobj", "nsubjpass")}
        clause = any(t.dep in ("ccomp", "xcomp") for t in below)
        return "verb-of-denial" if head.lemma not in REJECTING or clause or what & HOLLOW_LEMMAS else None
    if near & DOUBTS:
        return "doubt"
    return "called-false" if head.lemma in FALSITIES | {"be"} and near & FALSITIES and _is_hollow(below) else None


def _is_hollow(below: list[Token]) -> bool:
    """True where the subject stands for something that was said ("the report", "this"), and there is one."""
    return any(t.dep in ("nsubj", "nsubjpass") and t.lemma in HOLLOW_LEMMAS for t in below)


def _topic(side: Side, rule: str) -> frozenset[str]:
    """Return the words of what is denied that stand in the denial itself; figures only where there are no others."""
    topic = side.features.own if rule == "attributed-denial" else _complement_words(side)
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
            elif c.dep in ABOUT or (c.dep == "prep" and c.lower in ABOUT_PREPOSITIONS):
                found |= inside.intersection(f.tree.subtree(c.i))
    return frozenset(content_stems(f.tree.tokens[i] for i in found)) & f.own


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


def _is_cue(side: Side) -> bool:
    """True where the head of a statement is itself the word of telling ("investigators questioned the crew")."""
    s = side.features.statement
    if s.attribution is None or s.head is None:
        return False
    head = side.features.tree.tokens[s.head]
    return any(c.start <= head.start < c.end for c in s.attribution.cue)


def _has_verb(side: Side) -> bool:
    head = side.features.statement.head
    return head is not None and side.features.tree.tokens[head].pos in ("VERB", "AUX")
