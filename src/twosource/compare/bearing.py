"""What one statement of a report has to say to a typed claim: it supports it, does so in part, stands against it, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.compare.anchors import same_event
from twosource.compare.chained import find_teller_gap
from twosource.compare.equivalents import canonical
from twosource.compare.exclusive import Exclusion, find_exclusive
from twosource.compare.features import statement_stems
from twosource.compare.figures import find_figure_gaps
from twosource.compare.finding import Side, is_open, say
from twosource.compare.overlap import mass
from twosource.compare.quantities import BOUNDS
from twosource.compare.roles import find_deed, is_about_others, is_negated
from twosource.compare.subjects import subject_words
from twosource.records.check import Bearing, Gap, Weighed
from twosource.records.report import Report
from twosource.records.statement import Certainty, Stage
from twosource.text.tokens import stem

MIN_NEAR = 0.4
"""Share of the weight of the claim's words that a statement itself must have; with the other clauses of its sentence where it has
the claim's predicate ("the fire may have started" with "when the battery overheated")."""
MIN_WIDE = 0.65
"""The same with its sentence and what all reports of the story speak of; below it the statement speaks of something else."""
MIN_WHOLE = 0.8
"""The same for a statement that supports the claim or stands against it: little of the claim is left unsaid."""
MIN_AGAINST = 0.6
"""Share of the weight of the claim's words that must stand in a statement against it, where it has but one matter in common."""
MIN_OTHERWISE = 0.75
"""The same for a statement with another predicate: the deed may be told in other words, or be another deed."""
SURE: Mapping[Certainty, int] = {"doubted": 0, "possible": 1, "probable": 2, "asserted": 3}
HEDGES: Mapping[Certainty, str] = {"doubted": "in doubt", "possible": "possible", "probable": "probable", "asserted": "certain"}
REACHED: Mapping[Stage, int] = {"proposed": 0, "planned": 1, "under-way": 2, "none": 3, "done": 3}
STAGES: Mapping[Stage, str] = {"proposed": "proposed", "planned": "still to come", "under-way": "under way"}
BOUND_STEMS = frozenset(stem(w) for phrase in BOUNDS for w in phrase.split())
NAMING = frozenset({"NOUN", "PROPN"})
"""Words without which the claim would be another one."""
UNKNOWN = frozenset({"whether"})
CONDITIONS = frozenset({"if", "unless"})
AIMING = frozenset({"to", "will", "would", "may", "might", "can", "could", "shall", "should", "must"})
LIGHT_HEADS = frozenset({"be", "have", "do", "make", "take", "give", "get", "go", "come"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What surrounds the statements of a story."""

    weights: Mapping[str, float]
    """Weight of each stem."""
    sentences: Mapping[tuple[int, int], frozenset[str]]
    """Stems of the statements of each sentence, by report and index."""
    whole: Mapping[tuple[int, int], frozenset[str]]
    """The same with the words around its statements: who says so and to whom."""
    common: frozenset[str]
    """Stems of what the story is about: those in the leads of a third of its reports."""
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cover:
    """How much of the claim's words a statement has, 0 to 1."""

    near: float
    wide: float
    missing: frozenset[str]
    """Stems of the claim that neither the statement nor what surrounds it has."""


def weigh_statement(claim: Side, told: Side, ground: Ground) -> Weighed | None:
    """Return what a statement has to say to the claim; None where it speaks of something else or leaves the matter open."""
    cover = _cover(claim, told, ground)
    if cover.near < MIN_NEAR or cover.wide < MIN_WIDE or not _may_bear(claim, told):
        return None
    if _denies(told) and not _denies(claim):
        return _weighed(told, "denies", (_gap_denied(told),), cover) if cover.wide >= MIN_WHOLE else None
    beside = ground.sentences[_place(told)] - told.features.own
    if is_about_others(claim, told, beside, _surroundings(told, ground) | ground.common):
        return None
    return _weigh_telling(claim, told, cover, ground)


def _weigh_telling(claim: Side, told: Side, cover: _Cover, ground: Ground) -> Weighed | None:
    """Return what a statement that is no denial has to say to the claim."""
    other_deed = _has_other_predicate(claim, told)
    against, gaps = find_figure_gaps(claim, told, ground.sentences[_place(told)])
    against += _opposites(claim, told, other_deed)
    matter = (claim_words(claim) & told.features.own) - claim.features.names - ground.common
    if against:
        clear = cover.wide >= MIN_WHOLE and same_event(claim.anchor, told.anchor, claim.main)
        clear = clear and (cover.near >= MIN_AGAINST or len(matter) > 1)
        return _weighed(told, "contradicts", against, cover) if clear else None
    if other_deed and (gaps or cover.wide < MIN_OTHERWISE or not matter - subject_words(claim.features)):
        return None
    gaps += _softer(claim, told) + find_teller_gap(claim, told, ground.reports[told.features.report])
    gaps += _unsaid(claim, told, cover, ground, other_deed)
    return _weighed(told, "in-part" if gaps else "supports", gaps, cover)


def _weighed(told: Side, bearing: Bearing, gaps: tuple[Gap, ...], cover: _Cover) -> Weighed:
    return Weighed(statement=told.features.statement.id, bearing=bearing, gaps=gaps, share=round(cover.near, 3))


def _place(side: Side) -> tuple[int, int]:
    return side.features.report, side.features.statement.sentence


def claim_words(claim: Side) -> frozenset[str]:
    """Return the stems of a claim without figures and "at least"; of a claim that has figures alone, these."""
    return frozenset(s for s in claim.features.own if not s.startswith("#")) - BOUND_STEMS or claim.features.own


def _cover(claim: Side, told: Side, ground: Ground) -> _Cover:
    words = claim_words(claim) - _opposite_words(claim, told)
    near = told.features.own | told.features.borrowed
    if _head_lemma(claim) not in LIGHT_HEADS and find_deed(claim, told):
        near |= ground.sentences[_place(told)]
    wide = near | _surroundings(told, ground) | ground.common
    whole = mass(ground.weights, words) or 1.0
    return _Cover(
        near=mass(ground.weights, words & near) / whole,
        wide=mass(ground.weights, words & wide) / whole,
        missing=words - wide,
    )


def _surroundings(told: Side, ground: Ground) -> frozenset[str]:
    """Return the stems of a statement's sentence and of the one before, where "the chemical" or "the visit" was named."""
    report, sentence = _place(told)
    return ground.whole[report, sentence] | ground.whole.get((report, sentence - 1), frozenset())


def _may_bear(claim: Side, told: Side) -> bool:
    """False where one of the two leaves open (no-comment, a denial) what the other tells."""
    one, other = claim.features.statement, told.features.statement
    if _has(told, UNKNOWN) and not _has(claim, UNKNOWN):
        return False
    silent = (one.stage == "no-comment", other.stage == "no-comment")
    return silent[0] == silent[1] and not (_denies(claim) and not _denies(told))


def _has_other_predicate(claim: Side, told: Side) -> bool:
    f = claim.features
    if f.statement.head is None:
        return False
    head = f.tree.tokens[f.statement.head]
    if head.pos not in ("VERB", "AUX") or head.lemma in LIGHT_HEADS or find_deed(claim, told):
        return False
    return not {s.predicate for s in f.slots if s.classed} & {s.predicate for s in told.features.slots if s.classed}


def _has(side: Side, words: frozenset[str]) -> bool:
    return any(side.features.tree.tokens[i].lower in words for i in side.features.statement.tokens)


def _is_conditional(side: Side) -> bool:
    """True where "if" or "unless" stands in a statement or opens a clause of its own below it."""
    f = side.features
    below = f.tree.tokens[f.statement.head].children if f.statement.head is not None else ()
    opened = (f.tree.tokens[k] for c in below if f.tree.tokens[c].dep == "advcl" for k in f.tree.tokens[c].children)
    return _has(side, CONDITIONS) or any(t.lower in CONDITIONS for t in opened)


def _denies(side: Side) -> bool:
    return side.denies is not None or side.features.statement.stage == "denied"


def _opposites(claim: Side, told: Side, other_deed: bool) -> tuple[Gap, ...]:
    """Return the gap of a statement that negates what the claim affirms, or tells the opposite."""
    unsaid = is_negated(told, claim)
    if (
        not (other_deed or _denies(claim) or _denies(told) or _is_conditional(claim) or _is_conditional(told))
        and is_negated(claim, told) != unsaid
    ):
        said = "not so" if unsaid else "the opposite"
        return (Gap(slot="polarity", reason=f"the report says {said}"),)
    found = _opposed(claim, told)
    return (Gap(slot=found.slot, reason="the report has the opposite word"),) if found else ()


def _opposed(claim: Side, told: Side) -> Exclusion | None:
    """Return the words of claim and statement of which only one can hold, where one heads its clause or both are steady."""
    found = find_exclusive(claim.features.lemmas, told.features.lemmas)
    if found is None or found.steady:
        return found
    return found if {_head_lemma(claim), _head_lemma(told)} & (found.left | found.right) else None


def _opposite_words(claim: Side, told: Side) -> frozenset[str]:
    """Return the stems of the claim that the statement has the opposite of: no wonder that it lacks them."""
    found = _opposed(claim, told)
    return frozenset(canonical(w) for w in found.left | found.right) if found else frozenset()


def _head_lemma(side: Side) -> str:
    f = side.features
    return "" if f.statement.head is None else f.tree.tokens[f.statement.head].lemma


def _softer(claim: Side, told: Side) -> tuple[Gap, ...]:
    """Return the gaps of a statement that is less sure or less far on than the claim, or said under a condition."""
    one, other = claim.features.statement, told.features.statement
    gaps = []
    if SURE[other.certainty] < SURE[one.certainty]:
        gaps.append(Gap(slot="hedge", reason=f"said, but hedged: {HEDGES[other.certainty]}"))
    elif (is_open(told) and not is_open(claim)) or (_is_conditional(told) and not _is_conditional(claim)):
        gaps.append(Gap(slot="hedge", reason="said, but as a question or under a condition"))
    if _is_aim(claim, told):
        gaps.append(Gap(slot="stage", reason="said as an aim or a possibility"))
    elif REACHED.get(other.stage, 3) < REACHED.get(one.stage, 3):
        gaps.append(Gap(slot="stage", reason=f"said as {STAGES[other.stage]}"))
    return tuple(gaps)


def _is_aim(claim: Side, told: Side) -> bool:
    """True where the claim tells as done or certain what stands below "to", "may" or "would" inside the statement."""
    deed = find_deed(claim, told)
    if (
        deed is None
        or deed.i == told.features.statement.head
        or claim.features.statement.stage not in ("done", "none", "planned")
    ):
        return False
    return any(told.features.tree.tokens[c].lower in AIMING for c in deed.children)


def _unsaid(claim: Side, told: Side, cover: _Cover, ground: Ground, other_deed: bool) -> tuple[Gap, ...]:
    """Return the gaps of words that the report does not have, or has others in the place of."""
    if other_deed:
        return (Gap(slot="wording", reason="told with another verb"),)
    tree, missing = claim.features.tree, cover.missing | _replaced_names(claim, told, ground)
    tokens = (tree.tokens[i] for i in claim.features.statement.tokens)
    words = [t.text for t in tokens if t.pos in NAMING and missing.intersection(statement_stems(tree, (t.i,)))]
    return (Gap(slot="wording", reason=f"not said there: {', '.join(words)}"),) if words else ()


def _replaced_names(claim: Side, told: Side, ground: Ground) -> frozenset[str]:
    """Return the names of the claim that the whole story speaks of, but of which the statement has others instead."""
    own = claim.features.names & claim.features.own
    there = told.features.own | told.features.borrowed
    others = (told.features.names & told.features.own) - claim.features.own - claim.features.borrowed - _time_stems(told)
    return own - there - ground.whole[_place(told)] if others else frozenset()


def _time_stems(side: Side) -> frozenset[str]:
    tokens = (side.features.tree.tokens[i] for i in side.features.statement.tokens)
    timed = (t.i for t in tokens if any(x.span.start <= t.start < x.span.end for x in side.features.times))
    return frozenset(statement_stems(side.features.tree, timed))


def _gap_denied(told: Side) -> Gap:
    if told.denies == "doubt" or told.features.statement.certainty == "doubted":
        return Gap(slot="hedge", reason="the report has doubts about it")
    attribution = told.features.statement.attribution
    if attribution is None or attribution.speech != "deny" or not attribution.cue:
        return Gap(slot="polarity", reason="the report has a denial of it")
    return Gap(slot="polarity", reason=f"the report has {say(told, attribution.cue[0])}")


def share_of(claim: Side, told: Side, ground: Ground) -> float:
    """Return the share (0 to 1) of the weight of the claim's words that a statement has."""
    return round(_cover(claim, told, ground).near, 3)
