"""Joins quotations to the frames beside them, and carries a teller over to a quotation that has none of its own."""

from bisect import bisect_right
from collections import defaultdict

from twosource.analyse.attribution.frame import Frame, Range
from twosource.records.analysis import Analysis, Quotation
from twosource.settings import AttributionSettings

Beside = dict[int, list[Frame]]
"""Frames by sentence index."""


def join_quotations(analysis: Analysis, frames: list[Frame], settings: AttributionSettings) -> list[Frame]:
    """Return the frames, their contents grown to whole quotations, and new ones for quotations whose teller is carried over."""
    beside: Beside = defaultdict(list)
    for frame in frames:
        beside[frame.sentence].append(frame)
    starts = [s.span.start for s in analysis.sentences]
    carried: list[Frame] = []
    last: tuple[Quotation, Frame] | None = None
    for quotation in analysis.quotations:
        first = max(0, bisect_right(starts, quotation.span.start) - 1)
        final = max(0, bisect_right(starts, quotation.span.end - 1) - 1)
        if analysis.sentences[first].block not in ("title", "prose"):
            continue
        inside = [f for k in range(first, final + 1) for f in beside[k] if _within(f.cue, quotation)]
        for frame in inside:
            _clip(frame, quotation)
        near = [f for k in range(first, final + 1) for f in beside[k] if not _within(f.cue, quotation)]
        owners = [f for f in near if f.content and _touches(f.content, quotation)]
        if not owners and quotation.kind == "speech":
            owner = (
                _empty_beside(near, quotation)
                or _announced(analysis, beside, quotation, first)
                or _following(analysis, beside, quotation, final)
            )
            if owner is not None:
                owners = [owner]
            elif last is not None and _goes_on(analysis, last, quotation, first, near, settings):
                frame = _carry(last[1], first, quotation)
                carried.append(frame)
                last = (quotation, frame)
                continue
        for frame in owners:
            _grow(frame, quotation)
        if owners and quotation.kind == "speech":
            last = (quotation, owners[-1])
    return [f for f in (*frames, *carried) if f.content]


def _within(pieces: tuple[Range, ...], quotation: Quotation) -> bool:
    return bool(pieces) and quotation.span.start <= pieces[0][0] < quotation.span.end


def _touches(pieces: list[Range], quotation: Quotation) -> bool:
    return any(s < quotation.inner.end and quotation.inner.start < e for s, e in pieces)


def _clip(frame: Frame, quotation: Quotation) -> None:
    """A frame said inside a quotation tells nothing outside it."""
    low, high = quotation.inner.start, quotation.inner.end
    frame.content = [(max(s, low), min(e, high)) for s, e in frame.content if s < high and low < e]
    frame.quotable = False


def _grow(frame: Frame, quotation: Quotation) -> None:
    """Let a content hold the whole quotation it touches."""
    low, high = quotation.span.start, quotation.span.end
    rest = []
    for s, e in frame.content:
        if s < high and low < e:
            low, high = min(low, s), max(high, e)
        else:
            rest.append((s, e))
    frame.content = sorted([*rest, (low, high)])


def _region(frame: Frame) -> Range:
    pieces = [*frame.source, *frame.cue]
    return min(s for s, _ in pieces), max(e for _, e in pieces)


def _empty_beside(near: list[Frame], quotation: Quotation) -> Frame | None:
    """Return the nearest frame of the same sentence that still lacks a content."""

    def distance(frame: Frame) -> int:
        start, end = _region(frame)
        return max(quotation.span.start - end, start - quotation.span.end, 0)

    open_frames = [f for f in near if f.quotable and f.cue and not f.content]
    return min(open_frames, key=distance, default=None)


def _announced(analysis: Analysis, beside: Beside, quotation: Quotation, first: int) -> Frame | None:
    """Return the frame that a colon just before the quotation belongs to."""
    before = analysis.report.text[max(0, quotation.span.start - 4) : quotation.span.start].rstrip()
    if not before.endswith(":"):
        return None
    for k in (first, first - 1):
        if k < 0:
            break
        open_frames = [
            f for f in beside[k] if f.source and f.cue and f.cue[0][0] < quotation.span.start and (f.quotable or not f.content)
        ]
        if open_frames:
            return open_frames[-1]
    return None


def _following(analysis: Analysis, beside: Beside, quotation: Quotation, final: int) -> Frame | None:
    """Return an empty frame with which the sentence after the quotation begins."""
    if final + 1 >= len(analysis.sentences) or analysis.sentences[final + 1].paragraph != analysis.sentences[final].paragraph:
        return None
    if analysis.report.text[quotation.span.end : analysis.sentences[final].span.end].strip(" .,”\"'’"):
        return None
    start = analysis.sentences[final + 1].span.start
    return next((f for f in beside[final + 1] if f.quotable and not f.content and f.cue and _region(f)[0] - start < 3), None)


def _goes_on(
    analysis: Analysis,
    last: tuple[Quotation, Frame],
    quotation: Quotation,
    first: int,
    near: list[Frame],
    settings: AttributionSettings,
) -> bool:
    """True where nothing shows that somebody else took the floor since the last quotation."""
    before, frame = last
    sentences = analysis.sentences
    at = max(0, bisect_right([s.span.start for s in sentences[: first + 1]], before.span.end - 1) - 1)
    if any(f.content and not f.source for f in near):
        return False
    if sentences[at].paragraph == sentences[first].paragraph:
        return first - at <= settings.carry_sentences
    opens = quotation.span.start - sentences[first].span.start < 2
    unclosed = not before.closed and opens
    lines = analysis.report.text.count("\n", before.span.end, quotation.span.start)
    return unclosed or (opens and first - at <= 1 and lines <= 3)


def _carry(frame: Frame, sentence: int, quotation: Quotation) -> Frame:
    origin = frame.carried or frame
    return Frame(
        sentence=sentence,
        rule="quotation-carried",
        speech=origin.speech,
        source=origin.source,
        source_token=origin.source_token,
        content=[(quotation.span.start, quotation.span.end)],
        carried=origin,
        detail=f"goes on from {origin.rule}",
    )
