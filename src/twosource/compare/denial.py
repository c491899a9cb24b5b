"""Who denies what: denials in the attribution, in the predicate, by calling a claim false, and by plain negation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.equivalents import canonical
from twosource.compare.features import Features, content_stems
from twosource.compare.finding import Finding, Side, Told, is_open
from twosource.compare.overlap import mass
from twosource.compare.subjects import predicate_stem, subject_words
from twosource.lexicons import word_set
from twosource.records.parse import Token

VERBS = word_set("denial", "verbs")
DOUBTS = word_set("denial", "doubts")
FALSITIES = word_set("denial", "falsities")
TRUTHS = word_set("denial", "truths")
NEVER = word_set("denial", "never")
HOLLOW = frozenset(canonical(w) for w in word_set("denial", "hollow"))
FIGURES = frozenset(canonical(w) for w in word_set("denial", "figures"))
CUES = frozenset(canonical(w) for w in VERBS | DOUBTS | FALSITIES | TRUTHS)
ABOUT = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "pcomp", "acl", "relcl"})
ABOUT_PREPOSITIONS = frozenset({"about", "of", "on", "over", "as", "whether", "that"})
COMPLEMENTS = frozenset({"dobj", "acomp", "attr", "prep", "nsubj", "pobj", "oprd"})
DENIABLE = frozenset({"done", "under-way", "none"})
MIN_CLAIM = 9.0
"""A statement of less weight says too little to be denied."""
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


MIN_FORWARD = 0.5
"""Share of the weight of a denial's topic that a claim must have."""
MIN_FORWARD_SAME = 0.25
"""The same where the claim has the predicate that is denied."""
ALL = 0.99
MIN_BACKWARD = 0.35
"""Share of the weight of the claim's statement that must stand in the denial (or in what it refers back to)."""
MIN_CONTEXT = 0.2
"""The same for a denial without a topic of its own, of what stands around it."""
KNOWN = 0.3
"""How much it counts how many reports carry a claim beside how near it is; the other way round for a denial without a topic."""
CENTRAL = 0.3
"""A denial without a topic of its own can only mean a claim that this share of the reports carries."""


def find_denials(sides: Sequence[Side], weights: Mapping[str, float]) -> list[Denial]:
    """Return the denials among the statements of a story, given in order of report and position."""
    found = []
    for k, side in enumerate(sides):
        rule = _denial_rule(side)
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


def find_denied(denial: Denial, told: Told, reports: int, weights: Mapping[str, float]) -> tuple[Side, Finding] | None:
    """Return the statement of a claim that a denial rejects, and the dispute; None where it speaks of something else.

    `reports` is the number of reports in the story.
    """
    if not _is_topic_of(denial, told, reports, weights):
        return None
    words = denial.topic | denial.context
    near = [(mass(weights, words & s.features.own), -s.index, s) for s in told.sides if _may_be_denied(denial, s, weights)]
    if not near:
        return None
    shared, _, side = max(near, key=lambda x: x[:2])
    backward = shared / (mass(weights, side.features.own) or 1.0)
    if backward < (MIN_BACKWARD if denial.topic else MIN_CONTEXT):
        return None
    statement = denial.side.features.statement
    known = KNOWN if denial.topic else 1 - KNOWN
    if not denial.topic and not _is_claimed(told):
        return None
    score = round(min(1.0, (1 - known) * backward + known * told.reports / reports), 3)
    return side, Finding(
        kind="disputes",
        slot="polarity",
        strength=score,
        reason=f"{_who(denial.side)} rejects this: “{statement.exact}”",
        rule=denial.rule,
        spans=(*side.features.statement.spans, *statement.spans),
    )


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


def _is_topic_of(denial: Denial, told: Told, reports: int, weights: Mapping[str, float]) -> bool:
    """True when a claim has the words of what is denied: most of them, all of a topic of few words, the predicate always."""
    if not denial.topic:
        if denial.figure and not any(w.startswith("#") for w in told.words):
            return False
        return told.reports >= max(2.0, CENTRAL * reports)
    if denial.predicate in denial.topic and denial.predicate not in told.words:
        return False
    content = denial.topic - denial.side.features.names
    if content and not content & told.words:
        return False
    forward = mass(weights, denial.topic & told.words) / mass(weights, denial.topic)
    if denial.context:
        return forward >= ALL
    return forward >= (MIN_FORWARD_SAME if denial.predicate in denial.topic else MIN_FORWARD)


def _is_claimed(told: Told) -> bool:
    """True where somebody is named for a claim, or it is hedged: such claims draw denials."""
    return any(s.features.statement.chain or s.features.statement.certainty != "asserted" for s in told.sides)


def _who(side: Side) -> str:
    chain = side.features.statement.chain
    return chain[-1].source if chain else "The report"


def _may_be_denied(denial: Denial, side: Side, weights: Mapping[str, float]) -> bool:
    statement, denying = side.features.statement, denial.side.features.statement
    if statement.polarity != "affirmed" or statement.stage not in DENIABLE or is_open(side) or _denial_rule(side):
        return False
    if mass(weights, side.features.own) < MIN_CLAIM:
        return False
    teller = statement.chain[-1].source if statement.chain else None
    denier = denying.chain[-1].source if denying.chain else None
    return teller is None or teller != denier


def _denial_rule(side: Side) -> str | None:
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
    negated = f.statement.polarity == "negated"
    below = {head.lemma, *(f.tree.tokens[c].lemma for c in head.children if f.tree.tokens[c].dep in COMPLEMENTS)}
    if head.lemma in VERBS and not negated and not _is_undeniable(f, head):
        return "verb-of-denial"
    if below & DOUBTS and not negated:
        return "doubt"
    if below & FALSITIES and not negated and _is_hollow(subject_words(f)):
        return "called-false"
    if below & TRUTHS and negated and _is_hollow(subject_words(f)):
        return "called-untrue"
    return None


def _is_undeniable(f: Features, head: Token) -> bool:
    """True for "there is no denying"."""
    return any(f.tree.tokens[c].lower in ("no", "not", "n't", "never") for c in head.children)


def _is_hollow(subject: frozenset[str]) -> bool:
    return not subject or bool(subject & HOLLOW)


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
