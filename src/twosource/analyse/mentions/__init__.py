"""Who and what a report names, and light coreference inside it."""

from bisect import bisect_right
from collections.abc import Iterator

from twosource.analyse.mentions.context import acts_as, head_of, names_in, role_after, role_before
from twosource.analyse.mentions.coreference import GENDERS, Scene, weigh
from twosource.analyse.mentions.entities import Entity, Register, gender_of, nearest
from twosource.analyse.mentions.names import Name
from twosource.analyse.mentions.nouns import NounPhrase, extent, noun_phrase_at
from twosource.analyse.mentions.words import person_noun, role_words
from twosource.records.analysis import Analysis, EntityKind, Mention, Sentence
from twosource.records.parse import Tree
from twosource.records.span import Span

READ = frozenset({"title", "prose", "caption", "heading"})


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """Return the mentions of persons, bodies, outlets, agencies and places, and of unnamed people spoken of again, in order."""
    reader = _Reader(analysis)
    reader.read_names()
    reader.follow()
    return tuple(sorted(reader.mentions, key=lambda m: (m.span.start, -m.span.end)))


class _Reader:
    """One reading of one report: first its names, then who is meant by pronouns and role nouns."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.report = analysis.report
        self.register = Register()
        self.mentions: list[Mention] = []
        self.names: dict[int, list[tuple[Name, Entity]]] = {}
        spans = sorted((q.inner.start, q.inner.end) for q in analysis.quotations if q.kind == "speech")
        self._quotes = [s for s, _ in spans], [e for _, e in spans]

    def read_names(self) -> None:
        """Find all names, learn from their surroundings, and settle which belong together."""
        found = [n for s, tree in self._sentences() if not _title_case(s, tree) for n in names_in(tree, s.index)]
        found.sort(key=lambda n: (-len(n.words), n.sentence, n.first))
        sure = [n for n in found if len(n.words) > 1 or n.kind not in (None, "person")]
        held = [(n, self.register.enter(n.words, self._text(n), n.kind)) for n in sure]
        for name, entity in held:
            self._learn(name, entity)
        short = [n for n in found if len(n.words) == 1 and n.kind in (None, "person")]
        held += [(n, e) for n in sorted(short, key=lambda n: (n.sentence, n.first)) if (e := self._short(n)) is not None]
        self._settle()
        held += self._openers({(n.sentence, n.first) for n, _ in held})
        for name, entity in sorted(held, key=lambda x: (x[0].sentence, x[0].first)):
            if entity.kind is not None:
                self.names.setdefault(name.sentence, []).append((name, entity))
                self._mention(self._span(name), entity, "full-name" if self._text(name) == entity.name else "short-name")

    def follow(self) -> None:
        """Walk through the report with everybody named so far in mind."""
        scene = Scene()
        for sentence, tree in self._sentences():
            if sentence.block not in ("title", "prose"):
                continue
            if _title_case(sentence, tree):
                self._title_names(sentence, tree)
                continue
            named = self.names.get(sentence.index, ())
            taken = {i for n, _ in named for i in range(n.title[0] if n.title else n.first, n.last)}
            heads = {head_of(tree, n.first, n.last): e for n, e in named}
            speakers = {id(e) for i, e in heads.items() if _speaks(tree, i)}
            for token in tree.tokens:
                i = token.i
                if i in heads:
                    self._note(scene, heads[i], sentence, tree, i)
                elif i in taken:
                    continue
                elif token.pos == "PRON":
                    self._pronoun(scene, sentence, tree, i, speakers)
                elif token.pos in ("NOUN", "PROPN", "ADJ"):
                    phrase = noun_phrase_at(tree, i)
                    if phrase and not _names_somebody(tree, phrase.head, heads):
                        self._noun(scene, sentence, tree, phrase)

    def _sentences(self) -> Iterator[tuple[Sentence, Tree]]:
        return ((s, t) for s, t in zip(self.analysis.sentences, self.analysis.trees, strict=True) if s.block in READ)

    def _text(self, name: Name) -> str:
        tokens = self.analysis.trees[name.sentence].tokens
        return self.report.text[tokens[name.first].start : tokens[name.last - 1].end]

    def _span(self, name: Name) -> Span:
        tokens = self.analysis.trees[name.sentence].tokens
        return self.report.span(tokens[name.first].start, tokens[name.last - 1].end)

    def _learn(self, name: Name, entity: Entity) -> None:
        tree, roles = self.analysis.trees[name.sentence], role_words()
        entity.places.append(name.sentence)
        entity.gender = entity.gender or gender_of(name, entity)
        for part in (role_before(tree, name), role_after(tree, name)):
            if part is None:
                continue
            for t in tree.tokens[part[0] : part[1]]:
                noun = person_noun(t.lower)
                if noun and not noun[1]:
                    entity.roles.add(noun[0])
                    entity.votes["person"] = entity.votes.get("person", 0) + 2
                elif t.lower in roles.outlets:
                    entity.votes["outlet"] = entity.votes.get("outlet", 0) + 1
                entity.gender = entity.gender or ("f" if t.lower in roles.women else "m" if t.lower in roles.men else None)
        if name.title:
            entity.votes["person"] = entity.votes.get("person", 0) + 2
        vote = acts_as(tree, name)
        if vote:
            entity.votes[vote] = entity.votes.get(vote, 0) + (2 if vote == "body" else 1)
        self._acronym(name, entity)

    def _acronym(self, name: Name, entity: Entity) -> None:
        tokens = self.analysis.trees[name.sentence].tokens
        if name.last + 2 < len(tokens) and tokens[name.last].text == "(" and tokens[name.last + 2].text == ")":
            short = tokens[name.last + 1].text
            if short.isupper() and 2 <= len(short) <= 8 and len(name.words) > 1:
                self.register.alias((short,), entity)

    def _settle(self) -> None:
        for entity in self.register.entities:
            votes = entity.votes
            if entity.kind is None and votes:
                best: EntityKind = max(sorted(votes), key=lambda k: votes[k])
                entity.kind = best

    def _short(self, name: Name) -> Entity | None:
        """Return the entity that a single word stands for: part of a longer name, or somebody known by one word."""
        among = self.register.candidates(name.words)
        if among:
            entity = nearest(among, name.sentence)
        else:
            entity = self.register.enter(name.words, self._text(name), None)
            kind: EntityKind | None = "person" if name.title else "body" if _is_acronym(name.words[0]) else None
            if kind is not None:
                entity.votes[kind] = entity.votes.get(kind, 0) + 2
        self._learn(name, entity)
        return entity

    def _openers(self, taken: set[tuple[int, int]]) -> Iterator[tuple[Name, Entity]]:
        """Family names at the start of a sentence that the tagger took for a common noun."""
        for sentence, tree in self._sentences():
            if not tree.tokens or (sentence.index, 0) in taken:
                continue
            t = tree.tokens[0]
            if t.text[:1].isupper() and t.pos in ("NOUN", "ADJ", "VERB", "X") and t.dep in ("nsubj", "nsubjpass", "poss"):
                entity = self.register.known((t.text,))
                if entity is not None and entity.kind == "person":
                    yield Name(sentence=sentence.index, first=0, last=1, words=(t.text,), title=None, kind=None), entity

    def _title_names(self, sentence: Sentence, tree: Tree) -> None:
        tokens, i = tree.tokens, 0
        while i < len(tokens):
            step = 1
            for size in (4, 3, 2, 1):
                words = tuple(t.text for t in tokens[i : i + size])
                entity = self.register.known(words) if len(words) == size and words[0][:1].isupper() else None
                if entity is not None and entity.kind is not None:
                    self._mention(self.report.span(tokens[i].start, tokens[i + size - 1].end), entity, "title")
                    step = size
                    break
            i += step

    def _note(self, scene: Scene, entity: Entity, sentence: Sentence, tree: Tree, i: int) -> None:
        weight, verb = weigh(tree, i, self._quoted(tree.tokens[i].start))
        scene.note(entity, sentence.index, weight, verb)

    def _quoted(self, offset: int) -> bool:
        starts, ends = self._quotes
        k = bisect_right(starts, offset) - 1
        return k >= 0 and offset < ends[k]

    def _pronoun(self, scene: Scene, sentence: Sentence, tree: Tree, i: int, speakers: set[int]) -> None:
        token = tree.tokens[i]
        entity, how = None, "pronoun"
        if token.lower in GENDERS:
            quoted = self._quoted(token.start)
            entity = scene.quoted_person(token, sentence.index, speakers) if quoted else scene.person(token, tree, sentence.index)
            if entity is not None and entity.gender is None and entity.named:
                entity.gender = GENDERS[token.lower]
        elif token.lower in ("it", "they") and _speaks(tree, i) and not self._quoted(token.start):
            entity = scene.body(sentence.index) if token.lower == "it" else scene.several(sentence.index)
        elif token.lower == "its" and not self._quoted(token.start):
            entity = scene.owner(sentence.index)
        if entity is not None:
            self._mention(self.report.span(token.start, token.end), entity, how)
            self._note(scene, entity, sentence, tree, i)

    def _noun(self, scene: Scene, sentence: Sentence, tree: Tree, phrase: NounPhrase) -> None:
        entity = scene.role(phrase, sentence.index) if phrase.definite else None
        start, end = extent(tree, phrase.head)
        span = self.report.span(tree.tokens[start].start, tree.tokens[end - 1].end)
        if entity is None:
            entity = self._unnamed(phrase, tuple(t.lower for t in tree.tokens[start:end]), span)
        elif not self._quoted(span.start):
            self._mention(span, entity, "role")
        self._note(scene, entity, sentence, tree, phrase.head)

    def _unnamed(self, phrase: NounPhrase, words: tuple[str, ...], span: Span) -> Entity:
        entity = Entity(name=self.report.words(span), words=words, kind=phrase.kind, named=False, plural=phrase.plural)
        entity.roles.add(phrase.noun)
        roles = role_words()
        entity.gender = "f" if phrase.noun in roles.women else "m" if phrase.noun in roles.men else None
        return entity

    def _mention(self, span: Span, entity: Entity, how: str) -> None:
        kind = entity.kind if entity.named and entity.kind else "other"
        if not entity.named:
            how = f"{how}-unnamed"
        self.mentions.append(Mention(span=span, name=entity.name, kind=kind, how=how))


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6


def _names_somebody(tree: Tree, head: int, heads: dict[int, Entity]) -> bool:
    """True for a role noun beside its name: "the spokeswoman, Ana Ruso", "Ana Ruso, the spokeswoman"."""
    token = tree.tokens[head]
    beside = any(j in heads and tree.tokens[j].dep == "appos" for j in token.children)
    return beside or (token.dep == "appos" and token.head in heads)


def _speaks(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.dep == "nsubj" and tree.tokens[token.head].lemma in role_words().saying


def _title_case(sentence: Sentence, tree: Tree) -> bool:
    if sentence.block not in ("title", "heading"):
        return False
    long = [t.text for t in tree.tokens if t.text.isalpha() and len(t.text) > 3]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.7 * len(long)
