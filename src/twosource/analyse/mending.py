"""Mending the parse where the parser takes a verb of denial for a noun: "The ministry rejects reports that it sank"."""

from twosource.lexicons import load_lexicon
from twosource.records.parse import Parse, Token


def mend_parse(parse: Parse) -> Parse:
    """Return the parse, with a denial that was read as the subject of what it denies set right."""
    for noun in parse[:-1]:
        verb = parse[noun.i + 1]
        if _is_denial(noun) and noun.head == verb.i and noun.dep == "nsubj" and _is_told(verb):
            teller = next((parse[c] for c in noun.children if parse[c].dep == "compound"), None)
            if teller is not None and teller.i + 1 == noun.i:
                return _set_right(parse, noun, verb, teller)
    return parse


def _is_denial(t: Token) -> bool:
    return t.tag == "NNS" and t.lemma in load_lexicon("stages")["denial_verbs"]


def _is_told(t: Token) -> bool:
    return t.tag == "VBZ" and t.lemma in load_lexicon("stages")["denial_nouns"]


def _set_right(parse: Parse, noun: Token, verb: Token, teller: Token) -> Parse:
    """Make the noun the verb, what stands before it its subject, and the verb after it its object."""
    heads = [t.head for t in parse]
    deps = [t.dep for t in parse]
    heads[noun.i], deps[noun.i] = (noun.i if verb.head == verb.i else verb.head), verb.dep
    heads[verb.i], deps[verb.i] = noun.i, "dobj"
    for c in noun.children:
        heads[c] = teller.i
    heads[teller.i], deps[teller.i] = noun.i, "nsubj"
    for c in verb.children:
        if c == noun.i:
            continue
        if deps[c] == "ccomp":
            deps[c] = "acl"
        elif deps[c] != "prep":
            heads[c] = noun.i
    words = {noun.i: noun._replace(tag="VBZ", pos="VERB"), verb.i: verb._replace(tag="NNS", pos="NOUN")}
    return _linked([words.get(t.i, t)._replace(head=heads[t.i], dep=deps[t.i]) for t in parse])


def _linked(tokens: list[Token]) -> Parse:
    """Return the tokens with children and bounds that follow from their heads."""
    children: list[list[int]] = [[] for _ in tokens]
    left, right = list(range(len(tokens))), [i + 1 for i in range(len(tokens))]
    for t in tokens:
        if t.head == t.i:
            continue
        children[t.head].append(t.i)
        i, above = t.i, t.head
        while i != above:
            left[above], right[above] = min(left[above], t.i), max(right[above], t.i + 1)
            i, above = above, tokens[above].head
    return tuple(t._replace(children=tuple(children[t.i]), left=left[t.i], right=right[t.i]) for t in tokens)
