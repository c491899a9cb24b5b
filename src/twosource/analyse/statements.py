"""Statements: clause-level propositions with exact words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from twosource.analyse.clauses import Clause, cut_clauses, runs
from twosource.analyse.cuts import find_cuts
from twosource.analyse.frames import find_frame, is_untold
from twosource.analyse.hedging import PRESUPPOSED, Wording, read_wording
from twosource.analyse.signs import CERTAINTIES
from twosource.ids import digest
from twosource.records.analysis import Analysis, Mention, Sentence, TimeExpression
from twosource.records.attribution import Attribution
from twosource.records.evidence import Evidence
from twosource.records.parse import Tree
from twosource.records.span import Span
from twosource.records.statement import Resolution, Statement, StatementTime
from twosource.settings import StatementSettings

PLAIN = frozenset({"full-name", "title"})
"""Mentions that need no resolving: the words say it all."""

TELLING = frozenset({"say", "write", "deny", "doubt", "demand", "ask", "no-comment"})
"""Acts of speech that are done by telling; plans, hopes and beliefs may be reported without any."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence with what was observed in it."""

    sentence: Sentence
    tree: Tree
    tellings: tuple[int, ...] = ()
    """Indices of the attributions whose content, or whose cue, lies in the sentence, in order."""
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()


def find_statements(analysis: Analysis, settings: StatementSettings) -> tuple[Statement, ...]:
    """Return the statements of a report, in order; no two overlap."""
    return tuple(s for place in _places(analysis) for s in _statements_of(analysis, place, settings))


def _places(analysis: Analysis) -> Iterator[Place]:
    sentences = analysis.sentences
    told = _by_sentence(sentences, [(s, i) for i, a in enumerate(analysis.attributions) for s in (*a.content, *a.cue, *a.source)])
    named = _by_sentence(sentences, [(m.span, m) for m in analysis.mentions if m.how not in PLAIN])
    timed = _by_sentence(sentences, [(t.span, t) for t in analysis.times])
    for k, (sentence, tree) in enumerate(zip(sentences, analysis.trees, strict=True)):
        if sentence.block in ("title", "prose"):
            tellings = tuple(sorted(set(told[k])))
            yield Place(sentence=sentence, tree=tree, tellings=tellings, mentions=tuple(named[k]), times=tuple(timed[k]))


def _by_sentence(sentences: Sequence[Sentence], placed: Sequence[tuple[Span, T]]) -> list[list[T]]:
    """Return, for each sentence, what lies in it or reaches into it, in the order given."""
    found: list[list[T]] = [[] for _ in sentences]
    starts = [s.span.start for s in sentences]
    for span, thing in placed:
        k = max(0, bisect_right(starts, span.start) - 1)
        while k < len(sentences) and starts[k] < span.end:
            if sentences[k].span.overlaps(span):
                found[k].append(thing)
            k += 1
    return found


def _statements_of(analysis: Analysis, place: Place, settings: StatementSettings) -> Iterator[Statement]:
    tellings = [(i, analysis.attributions[i]) for i in place.tellings]
    cuts = find_cuts(place.tree, settings)
    frames = {i: find_frame(place.tree, a, cuts) for i, a in tellings}
    framed = frozenset(t for frame in frames.values() for t in frame)
    for clause in cut_clauses(place.tree, cuts, framed, settings.min_tokens):
        spans = _spans(analysis.report.id, place.tree, clause)
        apart = clause.rule in PRESUPPOSED
        over = _tellings_around(analysis.attributions, [(i, a) for i, a in tellings if a.source or not apart], spans)
        around = [analysis.attributions[i] for i in over]
        wording = read_wording(place.tree, clause, around, title=place.sentence.block == "title")
        told = next((a for _, a in tellings if _is_telling(place.tree, clause, a)), around[0] if around else None)
        frame = [place.tree.tokens[t] for t in sorted(frames[over[0]])] if over else []
        yield Statement(
            id=digest("statement", analysis.report.id, [[s.start, s.end] for s in spans]),
            report=analysis.report.id,
            spans=spans,
            exact=analysis.report.words(*spans),
            attribution=told,
            chain=told.chain if told else (),
            polarity=wording.polarity,
            certainty=wording.certainty,
            stage=wording.stage,
            times=_times(place, spans, [Span(analysis.report.id, t.start, t.end) for t in frame]),
            resolved=_resolved(place, spans, analysis.report.text),
            evidence=tuple(_evidence(analysis.report.id, place.tree, clause, wording)),
            sentence=place.sentence.index,
            tokens=clause.tokens,
            head=clause.head,
        )


