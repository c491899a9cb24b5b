"""How a clause is worded: yes or no, how sure, how far the matter has gone.

Only wording counts: of the clause itself, of the predicates that govern it, and of the telling it stands in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.analyse.clauses import Clause
from twosource.analyse.cuts import SUBJECTS
from twosource.analyse.spine import coordinated_nouns, find_auxiliaries, find_spine, first_conjunct
from twosource.lexicons import load_lexicon, word_set
from twosource.records.attribution import Attribution
from twosource.records.parse import Token, Tree
from twosource.records.statement import Certainty, Polarity, Stage

CERTAINTIES: tuple[Certainty, ...] = ("doubted", "possible", "probable")
"""Weakest first: the weakest wording of a clause holds."""
STAGES: tuple[Stage, ...] = ("denied", "no-comment", "proposed", "planned", "under-way")
"""The first of these that any sign speaks for holds."""

PRESUPPOSED = frozenset({"relative clause set off", "long relative clause", "long participle", "apposition"})
"""Cuts that only describe something: who denies, doubts or expects the rest takes these for granted."""
WEAK_PARTICIPLES = frozenset({"said", "considered", "estimated", "reported", "understood"})
"""These soften only what they govern ("is said to be"), not a noun ("estimated losses")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One word or sequence that says something on polarity, certainty or stage."""

    reads: str
    """`negated`, or a certainty, or a stage."""
    rule: str
    tokens: tuple[int, ...] = ()
    """Where it stands in the tree; empty where the telling's cue carries it."""


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
    found = (*_clause_signs(tree, clause, spine), *(s for t in tellings if not presupposed for s in _telling_signs(t)))
    signs = tuple(dict.fromkeys(found))
    read = {s.reads for s in signs}
    certainty: Certainty = next((c for c in CERTAINTIES if c in read), "asserted")
    stage = next((s for s in STAGES if s in read), None) or _plain_stage(tree, spine, title)
    return Wording(polarity="negated" if "negated" in read else "affirmed", certainty=certainty, stage=stage, signs=signs)


def _clause_signs(tree: Tree, clause: Clause, spine: tuple[int, ...]) -> Iterator[Sign]:
    auxiliaries = tuple(find_auxiliaries(tree, spine))
    negations = tuple(_negations(tree, clause, spine))
    yield from negations
    yield from _modal_signs(tree, auxiliaries, bool(negations))
    for k, i in enumerate(spine):
        yield from _predicate_signs(tree, i, spine[k + 1] if k + 1 < len(spine) else None)
    yield from _word_signs(tree, clause)
    yield from _phrase_signs(tree, clause)
    yield from _opener_signs(tree, clause)


def _negations(tree: Tree, clause: Clause, spine: tuple[int, ...]) -> Iterator[Sign]:
    for i in spine:
        t = tree.tokens[i]
        for c in t.children:
            child = tree.tokens[c]
            if (child.dep == "neg" or child.lower in _set("negation", "particles")) and not _scalar(tree, c):
                yield Sign(reads="negated", rule="negation", tokens=(c,))
            elif child.dep in ("nsubj", "nsubjpass", "dobj", "attr", "prep", "expl") and not _is_idiom(tree, child.left):
                yield from _nominal_negations(tree, child)
        undone = tree.child(i, "xcomp") if t.lemma in _set("negation", "implicit_verbs") else None
        if undone is not None and tree.tokens[undone].lemma not in _set("stages", "acts_of_telling"):
            yield Sign(reads="negated", rule="verb of not doing", tokens=(i,))
    opener = tree.tokens[clause.cut]
    if opener.lower in _set("negation", "prepositions") and opener.i in clause.tokens:
        yield Sign(reads="negated", rule="negating preposition", tokens=(opener.i,))


def _nominal_negations(tree: Tree, t: Token) -> Iterator[Sign]:
    if t.lower in _set("negation", "pronouns") or (t.lower == "no" and t.dep != "intj"):
        yield Sign(reads="negated", rule="negating pronoun", tokens=(t.i,))
    for c in t.children:
        child = tree.tokens[c]
        if child.dep in ("det", "neg") and child.lower in _set("negation", "determiners"):
            yield Sign(reads="negated", rule="negating determiner", tokens=(c,))
        elif child.dep == "pobj" and t.dep == "prep":
            yield from _nominal_negations(tree, child)


