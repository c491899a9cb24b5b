"""What stands around a name: the role it is given, and whether it acts like a person, a body or a place."""

from twosource.analyse.mentions.names import Name, find_runs, read_words
from twosource.analyse.mentions.nouns import extent
from twosource.analyse.mentions.words import name_words, person_noun, role_words
from twosource.records.analysis import EntityKind
from twosource.records.parse import Token, Tree

MAX_ROLE_CHARS = 120
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "across", "around", "toward", "towards", "into", "throughout"})
_UP = frozenset({"appos", "pobj", "prep", "poss", "compound"})
_IN_ROLE = frozenset({"-", "'s", "’s", "&", "of", "former", "ex", "deputy", "acting"})


def names_in(tree: Tree, sentence: int) -> list[Name]:
    """Return the names of a sentence, titles taken off, bare titles and adjectives of nations left out."""
    pieces = (piece for run in find_runs(tree) for piece in _apart(tree, *run))
    return [name for first, last in pieces for name in _cut(tree, sentence, first, last)]


def _apart(tree: Tree, first: int, last: int) -> list[tuple[int, int]]:
    """Split a run in which a person follows a body directly: "Harbour Office Cyr Dollan"."""
    known, words = name_words(), [t.lower for t in tree.tokens[first:last]]
    for i in range(1, len(words) - 1):
        if words[i - 1] in known.body_words and words[i] in known.men | known.women and words[i + 1] not in known.body_words:
            return [(first, first + i), (first + i, last)]
    return [(first, last)]


def _cut(tree: Tree, sentence: int, first: int, last: int) -> list[Name]:
    tokens = tree.tokens
    words = tuple(t.text for t in tokens[first:last])
    reading = read_words(words)
    begin, known = first + reading.name, name_words()
    if reading.name == 0:
        begin = _skip_adjective(tokens, first, last, reading.kind)
    if begin >= last:
        return []
    kind = reading.kind
    if begin != first and reading.name == 0:
        kind = read_words(tuple(t.text for t in tokens[begin:last])).kind or ("person" if kind == "person" else None)
    title = (first, begin) if reading.name and begin > first else None
    if title and tokens[begin - 1].lower in ("mr.", "mr", "mrs.", "mrs", "ms.", "ms") and begin - 1 > first:
        title = (begin - 1, begin)
    name_tokens = tuple(t.text for t in tokens[begin:last])
    if len(name_tokens) == 1 and (len(name_tokens[0]) < 2 or tokens[begin].lower in known.demonyms):
        return []
    return [Name(sentence=sentence, first=begin, last=last, words=name_tokens, title=title, kind=kind)]


def _skip_adjective(tokens: tuple[Token, ...], first: int, last: int, kind: EntityKind | None) -> int:
    """Leave "American" out of "American Ana Ruso" and "Witness" out of "Witness Bo Ti", keep it in "American Red Cross"."""
    known, i = name_words(), first
    if kind in ("body", "outlet", "agency", "place"):
        return first
    while i < last - 1 and tokens[i].lower in known.demonyms and tokens[i].lower not in known.men:
        i += 1
    if i < last - 2 and person_noun(tokens[i].lower) and tokens[i].lower not in known.men | known.women:
        i += 1
    return i


def head_of(tree: Tree, first: int, last: int) -> int:
    """Return the token of a range whose head lies outside it (the last such, or the last token)."""
    for i in range(last - 1, first - 1, -1):
        h = tree.tokens[i].head
        if h == i or not first <= h < last:
            return i
    return last - 1


def role_before(tree: Tree, name: Name) -> tuple[int, int] | None:
    """Return the tokens of the role right before a name: "government spokesman" Ana Ruso, "Prime Minister" Ana Ruso."""
    tokens, begin = tree.tokens, name.title[0] if name.title else name.first
    start = begin
    while start > 0 and begin - start < 8:
        t = tokens[start - 1]
        if not (t.pos in ("NOUN", "ADJ", "PROPN") or t.lower in _IN_ROLE) or not (t.text[0].isalnum() or t.lower in _IN_ROLE):
            break
        start -= 1
    while start < begin and (tokens[start].lower in ("of", "'s", "’s", "-", "&")):
        start += 1
    if start < begin and name.title is None and not person_noun(tokens[begin - 1].lower):
        return None
    return (start, name.first) if start < name.first else None


