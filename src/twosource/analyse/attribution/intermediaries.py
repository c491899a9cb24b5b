"""Through whom a telling came: "told the Herald", "in an interview with Radio Vale", "speaking on state television"."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, Range, between
from twosource.analyse.attribution.syntax import noun_phrase
from twosource.records.parse import Tree

TOWARDS = frozenset({"to", "with", "on", "by", "for", "in", "via", "through", "from"})


def find_intermediaries(tree: Tree, frame: Frame, cues: Cues) -> Iterator[Range]:
    """Yield the noun phrases that may name an intermediary: what hangs on the verb, directly or through an occasion."""
    tokens = tree.tokens
    if frame.source_token is not None:
        yield from _beside_source(tree, frame.source_token, cues)
    if frame.head is None or not frame.rule.startswith(("verb", "passive", "noun", "announced")):
        return
    for j in tokens[frame.head].children:
        dep = tokens[j].dep
        if dep in ("dobj", "dative") and tokens[j].pos != "ADP" and frame.rule != "verb-infinitive":
            yield from _named(tree, j, frame.head, cues)
        elif dep in ("prep", "dative", "agent") and tokens[j].lower in TOWARDS:
            yield from _through(tree, j, frame.head, cues)
        elif dep in ("advcl", "acl") and tokens[j].lemma in cues.carrying:
            for k in tokens[j].children:
                if tokens[k].dep in ("prep", "agent") and tokens[k].lower in TOWARDS:
                    yield from _through(tree, k, frame.head, cues)


def _beside_source(tree: Tree, source: int, cues: Cues) -> Iterator[Range]:
    """Yield "X" of "a source cited by X", "an official who spoke to X" and "a spokesman ... on X"."""
    tokens = tree.tokens
    for j in tokens[source].children:
        if j < source:
            continue
        if tokens[j].dep in ("acl", "relcl") and tokens[j].lemma in cues.carrying:
            for k in tokens[j].children:
                if tokens[k].dep in ("prep", "agent") and tokens[k].lower in TOWARDS:
                    yield from _through(tree, k, source, cues)
        elif tokens[j].dep == "prep" and tokens[j].lower in ("on", "to", "via", "from"):
            yield from _through(tree, j, source, cues)
        elif tokens[j].dep == "appos":
            yield from _beside_source(tree, j, cues)


def _through(tree: Tree, preposition: int, head: int, cues: Cues) -> Iterator[Range]:
    """Yield "X" of "to X" and of "in an interview with X"."""
    tokens = tree.tokens
    thing = tree.child(preposition, "pobj")
    if thing is None:
        return
    if tokens[thing].lemma in cues.occasions:
        owner = tree.child(thing, "poss")
        if owner is not None:
            yield from _named(tree, owner, head, cues)
        for j in tokens[thing].children:
            if tokens[j].dep == "prep" and tokens[j].lower in TOWARDS:
                yield from _through(tree, j, head, cues)
            elif tokens[j].dep == "acl" and tokens[j].lemma in cues.carrying:
                for k in tokens[j].children:
                    if tokens[k].dep in ("prep", "agent"):
                        yield from _through(tree, k, head, cues)
        return
    yield from _named(tree, thing, head, cues)


def _named(tree: Tree, i: int, head: int, cues: Cues) -> Iterator[Range]:
    token = tree.tokens[i]
    if token.pos != "PROPN" and (token.lemma in cues.no_intermediary or token.lower in cues.no_intermediary):
        return
    if any(tree.tokens[j].tag == "PRP$" for j in token.children):
        return
    if (
        token.pos == "PROPN"
        or any(tree.tokens[j].pos == "PROPN" for j in token.children)
        or token.lemma in cues.outlet_nouns
        or token.lower in cues.outlet_nouns
    ):
        yield from between(tree, *noun_phrase(tree, i, head))
    owner = tree.child(i, "poss")
    if owner is not None and tree.tokens[owner].pos == "PROPN":
        yield from between(tree, *noun_phrase(tree, owner))
