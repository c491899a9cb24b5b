"""A paragraph as the tagger sees it: its tokens in one row, with what the rules said of each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from twosource.lexicons import load_lexicon
from twosource.records.analysis import Analysis
from twosource.records.attribution import Attribution
from twosource.records.parse import Token
from twosource.records.span import Span

ROLES = ("T", "S", "C")
"""Content, source, cue; where two meet in one token the later one wins."""
LABELS = ("O", "B-S", "I-S", "B-C", "I-C", "B-T", "I-T")


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """Parallel lists, one entry a token; heads are indices into them."""

    tokens: list[Token]
    sentence: list[int]
    """Index of the sentence in the report."""
    head: list[int]
    left: list[int]
    """Leftmost token of each subtree."""
    right: list[int]
    """Rightmost token, itself included."""
    outer: list[str]
    """Label by the rules' outermost attributions."""
    inner: list[str]
    """Label by those inside others."""
    rule: dict[int, str]
    """Name of the rule by the first code point of its pieces."""
    quote: list[str]
    """`S` in quoted speech, `t` in a quoted term, `0` outside."""
    named: list[str]
    """First letter of the kind of a mention, or `-`."""
    cue: list[str]
    """What makes a token look like a cue: `C` by the rules, `v..` and `n..` by the lexicon, or nothing."""


def read_paragraphs(analysis: Analysis, attributions: Iterable[Attribution]) -> Iterator[Paragraph]:
    """Yield the paragraphs of title and prose, in order."""
    attributions = tuple(attributions)
    rows = zip(analysis.sentences, analysis.trees, strict=True)
    for _, members in groupby(rows, key=lambda row: row[0].paragraph):
        tokens: list[Token] = []
        sentence: list[int] = []
        head: list[int] = []
        left: list[int] = []
        right: list[int] = []
        for s, tree in members:
            base = len(tokens)
            if s.block not in ("title", "prose"):
                continue
            tokens += tree.tokens
            sentence += [s.index] * len(tree.tokens)
            head += [t.head + base for t in tree.tokens]
            left += [t.left + base for t in tree.tokens]
            right += [t.right - 1 + base for t in tree.tokens]
        if tokens:
            yield _marked(analysis, attributions, Paragraph(
                tokens=tokens, sentence=sentence, head=head, left=left, right=right,
                outer=[], inner=[], rule={}, quote=[], named=[], cue=[],
            ))  # fmt: skip


def _marked(analysis: Analysis, attributions: tuple[Attribution, ...], p: Paragraph) -> Paragraph:
    start, end = p.tokens[0].start, p.tokens[-1].end
    near = [a for a in attributions if any(s.start < end and start < s.end for s in (*a.content, *a.cue, *a.source))]
    p.outer = label_tokens(p.tokens, [_roles(a) for a in near if a.parent is None])
    p.inner = label_tokens(p.tokens, [_roles(a) for a in near if a.parent is not None])
    p.rule = {s.start: a.rule for a in near if a.parent is None for s in (*a.content, *a.source, *a.cue)}
    p.quote = ["0"] * len(p.tokens)
    for q in analysis.quotations:
        if q.span.start < end and start < q.span.end:
            _fill(p.quote, p.tokens, q.span, "S" if q.kind == "speech" else "t")
    p.named = ["-"] * len(p.tokens)
    for m in analysis.mentions[bisect_right(analysis.mentions, start - 1, key=lambda m: m.span.start) :]:
        if m.span.start >= end:
            break
        _fill(p.named, p.tokens, m.span, m.kind[0])
    p.cue = [_cue(t, label) for t, label in zip(p.tokens, p.outer, strict=True)]
    return p


def _roles(a: Attribution) -> dict[str, tuple[Span, ...]]:
    return {"T": a.content, "S": a.source, "C": a.cue}


def label_tokens(tokens: list[Token], attributions: list[dict[str, tuple[Span, ...]]]) -> list[str]:
    """Return one of `LABELS` for each token from the spans of roles."""
    labels = ["O"] * len(tokens)
    ends = [t.end for t in tokens]
    for role in ROLES:
        for spans in attributions:
            for span in spans[role]:
                i, begin = bisect_right(ends, span.start), "B-"
                while i < len(tokens) and tokens[i].start < span.end:
                    labels[i] = begin + role
                    i, begin = i + 1, "I-"
    return labels


def _fill(row: list[str], tokens: list[Token], span: Span, value: str) -> None:
    i = bisect_right(tokens, span.start - 1, key=lambda t: t.start)
    while i < len(tokens) and tokens[i].end <= span.end:
        row[i] = value
        i += 1


def _cue(token: Token, label: str) -> str:
    if label.endswith("C"):
        return "C"
    lexicon = load_cue_words()
    if token.pos in ("VERB", "AUX"):
        return lexicon["v"].get(token.lemma, "")
    return lexicon["n"].get(token.lemma, "") if token.pos == "NOUN" else ""


_CUE_WORDS: dict[str, dict[str, str]] = {}


def load_cue_words() -> dict[str, dict[str, str]]:
    """Return lemma -> short class of the verbs and nouns of telling."""
    if not _CUE_WORDS:
        for letter, table in (("v", "verbs"), ("n", "nouns")):
            words: dict[str, list[str]] = load_lexicon("reporting")[table]
            found: dict[str, str] = {}
            for kind, lemmas in words.items():
                for lemma in lemmas:
                    found.setdefault(lemma, letter + kind[:2])
            _CUE_WORDS[letter] = found
    return _CUE_WORDS
