"""What seems so: no telling, but counted by the annotators of PolNeAR; found only with the setting `acts`."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between
from twosource.analyse.attribution.syntax import cue_tokens, noun_phrase, own_subject
from twosource.records.parse import Tree

COMPLEMENTS = ("xcomp", "oprd", "acomp")


def act_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield the frames of a sentence's verbs of seeming, each marked as an act."""
    for token in tree.tokens:
        frame = _seeming(tree, token.i) if token.tag[:1] == "V" and token.lemma in cues.seeming else None
        if frame is not None:
            frame.sentence, frame.act = sentence, True
            yield frame


def _seeming(tree: Tree, i: int) -> Frame | None:
    """The frame of "he seems to agree": what seems is told by nobody."""
    subject, complement = own_subject(tree, i), tree.child(i, *COMPLEMENTS)
    if subject is None or complement is None or complement < i:
        return None
    cue = cue_tokens(tree, i)
    frame = Frame(sentence=0, rule="seeming", speech="think", cue=between(tree, min(cue), max(cue) + 1), head=i)
    right = tree.tokens[complement].right
    frame.content = [*between(tree, *noun_phrase(tree, subject, i)), *between(tree, max(cue) + 1, right)]
    return frame
