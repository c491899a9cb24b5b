"""Frames without a verb of their own: "according to X", "citing X", "reportedly"."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between, ranges
from twosource.analyse.attribution.syntax import VERBAL, phrase
from twosource.records.parse import Tree


def phrase_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield frames of prepositions, participles and adverbs."""
    for token in tree.tokens:
        lower = token.lower
        if lower == "according":
            frame = _according(tree, token.i)
        elif lower in ("per", "as") and token.dep == "prep":
            frame = _per(tree, token.i, cues)
        elif lower in cues.adverbs:
            frame = _adverb(tree, token.i)
        elif lower in ("citing", "quoting"):
            frame = _citing(tree, token.i)
        else:
            continue
        if frame is not None:
            frame.sentence = sentence
            yield frame


def _according(tree: Tree, i: int) -> Frame | None:
    tokens = tree.tokens
    to = next((j for j in tokens[i].children if tokens[j].lower == "to"), None)
    if to is None and i + 1 < len(tokens) and tokens[i + 1].lower == "to":
        to = i + 1
    if to is None:
        return None
    name = tree.child(to, "pobj", "pcomp")
    if name is None:
        return None
    frame = Frame(sentence=0, rule="according-to", speech="say", cue=((tokens[i].start, tokens[to].end),), head=i)
    source = phrase(tree, name)
    frame.source, frame.source_token = ranges(tree, source), name
    frame.content = list(_around(tree, i, max(source) + 1))
    return frame if frame.content else None


def _around(tree: Tree, first: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Return the clause that a phrase `[first, stop)` speaks of: the words before it, or, where it stands first, those after it."""
    before, after = between(tree, 0, first), between(tree, stop, len(tree.tokens))
    comma = stop < len(tree.tokens) and tree.tokens[stop].text in (",", "—", "–")
    if not before or (len(before) == 1 and first <= 1):
        return after
    return before + after if comma else before


def _per(tree: Tree, i: int, cues: Cues) -> Frame | None:
    tokens = tree.tokens
    token = tokens[i]
    if token.lower == "as":
        per = i + 1 if i + 1 < len(tokens) and tokens[i + 1].lower == "per" else None
        if per is None:
            return None
        name, first, last = tree.child(per, "pobj") or tree.child(i, "pobj"), i, per
    else:
        if i and tokens[i - 1].lower == "as":
            first = i - 1
        elif i and tokens[i - 1].text == ",":
            first = i
        else:
            return None
        name, last = tree.child(i, "pobj"), i
    if name is None or tokens[name].pos not in ("PROPN", "NOUN") or tokens[name].tag == "CD":
        return None
    frame = Frame(sentence=0, rule="per", speech="say", cue=((tokens[first].start, tokens[last].end),), head=i)
    source = phrase(tree, name)
    frame.source, frame.source_token = ranges(tree, source), name
    frame.content = list(_around(tree, first, max(source) + 1))
    return frame if frame.content else None


def _adverb(tree: Tree, i: int) -> Frame | None:
    """The clause of a hedging adverb, told by nobody in particular."""
    tokens = tree.tokens
    verb = tokens[i].head
    if tokens[verb].pos not in VERBAL:
        return None
    left, right = tokens[verb].left, tokens[verb].right
    words = [j for j in range(left, right) if j != i]
    frame = Frame(
        sentence=0, rule="impersonal-adverb", speech="say", cue=((tokens[i].start, tokens[i].end),), head=i, hedge=tokens[i].text
    )
    frame.content = list(ranges(tree, words))
    return frame


def _citing(tree: Tree, i: int) -> Frame | None:
    """ "citing an official": the next teller, behind whoever is speaking in the clause it hangs on."""
    tokens = tree.tokens
    name = tree.child(i, "dobj")
    if name is None:
        return None
    frame = Frame(sentence=0, rule="citing", speech="say", cue=((tokens[i].start, tokens[i].end),), head=i)
    source = phrase(tree, name)
    frame.source, frame.source_token = ranges(tree, source), name
    stop = max(source) + 1
    frame.content = list(_around(tree, i, stop))
    return frame if frame.content else None
