"""Frames around a noun or an adjective of telling: "a statement that", "reports of", "his unawareness of", "is sure that"."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, Range, between
from twosource.analyse.attribution.speakers import OWN_VOICE
from twosource.analyse.attribution.syntax import VERBAL, noun_phrase, subject_of
from twosource.records.attribution import Speech
from twosource.records.parse import Tree

MATTER = frozenset({"of", "about", "over", "into"})


def noun_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield the frames of a sentence's nouns and adjectives of telling."""
    for token in tree.tokens:
        if token.tag in ("NN", "NNS"):
            speech = cues.nouns.get(token.lemma)
            frame = _noun(tree, token.i, speech, cues) if speech else None
        elif token.tag in ("JJ", "VBN"):
            speech = cues.adjectives.get(token.lower)
            frame = _adjective(tree, token.i, speech) if speech else None
        else:
            continue
        if frame is not None:
            frame.sentence = sentence
            yield frame


def _noun(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    rule, matter = _matter(tree, i, cues)
    if not matter:
        return None
    tokens = tree.tokens
    frame = Frame(sentence=0, rule=rule, speech=speech, cue=((tokens[i].start, tokens[i].end),), head=i, content=list(matter))
    teller = find_author(tree, i, cues)
    if teller is None:
        if not _is_rumour(tree, i, cues):
            return None
        frame.source, frame.cue = frame.cue, ()
        frame.source_token, frame.hedge = i, tokens[i].text
        return frame
    if tokens[teller].lower in OWN_VOICE or tokens[teller].lower in ("my", "our", "your"):
        return None
    frame.source, frame.source_token = between(tree, *noun_phrase(tree, teller, i)), teller
    if tokens[teller].tag == "PRP$" and tokens[i].dep == "dobj":
        subject = subject_of(tree, tokens[i].head)
        if subject is not None and tokens[subject].lower not in OWN_VOICE:
            frame.named = between(tree, *noun_phrase(tree, subject, tokens[i].head))
    return frame


def _matter(tree: Tree, i: int, cues: Cues) -> tuple[str, tuple[Range, ...]]:
    """Return the rule and what the noun tells: a clause with "that", or what follows "of" and "about"."""
    tokens = tree.tokens
    for j in tokens[i].children:
        t = tokens[j]
        if j > i and t.dep in ("acl", "ccomp", "relcl") and tokens[t.left].lower == "that" and tokens[t.left].dep == "mark":
            return "noun-clause", between(tree, t.left, t.right)
    be = tokens[tokens[i].head]
    if tokens[i].dep == "nsubj" and be.lemma == "be":
        for j in be.children:
            if tokens[j].dep == "ccomp" and j > be.i and tokens[tokens[j].left].lower == "that":
                return "noun-clause", between(tree, tokens[j].left, tokens[j].right)
    for j in tokens[i].children:
        t = tokens[j]
        if (
            j > i
            and t.dep == "prep"
            and t.lower in MATTER
            and t.right > j + 1
            and (_is_rumour(tree, i, cues) or _possessor(tree, i) is not None)
        ):
            return "noun-of", between(tree, j + 1, _end_of_matter(tree, i, t.right))
    return "", ()


def _end_of_matter(tree: Tree, i: int, right: int) -> int:
    """Return where "of a man being freed" ends: a participle that hangs on the noun of telling belongs to it, with no comma."""
    tokens = tree.tokens
    return tokens[i].right if right < tokens[i].right and tokens[right].text != "," else right


def _is_rumour(tree: Tree, i: int, cues: Cues) -> bool:
    """True for "rumours of", not for "no report of"."""
    return tree.tokens[i].lemma in cues.rumours and not any(tree.tokens[j].lower == "no" for j in tree.tokens[i].children)


def _possessor(tree: Tree, i: int) -> int | None:
    return tree.child(i, "poss")


def find_author(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return who tells: the possessor, "by X" and "from X", or the subject of the verb that brings the noun."""
    tokens = tree.tokens
    owner = _possessor(tree, i)
    if owner is not None:
        return owner
    for j in tokens[i].children:
        if tokens[j].dep == "prep" and tokens[j].lower in ("by", "from"):
            return tree.child(j, "pobj")
    verb = tokens[i].head
    if tokens[i].dep == "dobj" and tokens[verb].lemma in cues.bringing:
        return subject_of(tree, verb)
    return None


def _adjective(tree: Tree, i: int, speech: Speech) -> Frame | None:
    """The frame of "is sure that ..." and "was unaware of ..."."""
    tokens = tree.tokens
    verb = tokens[i].head
    if any(tokens[j].dep in ("auxpass", "nsubjpass") for j in tokens[i].children):
        verb = i
    elif tokens[i].dep not in ("acomp", "conj", "oprd") or tokens[verb].pos not in VERBAL:
        return None
    subject = subject_of(tree, verb)
    if subject is None or tokens[subject].lower in OWN_VOICE or tokens[subject].lower in ("it", "that"):
        return None
    for j in tokens[i].children:
        t = tokens[j]
        if j > i and (t.dep == "ccomp" or (t.dep == "prep" and t.lower in MATTER and t.right > j + 1)):
            start = j + 1 if t.dep == "prep" else t.left
            frame = Frame(
                sentence=0,
                rule="adjective",
                speech="no-comment" if _is_unknowing(tree, i, verb) else speech,
                cue=between(tree, verb, i + 1) if verb < i else between(tree, i, i + 1),
                head=i,
            )
            frame.content = list(between(tree, max(start, i + 1), t.right))
            frame.source, frame.source_token = between(tree, *noun_phrase(tree, subject, i, verb)), subject
            return frame
    return None


def _is_unknowing(tree: Tree, i: int, verb: int) -> bool:
    """True for "was not aware of"."""
    return tree.tokens[i].lower == "aware" and any(
        tree.tokens[j].dep == "neg" for k in (i, verb) for j in tree.tokens[k].children
    )