def _spans(report: str, tree: Tree, clause: Clause) -> tuple[Span, ...]:
    return tuple(Span(report, tree.tokens[start].start, tree.tokens[end - 1].end) for start, end in runs(clause.tokens))


def _tellings_around(
    attributions: Sequence[Attribution], tellings: Sequence[tuple[int, Attribution]], spans: Sequence[Span]
) -> tuple[int, ...]:
    """Return the indices of the attributions in whose content most of the spans lie, innermost first.

    One whose own cue stands in the spans is left out, its words being read with the statement's own, unless nobody is
    named who tells it ("reportedly").
    """
    size = sum(s.end - s.start for s in spans)
    fitting = []
    for i, a in tellings:
        inside = _shared(a.content, spans)
        if 2 * inside >= size and inside and not (a.source and _shared(a.cue, spans)):
            fitting.append((-_depth(attributions, i), -inside, sum(s.end - s.start for s in a.content), i))
    return tuple(i for *_, i in sorted(fitting))


def _is_telling(tree: Tree, clause: Clause, telling: Attribution) -> bool:
    """True where the clause is a telling that is news itself ("the ministry denied the claim"): its teller is who knows."""
    if not telling.source or telling.speech not in TELLING:
        return False
    if telling.speech != "no-comment" and is_untold(tree, clause.head):
        return False
    head = tree.tokens[clause.head]
    return any(s.start < head.end and head.start < s.end for s in telling.cue)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def _depth(attributions: Sequence[Attribution], i: int) -> int:
    depth, parent = 0, attributions[i].parent
    while parent is not None and depth < len(attributions):
        depth, parent = depth + 1, attributions[parent].parent
    return depth


def _times(place: Place, spans: Sequence[Span], frame: Sequence[Span]) -> tuple[StatementTime, ...]:
    """Return the times of what is stated, then those of its telling ("said on Monday")."""
    stated = [t for t in place.times if any(t.span.overlaps(s) for s in spans)]
    telling = [t for t in place.times if t not in stated and any(t.span.overlaps(s) for s in frame)]
    return (
        *(StatementTime(span=t.span, value=t.value, about="event", symbol=t.symbol) for t in stated),
        *(StatementTime(span=t.span, value=t.value, about="report", symbol=t.symbol) for t in telling),
    )


def _resolved(place: Place, spans: Sequence[Span], text: str) -> tuple[Resolution, ...]:
    inside = (m for m in place.mentions if any(s.covers(m.span) for s in spans))
    return tuple(
        Resolution(span=m.span, to=m.name, how=m.how)
        for m in inside
        if m.name.casefold() != text[m.span.start : m.span.end].casefold()
    )


def _evidence(report: str, tree: Tree, clause: Clause, wording: Wording) -> Iterator[Evidence]:
    if clause.rule != "sentence":
        t = tree.tokens[clause.cut]
        yield Evidence(kind="cut", detail=f"cut off as {clause.rule}", spans=(Span(report, t.start, t.end),))
    for sign in wording.signs:
        kind = "polarity" if sign.reads == "negated" else "certainty" if sign.reads in CERTAINTIES else "stage"
        spans = tuple(Span(report, tree.tokens[i].start, tree.tokens[i].end) for i in sign.tokens)
        yield Evidence(kind=kind, detail=f"{sign.reads}: {sign.rule}", spans=spans)
