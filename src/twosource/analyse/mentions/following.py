"""One walk through a report with everybody named in mind: who is meant by pronouns and role nouns."""

from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from twosource.analyse.mentions.antecedents import find_antecedents
from twosource.analyse.mentions.context import head_of, noun_introduced, noun_named
from twosource.analyse.mentions.coreference import GENDERS, Scene, weigh
from twosource.analyse.mentions.entities import Entity, Register
from twosource.analyse.mentions.gathering import Gathered, is_title_case, read_sentences
from twosource.analyse.mentions.nouns import NounPhrase, extent, noun_phrase_at
from twosource.analyse.mentions.words import name_words, role_words
from twosource.records.analysis import Analysis, Mention, Sentence
from twosource.records.parse import Tree
from twosource.records.span import Span


class _Lead(NamedTuple):
    """Somebody introduced by office alone ("the harbour master said"), whom the next sentence may name."""

    entity: Entity
    sentence: int
    span: Span


def follow_references(analysis: Analysis, gathered: Gathered) -> list[Mention]:
    """Return the mentions by pronoun and by role noun."""
    walk = _Walk(analysis, gathered.register)
    for sentence, tree in read_sentences(analysis):
        if sentence.block in ("title", "prose") and not is_title_case(sentence, tree):
            named = gathered.names.get(sentence.index, [])
            taken = {i for n, _ in named for i in range(n.title[0] if n.title else n.first, n.last)}
            walk.read(sentence, tree, {head_of(tree, n.first, n.last): e for n, e in named}, taken)
    return walk.mentions


class _Walk:
    """The state of the walk: who has been spoken of, and what was found."""

    def __init__(self, analysis: Analysis, register: Register) -> None:
        self.register = register
        self.report = analysis.report
        self.scene = Scene()
        self.mentions: list[Mention] = []
        self.lead: _Lead | None = None
        self.introduced: dict[int, tuple[Entity, Span]] = {}
        """Who came in as "a spokeswoman", by identity, with the words."""
        self.here: dict[int, Entity] = {}
        """Who is named, or spoken of again, by a token of the sentence being read."""
        spans = sorted((q.inner.start, q.inner.end) for q in analysis.quotations if q.kind == "speech")
        self.quotes = [s for s, _ in spans], [e for _, e in spans]

    def read(self, sentence: Sentence, tree: Tree, heads: dict[int, Entity], taken: set[int]) -> None:
        """Go through one sentence. `heads`: entity by the head token of its name; `taken`: tokens of names and their titles."""
        speakers = {id(e) for i, e in heads.items() if _speaks(tree, i)}
        self._name_lead(sentence, tree, heads)
        passing = {noun: e for i, e in heads.items() if (noun := noun_introduced(tree, i)) is not None}
        nouns = {noun: e for i, e in heads.items() if (noun := noun_named(tree, i)) is not None}
        self.here = {**nouns, **heads}
        self._name_earlier(sentence, tree, nouns)
        for token in tree.tokens:
            i = token.i
            if i in heads:
                self._note(heads[i], sentence, tree, i)
            elif i in passing:
                start, end = extent(tree, i)
                self._mention(self.report.span(tree.tokens[start].start, tree.tokens[end - 1].end), passing[i], "named-here")
                self._note(passing[i], sentence, tree, i)
            elif i in nouns:
                self._note(nouns[i], sentence, tree, i)
            elif i in taken:
                continue
            elif token.pos == "PRON":
                self._pronoun(sentence, tree, i, speakers)
            elif token.pos in ("NOUN", "PROPN", "ADJ"):
                phrase = noun_phrase_at(tree, i)
                if phrase and not _names_somebody(tree, phrase.head, heads):
                    self._noun(sentence, tree, phrase)

    def _name_lead(self, sentence: Sentence, tree: Tree, heads: dict[int, Entity]) -> None:
        """Give the office of the sentence before to the one whom this sentence introduces, without a role, as its speaker."""
        lead, self.lead = self.lead, None
        if lead is None or lead.sentence != sentence.index - 1:
            return
        new = [e for i, e in heads.items() if _speaks(tree, i) and e.kind == "person" and len(e.words) > 1 and not e.roles]
        if len(new) == 1 and min(new[0].places) == sentence.index:
            new[0].roles |= lead.entity.roles
            self.scene.forget(lead.entity)
            self._mention(lead.span, new[0], "named-next")

    def _name_earlier(self, sentence: Sentence, tree: Tree, nouns: dict[int, Entity]) -> None:
        """Give the name in "the spokeswoman, Ana Ruso," to the one "spokeswoman" who came in before without a name."""
        for i, entity in nouns.items():
            phrase = noun_phrase_at(tree, i)
            if phrase is None or not phrase.definite or phrase.owned or phrase.plural or entity.places[:1] != [sentence.index]:
                continue
            before = [
                (e, span) for e, span in self.introduced.values() if phrase.noun in e.roles and phrase.modifiers <= set(e.words)
            ]
            if len(before) != 1 or len(entity.words) < 2 or id(before[0][0]) not in self.scene.seen:
                continue
            unnamed, span = before[0]
            self.mentions = [
                replace(m, name=entity.name, kind=entity.kind or "person", how=m.how.removesuffix("-unnamed"))
                if m.name == unnamed.name and m.how.endswith("-unnamed")
                else m
                for m in self.mentions
            ]
            self._mention(span, entity, "named-later")
            entity.roles |= unnamed.roles
            self.scene.forget(unnamed)

    def _note(self, entity: Entity, sentence: Sentence, tree: Tree, i: int) -> None:
        self.here.setdefault(i, entity)
        weight, verb = weigh(tree, i, self._quoted(tree.tokens[i].start))
        self.scene.note(entity, sentence.index, weight, verb)

    def _quoted(self, offset: int) -> bool:
        starts, ends = self.quotes
        k = bisect_right(starts, offset) - 1
        return k >= 0 and offset < ends[k]

    def _pronoun(self, sentence: Sentence, tree: Tree, i: int, speakers: set[int]) -> None:
        token = tree.tokens[i]
        quoted, entity = self._quoted(token.start), None
        if token.lower in GENDERS:
            entity = self.scene.quoted_person(token, sentence.index, speakers) if quoted else self._person(sentence, tree, i)
            if entity is not None and entity.gender is None and entity.named:
                entity.gender = GENDERS[token.lower]
        elif token.lower in ("it", "they") and _speaks(tree, i) and not quoted:
            entity = self.scene.body(sentence.index) if token.lower == "it" else self.scene.several(sentence.index)
        elif token.lower == "it" and not quoted and (verb := _told_by(tree, i)) is not None:
            entity = self.scene.subject_of(verb, sentence.index)
        elif token.lower == "its" and not quoted:
            entity = self.scene.owner(sentence.index)
        if entity is not None:
            self._mention(self.report.span(token.start, token.end), entity, "pronoun")
            self._note(entity, sentence, tree, i)

    def _person(self, sentence: Sentence, tree: Tree, i: int) -> Entity | None:
        """Return whom "he", "she" or "his" outside a quotation stands for: within its clause, else whom was spoken of before."""
        token = tree.tokens[i]

        def named(j: int) -> Entity | None:
            e = self.here.get(j)
            return (
                e if e is not None and e.kind == "person" and not e.plural and e.gender in (None, GENDERS[token.lower]) else None
            )

        found = find_antecedents(tree, token, named)
        if not found:
            return self.scene.person(token, tree, sentence.index)
        return self.here[found[0]] if len(found) == 1 else None

    def _noun(self, sentence: Sentence, tree: Tree, phrase: NounPhrase) -> None:
        entity = self.scene.role(phrase, sentence.index) if phrase.definite else None
        if entity is None and phrase.definite and phrase.modifiers and not phrase.plural and phrase.kind == "person":
            entity = self.register.described_as(phrase.noun, phrase.modifiers)
        start, end = extent(tree, phrase.head)
        span = self.report.span(tree.tokens[start].start, tree.tokens[end - 1].end)
        if entity is None:
            entity = _unnamed(phrase, tuple(t.lower for t in tree.tokens[start:end]), self.report.words(span))
            if phrase.kind == "person" and not phrase.plural and not phrase.definite and not self._quoted(span.start):
                self.introduced[id(entity)] = (entity, span)
            office = phrase.noun in name_words().title_heads and not phrase.plural
            if office and _speaks(tree, phrase.head) and not self._quoted(span.start):
                self.lead = _Lead(entity, sentence.index, span)
        elif not self._quoted(span.start):
            self._mention(span, entity, "role")
        self._note(entity, sentence, tree, phrase.head)

    def _mention(self, span: Span, entity: Entity, how: str) -> None:
        kind = entity.kind if entity.named and entity.kind else "other"
        self.mentions.append(Mention(span=span, name=entity.name, kind=kind, how=how if entity.named else f"{how}-unnamed"))


