"""What the tagger adds to the frames of the rules: tellings they missed, and better bounds for those they found."""

from collections.abc import Iterable

from twosource.analyse.attribution.cues import Cues, load_cues
from twosource.analyse.attribution.frame import Frame, Range, trim
from twosource.analyse.tagging.features import token_features
from twosource.analyse.tagging.linking import Group, Piece, link_pieces
from twosource.analyse.tagging.paragraphs import Paragraph, read_paragraphs
from twosource.models.tagger import Tagger
from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution
from twosource.settings import AttributionSettings


def stack_frames(
    analysis: Analysis, frames: list[Frame], told: tuple[Attribution, ...], tagger: Tagger, settings: AttributionSettings
) -> list[Frame]:
    """Return the frames with the tagger's answer laid over them. `told` are the attributions that the frames alone give."""
    cues, found = load_cues(), list(frames)
    for paragraph in read_paragraphs(analysis, told):
        for group in link_pieces(paragraph, tagger.label(token_features(paragraph))):
            cue = _ranges(paragraph, group.cue)
            same = [f for f in found if _overlap(f.cue, cue)]
            if not same:
                found += _new_frame(paragraph, group, cues, settings.acts)
            elif any(paragraph.outer[k].endswith("C") for k in range(group.cue[0].start, group.cue[-1].end)):
                _mend(same[0], paragraph, group)
    return found


def _mend(frame: Frame, p: Paragraph, group: Group) -> None:
    content = _ranges(p, group.content)
    if frame.carried is None and _overlap(frame.content, content) and not _crosses_lines(frame, p):
        frame.content, frame.cue = list(content), _ranges(p, group.cue)
        frame.detail = f"{frame.detail}; bounds by the tagger".lstrip("; ")
    if not frame.source and group.source:
        frame.source = _ranges(p, group.source)


def _crosses_lines(frame: Frame, p: Paragraph) -> bool:
    """True for content that reaches past the paragraph, which the tagger cannot see."""
    return frame.start < p.tokens[0].start or frame.end > p.tokens[-1].end


def _new_frame(p: Paragraph, group: Group, cues: Cues, acts: bool) -> list[Frame]:
    """Return a frame for what no rule found; unless acts are wanted, only where a known word of telling has a source."""
    head = _head(p, group.cue[0])
    token = p.tokens[head]
    speech = cues.verbs.get(token.lemma) or cues.nouns.get(token.lemma) or cues.adjectives.get(token.lemma)
    content, source = _ranges(p, group.content), _ranges(p, group.source)
    if not content or (not acts and (not source or speech in (None, "think", "show"))):
        return []
    return [
        Frame(
            sentence=p.sentence[head],
            rule="tagger",
            speech=speech or "say",
            cue=_ranges(p, group.cue),
            source=source,
            content=list(content),
            head=token.i,
            act=acts and speech is None,
        )
    ]


def _head(p: Paragraph, piece: Piece) -> int:
    """Return the token of a piece whose head lies outside it."""
    return next((k for k in range(piece.start, piece.end) if not piece.start <= p.head[k] < piece.end), piece.start)


def _ranges(p: Paragraph, pieces: Iterable[Piece]) -> tuple[Range, ...]:
    bounds = (trim(p.tokens, piece.start, piece.end) for piece in sorted(pieces, key=lambda x: x.start))
    return tuple((p.tokens[a].start, p.tokens[b - 1].end) for a, b in bounds if a < b)


def _overlap(a: Iterable[Range], b: Iterable[Range]) -> bool:
    rows = tuple(b)
    return any(s < t and u < e for s, e in a for u, t in rows)
