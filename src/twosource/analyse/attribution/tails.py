"""Tellers at the end of a sentence where the parse went astray: "..., reported the Herald", "..., a source close to the talks said".

Read off the order of the words: what stands between a comma (or a closing quotation mark) and the verb, or right after the verb.
"""

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.syntax import cue_tokens, noun_phrase
from twosource.records.attribution import Speech
from twosource.records.parse import Tree

CLOSING = frozenset({"”", '"', "''", "’", "'"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AFTER = frozenset({"IN", "TO", "RB", "NNP", "JJ", "DT", "NN"})
OPENERS = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP", "PRP$", "JJR", "JJS", "VBN", "VBG"})
"""Tags with which a noun phrase may begin."""
MAX_NAME = 30
"""A teller is looked for among so many tokens before the verb."""


def tail_frame(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    """Return the frame of a verb of telling with its teller right after or right before it, at the end of what is told."""
    tokens, token = tree.tokens, tree.tokens[i]
    if token.lemma not in cues.tails or i < 3:
        return None
    bounds = _inverted(tree, i, cues) if token.tag in FINITE else None
    if token.tag not in FINITE and token.tag != "NNS":
        return None
    if bounds is not None:
        stop = i
    else:
        found = _before(tree, i)
        if found is None:
            return None
        bounds, stop = found, found[0]
    content = between(tree, 0, stop)
    if not content or stop < 3:
        return None
    cue = [j for j in cue_tokens(tree, i) if not bounds[0] <= j < bounds[1]]
    frame = Frame(sentence=0, rule="verb-tail", speech=speech, cue=between(tree, min(cue), max(cue) + 1), head=i)
    frame.hedge = token.text if token.lemma in cues.hedges else None
    frame.source, frame.content = between(tree, *bounds), list(content)
    frame.source_token = bounds[1] - 1
    return frame


def _inverted(tree: Tree, i: int, cues: Cues) -> tuple[int, int] | None:
    """Return the bounds of the teller in "..., reported the Herald"."""
    tokens = tree.tokens
    before = tokens[i - 1].text
    if tokens[i].lemma == "tell" or i + 1 >= len(tokens):
        return None
    if before != "," and before not in CLOSING:
        return None
    for j in tokens[i].children:
        if (
            j > i
            and tokens[j].dep in ("nsubj", "dobj", "attr", "oprd")
            and tokens[j].left <= i + 1
            and tokens[i + 1].tag in OPENERS
        ):
            if before in CLOSING or could_tell(tree, j, cues):
                left, right = noun_phrase(tree, j)
                return i + 1, max(right, j + 1)
    return None


def _before(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return the bounds of the teller in "..., a source close to the talks said": words without a finite verb since the last mark."""
    tokens = tree.tokens
    if i + 1 < len(tokens) and tokens[i + 1].tag not in AFTER and tokens[i + 1].pos != "PUNCT":
        return None
    start, commas = None, []
    for j in range(i - 1, max(-1, i - MAX_NAME), -1):
        if tokens[j].tag in FINITE and tokens[j].dep not in ("relcl", "acl"):
            break
        if tokens[j].text in CLOSING:
            start = j + 1
            break
        if tokens[j].text == ",":
            commas.append(j)
    needed = 1 if tokens[i - 1].text == "," else 0
    if start is None and len(commas) > needed:
        start = commas[needed] + 1
    if start is None or start >= i or tokens[start].tag not in OPENERS or tokens[start].lower == "according":
        return None
    return start, i
