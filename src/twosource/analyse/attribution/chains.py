"""From frames to attributions: which frame stands in which, and the chain of tellers."""

from bisect import bisect_right
from collections import defaultdict

from twosource.analyse.attribution.frame import Frame, Range
from twosource.analyse.attribution.rules import explain
from twosource.analyse.attribution.tellers import is_same_outlet
from twosource.analyse.sources import describe_source
from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution, Link
from twosource.records.span import Span
from twosource.settings import AttributionSettings

ECHOES: dict[str, tuple[str, ...]] = {
    "he": ("person", "unnamed"),
    "she": ("person", "unnamed"),
    "his": ("person", "unnamed"),
    "her": ("person", "unnamed"),
    "it": ("body", "agency", "outlet", "document"),
    "its": ("body", "agency", "outlet", "document"),
    "they": ("body", "unnamed"),
    "their": ("body", "unnamed"),
}
"""Kinds of tellers to which a pronoun can go back."""


def link_frames(analysis: Analysis, frames: list[Frame], settings: AttributionSettings) -> tuple[Attribution, ...]:
    """Return the attributions of frames, outer before inner, each with its chain."""
    parents = _parents(analysis, frames)
    chains: dict[int, tuple[Link, ...]] = {}
    for frame in frames:
        _chain(analysis, frame, parents, chains)
    told = [f for f in frames if chains[id(f)]]
    told.sort(key=lambda f: (f.start, -f.end, _depth(f, parents), f.cue))
    at = {id(f): n for n, f in enumerate(told)}
    return tuple(_attribution(analysis, f, _told_parent(f, parents, at), chains[id(f)][: settings.max_chain], at) for f in told)


def _told_parent(frame: Frame, parents: dict[int, Frame], at: dict[int, int]) -> Frame | None:
    """Return the nearest frame around one that names a teller itself."""
    above = parents.get(id(frame))
    while above is not None and id(above) not in at:
        above = parents.get(id(above))
    return above


def _attribution(
    analysis: Analysis, frame: Frame, parent: Frame | None, chain: tuple[Link, ...], at: dict[int, int]
) -> Attribution:
    report = analysis.report
    return Attribution(
        cue=tuple(report.span(*r) for r in frame.cue),
        source=tuple(report.span(*r) for r in frame.source),
        content=tuple(report.span(*r) for r in frame.content),
        chain=chain,
        speech=frame.speech,
        hedge=frame.hedge,
        rule=frame.rule,
        parent=at.get(id(parent)),
        detail=explain(frame.rule, frame.detail),
    )


def _parents(analysis: Analysis, frames: list[Frame]) -> dict[int, Frame]:
    """Return for each frame (by identity) the one with the shortest content around it."""
    starts = [s.span.start for s in analysis.sentences]
    covering: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        for k in range(_sentence_of(starts, frame.start), _sentence_of(starts, frame.end - 1) + 1):
            covering[k].append(frame)
    found: dict[int, Frame] = {}
    for frame in frames:
        if frame.over is not None:
            found[id(frame)] = frame.over
            continue
        pieces = [*frame.cue, *frame.source] if frame.carried is None else [*frame.content]
        around = [
            g
            for g in covering[frame.sentence]
            if g is not frame and g.carried is not frame and _holds(g, pieces) and not _circular(frame, g, found)
        ]
        if around:
            found[id(frame)] = min(around, key=_size)
    return found


def _sentence_of(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _holds(frame: Frame, pieces: list[Range]) -> bool:
    return bool(pieces) and all(any(s <= a and b <= e for s, e in frame.content) for a, b in pieces)


def _circular(frame: Frame, parent: Frame, found: dict[int, Frame]) -> bool:
    above: Frame | None = parent
    while above is not None:
        if above is frame:
            return True
        above = found.get(id(above))
    return False


def _size(frame: Frame) -> int:
    return sum(e - s for s, e in frame.content)


def _depth(frame: Frame, parents: dict[int, Frame]) -> int:
    depth, above = 0, parents.get(id(frame))
    while above is not None:
        depth, above = depth + 1, parents.get(id(above))
    return depth


def _chain(analysis: Analysis, frame: Frame, parents: dict[int, Frame], chains: dict[int, tuple[Link, ...]]) -> tuple[Link, ...]:
    """Return the chain of a frame, that of its parent first; chains found are kept in `chains`."""
    if id(frame) in chains:
        return chains[id(frame)]
    chains[id(frame)] = ()
    if frame.carried is not None:
        origin = _chain(analysis, frame.carried, parents, chains)
        chain = tuple(_implied(link) for link in origin)
    else:
        parent = parents.get(id(frame))
        above = _chain(analysis, parent, parents, chains) if parent is not None else ()
        chain = _extended(above, _own_links(analysis, frame), frame.inside_quotation)
    chains[id(frame)] = chain
    return chain


def _implied(link: Link) -> Link:
    return Link(
        source=link.source,
        kind=link.kind,
        how="carried over",
        role=link.role,
        count=link.count,
        reason=link.reason,
        resolved_from=link.spans,
    )


def _own_links(analysis: Analysis, frame: Frame) -> list[Link]:
    report = analysis.report
    links = [describe_source(analysis, report.span(*via), "intermediary") for via in frame.via]
    maybe = (describe_source(analysis, report.span(*via), "intermediary") for via in frame.maybe_via)
    links.extend(link for link in maybe if link.kind in ("outlet", "agency"))
    told_by = frame.named or frame.source
    if told_by:
        links.append(describe_source(analysis, Span(report.id, told_by[0][0], told_by[-1][1]), frame.rule))
    elif frame.cue:
        words = " ".join(report.text[s:e] for s, e in frame.cue)
        links.append(Link(source=words, kind="unnamed", spans=tuple(report.span(*r) for r in frame.cue), how=frame.rule))
    # Who denies in a release of its own stays: without it the denied would be said.
    own = frame.speech in ("deny", "doubt")
    return [link for link in links if link.source and (own or not is_same_outlet(report.outlet, link.source))]


def _extended(above: tuple[Link, ...], own: list[Link], inside_quotation: bool) -> tuple[Link, ...]:
    """Return a chain with further links; one that names the last teller again adds nothing."""
    chain = list(above)
    for link in own:
        if chain and (chain[-1].source == link.source or (not inside_quotation and _echoes(link, chain[-1]))):
            continue
        chain.append(link)
    return tuple(chain)


def _echoes(link: Link, last: Link) -> bool:
    """True for an unresolved pronoun that can only mean the teller before: "the agency said it regrets"."""
    return last.kind in ECHOES.get(link.source.lower(), ())
