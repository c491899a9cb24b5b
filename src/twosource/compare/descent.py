"""Which report's text rests on which, and which unseen texts must stand behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.compare.align import Seeds, align_passages, find_seeds
from twosource.compare.credit import fold_name
from twosource.compare.decision import Link, decide_pairs
from twosource.compare.family import find_families
from twosource.compare.prose import PROSE, Gram, Words, read_words
from twosource.compare.stemma import Edge, draw_stemma
from twosource.compare.wording import Pair, weigh_grams
from twosource.ids import digest
from twosource.records.analysis import Analysis
from twosource.records.comparison import Descent, DescentKind, Hidden, Passage
from twosource.records.evidence import Evidence
from twosource.records.span import Span
from twosource.settings import DescentSettings

SHOWN = 3
"""Shared passages that stand in the evidence, longest first; all of them stand in `Descent.passages`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The reports of one story, compared; lists are parallel, pairs are indices into them."""

    members: tuple[Analysis, ...]
    words: tuple[Words, ...]
    grams: tuple[Mapping[Gram, float], ...]
    links: Mapping[Pair, Link]
    seeds: Mapping[int, Seeds]
    """Of the linked reports."""
    settings: DescentSettings

    def link(self, i: int, j: int) -> Link | None:
        """Return the link of two reports, or None."""
        return self.links.get((min(i, j), max(i, j)))


def trace_descent(
    members: tuple[Analysis, ...], settings: DescentSettings, words: Sequence[Words] | None = None
) -> tuple[tuple[Descent, ...], tuple[Hidden, ...]]:
    """Return the descents of one story and the unseen texts behind it, both by id, whatever the order of `members`.

    `words` are the members' words where they have been read already.
    """
    texts = _compare_texts(members, words or read_words(members), settings)
    drawn = [(family, _draw(family, texts)) for family in find_families({p: link.strength for p, link in texts.links.items()})]
    unseen = _gather_unseen([edges for _, edges in drawn])
    hidden = [_write_hidden(orphans, texts) for orphans in unseen]
    descents: dict[str, Descent] = {}
    for family, edges in drawn:
        for edge in edges:
            above = next((h for h, orphans in zip(hidden, unseen, strict=True) if edge in orphans), None)
            descent = _write_descent(edge, family, above, texts)
            descents.setdefault(descent.id, descent)
    return tuple(descents[i] for i in sorted(descents)), tuple(sorted(hidden, key=lambda h: h.id))


def _gather_unseen(drawn: Sequence[Sequence[Edge]]) -> list[list[Edge]]:
    """Return the edges of each unseen text: those of one agency that share children are one."""
    gathered: list[list[Edge]] = []
    for edges in drawn:
        orphans = [e for e in edges if e.parent is None]
        for known in [g for g in gathered if orphans and _same_unseen(g, orphans)]:
            gathered.remove(known)
            orphans = known + orphans
        gathered += [orphans] if orphans else []
    return gathered


def _same_unseen(a: Sequence[Edge], b: Sequence[Edge]) -> bool:
    """True for two unseen texts of one agency that share half of the larger's children: an agency sends many reports a day."""
    names = {fold_name(e.agency) for e in (*a, *b) if e.agency}
    mine, others = {e.child for e in a}, {e.child for e in b}
    return len(names) == 1 and all(e.agency for e in (*a, *b)) and 2 * len(mine & others) >= max(len(mine), len(others))


def _compare_texts(members: Sequence[Analysis], words: Sequence[Words], settings: DescentSettings) -> Texts:
    both = sorted(zip(members, words, strict=True), key=lambda both: both[0].report.id)
    ordered, sorted_words = tuple(a for a, _ in both), tuple(w for _, w in both)
    grams = tuple(weigh_grams(w) for w in sorted_words)
    links = decide_pairs(ordered, sorted_words, grams, settings)
    seeds = {i: find_seeds(sorted_words[i]) for i in sorted({i for pair in links for i in pair})}
    return Texts(members=ordered, words=sorted_words, grams=grams, links=links, seeds=seeds, settings=settings)


