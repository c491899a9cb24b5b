"""Who denies what: denials in the attribution, in the predicate, and by calling a claim false."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.equivalents import canonical
from twosource.compare.finding import Finding, Side
from twosource.compare.overlap import covered, mass
from twosource.compare.subjects import subject_words
from twosource.lexicons import word_set
from twosource.records.parse import Token

VERBS = word_set("denial", "verbs")
DOUBTS = word_set("denial", "doubts")
FALSITIES = word_set("denial", "falsities")
TRUTHS = word_set("denial", "truths")
NEVER = word_set("denial", "never")
HOLLOW = frozenset(canonical(w) for w in word_set("denial", "hollow"))
CUES = frozenset(canonical(w) for w in VERBS | DOUBTS | FALSITIES | TRUTHS)
BACK = 3
"""How many statements before a denial may hold what it denies."""
MIN_COVERED = 0.5
"""Share of the weight of a denial's topic that a claim must have."""
MIN_TOPIC = 6.0
"""A topic of less weight says too little; the statements before it are added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A statement that denies something, and the words of what it denies."""

    side: Side
    topic: frozenset[str]
    rule: str


def find_denials(sides: Sequence[Side], weights: Mapping[str, float]) -> list[Denial]:
    """Return the denials among the statements of a story, given in order of report and position."""
    found = []
    for k, side in enumerate(sides):
        rule = _denial_rule(side)
        if rule is None:
            continue
        topic = _topic(side, rule)
        if mass(weights, topic) < MIN_TOPIC:
            topic |= _before(sides, k)
        found.append(Denial(side=side, topic=topic, rule=rule))
    return found


def is_denied(denial: Denial, side: Side, weights: Mapping[str, float]) -> Finding | None:
    """Return the dispute of a claim by a denial, where the claim has enough of what is denied."""
    share = covered(denial.topic, side, weights)
    if share < MIN_COVERED or not _may_be_denied(denial, side):
        return None
    return Finding(
        kind="disputes",
        slot="polarity",
        strength=round(share, 3),
        reason=f"{_who(denial.side)} denies this: “{denial.side.features.statement.exact}”",
        rule=denial.rule,
        spans=(*side.features.statement.spans, *denial.side.features.statement.spans),
    )


def _who(side: Side) -> str:
    chain = side.features.statement.chain
    return chain[-1].source if chain else "The report"


def _may_be_denied(denial: Denial, side: Side) -> bool:
    statement, denying = side.features.statement, denial.side.features.statement
    if statement.polarity != "affirmed" or statement.stage in ("denied", "no-comment") or _denial_rule(side):
        return False
    teller = statement.chain[-1].source if statement.chain else None
    denier = denying.chain[-1].source if denying.chain else None
    return teller is None or teller != denier


def _denial_rule(side: Side) -> str | None:
    """Return which rule makes a statement a denial, or None."""
    f = side.features
    s = f.statement
    words = {t.lemma for t in (f.tree.tokens[i] for i in s.tokens)}
    if words & NEVER:
        return None
    if s.stage == "no-comment" or (s.attribution and s.attribution.speech == "no-comment"):
        return None
    if s.stage == "denied" or (s.attribution and s.attribution.speech in ("deny", "doubt")):
        return "attributed-denial"
    if s.head is None or s.stage in ("planned", "proposed"):
        return None
    return _clause_rule(side, f.tree.tokens[s.head])


def _clause_rule(side: Side, head: Token) -> str | None:
    f = side.features
    negated = f.statement.polarity == "negated"
    below = {
        f.tree.tokens[c].lemma
        for c in head.children
        if f.tree.tokens[c].dep in ("dobj", "acomp", "attr", "prep", "nsubj", "pobj", "oprd")
    }
    below.add(head.lemma)
    if head.lemma in VERBS and not negated:
        return "verb-of-denial"
    if below & DOUBTS and not negated:
        return "doubt"
    if below & FALSITIES and not negated and _is_hollow(subject_words(side.features)):
        return "called-false"
    if below & TRUTHS and negated and _is_hollow(subject_words(side.features)):
        return "called-untrue"
    return None


def _is_hollow(subject: frozenset[str]) -> bool:
    return not subject or bool(subject & HOLLOW)


def _topic(side: Side, rule: str) -> frozenset[str]:
    """Return the words of what is denied that stand in the denial itself."""
    topic = side.features.own - HOLLOW - CUES
    return topic if rule == "attributed-denial" else topic - (subject_words(side.features) - HOLLOW)


def _before(sides: Sequence[Side], k: int) -> frozenset[str]:
    """Return the words of the statements just before in the same report."""
    found: set[str] = set()
    for back in range(1, BACK + 1):
        if k - back < 0 or sides[k - back].features.report != sides[k].features.report:
            break
        found |= sides[k - back].features.own - HOLLOW - CUES
    return frozenset(found)
