"""What got lost on the way from source to headline."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from twosource.compare.direction import came_before
from twosource.compare.features import content_stems, name_stems
from twosource.compare.headline import find_headlines_ahead
from twosource.compare.losses import HEDGED, Loss, Telling, find_losses, is_denial, is_no_comment, to_relation
from twosource.compare.meaning import rarity
from twosource.compare.voices import Voices, same_source
from twosource.records.analysis import Analysis
from twosource.records.comparison import Cluster, Relation
from twosource.records.parse import Tree

SAME_FACT = 0.5
"""Share of the rarity of either statement that must be common to both, for them to be compared word by word."""
SAME_FACT_DESCENDED = 0.35
"""The same where one text is known to rest on the other."""
ENOUGH, ENOUGH_DESCENDED = 4.0, 2.5
"""And how much it must be (nats above a common word), in either case."""

Found = tuple[float, Telling, Relation]
"""How alike the two statements are, the downstream one, and what it has lost."""


def find_drift(members: tuple[Analysis, ...], clusters: tuple[Cluster, ...], voices: Voices) -> tuple[Relation, ...]:
    """Return relations of kind drift, by id: `b` is downstream of `a`.

    Statements of one cluster, and what is not known with what is denied, are compared where their texts are known to be connected
    or where the same named source knows. No loss is told where another statement of the downstream report keeps what was lost; a
    lost source is told once for a sentence.
    """
    tellings = {t.statement.id: t for a in members for t in _read_tellings(a)}
    best: dict[tuple[str, int, str], tuple[float, Relation]] = {}
    unknowing = [t for t in tellings.values() if is_no_comment(t)]
    denying = [t for t in tellings.values() if is_denial(t)] if unknowing else []
    groups = [[tellings[i] for i in cluster.statements] for cluster in clusters]
    for group in (*groups, *([a, b] for a in unknowing for b in denying if _weigh(a.topic & b.keys) >= ENOUGH_DESCENDED)):
        for likeness, b, relation in _between_reports(group, voices):
            once = b.statement.sentence if relation.slot in ("speaker", "link") else b.statement.spans[0].start
            key = (b.report.id, once, relation.slot)
            if key not in best or (likeness, relation.id) > (best[key][0], best[key][1].id):
                best[key] = likeness, relation
    headlines = (r for a in members for r in find_headlines_ahead([t for t in tellings.values() if t.report.id == a.report.id]))
    return tuple(sorted((*(r for _, r in best.values()), *headlines), key=lambda r: r.id))


def _between_reports(group: Sequence[Telling], voices: Voices) -> Iterator[Found]:
    for a, b in permutations(group, 2):
        if a.report.id == b.report.id:
            continue
        directed = a.report.id in voices.parents[b.report.id]
        if not directed and not _beside(a, b, voices):
            continue
        likeness = _likeness(a, b, ENOUGH_DESCENDED if directed else ENOUGH)
        if likeness < (SAME_FACT_DESCENDED if directed else SAME_FACT):
            continue
        joined = directed or _beside_text(a, b, voices)
        for loss in find_losses(a, b, directed):
            if loss.slot == "link" and not joined and not voices.same_words(a.statement.id, b.statement.id):
                continue
            if loss.kind == "source-dropped" and likeness < SAME_FACT:
                continue
            if not _kept(a, b, loss, group):
                yield likeness, b, to_relation(a, b, loss)


def _beside(a: Telling, b: Telling, voices: Voices) -> bool:
    """True when both rest on one text or have it from one source, and `b` is not known to come first."""
    if b.report.id in voices.parents[a.report.id] or came_before(b.report, a.report):
        return False
    return _beside_text(a, b, voices) or _one_source(a, b)


def _beside_text(a: Telling, b: Telling, voices: Voices) -> bool:
    pair = frozenset((a.report.id, b.report.id))
    return voices.common_text(a.report.id, b.report.id) is not None or pair in voices.pairs


def _one_source(a: Telling, b: Telling) -> bool:
    return bool(a.statement.chain and b.statement.chain) and same_source(a.statement.chain[-1], b.statement.chain[-1])


def _kept(a: Telling, b: Telling, loss: Loss, group: Sequence[Telling]) -> bool:
    """True when the downstream report keeps elsewhere in the claim what it lost here."""
    others = [t for t in group if t.report.id == b.report.id and t is not b]
    if loss.slot == "hedge":
        return any(t.statement.certainty in HEDGED for t in others)
    return loss.slot in ("speaker", "link") and any(_one_source(a, t) for t in others)


def _likeness(a: Telling, b: Telling, enough: float = ENOUGH) -> float:
    """Return the share of the rarity of the richer statement that both have; 0 where that is hardly anything."""
    shared = _weigh(a.keys & b.keys)
    return shared / max(_weigh(a.keys), _weigh(b.keys)) if shared >= enough else 0.0


def _weigh(keys: frozenset[str]) -> float:
    return sum(map(rarity, sorted(keys)))


def _read_tellings(analysis: Analysis) -> Iterator[Telling]:
    attributed = {i for s in analysis.statements if s.chain for i in (s.sentence, s.sentence + 1)}
    for s in analysis.statements:
        tree = analysis.trees[s.sentence]
        near = analysis.trees[max(0, s.sentence - 2) : s.sentence + 1]
        keys = _read_keys(tree, s.tokens)
        yield Telling(
            statement=s,
            report=analysis.report,
            tree=tree,
            title=analysis.sentences[s.sentence].block == "title",
            keys=keys,
            topic=keys - _read_keys(tree, _find_subject(tree, s.head)) - {k for x in s.chain for k in name_stems(x.source)},
            around=frozenset(t.lower for one in near for t in one.tokens),
            attributed=s.sentence in attributed,
        )


def _read_keys(tree: Tree, tokens: Sequence[int]) -> frozenset[str]:
    return frozenset(k for k in content_stems(tree.tokens[i] for i in tokens) if k and rarity(k))


def _find_subject(tree: Tree, head: int | None) -> list[int]:
    """Return the tokens of the subject of a predicate."""
    subject = tree.child(head, "nsubj", "nsubjpass") if head is not None else None
    return tree.subtree(subject) if subject is not None else []
