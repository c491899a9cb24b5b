"""Tellers at the end of a sentence where the parse went astray: "..., reported the Herald", "..., a source said".

Read off the order of the words: what stands between a comma (or a closing quotation mark) and the verb, or right after the verb.
"""

from twosource.analyse.attribution.complements import FINITE
from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.speakers import OWN_VOICE
from twosource.analyse.attribution.syntax import cue_tokens, noun_phrase
from twosource.records.attribution import Speech
from twosource.records.parse import Tree

CLOSING = frozenset({"”", '"', "''", "’", "'"})
ANNOUNCING = frozenset({"“", '"', "``", "‘", ":"})
"""Marks after a verb with which what is told follows."""
LEADING = frozenset(
    {"while", "when", "after", "although", "though", "as", "if", "before", "because", "since", "asked", "despite"}
)
"""First words of what leads up to a telling instead of being told."""
AFTER = frozenset({"IN", "TO", "RB", "NNP", "JJ", "DT", "NN"})
OPENERS = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP", "PRP$", "JJR", "JJS", "VBN", "VBG"})
"""Tags with which a noun phrase may begin."""
OBJECTLIKE = ("nsubj", "dobj", "attr", "oprd")
"""What the parse may take a name after its verb for."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MAX_NAME = 30
"""A teller is looked for among so many tokens before the verb."""


def tail_frame(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    """Return the frame of a verb of telling with its teller right after or right before it, at the end of what is told."""
    tokens, token = tree.tokens, tree.tokens[i]
    bounds = _teller_bounds(tree, i, speech, cues)
    if bounds is None:
        return None
    stop = min(i, bounds[0])
    content = between(tree, 0, stop)
    if not content or not _states(tree, stop):
        return None
    cue = [j for j in cue_tokens(tree, i) if not bounds[0] <= j < bounds[1]]
    frame = Frame(sentence=0, rule="verb-tail", speech=speech, cue=between(tree, min(cue), max(cue) + 1), head=i)
    frame.hedge = token.text if token.lemma in cues.hedges else None
    frame.source, frame.content = between(tree, *bounds), list(content)
    frame.source_token = next((j for j in range(bounds[1] - 1, bounds[0] - 1, -1) if tokens[j].pos in NOMINAL), bounds[1] - 1)
    return frame if frame.source else None


def _teller_bounds(tree: Tree, i: int, speech: Speech, cues: Cues) -> tuple[int, int] | None:
    """Return the bounds of the teller beside verb `i`, right after it or right before it."""
    tokens, token = tree.tokens, tree.tokens[i]
    last = i + 1 >= len(tokens) or tokens[i + 1].pos == "PUNCT"
    if i < 3 or not (token.tag in FINITE or token.tag == "NNS" or (token.tag == "VBN" and last)):
        return None
    if token.tag in FINITE and i + 1 < len(tokens) and token.lemma != "tell":
        if tokens[i - 1].text in CLOSING and speech in ("say", "ask", "write"):
            return _after_quotation(tree, i)
        if tokens[i - 1].text == "," and token.lemma in cues.tails and (found := _inverted(tree, i, cues)):
            return found
    if token.lemma not in cues.tails or any(j > i and tokens[j].dep in ("xcomp", "ccomp") for j in token.children):
        return None
    return _before(tree, i)


def _states(tree: Tree, stop: int) -> bool:
    """True where the words before a teller make a statement: a finite verb, and no clause that only leads up to the telling."""
    tokens = tree.tokens
    if tokens[stop - 1].text in CLOSING:
        return True
    return stop >= 3 and tokens[0].lower not in LEADING and any(t.tag in FINITE for t in tokens[:stop])


def as_frame(tree: Tree, i: int) -> Frame | None:
    """Return the frame of "As the Herald reports, ..." at the start of a sentence."""
    tokens = tree.tokens
    if tokens[0].lower != "as" or i < 2 or i + 2 >= len(tokens) or tokens[i + 1].text != ",":
        return None
    cue = (tokens[i].start, tokens[i].end)
    frame = Frame(sentence=0, rule="verb-parenthetical", speech="say", cue=(cue,), head=i, source=between(tree, 1, i))
    frame.source_token, frame.content = i - 1, list(between(tree, i + 2, len(tokens)))
    return frame if frame.content else None


def _after_quotation(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return the bounds of the teller in `"...," confirmed the minister`, whatever the parse takes the name for."""
    tokens = tree.tokens
    for j in tokens[i].children:
        if j > i and tokens[j].dep in OBJECTLIKE and tokens[j].left <= i + 1 and tokens[i + 1].tag in OPENERS:
            return i + 1, max(noun_phrase(tree, j)[1], j + 1)
    if tokens[i + 1].tag in OPENERS and tree.child(i, "nsubj") is None:
        return i + 1, _name_end(tree, i + 1)
    return None


