"""How far a matter has gone, as a clause words it: planned, proposed, under way, denied, or met with silence."""

from collections.abc import Iterator, Sequence

from twosource.analyse.clauses import Clause
from twosource.analyse.cuts import SUBJECTS, VERBAL
from twosource.analyse.polarity import has_determiner, is_negated, is_undeniable
from twosource.analyse.signs import Sign, listed
from twosource.analyse.spine import first_conjunct
from twosource.records.parse import Token, Tree
from twosource.records.statement import Stage

ANY = frozenset({"any"})
GOVERNING = (
    ("planned", "plan", "plan_verbs"),
    ("proposed", "proposal", "proposal_verbs"),
    ("under-way", "going on", "ongoing_verbs"),
)
"""What a verb says on the infinitive it governs: stage, rule, list."""
ABILITY = frozenset({"may", "might", "could", "can"})


def find_stage_signs(tree: Tree, words: Sequence[Token], below: int | None) -> Iterator[Sign]:
    """Yield what a predicate (and its complement) says on the stage; `below` is the predicate it governs."""
    yield from _plans(tree, words, below)
    yield from _denials(tree, words, below)
    yield from _silences(tree, words[0], below)


def find_future(tree: Tree, t: Token) -> Iterator[Sign]:
    """Yield what an auxiliary says on the stage.

    "Would have fallen" is what did not happen, and "'d" before a participle is "had".
    """
    if t.lower in listed("stages", "duty"):
        yield Sign(reads="proposed", rule="duty", tokens=(t.i,))
    if t.lower not in listed("stages", "future"):
        return
    verb = tree.tokens[t.head]
    if t.lower.endswith("d") and t.lower != "would" and verb.tag in ("VBN", "VBD"):
        return
    if t.lower == "would" and any(tree.tokens[c].lemma == "have" and tree.tokens[c].dep == "aux" for c in verb.children):
        yield Sign(reads="possible", rule="unreal past", tokens=(t.i,))
    else:
        yield Sign(reads="planned", rule="future", tokens=(t.i,))


def find_progress(tree: Tree, auxiliaries: Sequence[Token]) -> Iterator[Sign]:
    """Yield "is closing" as under way; "is going to" is no progress."""
    for t in auxiliaries:
        verb = tree.tokens[t.head]
        if t.lemma == "be" and t.dep == "aux" and verb.tag == "VBG" and verb.lemma != "go" and not is_undeniable(tree, verb.i):
            yield Sign(reads="under-way", rule="progressive", tokens=(t.i, verb.i))
            return


def find_mood(tree: Tree, clause: Clause, title: bool) -> Iterator[Sign]:
    """Yield orders ("go indoors") as proposed, and the infinitive of a title ("Mayor to close port") as planned."""
    head = tree.tokens[clause.head]
    grammar = [c for c in head.children if tree.tokens[c].dep in ("aux", "auxpass", *SUBJECTS)]
    if head.tag == "VB" and head.dep == "ROOT" and all(tree.tokens[c].lemma == "do" for c in grammar):
        yield Sign(reads="proposed", rule="imperative", tokens=(head.i,))
    verbal = next((i for i in clause.tokens if tree.tokens[i].tag == "TO" or tree.tokens[i].pos in VERBAL), None)
    if title and verbal is not None and verbal != clause.tokens[0] and tree.tokens[verbal].tag == "TO":
        yield Sign(reads="planned", rule="infinitive of a title", tokens=(verbal,))


def plain_stage(tree: Tree, spine: tuple[int, ...], title: bool) -> Stage:
    """Return the stage of a clause without any sign: done, or none where nothing happens."""
    verb = tree.tokens[spine[-1]]
    if verb.pos not in VERBAL:
        return "none"
    auxiliaries = {tree.tokens[c].lemma for c in verb.children if tree.tokens[c].dep in ("aux", "auxpass")}
    if verb.lemma in listed("stages", "states") and tree.child(verb.i, "auxpass") is None:
        return "none"
    if tree.tokens[spine[0]].tag == "VB" and is_to_come(tree, spine[0]):
        return "planned"
    if auxiliaries & ABILITY and "have" not in auxiliaries and not is_negated(tree, verb.i):
        return "none"
    return "none" if verb.tag in ("VBP", "VBZ") and not auxiliaries and not title else "done"


