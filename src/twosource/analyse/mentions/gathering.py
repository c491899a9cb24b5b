"""The names of a whole report, learned from their surroundings and settled into entities."""

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from twosource.analyse.mentions.context import acts_as, names_in, role_after, role_before
from twosource.analyse.mentions.entities import Entity, Register, gender_of, nearest
from twosource.analyse.mentions.names import Name
from twosource.analyse.mentions.words import person_noun, role_words
from twosource.records.analysis import Analysis, EntityKind, Mention, Sentence
from twosource.records.parse import Tree
from twosource.records.report import Report
from twosource.records.span import Span

READ = frozenset({"title", "prose", "caption", "heading"})
_SIGNED = frozenset({"dateline-tag", "closing-tag", "agency-line"})
"""Where initials in a credit are those of an agency: "BRAE (NPA) -"."""
_MISTAGGED = frozenset({"NOUN", "ADJ", "VERB", "X", "INTJ", "ADV"})


@dataclass(slots=True)
class Gathered:
    """Every name of a report with the entity it stands for."""

    register: Register = field(default_factory=Register)
    names: dict[int, list[tuple[Name, Entity]]] = field(default_factory=dict)
    """By sentence, in order."""
    spans: list[tuple[Span, Entity, str]] = field(default_factory=list)

    def mentions(self, report: Report) -> Iterator[Mention]:
        """Yield the mentions by name."""
        for span, entity, how in self.spans:
            way = how or ("full-name" if report.words(span) == entity.name else "short-name")
            yield Mention(span=span, name=entity.name, kind=entity.kind or "other", how=way)


def read_sentences(analysis: Analysis) -> Iterator[tuple[Sentence, Tree]]:
    """Yield the sentences in which names are looked for, with their trees."""
    return ((s, t) for s, t in zip(analysis.sentences, analysis.trees, strict=True) if s.block in READ)


def gather_names(analysis: Analysis) -> Gathered:
    """Return the names of a report: longer ones first, short ones as forms of them, those of an English title last."""
    gathered = Gathered()
    found = [n for s, tree in read_sentences(analysis) if not is_title_case(s, tree) for n in names_in(tree, s.index)]
    found.sort(key=lambda n: (-len(n.words), n.sentence, n.first))
    held: list[tuple[Name, Entity]] = []
    for name in found:
        if len(name.words) > 1 or name.kind not in (None, "person"):
            held.append((name, gathered.register.enter(name.words, _text(analysis, name), name.kind)))
            _learn(analysis, gathered.register, *held[-1])
    for name in sorted(
        (n for n in found if len(n.words) == 1 and n.kind in (None, "person")), key=lambda n: (n.sentence, n.first)
    ):
        held.append((name, _short(analysis, gathered.register, name)))
        _learn(analysis, gathered.register, *held[-1])
    for credit in analysis.credits:
        signed = gathered.register.known((credit.name,)) if credit.how in _SIGNED and _is_acronym(credit.name) else None
        if signed is not None:
            _vote(signed, "agency", 3)
    issuer = gathered.register.known(tuple((analysis.report.outlet or "?").split()))
    if issuer is not None:
        _vote(issuer, "body", 2)  # who issued the text is no person
    _settle(gathered.register)
    held += _missed(analysis, gathered.register, {(n.sentence, i) for n, _ in held for i in range(n.first, n.last)})
    for name, entity in sorted(held, key=lambda x: (x[0].sentence, x[0].first)):
        if entity.kind is not None:
            gathered.names.setdefault(name.sentence, []).append((name, entity))
            gathered.spans.append((_span(analysis, name), entity, ""))
    for sentence, tree in read_sentences(analysis):
        if is_title_case(sentence, tree):
            gathered.spans += _title_names(analysis.report, gathered.register, tree)
    return gathered


def is_title_case(sentence: Sentence, tree: Tree) -> bool:
    """True for a title or heading in which every long word has a capital, so that capitals tell nothing."""
    if sentence.block not in ("title", "heading"):
        return False
    long = [t.text for t in tree.tokens if t.text.isalpha() and len(t.text) > 3]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.7 * len(long)