def _is_idiom(tree: Tree, left: int) -> bool:
    """True for "no doubt" and "nothing short of": a no that denies nothing."""
    words = [t.lower for t in tree.tokens[left : left + 3]]
    return any(tuple(words[k : k + 2]) in _idioms() for k in range(len(words) - 1))


@cache
def _idioms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(idiom.split()) for idiom in word_set("negation", "idioms"))


def _scalar(tree: Tree, i: int) -> bool:
    following = tree.tokens[i + 1].lower if i + 1 < len(tree.tokens) else ""
    return following in _set("negation", "scalar")


def _modal_signs(tree: Tree, auxiliaries: Sequence[Token], negated: bool) -> Iterator[Sign]:
    for t in auxiliaries:
        if t.lower in _set("hedges", "modals.possible") and not (t.lower == "could" and negated):
            yield Sign(reads="possible", rule="modal", tokens=(t.i,))
        elif t.lower in _set("stages", "future"):
            yield from _future_signs(tree, t)
        elif t.lower in _set("stages", "duty"):
            yield Sign(reads="proposed", rule="duty", tokens=(t.i,))
    present = next((t for t in auxiliaries if t.lemma == "be" and t.dep == "aux"), None)
    if present is not None and tree.tokens[present.head].tag == "VBG" and tree.tokens[present.head].lemma != "go":
        yield Sign(reads="under-way", rule="progressive", tokens=(present.i, present.head))


def _future_signs(tree: Tree, t: Token) -> Iterator[Sign]:
    """The future; but "would have fallen" is what did not happen, and "'d" before a participle is "had"."""
    verb = tree.tokens[t.head]
    if t.lower.endswith("d") and t.lower != "would" and verb.tag in ("VBN", "VBD"):
        return
    perfect = any(tree.tokens[c].lemma == "have" and tree.tokens[c].dep == "aux" for c in verb.children)
    if t.lower == "would" and perfect:
        yield Sign(reads="possible", rule="unreal past", tokens=(t.i,))
    else:
        yield Sign(reads="planned", rule="future", tokens=(t.i,))


def _predicate_signs(tree: Tree, i: int, below: int | None) -> Iterator[Sign]:
    """Read one predicate of the spine; `below` is the predicate it governs."""
    t = tree.tokens[i]
    passive = t.tag == "VBN" and (
        t.dep in ("acl", "conj", "ROOT", "relcl", "ccomp", "amod", "advcl", "acomp") and _passive(tree, t)
    )
    complement = tree.child(i, "acomp", "attr", "oprd")
    words = [t] if complement is None else [t, tree.tokens[complement]]
    yield from _plan_signs(tree, words, below)
    if below is not None or complement is not None or passive:
        yield from _mind_signs(words[:1] if below is None else words, passive, below is not None)
    for level in CERTAINTIES:
        for w in words[1:]:
            if w.lower in _set("hedges", f"adjectives.{level}"):
                yield Sign(reads=level, rule="hedging adjective", tokens=(w.i,))
    yield from _denial_signs(tree, t, words, below)
    for noun in coordinated_nouns(tree, tree.child(i, "dobj", "attr", "nsubjpass")):
        yield from _noun_signs(tree, noun)


def _noun_signs(tree: Tree, noun: int) -> Iterator[Sign]:
    """Read a noun that stands for a wording: "announced a *plan* to leave", "raised *doubts* about whether it fell"."""
    governed = tree.child(noun, "acl", "relcl", "prep", "ccomp")
    if governed is None:
        return
    lemma = tree.tokens[noun].lemma
    if lemma in _set("stages", "plan_nouns") and _to_come(tree, governed):
        yield Sign(reads="planned", rule="plan", tokens=(noun,))
    for level in CERTAINTIES:
        if lemma in _set("hedges", f"nouns.{level}") and not _has_no(tree, noun):
            yield Sign(reads=level, rule="hedging noun", tokens=(noun,))


def _passive(tree: Tree, t: Token) -> bool:
    return tree.child(t.i, "auxpass") is not None or tree.child(t.i, "aux", "nsubj", "dobj") is None


