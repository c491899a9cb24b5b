"""Sentences before one that says who gave them away, as in "An official shared this information with the Herald"."""

from collections.abc import Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, Range, between
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.syntax import agent_of, is_passive, noun_phrase, subject_of
from twosource.records.analysis import Analysis
from twosource.records.parse import Tree


def handed_frames(analysis: Analysis, frames: list[Frame], cues: Cues) -> Iterator[Frame]:
    """Yield a frame for whoever "gave this information" or by whom "these details were leaked": what is told are the sentences
    before in the same paragraph, back to the nearest that has a teller of its own.
    """
    told = {f.sentence for f in frames if f.content and f.source}
    for sentence, tree in zip(analysis.sentences, analysis.trees, strict=True):
        if sentence.block != "prose" or not cues.handed_things & {t.lower for t in tree.tokens}:
            continue
        found = _handing(tree, sentence.index, cues)
        before = _before(analysis, sentence.index, told) if found is not None else None
        if found is not None and before is not None:
            found.content = [before]
            yield found


def _handing(tree: Tree, k: int, cues: Cues) -> Frame | None:
    for token in tree.tokens:
        if token.lemma not in cues.handing or token.pos != "VERB":
            continue
        passive = is_passive(tree, token.i)
        thing = tree.child(token.i, "nsubjpass" if passive else "dobj")
        giver = agent_of(tree, token.i) if passive else subject_of(tree, token.i)
        if thing is None or giver is None or not _points_back(tree, thing, cues) or not could_tell(tree, giver, cues):
            continue
        source = between(tree, *noun_phrase(tree, giver, token.i))
        cue = ((token.start, token.end),)
        return Frame(sentence=k, rule="verb-handed", speech="say", cue=cue, source=source, source_token=giver, head=token.i)
    return None


def _points_back(tree: Tree, thing: int, cues: Cues) -> bool:
    """True for "this information", "these details": what stands before."""
    tokens = tree.tokens
    return tokens[thing].lower in cues.handed_things and any(tokens[j].lower in ("this", "these") for j in tokens[thing].children)


def _before(analysis: Analysis, k: int, told: set[int]) -> Range | None:
    """Return the range of the sentences before `k` in its paragraph that nobody tells, or None."""
    first, paragraph = k, analysis.sentences[k].paragraph
    while first and analysis.sentences[first - 1].paragraph == paragraph and first - 1 not in told:
        first -= 1
    return (analysis.sentences[first].span.start, analysis.sentences[k - 1].span.end) if first < k else None