def _draw(family: tuple[int, ...], texts: Texts) -> list[Edge]:
    """Return the edges of a family; a pair of like meaning stays undirected unless one names the other as its source."""
    inside = [link.signal for pair, link in texts.links.items() if set(pair) <= set(family)]
    by_words = 2 * inside.count("wording") > len(inside)
    keys = {i: texts.grams[i].keys() if by_words else _keys(texts.words[i]) for i in family}
    edges = draw_stemma(family, texts.members, keys, by_words, texts.settings)
    if by_words or len(family) > 2:
        return edges
    return [replace(e, directed=e.directed and any(x.kind == "credit" for x in e.evidence)) for e in edges]


def _keys(words: Words) -> frozenset[str]:
    return frozenset(key for key, kind in zip(words.key, words.kind, strict=True) if key and kind == PROSE)


def _write_hidden(orphans: Sequence[Edge], texts: Texts) -> Hidden:
    children = tuple(sorted({texts.members[e.child].report.id for e in orphans}))
    reasons = dict.fromkeys(x for e in orphans for x in e.evidence)
    held = max((x.score for x in reasons if x.kind == "explained" and x.score is not None), default=None)
    most = f"; the nearest holds {held:.0%} of what another shares with them" if held is not None else ""
    detail = f"These reports share more than outsiders do, and none is known to be the source of the others{most}."
    named = next((e.agency for e in orphans if e.agency), None)
    return Hidden(
        id=digest("hidden", children),
        label=f"unseen {named} report" if named else "unseen common text",
        children=children,
        evidence=(
            Evidence(kind="shared-by-siblings", detail=detail, score=held),
            *(x for x in reasons if x.kind != "explained"),
        ),
    )


def _write_descent(edge: Edge, family: Sequence[int], unseen: Hidden | None, texts: Texts) -> Descent:
    child = texts.members[edge.child].report
    near = edge.parent if edge.parent is not None else _nearest(edge.child, family, texts)
    parent = unseen.id if edge.parent is None and unseen else texts.members[near].report.id
    link = texts.link(edge.child, near)
    seeds = texts.seeds[edge.child], texts.seeds[near]
    passages = align_passages(texts.words[edge.child], texts.words[near], seeds, texts.settings.min_passage)
    return Descent(
        id=digest("descent", child.id, parent),
        child=child.id,
        parent=parent,
        kind=_choose_kind(edge.child, near, edge.parent is not None, texts),
        directed=edge.directed,
        score=round(link.strength / (link.strength + 1), 3) if link else 0.5,
        passages=passages if edge.parent is not None else (),
        evidence=(*(link.evidence if link else ()), *_show(edge.child, near, passages, texts), *edge.evidence),
    )


def _nearest(child: int, family: Sequence[int], texts: Texts) -> int:
    """Return the report of the family that is most like the child."""
    linked = {i: link.strength for i in family if (link := texts.link(child, i))}
    return min((i for i in family if i != child), key=lambda i: (-linked.get(i, 0.0), i))


def _choose_kind(child: int, parent: int, seen: bool, texts: Texts) -> DescentKind:
    own, other = texts.grams[child], texts.grams[parent]
    copied = len(own.keys() & other.keys()) >= texts.settings.copied * max(1, len(own))
    outlet = texts.members[child].report.outlet
    half = 2 * len(own.keys() & other.keys()) >= min(len(own), len(other))
    if seen and half and outlet and outlet == texts.members[parent].report.outlet:
        return "revision"
    return "copy" if copied else "rewrite"


def _show(child: int, near: int, passages: Sequence[Passage], texts: Texts) -> tuple[Evidence, ...]:
    """Return the longest shared passages as evidence; nothing where there are none."""
    if not passages:
        return ()
    a, b = texts.members[child].report.id, texts.members[near].report.id
    longest = sorted(passages, key=lambda p: (p.child[0] - p.child[1], p.child, p.parent))[:SHOWN]
    spans = tuple(s for p in longest for s in (Span(a, *p.child), Span(b, *p.parent)))
    return (Evidence(kind="shared-passages", detail=f"They share {len(passages)} passages word for word.", spans=spans),)
