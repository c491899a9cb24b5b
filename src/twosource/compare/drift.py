"""What got lost on the way from source to headline."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from twosource.compare.counterparts import pair_passages
from twosource.compare.direction import came_before
from twosource.compare.features import content_stems, name_stems
from twosource.compare.headline import find_headlines_ahead
from twosource.compare.losses import find_losses, inherited_hedge, is_denial, is_no_comment
from twosource.compare.meaning import rarity
from twosource.compare.miscounts import odd_figure, read_figures, transposed_figure
from twosource.compare.telling import HEDGED, Loss, Telling, name_words, to_relation, weigh
from twosource.compare.voices import Voices, same_source
from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Relation
from twosource.records.parse import Tree

SAME_FACT = 0.5
"""Share of the rarity of either statement that must be common to both, for them to be compared word by word."""
SAME_FACT_DESCENDED = 0.35
"""The same where one text is known to rest on the other."""
SAME_FACT_ALIGNED = 0.3
"""And where their sentences are one another's best match besides."""
ENOUGH, ENOUGH_DESCENDED = 4.0, 2.5
"""And how much it must be (nats above a common word), in either case."""

Found = tuple[float, Telling, Relation]
"""How alike the two statements are, the downstream one, and what it has lost."""
Side = Mapping[str, Sequence[Telling]]
"""The tellings of each report, by its id."""


def find_drift(members: tuple[Analysis, ...], clusters: tuple[Cluster, ...], voices: Voices) -> tuple[Relation, ...]:
    """Return relations of kind drift, by id: `b` is downstream of `a`.

    Compared are statements of one cluster, those that stand in matching sentences of connected texts, and what is not known with
    what is denied, where their texts are known to be connected or where the same named source knows. No loss is told where
    another statement of the downstream report keeps what was lost; a lost source is told once for a sentence.
    """
    by_report = {a.report.id: tuple(_read_tellings(a)) for a in members}
    tellings = {t.statement.id: t for ts in by_report.values() for t in ts}
    best: dict[tuple[str, int, str], tuple[float, Relation]] = {}
    clustered = [[tellings[i] for i in cluster.statements] for cluster in clusters]
    found = [f for group in (*clustered, *_unknown_and_denied(by_report)) for f in _between_reports(group, by_report, voices)]
    found += _along_passages(by_report, voices)
    for likeness, b, relation in (*found, *_handed_on(found, tellings, by_report, voices)):
        once = b.statement.sentence if relation.slot in ("speaker", "link") else b.statement.spans[0].start
        key = (b.report.id, once, relation.slot)
        if key not in best or (likeness, relation.id) > (best[key][0], best[key][1].id):
            best[key] = likeness, relation
    headlines = (r for ts in by_report.values() for r in find_headlines_ahead(ts))
    return tuple(sorted((*(r for _, r in best.values()), *headlines), key=lambda r: r.id))


def _unknown_and_denied(by_report: Side) -> Iterator[tuple[Telling, Telling]]:
    every = [t for ts in by_report.values() for t in ts]
    unknowing = [t for t in every if is_no_comment(t)]
    denying = [t for t in every if is_denial(t)] if unknowing else []
    yield from ((a, b) for a in unknowing for b in denying if weigh(a.topic & b.keys) >= ENOUGH_DESCENDED)


def _between_reports(group: Sequence[Telling], by_report: Side, voices: Voices) -> Iterator[Found]:
    for a, b in permutations(group, 2):
        if a.report.id == b.report.id:
            continue
        directed = _rests_on(a, b, voices)
        if not directed and not _beside(a, b, voices):
            continue
        likeness = _likeness(a, b, ENOUGH_DESCENDED if directed else ENOUGH)
        if likeness < (SAME_FACT_DESCENDED if directed else SAME_FACT):
            continue
        yield from _judge(a, b, likeness, by_report, voices)