def role_after(tree: Tree, name: Name) -> tuple[int, int] | None:
    """Return the tokens of an apposition with a role: Ana Ruso, "the ministry's spokeswoman", said."""
    tokens = tree.tokens
    head = head_of(tree, name.first, name.last)
    for j in tokens[head].children:
        if tokens[j].dep == "appos" and j >= name.last and person_noun(tokens[j].lower):
            return extent(tree, j)
    noun = noun_named(tree, head)
    return extent(tree, noun) if noun is not None and name.first - noun <= 12 else None


def noun_named(tree: Tree, head: int) -> int | None:
    """Return the role noun that a name stands beside: "mayor" for the name in "the mayor of Brae, Cyr Dollan,"; or None. The
    parser often hangs the name on the noun's last word.
    """
    tokens, above = tree.tokens, head
    while tokens[head].dep == "appos" and tokens[above].dep in _UP and tokens[above].head < above:
        above = tokens[above].head
        if person_noun(tokens[above].lower):
            return above
    return None


def noun_introduced(tree: Tree, head: int) -> int | None:
    """Return the noun whose name the report gives in passing, or None: "man" in "a man who gave his name as Holt", "a man
    named Holt".
    """
    tokens = tree.tokens
    verb = tokens[tokens[head].head]
    if tokens[head].dep == "pobj" and verb.lower == "as":
        verb = tokens[verb.head]
        if verb.lemma not in ("give", "identify"):
            return None
    elif tokens[head].dep != "oprd" or verb.lemma not in ("name", "call"):
        return None
    return verb.head if verb.dep in ("relcl", "acl") and person_noun(tokens[verb.head].lower) else None


def acts_as(tree: Tree, name: Name) -> EntityKind | None:
    """Return what the sentence lets a name be: the subject of a human verb is a person (a body with "the"), "in X" a place."""
    tokens = tree.tokens
    head = head_of(tree, name.first, name.last)
    token = tokens[head]
    before = tokens[name.first - 1].lower if name.first else ""
    after = [t.text for t in tokens[name.last : name.last + 2]]
    if after[:1] == [","] and after[1:] and after[1].isdigit() and len(after[1]) <= 2:
        return "person"
    if noun_introduced(tree, head) is not None or any(tokens[j].dep == "relcl" and _has_who(tree, j) for j in token.children):
        return "person"
    if token.dep == "pobj" and before in PLACE_PREPOSITIONS:
        return "place"
    if _signs(tree, name):
        return "agency"
    told = _by_noun(tree, name, token)
    if told is not None:
        return told
    if _owns(tree, token) or (after[:1] == ["("] and after[1:] and after[1].isupper() and 1 < len(after[1]) < 6):
        return "body"
    if token.dep in ("nsubj", "nsubjpass") and tokens[token.head].lemma in role_words().human:
        return "body" if before == "the" else "person"
    return None


def _signs(tree: Tree, name: Name) -> bool:
    """True for initials that stand alone in brackets, as an agency signs: "(NPA)"."""
    alone = "".join(t.text for t in tree.tokens).rstrip(".") == f"({name.words[0]})"
    return alone and name.words[0].isupper() and 2 <= len(name.words[0]) <= 6


def _by_noun(tree: Tree, name: Name, token: Token) -> EntityKind | None:
    """Return what a noun beside a name makes of it: "the news agency X", "the maker X", "the chairman of X", "X's ambassador"."""
    known, roles = name_words(), role_words()
    if name.first and tree.tokens[name.first - 1].pos == "NOUN":
        noun = tree.tokens[name.first - 1].lower
        if noun in roles.agencies:
            return "agency" if name.first > 1 and tree.tokens[name.first - 2].lower in ("news", "press", "wire") else "body"
        if noun in roles.outlets:
            return "outlet"
        if noun in known.companies and token.dep != "nsubj":
            return "body"
    above = tree.tokens[token.head]
    if token.dep == "pobj" and above.lower == "of":
        owned = tree.tokens[above.head].lower
        return "body" if owned in known.offices_of else "place" if owned in known.of_states else None
    return "place" if token.dep == "poss" and above.lower in known.of_states else None


def _owns(tree: Tree, token: Token) -> bool:
    """True for a name before what companies and offices have: "Veltra's shares", "a Veltra spokesman"."""
    head = tree.tokens[token.head]
    return token.dep in ("poss", "compound", "nmod") and head.i != token.i and head.lemma in name_words().belongings


def _has_who(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[j].lower in ("who", "whose", "whom") for j in tree.subtree(verb)[:3])
