"""A paragraph without marks that the one before announces: "The club sent the Herald this statement:"."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, Range, between
from twosource.analyse.attribution.nouns import find_author
from twosource.analyse.attribution.syntax import noun_phrase
from twosource.records.analysis import Analysis
from twosource.records.parse import Tree

NOT_ANNOUNCED = frozenset("\"“‘'«„•-–—*·")
"""First characters of paragraphs that are joined in another way, or are lists."""


def announced_frames(analysis: Analysis, frames: list[Frame], cues: Cues) -> Iterator[Frame]:
    """Give the paragraph after a colon to a frame that still lacks a content, or yield a new one for whoever sent it."""
    empty = {f.sentence: f for f in frames if f.quotable and f.source and not f.content}
    for k, paragraph in _announcements(analysis):
        frame = empty.get(k)
        if frame is not None and frame.cue and frame.cue[0][1] >= analysis.sentences[k].span.end - 40:
            frame.content = [paragraph]
            continue
        new = _sender(analysis.trees[k], k, cues)
        if new is not None:
            new.content = [paragraph]
            yield new


def _announcements(analysis: Analysis) -> Iterator[tuple[int, Range]]:
    """Yield each sentence that ends its paragraph with a colon, and the range of the next paragraph of prose."""
    sentences, text = analysis.sentences, analysis.report.text
    for k in range(len(sentences) - 1):
        after = sentences[k + 1]
        if text[sentences[k].span.end - 1] != ":" or after.paragraph == sentences[k].paragraph or sentences[k].block != "prose":
            continue
        if after.block != "prose" or text[after.span.start] in NOT_ANNOUNCED:
            continue
        last = k + 1
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == after.paragraph:
            last += 1
        yield k, (after.span.start, sentences[last].span.end)


def _sender(tree: Tree, k: int, cues: Cues) -> Frame | None:
    """Return a frame for the one who sent, issued or posted a statement, as the sentence says."""
    for token in tree.tokens:
        if token.tag != "NN" or cues.nouns.get(token.lemma) != "say" or token.dep not in ("dobj", "pobj", "dative"):
            continue
        author = find_author(tree, token.i, cues)
        if author is not None:
            verb = token.head if token.dep == "dobj" else None
            source = between(tree, *noun_phrase(tree, author, token.i))
            cue = ((token.start, token.end),)
            return Frame(sentence=k, rule="announced", speech="say", cue=cue, source=source, source_token=author, head=verb)
    return None