def _along_passages(by_report: Side, voices: Voices) -> Iterator[Found]:
    """Yield what was lost between matching sentences of texts that are connected."""
    every = [t for ts in by_report.values() for t in ts]
    for one, other in combinations(sorted(by_report), 2):
        if not by_report[one] or not by_report[other] or not _beside_text(one, other, voices):
            continue
        ways = _find_ways(by_report[one][0], by_report[other][0], voices)
        for s, t in pair_passages(by_report[one], by_report[other]):
            for forward, directed in ways:
                a, b = (s, t) if forward else (t, s)
                likeness = _likeness(a, b, ENOUGH_DESCENDED)
                odd = None if directed else odd_figure(a, b, every)
                if odd:
                    yield likeness, b, to_relation(a, b, odd)
                if likeness >= SAME_FACT_ALIGNED:
                    yield from _judge(a, b, likeness, by_report, voices)
        yield from _turned_round(by_report[one], by_report[other], voices)


def _find_ways(s: Telling, t: Telling, voices: Voices) -> tuple[tuple[bool, bool], ...]:
    """Return the ways in which two connected reports may have gone: from first to second or not, and whether that is known."""
    if _rests_on(s, t, voices) or _rests_on(t, s, voices):
        return ((_rests_on(s, t, voices), True),)
    ways = ((True, False, came_before(t.report, s.report)), (False, False, came_before(s.report, t.report)))
    return tuple((forward, directed) for forward, directed, ruled_out in ways if not ruled_out)


def _turned_round(one: Sequence[Telling], other: Sequence[Telling], voices: Voices) -> Iterator[Found]:
    """Yield figures whose digits a descendant has in another order."""
    for first, second in ((one, other), (other, one)):
        if _rests_on(first[0], second[0], voices):
            for a in (t for t in first if t.figures):
                for b in (t for t in second if a.figures.keys() & t.figures.keys()):
                    loss = transposed_figure(a, b)
                    if loss:
                        yield 0.0, b, to_relation(a, b, loss)


def _handed_on(found: Sequence[Found], tellings: Mapping[str, Telling], by_report: Side, voices: Voices) -> Iterator[Found]:
    """Yield the hedges that were lost before and are lost still in a text which rests on the one that lost them."""
    lost = {(r.a, r.b): r for _, _, r in found if r.slot == "hedge"}
    for a, b in sorted(lost):
        first, middle = tellings[a], tellings[b]
        for report, theirs in sorted(by_report.items()):
            if report in (first.report.id, middle.report.id) or middle.report.id not in voices.parents[report]:
                continue
            likeness, last = max(
                ((_likeness(middle, t, ENOUGH), t) for t in theirs if not t.title),
                key=lambda x: (x[0], x[1].statement.id),
                default=(0.0, middle),
            )
            loss = inherited_hedge(first, middle, last) if likeness >= SAME_FACT_DESCENDED else None
            if loss and not _kept(first, last, loss, theirs):
                yield likeness, last, to_relation(first, last, loss)


def _judge(a: Telling, b: Telling, likeness: float, by_report: Side, voices: Voices) -> Iterator[Found]:
    directed = _rests_on(a, b, voices)
    joined = directed or _beside_text(a.report.id, b.report.id, voices)
    for loss in find_losses(a, b, directed):
        if loss.slot == "link" and not joined and not voices.same_words(a.statement.id, b.statement.id):
            continue
        if loss.kind == "source-dropped" and (likeness < SAME_FACT or len(a.keys & b.keys) < 2):
            continue
        if loss.slot == "hedge" and not directed and likeness < SAME_FACT and not _same_verb(a, b):
            continue
        if not _kept(a, b, loss, by_report[b.report.id]):
            yield likeness, b, to_relation(a, b, loss)


def _rests_on(a: Telling, b: Telling, voices: Voices) -> bool:
    """True when the text of `b` is known to rest on that of `a`, or is of the same text and came later."""
    if a.report.id in voices.parents[b.report.id]:
        return True
    return frozenset((a.report.id, b.report.id)) in voices.pairs and came_before(a.report, b.report)