def _plan_signs(tree: Tree, words: Sequence[Token], below: int | None) -> Iterator[Sign]:
    pending = words[0].lemma == "propose" or (words[0].lemma in _set("stages", "pending_verbs") and words[0].tag == "VBG")
    if pending and tree.child(words[0].i, "dobj") is not None:
        yield Sign(reads="proposed", rule="proposal", tokens=(words[0].i,))
    if below is None or not _to_come(tree, below):
        return
    verb = words[0]
    for w in words:
        if w.lower in _set("stages", "plan_words") and w.tag != "VBD":
            yield Sign(reads="planned", rule="plan", tokens=(w.i,))
    if verb.lemma in _set("stages", "plan_verbs"):
        yield Sign(reads="planned", rule="plan", tokens=(verb.i,))
    elif verb.lemma in _set("stages", "proposal_verbs"):
        yield Sign(reads="proposed", rule="proposal", tokens=(verb.i,))
    elif verb.lemma in _set("stages", "ongoing_verbs"):
        yield Sign(reads="under-way", rule="going on", tokens=(verb.i,))


def _to_come(tree: Tree, i: int) -> bool:
    """True for "to leave" and "leaving", not for "to have left"."""
    t = tree.tokens[i]
    if t.tag == "VBG":
        return True
    first = tree.tokens[first_conjunct(tree, i)] if t.tag == "VB" else t
    auxiliaries = [tree.tokens[c].lower for c in first.children if tree.tokens[c].dep in ("aux", "auxpass")]
    return "to" in auxiliaries and "have" not in auxiliaries


def _mind_signs(words: Sequence[Token], passive: bool, governs: bool) -> Iterator[Sign]:
    """Read what is believed, feared, expected; `passive` of the first word, `governs` when a predicate follows."""
    for w in words:
        for level in CERTAINTIES:
            if passive and w.lower in _set("hedges", f"passives.{level}") and (governs or w.lower not in WEAK_PARTICIPLES):
                yield Sign(reads=level, rule="hedging participle", tokens=(w.i,))
            elif w.lemma in _set("hedges", f"verbs.{level}"):
                yield Sign(reads=level, rule="hedging verb", tokens=(w.i,))
            elif governs and not passive and w.lemma in _set("hedges", f"minds.{level}"):
                yield Sign(reads=level, rule="opinion", tokens=(w.i,))


def _denial_signs(tree: Tree, t: Token, words: Sequence[Token], below: int | None) -> Iterator[Sign]:
    negated = _negated(tree, t)
    if t.lemma in _set("stages", "denial_verbs") and t.pos == "VERB" and not negated:
        thing = tree.child(t.i, "dobj", "nsubjpass")
        named = thing is not None and (tree.tokens[thing].lemma in _set("stages", "denial_nouns") or _has_any(tree, thing))
        if named or (below is not None and t.lemma in ("deny", "dispute")):
            yield Sign(reads="denied", rule="denial", tokens=(t.i,) if thing is None or below is not None else (t.i, thing))
    if (
        below is not None
        and t.lemma in _set("stages", "refusals")
        and tree.tokens[below].lemma in _set("stages", "acts_of_telling")
    ):
        yield Sign(reads="no-comment", rule="refusal to tell", tokens=(t.i, below))
    if _is_hollow(tree, t):
        for w in words[1:]:
            if w.lemma in _set("stages", "truths" if negated else "falsehoods"):
                yield Sign(reads="denied", rule="called false", tokens=(w.i,))


def _has_any(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[c].lower == "any" for c in tree.tokens[noun].children)


def _is_hollow(tree: Tree, t: Token) -> bool:
    """True when the subject is a telling or points at one ("the reports are false", "it is not true")."""
    subject = tree.child(t.i, *SUBJECTS)
    return subject is not None and tree.tokens[subject].lemma in _set("stages", "denial_nouns")


def _negated(tree: Tree, t: Token) -> bool:
    return any(tree.tokens[c].dep == "neg" for c in t.children)


def _word_signs(tree: Tree, clause: Clause) -> Iterator[Sign]:
    """Read hedging adverbs anywhere in the clause, and hedging attributes of nouns that are not its subject."""
    for i in clause.tokens:
        t = tree.tokens[i]
        found = _adverb_levels().get(t.lower) if t.pos == "ADV" or t.dep == "advmod" else None
        if found is None and t.dep == "amod" and tree.tokens[t.head].dep not in SUBJECTS and not _has_no(tree, t.head):
            found = _attribute_levels().get(t.lower)
        if found:
            yield Sign(reads=found, rule="hedging word", tokens=(i,))


def _has_no(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[c].lower in _set("negation", "determiners") for c in tree.tokens[noun].children)