def _inverted(tree: Tree, i: int, cues: Cues) -> tuple[int, int] | None:
    """Return the bounds of the teller in "..., reported the Herald"."""
    tokens = tree.tokens
    for j in tokens[i].children:
        if (
            j > i
            and tokens[j].dep in OBJECTLIKE
            and tokens[j].left <= i + 1
            and tokens[i + 1].tag in OPENERS
            and could_tell(tree, j, cues)
        ):
            return i + 1, max(noun_phrase(tree, j)[1], j + 1)
    return None


def _name_end(tree: Tree, start: int) -> int:
    """Return where a name ends that the parse did not find: before a comma, a verb or a preposition of time and place."""
    stop = start
    while stop < len(tree.tokens) and tree.tokens[stop].text not in (",", ".", ";") and tree.tokens[stop].tag not in FINITE:
        if tree.tokens[stop].tag in ("IN", "TO") and tree.tokens[stop].lower not in ("of", "for"):
            break
        stop += 1
    return stop


def _before(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return the bounds of the teller in "..., a source close to the talks said": no finite verb since the last mark."""
    tokens = tree.tokens
    if i + 1 < len(tokens) and tokens[i + 1].tag not in AFTER and tokens[i + 1].pos != "PUNCT":
        return None
    if any(t.text in ANNOUNCING for t in tokens[i + 1 : i + 3]):
        return None
    start, commas = None, []
    apposed = tokens[i - 1].text == ","
    for j in range(i - 1, max(-1, i - MAX_NAME), -1):
        if tokens[j].text in CLOSING:
            start = j + 1
            break
        if tokens[j].text == ",":
            commas.append(j)
        elif tokens[j].tag in FINITE and not _in_relative(tree, j, commas):
            break
    if start is None and len(commas) > 2 * apposed:
        start = commas[2 * apposed] + 1
    if start is None or start >= i or tokens[start].tag not in OPENERS or tokens[start].lower == "according":
        return None
    if tokens[i - 1].tag == "CC" or not any(t.pos in ("NOUN", "PROPN", "PRON") for t in tokens[start:i]):
        return None
    return start, i


def verb_beside(tree: Tree, start: int, end: int, cues: Cues) -> tuple[int, int] | None:
    """Return a verb and its subject that stand alone right before or right after the quotation `[start, end)`."""
    tokens = tree.tokens
    for token in tokens:
        if token.tag not in FINITE or token.lemma in ("be", "have", "do") or start <= token.start < end:
            continue
        subject = tree.child(token.i, "nsubj")
        if subject is None or tokens[subject].lower in OWN_VOICE or tokens[subject].pos not in NOMINAL:
            continue
        left, right = min(tokens[subject].left, token.i), max(tokens[subject].right, token.i + 1)
        ahead = [t.text for t in tokens[right:] if t.start < start]
        behind = [t.text for t in tokens[:left] if t.start >= end]
        known = tokens[subject].lower in ("he", "she") or could_tell(tree, subject, cues)
        if (known and tokens[right - 1].end <= start and ahead and set(ahead) <= {",", ":"}) or (
            tokens[left].start >= end and set(behind) <= {","} and _closes(tree, right)
        ):
            return token.i, subject
    return None


def _in_relative(tree: Tree, j: int, commas: list[int]) -> bool:
    """True for "governs" in "Tove Arland, who governs the district, said"."""
    if tree.tokens[j].dep in ("relcl", "acl"):
        return True
    opening = next((k for k in range(j - 1, max(-1, j - 6), -1) if tree.tokens[k].text == ","), None)
    return bool(commas) and opening is not None and tree.tokens[opening + 1].tag in ("WP", "WDT", "WP$")


def _closes(tree: Tree, right: int) -> bool:
    """True where nothing follows that the verb could be about: the end, a mark, an adverb, a preposition."""
    return right >= len(tree.tokens) or tree.tokens[right].pos in ("PUNCT", "ADP", "ADV", "SCONJ")
