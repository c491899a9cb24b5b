"""A typed claim held against the statements of a story: one more statement, compared like any other and never counted."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from twosource.compare.anchors import LEAD, find_anchor, find_main
from twosource.compare.bearing import MIN_NEAR, Ground, share_of, weigh_statement
from twosource.compare.denying import denial_rule
from twosource.compare.equivalents import canonical
from twosource.compare.features import CONTENT, LIGHT, Features, describe_statements, statement_stems
from twosource.compare.finding import Side
from twosource.compare.origins import count_origins
from twosource.compare.prose import read_words
from twosource.compare.similarity import weigh_stems
from twosource.compare.voices import Voices, read_voices
from twosource.errors import InputError
from twosource.ids import digest
from twosource.lexicons.frequencies import news_idf
from twosource.records.account import Account
from twosource.records.analysis import Analysis
from twosource.records.check import Answer, Bearing, Check, Gap, Verdict, Weighed
from twosource.records.comparison import Cluster, Comparison, Relation
from twosource.records.report import Report

MAX_STORIES = 3
"""In a pile of many stories the claim is held against those that have most of its rare words."""
ORDER = ("supports", "denies", "contradicts", "in-part")
"""In which order statements are shown; the first decides the verdict, unless a report says all of the claim less firmly."""
FIRMNESS = frozenset({"hedge", "stage", "speaker", "link"})
"""Slots in which a statement may differ and still say all that the claim does."""
TELLERS = frozenset({"speaker", "link"})
VERDICTS: dict[Bearing, Verdict] = {
    "supports": "supported",
    "denies": "denied",
    "contradicts": "contradicted",
    "in-part": "in-part",
}
WORST: tuple[Verdict, ...] = ("contradicted", "denied", "in-part", "not-said", "supported")
"""Of the answers to the parts of a claim, which one decides."""


def check_statements(asked: Analysis, members: tuple[Analysis, ...], comparison: Comparison) -> tuple[Answer, ...]:
    """Return what one story has to say to each statement of a claim, in the order of the claim's words."""
    claims, told, ground = _lay_out(asked, members)
    voices = read_voices(members, read_words(members), comparison.descents, comparison.hidden)
    return tuple(_answer(s, told, ground, comparison, voices) for s in claims)


def weigh_claim(asked: Analysis, members: tuple[Analysis, ...]) -> tuple[tuple[Weighed, ...], ...]:
    """Return for each statement of a claim what the statements of some reports have to say to it, each by itself, best first."""
    claims, told, ground = _lay_out(asked, members)
    return tuple(_ranked(w for side in told if (w := weigh_statement(claim, side, ground))) for claim in claims)


def _ranked(weighed: Iterable[Weighed]) -> tuple[Weighed, ...]:
    return tuple(sorted(weighed, key=lambda w: (ORDER.index(w.bearing), len(w.gaps), -w.share, w.statement)))


def _lay_out(asked: Analysis, members: tuple[Analysis, ...]) -> tuple[list[Side], list[Side], Ground]:
    """Return the claim's statements, those of the reports, and what surrounds the latter."""
    features = describe_statements((*members, asked))
    sides = _sides(features)
    claims = [s for s in sides if s.features.report == len(members)]
    return claims, [s for s in sides if s.features.report != len(members)], _ground(features, members)


def write_claim(claim: str) -> Report:
    """Return a typed claim as a text to be analysed; it is no report of any pile. Raises InputError where it has no words."""
    words = " ".join("".join(c if c.isprintable() else " " for c in claim).split())
    if not any(c.isalnum() for c in words):
        raise InputError("the claim has no words")
    text = words if words.endswith((".", "!", "?", "”", '"')) else f"{words}."
    return Report(id=digest("claim", text), key="claim", text=text, language="en")


def check_claim(asked: Analysis, comparisons: Sequence[Comparison], analyses: Mapping[str, Analysis], account: Account) -> Check:
    """Return what the stories of a pile have to say to a claim. Raises InputError where it holds no statement."""
    if not asked.statements:
        raise InputError("the claim says nothing that a report could say: write it as a sentence")
    best = tuple(Answer(asked=s.exact, verdict="not-said") for s in asked.statements)
    for comparison in _near_stories(asked, comparisons, analyses):
        members = tuple(analyses[r] for r in comparison.story.reports)
        found = check_statements(asked, members, comparison)
        best = tuple(max(pair, key=_rank) for pair in zip(best, found, strict=True))
    return Check(claim=asked.report.text, verdict=judge([a.verdict for a in best]), answers=best, account=account)


def _rank(answer: Answer) -> tuple[bool, float]:
    """The better of two stories to answer from: one that says something, then one that has more of the claim's words."""
    return bool(answer.weighed), max((w.share for w in answer.weighed), default=0.0)


def _near_stories(asked: Analysis, comparisons: Sequence[Comparison], analyses: Mapping[str, Analysis]) -> Iterator[Comparison]:
    """Yield the stories that have most of the rare words of a claim, best first, `MAX_STORIES` at most."""
    wanted = _lemmas(asked)
    shares = []
    for k, comparison in enumerate(comparisons):
        known = {x for r in comparison.story.reports for x in _lemmas(analyses[r])}
        shares.append((-sum(news_idf(x) for x in sorted(wanted & known)), k))
    yield from (comparisons[k] for share, k in sorted(shares)[:MAX_STORIES] if share)


def _lemmas(analysis: Analysis) -> set[str]:
    return {canonical(t.lemma) for tree in analysis.trees for t in tree.tokens if t.pos in CONTENT and t.lemma not in LIGHT}


