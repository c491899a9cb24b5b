"""Joins quotations to the frames beside them, and carries a teller over to a quotation that has none of its own."""

from bisect import bisect_right
from collections import defaultdict

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, Range, between
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.syntax import noun_phrase
from twosource.analyse.attribution.tails import verb_beside
from twosource.records.analysis import Analysis, Quotation
from twosource.settings import AttributionSettings

Beside = dict[int, list[Frame]]
"""Frames by sentence index."""
FLOOR = frozenset({"say", "ask", "write", "think", "deny", "demand", "doubt"})
"""Speech after which a quotation without a teller of its own goes on from the one who spoke."""


class Joiner:
    """Goes through the quotations of one report in order and remembers who has the floor."""

    def __init__(self, analysis: Analysis, frames: list[Frame], cues: Cues, settings: AttributionSettings) -> None:
        """Keep the report's frames by sentence."""
        self.analysis, self.cues, self.settings = analysis, cues, settings
        self.sentences = analysis.sentences
        self.starts = [s.span.start for s in analysis.sentences]
        self.beside: Beside = defaultdict(list)
        for frame in frames:
            self.beside[frame.sentence].append(frame)
        self.new: list[Frame] = []
        self.last: tuple[Quotation, Frame] | None = None

    def join(self, quotation: Quotation) -> None:
        """Give a quotation to the frames that hold it, else to one beside it, else to the one who has the floor."""
        first, final = self._sentence_at(quotation.span.start), self._sentence_at(quotation.span.end - 1)
        if self.sentences[first].block not in ("title", "prose"):
            return
        near = [f for k in range(first, final + 1) for f in self.beside[k]]
        for frame in near:
            if _within(frame.cue or frame.source, quotation):
                _clip(frame, quotation)
        label = next((f for f in near if f.rule == "label" and _within(f.cue, quotation) and f.content), None)
        if label is not None:
            self.last = (quotation, label)
            return
        near = [f for f in near if not _within(f.cue or f.source, quotation)]
        owners = [f for f in near if f.content and _touches(f.content, quotation)]
        if owners and quotation.kind == "speech":
            owners += [f for f in near if f.quotable and not f.content and self._leads_to(f, quotation)]
        if not owners and quotation.kind == "term":
            owners = [f for f in near if f.content and f.cue and self._adjoins(f, quotation)]
        if not owners and quotation.kind == "speech":
            owner = self._beside(quotation, near, first, final)
            owners = [owner] if owner is not None else []
        for frame in owners:
            _grow(frame, quotation, self.analysis.report.text)
            frame.act = frame.act and quotation.kind == "term"
        speakers = [f for f in owners if f.speech in FLOOR and f.source]
        if speakers:
            self.last = (quotation, speakers[-1])

    def _beside(self, quotation: Quotation, near: list[Frame], first: int, final: int) -> Frame | None:
        return (
            _empty_beside(near, quotation)
            or self._announced(quotation, first)
            or self._following(quotation, final)
            or self._any_verb(quotation, first, final)
            or self._carried(quotation, first, near)
        )

    def _leads_to(self, frame: Frame, quotation: Quotation) -> bool:
        """True where only a comma or a colon stands between a frame and the quotation after it."""
        end = _region(frame)[1]
        return end <= quotation.span.start and not self.analysis.report.text[end : quotation.span.start].strip(" ,:")

    def _adjoins(self, frame: Frame, quotation: Quotation) -> bool:
        """True where a second, short quotation follows right on the teller: "...," said the cook, "and no salt"."""
        end = _region(frame)[1]
        between = self.analysis.report.text[end : quotation.span.start] if end <= quotation.span.start else "-"
        return not between.strip(" ,:") and self.analysis.report.text[frame.end - 1] in '"”'

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _announced(self, quotation: Quotation, first: int) -> Frame | None:
        """Return the frame that a colon just before the quotation belongs to."""
        before = self.analysis.report.text[max(0, quotation.span.start - 4) : quotation.span.start].rstrip()
        if not before.endswith(":"):
            return None
        start = self.sentences[first].span.start
        k = first if self.analysis.report.text[start : quotation.span.start].strip(" :\n") else first - 1
        if k < 0:
            return None
        ahead = [f for f in self.beside[k] if f.source and f.cue and f.cue[0][0] < quotation.span.start]
        empty = [f for f in ahead if f.quotable and not f.content] or [f for f in ahead if f.quotable or not f.content]
        return empty[-1] if empty else self._subject(k, quotation)

    def _subject(self, k: int, quotation: Quotation) -> Frame | None:
        """Return a new frame for "Ardo had a word for it: "..."": the subject of the sentence speaks."""
        tree = self.analysis.trees[k]
        for token in tree.tokens:
            if token.start >= quotation.span.start:
                break
            if token.dep in ("nsubj", "nsubjpass") and token.i < token.head and could_tell(tree, token.i, self.cues):
                frame = Frame(sentence=k, rule="colon-subject", speech="say", source=between(tree, *noun_phrase(tree, token.i)))
                frame.source_token = token.i
                lead = frame.source[-1][1] if frame.source else token.end
                colon = self.analysis.report.text.rfind(":", lead, quotation.span.start)
                frame.cue = ((lead + 1, colon + 1),) if colon > lead + 1 else ()
                self.new.append(frame)
                return frame
        return None

    def _following(self, quotation: Quotation, final: int) -> Frame | None:
        """Return an empty frame with which the sentence after the quotation begins."""
        sentences, text = self.sentences, self.analysis.report.text
        if final + 1 >= len(sentences) or sentences[final + 1].paragraph != sentences[final].paragraph:
            return None
        if text[quotation.span.end : sentences[final].span.end].strip(" .,”\"'’"):
            return None
        start = sentences[final + 1].span.start
        empty = (f for f in self.beside[final + 1] if f.quotable and not f.content and f.cue)
        return next((f for f in empty if _region(f)[0] - start < 3), None)

    def _any_verb(self, quotation: Quotation, first: int, final: int) -> Frame | None:
        """Return the frame of a verb right beside the quotation, a new one whatever the verb means: `"Stop it," she barked`."""
        for k in (final, first):
            tree = self.analysis.trees[k]
            verb = verb_beside(tree, quotation.span.start, quotation.span.end, self.cues)
            if verb is not None:
                i, subject = verb
                known = next((f for f in self.beside[k] if f.head == i), None)
                if known is not None:
                    return known
                frame = Frame(sentence=k, rule="verb-beside", speech="say", head=i, source_token=subject)
                frame.source, frame.cue = between(tree, *noun_phrase(tree, subject, i)), between(tree, i, i + 1)
                self.new.append(frame)
                return frame
        return None

    def _carried(self, quotation: Quotation, first: int, near: list[Frame]) -> Frame | None:
        """Return a new frame for the one who has the floor, where nothing shows that somebody else took it."""
        if any(f.content and not f.source for f in near):
            return None
        frame = self._speaker_before(quotation, first)
        if frame is None:
            return None
        origin = frame.carried or frame
        carried = Frame(sentence=first, rule="quotation-carried", speech=origin.speech, carried=origin)
        carried.source, carried.source_token = origin.source, origin.source_token
        carried.content = [(quotation.span.start, quotation.span.end)]
        carried.detail = f"goes on from {origin.rule}"
        self.new.append(carried)
        return carried

    def _speaker_before(self, quotation: Quotation, first: int) -> Frame | None:
        """Return the frame of the last one who spoke, if that was near enough."""
        opens = quotation.span.start - self.starts[first] < 2
        paragraph = self.sentences[first].paragraph
        reach = self.settings.carry_sentences
        if self.last is not None:
            before, frame = self.last
            at = self._sentence_at(before.span.end - 1)
            same = self.sentences[at].paragraph == paragraph
            if not before.closed and opens and first - at <= reach + 1:
                return frame
            if (same or opens) and first - at <= reach and not self._floor_taken(at, first, frame):
                return frame
        for k in range(first - 1, max(-1, first - 1 - reach), -1):
            if not (opens or self.sentences[k].paragraph == paragraph):
                return None
            tellers = [
                f for f in self.beside[k] if f.content and f.source and f.speech in FLOOR and f.rule.startswith(SPEAKING_RULES)
            ]
            outer = [
                f for f in tellers if not any(g is not f and g.content and g.start <= f.start and f.end <= g.end for g in tellers)
            ]
            if outer:
                return outer[-1]
        return None

    def _floor_taken(self, at: int, first: int, frame: Frame) -> bool:
        """True where another teller stands between the last quotation and this one."""
        return any(
            f.content and f.source and f.source != frame.source and f.speech in FLOOR and f.start >= frame.end
            for k in range(at, first)
            for f in self.beside[k]
        )


