"""Who says it, through whom.

Frames are found sentence by sentence on the parse (verbs, phrases, nouns), quotations are joined to the frames beside them, and a
frame inside another frame's content is the next link of its chain.
"""

from twosource.analyse.attribution.chains import link_frames
from twosource.analyse.attribution.cues import load_cues
from twosource.analyse.attribution.frame import Frame
from twosource.analyse.attribution.phrases import phrase_frames
from twosource.analyse.attribution.quoted import join_quotations
from twosource.analyse.attribution.verbs import verb_frames
from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution
from twosource.settings import AttributionSettings


def find_attributions(analysis: Analysis, settings: AttributionSettings) -> tuple[Attribution, ...]:
    """Return the attributions of a report in order of their content, an outer one before those inside it."""
    frames = join_quotations(analysis, find_frames(analysis), settings)
    return link_frames(analysis, frames, settings)


def find_frames(analysis: Analysis) -> list[Frame]:
    """Return the frames of each sentence by itself, in order of the sentences."""
    cues = load_cues()
    frames: list[Frame] = []
    for sentence, tree in zip(analysis.sentences, analysis.trees, strict=True):
        if sentence.block in ("title", "prose"):
            frames.extend(verb_frames(tree, sentence.index, cues))
            frames.extend(phrase_frames(tree, sentence.index, cues))
    return frames
