"""The subject of a reporting verb, also where the parse went astray; and who cannot be one."""

from twosource.analyse.attribution.complements import goes_on, is_added
from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.syntax import SUBJECTS, VERBAL, subject_of
from twosource.records.parse import Tree

OWN_VOICE = frozenset(
    {"i", "we", "you", "me", "us", "one", "there", "let", "what", "this", "these", "those", "nothing", "nobody", "no-one"}
)
"""Subjects that name no teller: the speaker of a quotation himself, the reader, or the matter told."""
NOMINAL = ("NOUN", "PROPN")
CLOSING_MARKS = frozenset({"”", "“", '"'})


def find_speaker(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return the subject; a verb without one that the parse puts under another's content may go on from that other verb."""
    token = tree.tokens[i]
    if token.dep == "advcl" and is_added(tree, i):
        for above_i in tree.ancestors(i):
            telling = tree.tokens[tree.tokens[above_i].head]
            if tree.tokens[above_i].dep == "ccomp" and telling.i < above_i and telling.lemma in cues.verbs:
                return subject_of(tree, telling.i)
    if token.dep == "conj" and tree.child(i, *SUBJECTS) is None:
        above = tree.tokens[token.head]
        outer = tree.tokens[above.head]
        if above.dep == "ccomp" and outer.i < above.i and outer.lemma in cues.verbs and goes_on(tree, above.i, i, outer):
            return subject_of(tree, outer.i)
        if not any(tree.tokens[j].dep == "cc" and above.i < j < i for j in above.children):
            return _noun_before(tree, i) or subject_of(tree, i)
    subject = subject_of(tree, i)
    if subject is None and token.dep in ("ROOT", "ccomp") and tree.child(i, "ccomp") is not None:
        return _stray_subject(tree, i)
    return subject


def _stray_subject(tree: Tree, i: int) -> int | None:
    """Return the noun before a verb whose subject the parse hung elsewhere: "Besides Ardo, two members, Ley and Orr, said"."""
    tokens = tree.tokens
    j = next((k for k in range(i - 1, -1, -1) if tokens[k].pos in ("NOUN", "PROPN", "PRON")), None)
    while (
        j is not None
        and tokens[j].dep in ("conj", "compound", "nmod")
        and tokens[j].head < i
        and tokens[tokens[j].head].pos in NOMINAL
    ):
        j = tokens[j].head
    return j


def _noun_before(tree: Tree, i: int) -> int | None:
    """Return the noun just before a verb, a participle between commas left out: "the paper, quoting officials, reported"."""
    tokens = tree.tokens
    j = i - 1
    if j > 0 and tokens[j].text == ",":
        opening = next((k for k in range(j - 1, max(0, j - 15), -1) if tokens[k].text == ","), None)
        if opening is None or tokens[opening + 1].tag not in ("VBG", "VBN"):
            return None
        j = opening - 1
    if j < 0 or tokens[j].pos not in NOMINAL:
        return None
    while tokens[j].dep in ("appos", "compound", "flat") and tokens[tokens[j].head].pos in NOMINAL:
        j = tokens[j].head
    return j


def can_speak(tree: Tree, subject: int) -> bool:
    """True for a noun or a pronoun that can be a teller; "one of the officials" can, "one" and "no one" cannot."""
    token = tree.tokens[subject]
    if token.pos in VERBAL:
        return False
    whole = any(tree.tokens[j].lower != "no" for j in token.children)
    return token.lower not in OWN_VOICE or whole


def hangs_on_a_thing(tree: Tree, i: int, subject: int, cues: Cues) -> bool:
    """True for a participle on a noun that cannot tell: "a clip of himself talking about the war"."""
    token = tree.tokens[i]
    noun = tree.tokens[subject]
    return token.dep == "acl" and token.head == subject and noun.lemma not in cues.nouns and not could_tell(tree, subject, cues)


def is_loose(tree: Tree, i: int) -> bool:
    """True for a participle right after a noun without a comma, which may be the noun's: "a parrot talking about the war"."""
    token = tree.tokens[i]
    return token.tag == "VBG" and token.dep == "advcl" and i > 0 and tree.tokens[i - 1].pos in NOMINAL


def is_reduced(tree: Tree, i: int) -> bool:
    """True for a participle that has its noun told of, not telling: "the storm dubbed Ada".

    One with a clause below a noun without a verb is the sentence's own verb: "Analysts estimated that".
    """
    tokens, token = tree.tokens, tree.tokens[i]
    if token.tag != "VBN" or token.dep not in ("acl", "advcl") or any(tokens[j].dep == "aux" for j in token.children):
        return False
    return tokens[token.head].dep != "ROOT" or tree.child(i, "ccomp") is None


def has_mark_between(tree: Tree, subject: int, i: int) -> bool:
    """True where a quotation closes between subject and verb: the subject is part of what was quoted."""
    marks = [t.text for t in tree.tokens[subject:i] if t.text in CLOSING_MARKS]
    return len(marks) == 1 and "“" not in marks and tree.tokens[i - 1].text not in CLOSING_MARKS