def _phrase_signs(tree: Tree, clause: Clause) -> Iterator[Sign]:
    lowered = [tree.tokens[i].lower.replace("’", "'") for i in clause.tokens]
    lowered = ["not" if w == "n't" else w for w in lowered]
    present = frozenset(lowered)
    for reads, phrase in _phrases():
        if phrase[0] in present:
            for k in range(len(lowered) - len(phrase) + 1):
                if tuple(lowered[k : k + len(phrase)]) == phrase:
                    yield Sign(reads=reads, rule="phrase", tokens=clause.tokens[k : k + len(phrase)])


def _opener_signs(tree: Tree, clause: Clause) -> Iterator[Sign]:
    head = tree.tokens[clause.head]
    opener = next((c for c in head.children if tree.tokens[c].dep in ("mark", "advmod")), None)
    if opener is not None and tree.tokens[opener].lower in _set("hedges", "openers.possible"):
        yield Sign(reads="possible", rule="not said to be so", tokens=(opener,))
    grammar = [c for c in head.children if tree.tokens[c].dep in ("aux", "auxpass", *SUBJECTS)]
    if head.tag == "VB" and head.dep == "ROOT" and all(tree.tokens[c].lemma == "do" for c in grammar):
        yield Sign(reads="proposed", rule="imperative", tokens=(head.i,))
    last = tree.tokens[-1]
    if last.text == "?" or (len(tree.tokens) > 1 and tree.tokens[-2].text == "?"):
        yield Sign(reads="possible", rule="question", tokens=(last.i,))


def _telling_signs(telling: Attribution) -> Iterator[Sign]:
    """What the cue of a telling says on its content; plain telling says nothing."""
    if telling.speech == "deny":
        yield Sign(reads="denied", rule="content of a denial")
    elif telling.speech == "no-comment":
        yield Sign(reads="no-comment", rule="content of a refusal to tell")
    elif telling.speech == "demand":
        yield Sign(reads="proposed", rule="content of a demand")
    level = {"doubt": "doubted", "expect": "probable", "think": "possible", "ask": "possible"}.get(telling.speech)
    if telling.hedge:
        level = _hedge_level(telling.hedge)
    if level:
        yield Sign(
            reads=level, rule=f"telling is worded {telling.hedge!r}" if telling.hedge else f"content of {telling.speech!r}"
        )


@cache
def _hedge_level(hedge: str) -> Certainty:
    """Return how sure a cue's own hedge is: the weakest that the lexicon knows of its words, or else possible."""
    words = hedge.lower().split()
    lists = load_lexicon("hedges")
    for level in CERTAINTIES:
        if any(w in table.get(level, ()) for table in lists.values() for w in words):
            return level
    return "possible"


def _plain_stage(tree: Tree, spine: tuple[int, ...], title: bool) -> Stage:
    """Return the stage of a clause without any sign: done, or none where nothing happens."""
    verb = tree.tokens[spine[-1]]
    if verb.pos not in ("VERB", "AUX"):
        return "none"
    auxiliaries = {tree.tokens[c].lemma for c in verb.children if tree.tokens[c].dep in ("aux", "auxpass")}
    if verb.lemma in _set("stages", "states") and tree.child(verb.i, "auxpass") is None:
        return "none"
    if _to_come(tree, spine[0]) and tree.tokens[spine[0]].tag == "VB":
        return "planned"
    if auxiliaries & {"may", "might", "could", "can"} and "have" not in auxiliaries and not _negated(tree, verb):
        return "none"
    habitual = verb.tag in ("VBP", "VBZ") and not auxiliaries and not title
    return "none" if habitual else "done"


@cache
def _set(lexicon: str, path: str) -> frozenset[str]:
    name, _, key = path.partition(".")
    return frozenset(load_lexicon(lexicon)[name].get(key, ())) if key else word_set(lexicon, name)


@cache
def _adverb_levels() -> dict[str, Certainty]:
    return {w: level for level in CERTAINTIES for w in load_lexicon("hedges")["adverbs"][level]}


@cache
def _attribute_levels() -> dict[str, Certainty]:
    return {w: level for level in CERTAINTIES for w in load_lexicon("hedges")["attributes"][level]}


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    hedged = [(level, p) for level in CERTAINTIES for p in load_lexicon("hedges")["phrases"][level]]
    silent = [("no-comment", p) for p in load_lexicon("stages")["no_comment_phrases"]]
    return tuple((reads, tuple(p.split())) for reads, p in (*hedged, *silent))
