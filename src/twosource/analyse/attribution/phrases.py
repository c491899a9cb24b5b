"""Frames without a verb of their own: "according to X", "citing X", "reportedly"."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, Range, between, ranges
from twosource.analyse.attribution.syntax import VERBAL, agent_of, noun_phrase
from twosource.records.parse import Tree


def phrase_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield frames of prepositions, participles and adverbs."""
    for token in tree.tokens:
        lower = token.lower
        if lower == "according":
            frame = _according(tree, token.i)
        elif (
            lower in ("reported", "noted", "quoted", "stated", "cited")
            and token.i
            and tree.tokens[token.i - 1].lower in ("as", "first")
        ):
            frame = _as_reported(tree, token.i)
        elif lower in VIEWS and token.dep == "pobj":
            frame = _in_the_words(tree, token.i)
        elif lower in ("per", "as") and token.dep == "prep":
            frame = _per(tree, token.i, cues)
        elif lower in cues.adverbs:
            frame = _adverb(tree, token.i)
        elif lower in ("citing", "quoting"):
            frame = _citing(tree, token.i, cues)
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
    left, right = noun_phrase(tree, name)
    frame.source, frame.source_token = between(tree, left, right), name
    frame.content = list(_around(tree, i, max(right, tokens[name].right)))
    return frame if frame.content else None


VIEWS = frozenset({"words", "view", "opinion", "eyes", "telling"})


def _in_the_words(tree: Tree, i: int) -> Frame | None:
    """The frame of "in the words of X" and "in X's view"."""
    tokens = tree.tokens
    into = tokens[i].head
    of = next((j for j in tokens[i].children if tokens[j].lower == "of" and j > i), None)
    name = tree.child(of, "pobj") if of is not None else tree.child(i, "poss")
    if tokens[into].lower != "in" or name is None or tokens[name].tag == "PRP$":
        return None
    frame = Frame(sentence=0, rule="according-to", speech="say", head=into)
    frame.cue = between(tree, into, (of if of is not None else into) + 1)
    frame.source, frame.source_token = between(tree, *noun_phrase(tree, name)), name
    frame.content = list(_around(tree, into, tokens[i].right))
    return frame if frame.content else None


def _as_reported(tree: Tree, i: int) -> Frame | None:
    """The frame of "as reported by X" and "as first reported by X"."""
    name = agent_of(tree, i)
    if name is None:
        return None
    first = i - 1 if tree.tokens[i - 1].lower == "as" else i - 2
    if first < 0 or tree.tokens[first].lower != "as":
        return None
    left, right = noun_phrase(tree, name)
    frame = Frame(sentence=0, rule="as-reported-by", speech="say", cue=between(tree, first, i + 1), head=i)
    frame.source, frame.source_token = between(tree, left, right), name
    frame.content = list(_around(tree, first, right))
    return frame if frame.content else None


def _around(tree: Tree, first: int, stop: int) -> tuple[Range, ...]:
    """Return the clause that a phrase `[first, stop)` speaks of: the words before it, or those after one that leads."""
    at_end = all(t.pos == "PUNCT" for t in tree.tokens[stop:])
    low, high = (0, len(tree.tokens)) if at_end else _clause_bounds(tree, first)
    before, after = between(tree, low, first), between(tree, stop, high)
    comma = stop < len(tree.tokens) and tree.tokens[stop].text in (",", "—", "–")
    if not before or first - low <= 2:
        return after
    return before + after if comma else before


def _clause_bounds(tree: Tree, first: int) -> Range:
    """Return the bounds of the clause a phrase hangs in: that of a subordinate verb, else the sentence."""
    verb = tree.tokens[tree.tokens[first].head]
    if verb.pos in VERBAL and verb.dep in ("ccomp", "acl", "relcl") and verb.left <= first < verb.right:
        return verb.left, verb.right
    return 0, len(tree.tokens)


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
            return None
        if i and tokens[i - 1].text == ",":
            first = i
        else:
            return None
        name, last = tree.child(i, "pobj"), i
    if name is None or tokens[name].pos not in ("PROPN", "NOUN") or tokens[name].tag == "CD":
        return None
    frame = Frame(sentence=0, rule="per", speech="say", cue=((tokens[first].start, tokens[last].end),), head=i)
    left, right = noun_phrase(tree, name)
    frame.source, frame.source_token = between(tree, left, right), name
    frame.content = list(_around(tree, first, right))
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


def _citing(tree: Tree, i: int, cues: Cues) -> Frame | None:
    """For "citing an official": a teller behind whoever speaks already; that one's content is filled in by `settle`."""
    tokens = tree.tokens
    name = tree.child(i, "dobj")
    if name is None or not could_tell(tree, name, cues):
        return None
    frame = Frame(sentence=0, rule="citing", speech="say", cue=((tokens[i].start, tokens[i].end),), head=i)
    left, right = noun_phrase(tree, name)
    frame.source, frame.source_token = between(tree, left, right), name
    frame.content = list(_around(tree, i, right))
    return frame


def could_tell(tree: Tree, i: int, cues: Cues) -> bool:
    """True for a noun that can be the one cited, not the reason given ("citing an official", not "citing bad weather")."""
    token = tree.tokens[i]
    return token.pos == "PROPN" or token.lemma in cues.heads or token.lower in cues.heads


def settle_citing(tree: Tree, frames: list[Frame]) -> None:
    """Give each "citing X" of a sentence the frame it stands behind and that frame's content."""
    for frame in frames:
        if frame.rule != "citing" or frame.head is None:
            continue
        above = set(tree.ancestors(frame.head))
        over = next((f for f in frames if f is not frame and f.rule != "citing" and f.content and f.head in above), None)
        if over is None:
            low = frame.cue[0][0]
            over = next(
                (
                    f
                    for f in frames
                    if f.source and f.content and f.cue and f.source[-1][1] <= low <= f.cue[0][0] and low - f.source[-1][1] < 4
                ),
                None,
            )
        if over is None:
            before = [f for f in frames if f.rule != "citing" and f.content and f.cue and f.cue[0][0] < frame.cue[0][0]]
            over = before[-1] if before and before[-1].end <= frame.cue[0][0] else None
        if over is None:
            continue
        low, high = frame.cue[0][0], frame.source[-1][1]
        over.content = [piece for s, e in over.content for piece in ((s, min(e, low)), (max(s, high), e)) if piece[0] < piece[1]]
        frame.over, frame.content = over, over.content