def judge(verdicts: Collection[Verdict]) -> Verdict:
    """Return the verdict on a whole claim: supported where all its parts are, in part where only some are, else the worst."""
    if "not-said" in verdicts and len(set(verdicts)) > 1 and not {"contradicted", "denied"} & set(verdicts):
        return "in-part"
    return next(v for v in WORST if v in verdicts)


def _sides(features: Sequence[Features]) -> list[Side]:
    anchors = [find_anchor(f) for f in features]
    main = find_main(features, anchors)
    return [
        Side(index=k, features=f, anchor=anchor, main=main, denies=denial_rule(f))
        for k, (f, anchor) in enumerate(zip(features, anchors, strict=True))
    ]


def _ground(features: Sequence[Features], members: tuple[Analysis, ...]) -> Ground:
    told = [f for f in features if f.report < len(members)]
    sentences: dict[tuple[int, int], set[str]] = defaultdict(set)
    for f in told:
        sentences[f.report, f.statement.sentence] |= f.own
    leads = {(f.report, s) for f in told if f.statement.sentence < LEAD for s in f.own}
    common = Counter(s for _, s in leads)
    return Ground(
        weights=weigh_stems(features).weights,
        sentences={place: frozenset(stems) for place, stems in sentences.items()},
        whole={(f.report, f.statement.sentence): frozenset(statement_stems(f.tree, range(len(f.tree.tokens)))) for f in told},
        common=frozenset(s for s, n in common.items() if n >= max(2, len(members) / 3)),
        reports=tuple(a.report for a in members),
    )


def _answer(asked: Side, told: Sequence[Side], ground: Ground, comparison: Comparison, voices: Voices) -> Answer:
    weighed = [w for side in told if (w := weigh_statement(asked, side, ground))]
    weighed = _with_relations(_as_changed(weighed, asked, told, comparison), asked, told, ground, comparison)
    exact = asked.features.statement.exact
    if not weighed:
        return Answer(asked=exact, verdict="not-said")
    ranked = _ranked(weighed)
    behind = ranked[0].bearing if ranked[0].bearing == "supports" else "in-part"
    counted = [w.statement for w in ranked if w.bearing == behind]
    count = count_origins(Cluster(statements=tuple(counted)), voices) if counted else None
    return Answer(
        asked=exact,
        verdict=read_verdict(ranked),
        story=comparison.story.id,
        weighed=ranked,
        origins=count.origins if count else (),
        origins_min=count.minimum if count else 0,
        origins_max=count.maximum if count else 0,
        later=_later(counted, comparison) if behind == "supports" else (),
    )


def read_verdict(ranked: Sequence[Weighed]) -> Verdict:
    """Return the verdict on a statement of a claim from what bears on it, ranked.

    A claim that a report makes, if less firmly or by another mouth, is not called contradicted.
    """
    if not ranked:
        return "not-said"
    first = ranked[0].bearing
    if first == "contradicts" and any(w.bearing == "in-part" and {g.slot for g in w.gaps} <= FIRMNESS for w in ranked):
        return "in-part"
    return VERDICTS[first]


def _as_changed(weighed: Sequence[Weighed], asked: Side, told: Sequence[Side], comparison: Comparison) -> list[Weighed]:
    """Return the statements; one that changed on the way, or a headline whose own text says less, supports in part alone.

    Who says it matters to a claim that names a teller, and to no other.
    """
    reports = {s.features.statement.id: s.features.report for s in told}
    softer = {reports[w.statement] for w in weighed if {g.slot for g in w.gaps} & {"hedge", "stage"}}
    ahead = Gap(slot="wording", reason="a headline; the text below it says less")
    changed = {s.features.statement.id: ahead for s in told if s.features.block == "title" and s.features.report in softer}
    drifted = (r for r in comparison.relations if r.kind == "drift" and (asked.features.statement.chain or r.slot not in TELLERS))
    changed |= {r.b: Gap(slot=r.slot, reason=r.reason) for r in drifted}
    return [
        replace(w, bearing="in-part", gaps=(changed[w.statement],)) if w.bearing == "supports" and w.statement in changed else w
        for w in weighed
    ]


def _with_relations(
    weighed: Sequence[Weighed], asked: Side, told: Sequence[Side], ground: Ground, comparison: Comparison
) -> list[Weighed]:
    """Return the statements with those added that the story itself sets against a supporting one and that have the claim's words.

    A lower or higher figure of the same slot does not stand against a claim that a report supports: figures move on.
    """
    supporting = {w.statement for w in weighed if w.bearing == "supports"}
    if not supporting:
        return list(weighed)
    kept = [w for w in weighed if w.bearing != "contradicts" or any(g.slot != "number" for g in w.gaps)]
    known = {w.statement for w in kept}
    sides = {s.features.statement.id: s for s in told}
    for r in comparison.relations:
        other = _set_against(r, supporting)
        share = 0.0 if other is None or other in known else share_of(asked, sides[other], ground)
        if other is not None and share >= MIN_NEAR:
            known.add(other)
            bearing: Bearing = "denies" if r.kind == "disputes" else "contradicts"
            kept.append(Weighed(statement=other, bearing=bearing, gaps=(Gap(slot=r.slot, reason=r.reason),), share=share))
    return kept


def _set_against(relation: Relation, supporting: Set[str]) -> str | None:
    """Return the statement that a relation sets against a supporting one; a denial stands only against what it denies."""
    if relation.kind in ("disputes", "contradicts") and relation.a in supporting:
        return relation.b
    return relation.a if relation.kind == "contradicts" and relation.b in supporting else None


def _later(counted: Sequence[str], comparison: Comparison) -> tuple[str, ...]:
    """Return the statements that bring the given ones up to date, each once, in the order of the relations."""
    found = dict.fromkeys(r.b for r in comparison.relations if r.kind == "updates" and r.a in counted)
    return tuple(s for s in found if s not in counted)