def _unnamed(phrase: NounPhrase, words: tuple[str, ...], text: str) -> Entity:
    roles = role_words()
    gender = "f" if phrase.noun in roles.women else "m" if phrase.noun in roles.men else None
    return Entity(name=text, words=words, kind=phrase.kind, gender=gender, roles={phrase.noun}, named=False, plural=phrase.plural)


def _names_somebody(tree: Tree, head: int, heads: dict[int, Entity]) -> bool:
    """True for a role noun beside its name: "the spokeswoman, Ana Ruso", "Ana Ruso, the spokeswoman", "the daily As-Salam"."""
    token = tree.tokens[head]
    after = tree.tokens[head + 1] if head + 1 < len(tree.tokens) else None
    if after is not None and after.text[0].isupper() and after.pos == "PROPN" and (after.i in heads or after.head in heads):
        return True
    beside = any(j in heads and tree.tokens[j].dep == "appos" for j in token.children)
    return beside or (token.dep == "appos" and token.head in heads)


def _speaks(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.dep == "nsubj" and tree.tokens[token.head].lemma in role_words().saying


def _told_by(tree: Tree, i: int) -> int | None:
    """Return the verb of saying that governs the clause whose subject is an "it" that stands for something: "the bank said it
    would sell", not "said it was unclear whether".
    """
    verb = tree.tokens[tree.tokens[i].head]
    above = tree.tokens[verb.head]
    if tree.tokens[i].dep not in ("nsubj", "nsubjpass") or verb.dep != "ccomp" or above.lemma not in role_words().saying:
        return None
    below = [tree.tokens[j] for j in verb.children]
    judged = any(t.dep in ("acomp", "attr", "ccomp", "xcomp") for t in below)
    extraposed = verb.lemma in ("be", "seem", "appear", "become") and judged
    weather = verb.lemma in ("rain", "snow", "happen", "take")
    return None if extraposed or weather or any(t.dep == "csubj" for t in below) else above.i
