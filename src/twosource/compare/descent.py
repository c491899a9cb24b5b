"""Which report's text rests on which, and which unseen texts must stand behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.align import align_passages
from twosource.compare.direction import label
from twosource.compare.family import explain, find_families
from twosource.compare.prose import PROSE, QUOTED, Gram, Words, read_words
from twosource.compare.stemma import Edge, absent_agencies, draw_stemma
from twosource.compare.wording import Pair, Wording, compare_wording, weigh_grams
from twosource.ids import digest
from twosource.records.analysis import Analysis
from twosource.records.comparison import Descent, DescentKind, Hidden, Passage
from twosource.records.evidence import Evidence
from twosource.records.span import Span
from twosource.settings import DescentSettings

SHOWN = 3
"""Shared passages that stand in the evidence, longest first; all of them stand in `Descent.passages`."""
_ALIGNED = frozenset((PROSE, QUOTED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The reports of one story, measured; lists are parallel, pairs are indices into them."""

    members: tuple[Analysis, ...]
    words: tuple[Words, ...]
    grams: tuple[Mapping[Gram, float], ...]
    wording: Mapping[Pair, Wording]
    settings: DescentSettings


def trace_descent(members: tuple[Analysis, ...], settings: DescentSettings) -> tuple[tuple[Descent, ...], tuple[Hidden, ...]]:
    """Return the descents of one story and the unseen texts behind it, both by id, whatever the order of `members`."""
    texts = measure_texts(members, settings)
    links = {pair: shared.score for pair, shared in texts.wording.items() if shared.score >= settings.wording_score}
    descents: dict[str, Descent] = {}
    hidden: dict[str, Hidden] = {}
    for family in find_families(links):
        edges = draw_stemma(family, texts.members, explain(family, texts.grams), settings)
        orphans = [e for e in edges if e.parent is None]
        unseen = _write_hidden(orphans, texts) if orphans else None
        if unseen:
            hidden[unseen.id] = unseen
        for edge in edges:
            descent = _write_descent(edge, family, unseen, texts)
            descents.setdefault(descent.id, descent)
    return tuple(descents[i] for i in sorted(descents)), tuple(hidden[i] for i in sorted(hidden))


def measure_texts(members: Sequence[Analysis], settings: DescentSettings) -> Texts:
    """Return the measures of one story's reports, ordered by report id."""
    ordered = tuple(sorted(members, key=lambda a: a.report.id))
    words = read_words(ordered)
    grams = tuple(weigh_grams(w) for w in words)
    wording = compare_wording(words, grams, settings)
    return Texts(members=ordered, words=words, grams=grams, wording=wording, settings=settings)


def _write_hidden(orphans: Sequence[Edge], texts: Texts) -> Hidden:
    children = tuple(texts.members[e.child].report.id for e in orphans)
    agencies = absent_agencies([e.child for e in orphans], texts.members)
    name = f"unseen {next(iter(agencies.values()))} report" if agencies else "unseen common text"
    detail = "These reports share wording, and none of them holds enough of it to be the source of the others."
    reason = Evidence(kind="shared-by-siblings", detail=detail)
    reasons = dict.fromkeys(x for e in orphans for x in e.evidence)
    return Hidden(
        id=digest("hidden", sorted(children)), label=name, children=tuple(sorted(children)), evidence=(reason, *reasons)
    )


def _write_descent(edge: Edge, family: Sequence[int], unseen: Hidden | None, texts: Texts) -> Descent:
    child = texts.members[edge.child].report
    near = edge.parent
    if near is None:
        near = max((i for i in family if i != edge.child), key=lambda i: (_shared(edge.child, i, texts).score, -i))
    parent = unseen.id if edge.parent is None and unseen else texts.members[near].report.id
    passages = align_passages(texts.words[edge.child], texts.words[near], _ALIGNED, texts.settings.min_passage)
    return Descent(
        id=digest("descent", child.id, parent),
        child=child.id,
        parent=parent,
        kind=_choose_kind(edge.child, near, edge.parent is not None, texts),
        directed=edge.directed,
        score=_strength(_shared(edge.child, near, texts).score, texts.settings.wording_score),
        passages=passages if edge.parent is not None else (),
        evidence=(_wording_evidence(edge.child, near, passages, texts), *edge.evidence),
    )


def _shared(i: int, j: int, texts: Texts) -> Wording:
    return texts.wording.get((min(i, j), max(i, j)), Wording(long=0, rare=0, score=0.0))


def _choose_kind(child: int, parent: int, seen: bool, texts: Texts) -> DescentKind:
    own, other = texts.grams[child], texts.grams[parent]
    copied = len(own.keys() & other.keys()) >= texts.settings.copied * max(1, len(own))
    outlet = texts.members[child].report.outlet
    if seen and copied and outlet and outlet == texts.members[parent].report.outlet:
        return "revision"
    return "copy" if copied else "rewrite"


def _strength(score: float, threshold: float) -> float:
    """Return a score between 0 and 1 that is a half at the threshold."""
    return round(score / (score + threshold), 3)


def _wording_evidence(child: int, near: int, passages: Sequence[Passage], texts: Texts) -> Evidence:
    shared = _shared(child, near, texts)
    a, b = texts.members[child].report, texts.members[near].report
    longest = sorted(passages, key=lambda p: (p.child[0] - p.child[1], p.child, p.parent))[:SHOWN]
    return Evidence(
        kind="shared-wording",
        detail=f"{shared.rare} rare runs of three words and {shared.long} runs of eight stand in the prose of both "
        f"{label(a)} and {label(b)}, quotations left out.",
        score=round(shared.score, 3),
        spans=tuple(s for p in longest for s in (Span(a.id, *p.child), Span(b.id, *p.parent))),
    )
