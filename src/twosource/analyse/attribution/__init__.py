"""Who says it, through whom.

Frames are found sentence by sentence on the parse (verbs, phrases, nouns), quotations are joined to the frames beside them, and a
frame inside another frame's content is the next link of its chain.
"""

from functools import partial

from twosource.analyse.attribution.acts import act_frames
from twosource.analyse.attribution.announced import announced_frames
from twosource.analyse.attribution.chains import link_frames
from twosource.analyse.attribution.cues import load_cues
from twosource.analyse.attribution.frame import Frame
from twosource.analyse.attribution.handed import handed_frames
from twosource.analyse.attribution.intermediaries import find_intermediaries
from twosource.analyse.attribution.layout import layout_frames
from twosource.analyse.attribution.nouns import noun_frames
from twosource.analyse.attribution.phrases import phrase_frames, settle_citing
from twosource.analyse.attribution.quoted import join_quotations
from twosource.analyse.attribution.tellers import can_tell
from twosource.analyse.attribution.verbs import verb_frames
from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution
from twosource.settings import AttributionSettings


def find_attributions(analysis: Analysis, settings: AttributionSettings) -> tuple[Attribution, ...]:
    """Return the attributions of a report in order of their content, an outer one before those inside it."""
    frames = join_quotations(analysis, find_frames(analysis, settings), load_cues(), settings)
    told = link_frames(analysis, frames, settings)
    if not settings.tagger:
        return told
    from twosource.analyse.tagging.stacking import stack_frames
    from twosource.models.tagger import load_tagger

    return link_frames(analysis, stack_frames(analysis, frames, told, load_tagger(), settings), settings)


def find_frames(analysis: Analysis, settings: AttributionSettings) -> list[Frame]:
    """Return the frames of each sentence by itself, in order of the sentences, then those of the layout."""
    cues = load_cues()
    finders = (
        (verb_frames, phrase_frames, noun_frames, act_frames) if settings.acts else (verb_frames, phrase_frames, noun_frames)
    )
    frames: list[Frame] = []
    for sentence, tree in zip(analysis.sentences, analysis.trees, strict=True):
        if sentence.block not in ("title", "prose"):
            continue
        here = [f for find in finders for f in find(tree, sentence.index, cues)]
        settle_citing(tree, here)
        frames.extend(here)
    frames.extend(announced_frames(analysis, frames, cues))
    frames.extend(handed_frames(analysis, frames, cues))
    for frame in frames:
        frame.maybe_via = tuple(find_intermediaries(analysis.trees[frame.sentence], frame, cues))
    frames.extend(layout_frames(analysis, partial(can_tell, analysis, cues)))
    return frames