def _text(analysis: Analysis, name: Name) -> str:
    return analysis.report.words(_span(analysis, name))


def _span(analysis: Analysis, name: Name) -> Span:
    tokens = analysis.trees[name.sentence].tokens
    return analysis.report.span(tokens[name.first].start, tokens[name.last - 1].end)


def _learn(analysis: Analysis, register: Register, name: Name, entity: Entity) -> None:
    """Take in what the surroundings of a name say of its entity: role, gender, kind, acronym."""
    tree = analysis.trees[name.sentence]
    insort(entity.places, name.sentence)
    entity.gender = entity.gender or gender_of(entity)
    for part in (role_before(tree, name), role_after(tree, name)):
        for t in tree.tokens[part[0] : part[1]] if part else ():
            _learn_role(entity, t.lower)
    if name.title:
        _vote(entity, "person", 2)
    kind = acts_as(tree, name)
    if kind:
        _vote(entity, kind, 2 if kind in ("body", "agency", "outlet") else 1)
    after = [t.text for t in tree.tokens[name.last : name.last + 3]]
    if len(after) == 3 and (after[0], after[2]) == ("(", ")") and len(name.words) > 1:
        short = after[1]
        if short.isupper() and 2 <= len(short) <= 8:
            register.alias((short,), entity)


def _learn_role(entity: Entity, word: str) -> None:
    entity.described.add(word)
    roles, noun = role_words(), person_noun(word)
    if noun and not noun[1]:
        entity.roles.add(noun[0])
        _vote(entity, "person", 2)
    elif word in roles.outlets:
        _vote(entity, "outlet", 1)
    entity.gender = entity.gender or ("f" if word in roles.women else "m" if word in roles.men else None)


def _vote(entity: Entity, kind: EntityKind, weight: int) -> None:
    entity.votes[kind] = entity.votes.get(kind, 0) + weight


def _settle(register: Register) -> None:
    for entity in register.entities:
        if entity.kind is None and entity.votes:
            votes = entity.votes
            best: EntityKind = max(sorted(votes), key=lambda k: votes[k])
            entity.kind = best


def _short(analysis: Analysis, register: Register, name: Name) -> Entity:
    """Return the entity that a single word stands for: part of a longer name, or somebody known by one word."""
    among = register.candidates(name.words)
    if among and among[0].kind == "body" and acts_as(analysis.trees[name.sentence], name) == "place":
        among = []  # "in Brae" is not Brae Council
    if among:
        return nearest(among, name.sentence)
    entity = register.enter(name.words, _text(analysis, name), None)
    if not name.title and _is_acronym(name.words[0]):
        _vote(entity, "body", 2)
    return entity


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6


def _missed(analysis: Analysis, register: Register, taken: set[tuple[int, int]]) -> Iterator[tuple[Name, Entity]]:
    """Known names at the start of a sentence or after a quotation that the tagger took for a common noun."""
    for sentence, tree in read_sentences(analysis):
        for t in tree.tokens:
            if not t.text[0].isupper() or t.pos not in _MISTAGGED or t.dep not in ("nsubj", "nsubjpass", "poss", "pobj"):
                continue
            entity = register.known((t.text,)) if (sentence.index, t.i) not in taken else None
            if entity is not None and entity.kind not in (None, "place", "other"):
                yield Name(sentence=sentence.index, first=t.i, last=t.i + 1, words=(t.text,), title=None, kind=None), entity


def _title_names(report: Report, register: Register, tree: Tree) -> Iterator[tuple[Span, Entity, str]]:
    tokens, i = tree.tokens, 0
    while i < len(tokens):
        step = 1
        for size in (4, 3, 2, 1):
            words = tuple(t.text for t in tokens[i : i + size])
            entity = register.known(words) if len(words) == size and words[0][0].isupper() else None
            if entity is not None and entity.kind is not None:
                yield report.span(tokens[i].start, tokens[i + size - 1].end), entity, "title"
                step = size
                break
        i += step