def is_to_come(tree: Tree, i: int) -> bool:
    """True for "to leave" and "leaving", not for "to have left"."""
    t = tree.tokens[i]
    if t.tag == "VBG":
        return True
    first = tree.tokens[first_conjunct(tree, i)] if t.tag == "VB" else t
    auxiliaries = [tree.tokens[c].lower for c in first.children if tree.tokens[c].dep in ("aux", "auxpass")]
    return "to" in auxiliaries and "have" not in auxiliaries


def _plans(tree: Tree, words: Sequence[Token], below: int | None) -> Iterator[Sign]:
    verb = words[0]
    if tree.child(verb.i, "dobj") is not None:
        if verb.lemma in listed("stages", "planning_verbs"):
            yield Sign(reads="planned", rule="plan", tokens=(verb.i,))
        elif verb.lemma == "propose" or (verb.tag == "VBG" and verb.lemma in listed("stages", "pending_verbs")):
            yield Sign(reads="proposed", rule="proposal", tokens=(verb.i,))
    if below is None or not is_to_come(tree, below):
        return
    for w in words:
        if w.lower in listed("stages", "plan_words") and w.tag != "VBD":
            yield Sign(reads="planned", rule="plan", tokens=(w.i,))
    for reads, rule, key in GOVERNING:
        if verb.lemma in listed("stages", key):
            yield Sign(reads=reads, rule=rule, tokens=(verb.i,))
            return


def _denials(tree: Tree, words: Sequence[Token], below: int | None) -> Iterator[Sign]:
    verb, negated = words[0], is_negated(tree, words[0].i)
    if verb.lemma in listed("stages", "denial_verbs") and verb.pos == "VERB" and not (negated or is_undeniable(tree, verb.i)):
        thing = tree.child(verb.i, "dobj", "nsubjpass")
        if below is not None and verb.lemma in ("deny", "dispute"):
            yield Sign(reads="denied", rule="denial", tokens=(verb.i,))
        elif thing is not None and _is_deniable(tree, verb, thing):
            yield Sign(reads="denied", rule="denial", tokens=(verb.i, thing))
    subject = tree.child(verb.i, *SUBJECTS)
    if subject is not None and tree.tokens[subject].lemma in listed("stages", "denial_nouns"):
        for w in words[1:]:
            if w.lemma in listed("stages", "truths" if negated else "falsehoods"):
                yield Sign(reads="denied", rule="called false", tokens=(w.i,))


def _is_deniable(tree: Tree, verb: Token, thing: int) -> bool:
    """True when what is denied or rejected can be true or false: "denied the sale", not "denied visas", "rejected the offer"."""
    noun = tree.tokens[thing]
    if noun.lemma in listed("stages", "denial_nouns") or has_determiner(tree, thing, ANY):
        return True
    active = verb.lemma in ("deny", "refute") and noun.dep == "dobj" and tree.child(verb.i, "dative") is None
    return active and noun.pos == "NOUN" and noun.lemma not in listed("stages", "withheld")


def _silences(tree: Tree, verb: Token, below: int | None) -> Iterator[Sign]:
    told = below is not None and tree.tokens[below].lemma in listed("stages", "acts_of_telling")
    if below is not None and told and verb.lemma in listed("stages", "refusals"):
        yield Sign(reads="no-comment", rule="refusal to tell", tokens=(verb.i, below))
    if verb.lemma in listed("stages", "silences") and is_negated(tree, verb.i) and not is_undeniable(tree, verb.i):
        subject = tree.child(verb.i, *SUBJECTS)
        if subject is None or tree.tokens[subject].lower not in ("i", "we"):
            yield Sign(reads="no-comment", rule="silence", tokens=(verb.i,))
