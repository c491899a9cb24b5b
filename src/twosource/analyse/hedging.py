"""How a clause is worded: yes or no, how sure, how far the matter has gone.

Only wording counts: of the clause itself, of the predicates that govern it, and of the telling it stands in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.analyse.clauses import Clause
from twosource.analyse.cuts import SUBJECTS
from twosource.analyse.polarity import find_negations, has_no
from twosource.analyse.signs import CERTAINTIES, STAGES, Sign, levels, listed, phrases
from twosource.analyse.spine import coordinated_nouns, find_auxiliaries, find_spine
from twosource.analyse.stages import find_future, find_mood, find_progress, find_stage_signs, is_to_come, plain_stage
from twosource.lexicons import load_lexicon
from twosource.records.attribution import Attribution
from twosource.records.parse import Token, Tree
from twosource.records.statement import Certainty, Polarity, Stage

PRESUPPOSED = frozenset({"relative clause set off", "long relative clause", "apposition"})
"""Cuts that only describe something: who denies, doubts or expects the rest takes these for granted."""
WEAK_PARTICIPLES = frozenset({"said", "considered", "estimated", "reported", "understood"})
"""These soften only what they govern ("is said to be"), not a noun ("estimated losses")."""
SPEECH_STAGES: dict[str, Stage] = {"deny": "denied", "no-comment": "no-comment", "demand": "proposed"}
"""How far the content of an act of speech has gone."""
SPEECH_LEVELS: dict[str, Certainty] = {"doubt": "doubted", "expect": "probable", "think": "possible", "ask": "possible"}
"""How sure the content of an act of speech or thought is; plain telling says nothing on that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a clause is worded, and the signs that decided it."""

    polarity: Polarity
    certainty: Certainty
    stage: Stage
    signs: tuple[Sign, ...]


def read_wording(tree: Tree, clause: Clause, tellings: Sequence[Attribution] = (), title: bool = False) -> Wording:
    """Return how a clause is worded; `tellings` are the attributions in whose content it stands, innermost first."""
    spine = find_spine(tree, clause)
    presupposed = clause.rule in PRESUPPOSED
    told = (s for t in tellings if not presupposed for s in _telling_signs(t))
    signs = tuple(dict.fromkeys((*_clause_signs(tree, clause, spine), *find_mood(tree, clause, title), *told)))
    read = {s.reads for s in signs}
    certainty: Certainty = next((c for c in CERTAINTIES if c in read), "asserted")
    stage = next((s for s in STAGES if s in read), None) or plain_stage(tree, spine, title)
    return Wording(polarity="negated" if "negated" in read else "affirmed", certainty=certainty, stage=stage, signs=signs)


def _clause_signs(tree: Tree, clause: Clause, spine: tuple[int, ...]) -> Iterator[Sign]:
    auxiliaries = tuple(find_auxiliaries(tree, spine))
    negations = tuple(find_negations(tree, clause, spine))
    yield from negations
    for t in auxiliaries:
        if t.lower in listed("hedges", "modals.possible") and not (t.lower == "could" and negations):
            yield Sign(reads="possible", rule="modal", tokens=(t.i,))
        yield from find_future(tree, t)
    yield from find_progress(tree, auxiliaries)
    for k, i in enumerate(spine):
        yield from _predicate_signs(tree, i, spine[k + 1] if k + 1 < len(spine) else None)
    yield from _word_signs(tree, clause)
    yield from _phrase_signs(tree, clause)
    yield from _opener_signs(tree, clause)


def _predicate_signs(tree: Tree, i: int, below: int | None) -> Iterator[Sign]:
    """Read one predicate of the spine; `below` is the predicate it governs."""
    t = tree.tokens[i]
    complement = tree.child(i, "acomp", "attr", "oprd")
    words = [t] if complement is None else [t, tree.tokens[complement]]
    yield from find_stage_signs(tree, words, below)
    yield from _mind_signs(tree, words[:1] if below is None else words, below is not None)
    for w in words[1:]:
        level = levels("adjectives").get(w.lower)
        if level:
            yield Sign(reads=level, rule="hedging adjective", tokens=(w.i,))
    for noun in coordinated_nouns(tree, tree.child(i, "dobj", "attr", "nsubjpass")):
        yield from _noun_signs(tree, noun)


def _mind_signs(tree: Tree, words: Sequence[Token], governs: bool) -> Iterator[Sign]:
    """Read what is believed, feared, expected, and what seems; `governs` when a predicate follows."""
    passive = _is_passive(tree, words[0])
    for w in words:
        if passive and w.lower in levels("passives") and (governs or w.lower not in WEAK_PARTICIPLES):
            yield Sign(reads=levels("passives")[w.lower], rule="hedging participle", tokens=(w.i,))
        elif w.lemma in levels("verbs") and (governs or tree.child(w.i, "acomp", "attr", "oprd") is not None):
            yield Sign(reads=levels("verbs")[w.lemma], rule="hedging verb", tokens=(w.i,))
        elif governs and not passive and w.lemma in levels("minds"):
            yield Sign(reads=levels("minds")[w.lemma], rule="opinion", tokens=(w.i,))


def _is_passive(tree: Tree, t: Token) -> bool:
    alone = tree.child(t.i, "aux", "nsubj", "dobj") is None
    return t.tag == "VBN" and (alone or tree.child(t.i, "auxpass") is not None)


def _noun_signs(tree: Tree, noun: int) -> Iterator[Sign]:
    """Read a noun that stands for a wording: "announced a *plan* to leave", "raised *doubts* about whether it fell"."""
    governed = tree.child(noun, "acl", "relcl", "prep", "ccomp")
    if governed is None:
        return
    lemma = tree.tokens[noun].lemma
    if lemma in listed("stages", "plan_nouns") and is_to_come(tree, governed):
        yield Sign(reads="planned", rule="plan", tokens=(noun,))
    if lemma in levels("nouns") and not has_no(tree, noun):
        yield Sign(reads=levels("nouns")[lemma], rule="hedging noun", tokens=(noun,))


def _word_signs(tree: Tree, clause: Clause) -> Iterator[Sign]:
    """Read hedging adverbs anywhere in the clause, and hedging attributes of nouns that are not its subject."""
    for i in clause.tokens:
        t = tree.tokens[i]
        found = levels("adverbs").get(t.lower) if t.pos == "ADV" or t.dep == "advmod" else None
        if found is None and t.dep == "amod" and tree.tokens[t.head].dep not in SUBJECTS and not has_no(tree, t.head):
            found = levels("attributes").get(t.lower)
        if found:
            yield Sign(reads=found, rule="hedging word", tokens=(i,))


def _phrase_signs(tree: Tree, clause: Clause) -> Iterator[Sign]:
    lowered = [tree.tokens[i].lower.replace("’", "'") for i in clause.tokens]
    lowered = ["not" if w == "n't" else w for w in lowered]
    present = frozenset(lowered)
    for reads, phrase in phrases():
        if phrase[0] in present:
            for k in range(len(lowered) - len(phrase) + 1):
                if tuple(lowered[k : k + len(phrase)]) == phrase:
                    yield Sign(reads=reads, rule="phrase", tokens=clause.tokens[k : k + len(phrase)])


def _opener_signs(tree: Tree, clause: Clause) -> Iterator[Sign]:
    """Read "if" and "whether" at the head of a clause, and the question mark at the end of the sentence."""
    opener = tree.child(clause.head, "mark", "advmod")
    if opener is not None and tree.tokens[opener].lower in listed("hedges", "openers.possible"):
        yield Sign(reads="possible", rule="not said to be so", tokens=(opener,))
    asked = next((t.i for t in tree.tokens[-2:] if t.text == "?"), None)
    if asked is not None:
        yield Sign(reads="possible", rule="question", tokens=(asked,))


def _telling_signs(telling: Attribution) -> Iterator[Sign]:
    """Yield what the cue of a telling says on its content; plain telling says nothing."""
    stage = SPEECH_STAGES.get(telling.speech)
    if stage:
        yield Sign(reads=stage, rule=f"content of {telling.speech!r}")
    level = SPEECH_LEVELS.get(telling.speech)
    if telling.hedge:
        level = _hedge_level(telling.hedge) or level or "possible"
    if level:
        yield Sign(
            reads=level, rule=f"the telling is worded {telling.hedge!r}" if telling.hedge else f"content of {telling.speech!r}"
        )


@cache
def _hedge_level(hedge: str) -> Certainty | None:
    """Return how sure a cue's own hedge is: the weakest that the lexicon knows of its words."""
    words = hedge.lower().split()
    tables = load_lexicon("hedges").values()
    return next((level for level in CERTAINTIES if any(w in table.get(level, ()) for table in tables for w in words)), None)
