"""What a statement is compared by: its stems, the names behind its words, its figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from twosource.compare.equivalents import canonical, shorten_names
from twosource.compare.exclusive import exclusive_words
from twosource.compare.quantities import Quantity, find_quantities, is_number_word, read_value, spelled_value
from twosource.compare.slots import Slot, find_slots
from twosource.lexicons import word_set
from twosource.records.analysis import Analysis, Mention, Sentence, TimeExpression
from twosource.records.parse import Token, Tree
from twosource.records.statement import Statement
from twosource.text.tokens import find_words

T = TypeVar("T", Mention, TimeExpression)
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"})
LIGHT = word_set("comparison", "light")
NEGATIONS = word_set("comparison", "negations")
NAME_FILLERS = word_set("comparison", "name_fillers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One statement, made ready for comparison."""

    statement: Statement
    report: int
    """Index of its report in the story."""
    tree: Tree
    own: frozenset[str]
    """Stems of its content words; figures as `#value`."""
    borrowed: frozenset[str]
    """Stems of what its words stand for: fullest names, resolved pronouns, the subject it shares with a neighbouring clause."""
    lender: frozenset[str]
    """Stems of the subject or antecedent that it shares with a neighbouring clause; they are among the borrowed."""
    names: frozenset[str]
    """Stems of capitalised words and resolved names."""
    quantities: tuple[Quantity, ...]
    slots: tuple[Slot, ...]
    """What the quantities fill."""
    lemmas: frozenset[str]
    """Those of its lemmas of which only one can hold beside another ("son", "daughter")."""
    negated: bool
    """The statement is negated, or a word of negation stands anywhere in it."""
    times: tuple[TimeExpression, ...]
    """Time expressions that lie in its sentence, in order."""
    block: str
    """Block of its sentence: `title` or `prose`."""
    published: str | None
    """When its report was published, as EDTF."""


def describe_statements(members: tuple[Analysis, ...]) -> list[Features]:
    """Return the features of all statements of a story, in the order of reports and positions."""
    return [f for r, analysis in enumerate(members) for f in _describe_report(r, analysis)]


def _describe_report(index: int, analysis: Analysis) -> Iterator[Features]:
    mentions = _by_sentence(analysis.mentions, analysis.sentences)
    times = _by_sentence(analysis.times, analysis.sentences)
    for s in analysis.statements:
        tree = analysis.trees[s.sentence]
        tokens = [tree.tokens[i] for i in s.tokens]
        lender = _shared_subject(s, tree)
        quantities = find_quantities(s, tree, times.get(s.sentence, ()))
        own = shorten_names(frozenset(statement_stems(tree, s.tokens)))
        names, behind = _names(tokens, mentions.get(s.sentence, ()))
        resolved = frozenset(x for r in s.resolved for x in name_stems(r.to))
        yield Features(
            statement=s,
            report=index,
            tree=tree,
            own=own,
            borrowed=(behind | resolved | lender) - own,
            lender=lender,
            names=names | resolved,
            quantities=quantities,
            slots=find_slots(quantities, tree),
            lemmas=exclusive_words().intersection(t.lemma for t in tokens),
            negated=s.polarity == "negated" or any(t.lower in NEGATIONS for t in tokens),
            times=tuple(times.get(s.sentence, ())),
            block=analysis.sentences[s.sentence].block,
            published=analysis.report.published,
        )


def _by_sentence(found: Iterable[T], sentences: tuple[Sentence, ...]) -> dict[int, list[T]]:
    """Return mentions or times by the index of the sentence they begin in, each list in order of place."""
    placed: dict[int, list[T]] = {}
    at = 0
    for one in sorted(found, key=lambda x: x.span):
        while at + 1 < len(sentences) and sentences[at + 1].span.start <= one.span.start:
            at += 1
        placed.setdefault(at, []).append(one)
    return placed


def statement_stems(tree: Tree, indices: Iterable[int]) -> Iterator[str]:
    """Yield the stems of the content words among tokens of a sentence; a figure once, as `#value`, for all its words."""
    for t in (tree.tokens[i] for i in indices):
        value = read_value(tree, t) if t.pos == "NUM" else None
        if value is not None:
            yield f"#{value[0]:g}"
        elif t.pos != "NUM" or not is_number_word(t.lower):
            yield from content_stems((t,))


def content_stems(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the stems of the content words among tokens, each by itself; plain figures as `#value`."""
    for t in tokens:
        if t.pos not in CONTENT or t.lemma in LIGHT or not any(c.isalnum() for c in t.lower):
            continue
        value = spelled_value(t.lower) if t.pos == "NUM" else None
        found = f"#{value:g}" if value is not None else _lemma_stem(t.lemma, t.lower)
        if found:
            yield found


@lru_cache(maxsize=100_000)
def _lemma_stem(lemma: str, lower: str) -> str:
    return canonical(lemma if any(c.isalpha() for c in lemma) else lower)


@lru_cache(maxsize=20_000)
def name_stems(name: str) -> tuple[str, ...]:
    """Return the stems of the words of a name that are longer than one letter, function words left out."""
    words = (w.text.lower() for w in find_words(name) if len(w.text) > 1)
    return tuple(canonical(w) for w in words if w not in NAME_FILLERS)


def _names(tokens: list[Token], mentions: Iterable[Mention]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the name stems that stand in the statement, and those behind its mentions."""
    written = {canonical(t.lower) for t in tokens if t.pos == "PROPN"}
    behind: set[str] = set()
    for mention in mentions:
        if any(t.start < mention.span.end and mention.span.start < t.end for t in tokens):
            behind.update(name_stems(mention.name))
    return frozenset(written | behind), frozenset(behind)


def _shared_subject(statement: Statement, tree: Tree) -> frozenset[str]:
    """Return the stems of the subject or antecedent that a clause borrows from outside itself."""
    if statement.head is None or not tree.tokens:
        return frozenset()
    inside, head = set(statement.tokens), tree.tokens[statement.head]
    if any(tree.tokens[c].dep in ("nsubj", "nsubjpass", "csubj") and tree.tokens[c].pos != "PRON" for c in head.children):
        return frozenset()
    governor = tree.tokens[head.head]
    if head.dep in ("relcl", "acl"):
        lender: int | None = governor.i
    elif head.dep in ("conj", "advcl", "xcomp"):
        lender = tree.child(governor.i, "nsubj", "nsubjpass")
    else:
        lender = None
    if lender is None or lender in inside:
        return frozenset()
    return frozenset(statement_stems(tree, noun_core(tree, lender)))


def noun_core(tree: Tree, noun: int) -> list[int]:
    """Return the indices of a noun and the words before it that make its name or kind ("charter plane", "lone attacker")."""
    near = (c for c in tree.tokens[noun].children if tree.tokens[c].dep in ("compound", "amod"))
    return sorted([*near, noun])
