"""Pronouns and definite nouns, resolved within one report; what is unsure stays open."""

from dataclasses import dataclass, field

from twosource.analyse.mentions.entities import Entity, is_company
from twosource.analyse.mentions.nouns import NounPhrase
from twosource.analyse.mentions.words import name_words, role_words
from twosource.records.parse import Token, Tree

REACH = 4
"""Sentences back that a pronoun may look."""
ROLE_REACH = 25
"""Sentences back that "the spokeswoman" may look."""
DECAY = 1.2
NAMED = 0.5
"""How much likelier a pronoun goes back to a name than to a noun."""
SUBJECT = 1.0
"""How much likelier it goes back to the subject of the sentence before."""
CLEAR = 0.25
"""A pronoun stays open where the second candidate is closer behind the first than this."""
GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_BODIES = frozenset({"body", "outlet", "agency"})


@dataclass(slots=True)
class Seen:
    """When an entity was last spoken of, and how prominently."""

    sentence: int
    weight: float
    head: int
    """Verb it is the subject of, or -1."""


@dataclass(slots=True)
class Scene:
    """Who has been spoken of so far."""

    seen: dict[int, tuple[Entity, Seen]] = field(default_factory=dict)
    swept: int = 0
    """Sentence at which those out of reach were last forgotten."""

    def note(self, entity: Entity, sentence: int, weight: float, verb: int) -> None:
        """Remember a mention."""
        if sentence - self.swept > ROLE_REACH:
            self.seen = {k: (e, s) for k, (e, s) in self.seen.items() if sentence - s.sentence <= ROLE_REACH}
            self.swept = sentence
        old = self.seen.get(id(entity))
        kept = old[1].weight - DECAY * (sentence - old[1].sentence) if old else weight
        if old and old[1].sentence == sentence and kept >= weight:
            return
        self.seen[id(entity)] = (entity, Seen(sentence, max(weight, kept), verb))

    def forget(self, entity: Entity) -> None:
        """Leave an entity out from now on."""
        self.seen.pop(id(entity), None)

    def ranked(self, sentence: int, reach: int) -> list[tuple[float, Entity, Seen]]:
        """Return who was spoken of within reach, most prominent first."""
        near = [
            (s.weight - DECAY * (sentence - s.sentence), e, s) for e, s in self.seen.values() if sentence - s.sentence <= reach
        ]
        return sorted(near, key=lambda x: -x[0])

    def person(self, pronoun: Token, tree: Tree, sentence: int) -> Entity | None:
        """Return whom "he" or "she" stands for; None where nobody is near, or two alike."""
        verb, told = _verb_of(tree, pronoun), _told_before(tree, pronoun)
        free = pronoun.dep in ("nsubj", "nsubjpass", "poss")
        near = [
            (score, entity)
            for score, entity, seen in self._people(pronoun, sentence, REACH)
            if (free or (seen.sentence, seen.head) != (sentence, verb)) and not (told and entity.places[:1] == [sentence])
        ]
        if not near or (len(near) > 1 and near[0][0] - near[1][0] < CLEAR):
            return None
        return near[0][1]

    def quoted_person(self, pronoun: Token, sentence: int, speakers: set[int]) -> Entity | None:
        """Return whom "he" or "she" inside a quotation stands for: the only other named person near, or None."""
        near = [e for _, e, _ in self._people(pronoun, sentence, 1) if id(e) not in speakers]
        return near[0] if len(near) == 1 and near[0].named and near[0].gender else None

    def _people(self, pronoun: Token, sentence: int, reach: int) -> list[tuple[float, Entity, Seen]]:
        gender = GENDERS[pronoun.lower]
        people = [x for x in self.ranked(sentence, reach) if x[1].kind == "person" and not x[1].plural]
        here = 2.0 if pronoun.dep == "poss" else 0.0  # "his" looks to its own sentence first
        fitting = [
            (
                score
                + (here if seen.sentence == sentence else 0.0)
                + (SUBJECT if seen.sentence == sentence - 1 and seen.weight >= 3 else 0.0)
                + (NAMED if e.named else 0.0),
                e,
                seen,
            )
            for score, e, seen in people
            if e.gender in (None, gender)
        ]
        return sorted(fitting, key=lambda x: -x[0])

    def body(self, sentence: int) -> Entity | None:
        """Return what a speaking "it" stands for, or None."""
        for score, entity, seen in self.ranked(sentence, REACH):
            speaks = entity.kind in _BODIES or (entity.kind == "place" and seen.weight >= 3)
            if speaks and not entity.plural and score > -1:
                return entity
        return None

    def subject_of(self, verb: int, sentence: int) -> Entity | None:
        """Return the body or state that is the subject of a verb of this sentence, or None."""
        found = (e for _, e, s in self.ranked(sentence, 0) if s.head == verb and s.sentence == sentence)
        return next((e for e in found if e.kind in (*_BODIES, "place") and not e.plural), None)

    def owner(self, sentence: int) -> Entity | None:
        """Return the body or state that "its" stands for: the subject of the same sentence, or None."""
        near = [e for _, e, s in self.ranked(sentence, 0) if s.weight >= 3 and s.head >= 0]
        return near[0] if near and near[0].kind in (*_BODIES, "place") else None

    def several(self, sentence: int) -> Entity | None:
        """Return whom a speaking "they" stands for: people without names in the plural, the only ones near; or None."""
        found = [e for _, e, _ in self.ranked(sentence, 2) if e.plural]
        return found[0] if found and not any(e.named and e.plural for e in found[1:]) else None

    def role(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Return whom "the spokeswoman", "the bank" or "the newspaper" stands for, or None."""
        near = [(s.sentence, s.weight, e) for e, s in self.seen.values() if sentence - s.sentence <= ROLE_REACH]
        if phrase.named:  # "the Kesnews agency" is only what was called so before
            near = [x for x in near if not x[2].named and phrase.modifiers <= set(x[2].words)]
        fitting = [x for x in near if _fits(phrase, x[2])] or [x for x in near if _broader(phrase, x[2])]
        if not fitting:
            return self._company(phrase, sentence)
        fitting.sort(key=lambda x: (-x[0], -x[1]))
        if len(fitting) > 1 and fitting[0][:2] == fitting[1][:2]:
            return None
        return fitting[0][2]

    def _company(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        if phrase.noun not in name_words().companies or phrase.plural:
            return None
        near = [e for _, e, _ in self.ranked(sentence, 8) if e.named and is_company(e)]
        return near[0] if near else None


def _fits(phrase: NounPhrase, entity: Entity) -> bool:
    if entity.plural != phrase.plural:
        return False
    known = phrase.noun in entity.roles or (entity.kind in _BODIES and phrase.noun in entity.words)
    if phrase.kind in ("outlet", "agency") and entity.named:
        return entity.kind == phrase.kind or known
    if not known or (phrase.owned and not entity.named):
        return False
    return entity.named or phrase.modifiers <= set(entity.words)


def _broader(phrase: NounPhrase, entity: Entity) -> bool:
    """True where a noun of wider meaning may take up a named person: "the official" for a minister."""
    roles = role_words().broader.get(phrase.noun, frozenset())
    return entity.named and entity.kind == "person" and not phrase.plural and not entity.roles.isdisjoint(roles)


def weigh(tree: Tree, head: int, quoted: bool) -> tuple[float, int]:
    """Return how prominent a mention is and the verb it is subject of (-1 if none)."""
    token = tree.tokens[head]
    while token.dep == "appos" and token.head != token.i:
        token = tree.tokens[token.head]
    if quoted:
        return 0.0, -1
    if token.dep in ("nsubj", "nsubjpass"):
        verb = tree.tokens[token.head]
        speaks = verb.lemma in role_words().human and token.dep == "nsubj"
        return 3.0 + (1.0 if speaks else 0.0) + (0.5 if verb.dep == "ROOT" else 0.0), token.head
    if token.dep == "ROOT" and any(
        tree.tokens[j].dep in ("acl", "relcl") and tree.tokens[j].tag == "VBD" for j in token.children
    ):
        return 4.0, -1  # a subject whose verb the parser took for its attribute
    if token.dep == "agent" or (token.dep == "pobj" and tree.tokens[token.head].dep == "agent"):
        return 2.0, -1
    return (0.5 if token.dep in ("poss", "compound", "nmod") else 1.0), -1


def _told_before(tree: Tree, pronoun: Token) -> bool:
    """True for the "he" of "The bridge was safe, he said": whoever first turns up in what is told is not the one who tells."""
    verb = tree.tokens[pronoun.head]
    told = tree.child(verb.i, "ccomp")
    return pronoun.dep == "nsubj" and verb.lemma in role_words().saying and told is not None and told < pronoun.i


def _verb_of(tree: Tree, token: Token) -> int:
    head = tree.tokens[token.head]
    while head.pos not in ("VERB", "AUX") and head.head != head.i:
        head = tree.tokens[head.head]
    return head.i