def _beside(a: Telling, b: Telling, voices: Voices) -> bool:
    """True when both rest on one text or have it from one source, and `b` is not known to come first."""
    if b.report.id in voices.parents[a.report.id] or came_before(b.report, a.report):
        return False
    return _beside_text(a.report.id, b.report.id, voices) or _one_source(a, b)


def _beside_text(a: str, b: str, voices: Voices) -> bool:
    return voices.common_text(a, b) is not None or frozenset((a, b)) in voices.pairs


def _one_source(a: Telling, b: Telling) -> bool:
    return bool(a.statement.chain and b.statement.chain) and same_source(a.statement.chain[-1], b.statement.chain[-1])


def _kept(a: Telling, b: Telling, loss: Loss, report: Sequence[Telling]) -> bool:
    """True when the downstream report keeps elsewhere, of the same fact, what it lost here."""
    others = [t for t in report if t is not b and _likeness(a, t, ENOUGH_DESCENDED) >= SAME_FACT_DESCENDED]
    if loss.slot == "hedge":
        return any(t.statement.certainty in HEDGED for t in others)
    if loss.kind == "link-dropped" and any(_shares_teller(a, t) for t in report if t is not b):
        return True
    return loss.slot in ("speaker", "link") and any(_one_source(a, t) for t in others)


def _shares_teller(a: Telling, t: Telling) -> bool:
    """True when a person in between of `a` is named by name or office in `t`."""
    persons = [x for x in a.statement.chain[:-1] if x.kind == "person"]
    between = {w for x in persons for w in name_words(f"{x.source} {x.role or ''} {a.report.words(*x.spans)}")}
    return any(name_words(x.source) & between for x in t.statement.chain)


def _same_verb(a: Telling, b: Telling) -> bool:
    """True when the predicate of either stands in both."""
    return any(
        one.tree.tokens[one.statement.head].pos == "VERB"
        and one.head in {other.tree.tokens[i].lemma for i in other.statement.tokens}
        for one, other in ((a, b), (b, a))
        if one.statement.head is not None
    )


def _likeness(a: Telling, b: Telling, enough: float = ENOUGH) -> float:
    """Return the share of the rarity of the richer statement that both have; 0 where that is hardly anything."""
    one, other = _matter(a), _matter(b)
    shared = weigh(one & other)
    return shared / max(weigh(one), weigh(other)) if shared >= enough else 0.0


def _matter(t: Telling) -> frozenset[str]:
    """Return the keys of what is told; who denies it, or does not know it, is no part of that."""
    return (
        t.topic - _read_keys(t.tree, [t.statement.head])
        if t.statement.head is not None and (is_no_comment(t) or is_denial(t))
        else t.keys
    )


def _read_tellings(analysis: Analysis) -> Iterator[Telling]:
    attributed = {i for s in analysis.statements if s.chain for i in (s.sentence, s.sentence + 1)}
    words = [frozenset(w for t in tree.tokens for w in (t.lower, t.lemma)) for tree in analysis.trees]
    for s in analysis.statements:
        tree = analysis.trees[s.sentence]
        keys = _read_keys(tree, s.tokens)
        yield Telling(
            statement=s,
            report=analysis.report,
            tree=tree,
            title=analysis.sentences[s.sentence].block == "title",
            quoted=any(q.span.start <= s.spans[0].start < q.span.end for q in analysis.quotations),
            keys=keys,
            figures=read_figures(s, tree),
            topic=keys - _read_keys(tree, _find_subject(tree, s.head)) - {k for x in s.chain for k in name_stems(x.source)},
            around=frozenset().union(*words[max(0, s.sentence - 2) : s.sentence + 2]),
            attributed=s.sentence in attributed,
        )


def _read_keys(tree: Tree, tokens: Sequence[int]) -> frozenset[str]:
    return frozenset(k for k in content_stems(tree.tokens[i] for i in tokens) if k and rarity(k))


def _find_subject(tree: Tree, head: int | None) -> list[int]:
    """Return the tokens of the subject of a predicate."""
    subject = tree.child(head, "nsubj", "nsubjpass") if head is not None else None
    return tree.subtree(subject) if subject is not None else []