MAX_GAP = 3
"""Code points between a quotation and a verb that tells only right beside one ("began", "added")."""
SPEAKING_RULES = ("verb-clause", "verb-tail", "verb-parenthetical", "according-to", "label")


def join_quotations(analysis: Analysis, frames: list[Frame], cues: Cues, settings: AttributionSettings) -> list[Frame]:
    """Return the frames, their contents grown to whole quotations, and new ones for quotations whose teller is carried over."""
    joiner = Joiner(analysis, frames, cues, settings)
    for quotation in analysis.quotations:
        joiner.join(quotation)
    return [f for f in (*frames, *joiner.new) if f.content and (settings.acts or not f.act)]


def _within(pieces: tuple[Range, ...], quotation: Quotation) -> bool:
    return bool(pieces) and quotation.span.start <= pieces[0][0] < quotation.span.end


def _touches(pieces: list[Range], quotation: Quotation) -> bool:
    return any(s < quotation.inner.end and quotation.inner.start < e for s, e in pieces)


def _clip(frame: Frame, quotation: Quotation) -> None:
    """A frame said inside a quotation tells nothing outside it."""
    low, high = quotation.inner.start, quotation.inner.end
    frame.content = [(max(s, low), min(e, high)) for s, e in frame.content if s < high and low < e]
    frame.quotable, frame.inside_quotation = False, _within(frame.source, quotation)


def _grow(frame: Frame, quotation: Quotation, text: str) -> None:
    """Let a content hold the whole quotation it touches, and end with one that it begins with: "said, “Yes,” when asked"."""
    low, high = quotation.span.start, quotation.span.end
    rest = []
    for s, e in frame.content:
        if s >= high or low >= e:
            rest.append((s, e))
            continue
        whole = s >= quotation.span.start - 1 and text[quotation.inner.end - 1] in ENDING
        after = text[quotation.span.end : quotation.span.end + 5].split()[:1]
        low, high = min(low, s), high if whole and after not in JOINING else max(high, e)
    frame.content = sorted([*rest, (low, high)])


ENDING = frozenset(",.?!")
JOINING = (["and"], ["but"], ["or"])


def _region(frame: Frame) -> Range:
    pieces = [*frame.source, *frame.cue]
    return min(s for s, _ in pieces), max(e for _, e in pieces)


def _empty_beside(near: list[Frame], quotation: Quotation) -> Frame | None:
    """Return the nearest frame of the same sentence that still lacks a content."""

    def distance(frame: Frame) -> int:
        start, end = _region(frame)
        return max(quotation.span.start - end, start - quotation.span.end, 0)

    empty = (f for f in near if f.quotable and f.cue and not f.content and (not f.close or distance(f) <= MAX_GAP))
    return min(empty, key=distance, default=None)
