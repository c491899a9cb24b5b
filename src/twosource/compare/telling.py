"""A statement with what is needed to tell what it has lost, and what it has lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.meaning import rarity
from twosource.ids import digest
from twosource.lexicons import word_set
from twosource.records.comparison import Relation, Slot
from twosource.records.evidence import Evidence
from twosource.records.parse import Tree
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement

SMALL = frozenset({"the", "and", "for", "from", "who", "with", "told"})
SOFT = word_set("drift", "soft")
Figures = Mapping[str, tuple[float, Span]]
"""The exact figures of a statement by the lemma of what they count."""
HEDGED = frozenset({"probable", "possible", "doubted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement with what is needed to tell what it has lost."""

    statement: Statement
    report: Report
    tree: Tree
    title: bool
    quoted: bool
    """True where it begins inside quotation marks."""
    keys: frozenset[str]
    """Names, figures and rare words."""
    figures: Figures
    topic: frozenset[str]
    """Those that are not in the subject and not in the names of its tellers."""
    around: frozenset[str]
    """Words and lemmas of its sentence, of the two before it and the one after: a teller named there may still be meant."""
    attributed: bool
    """True where its sentence or the one before it names any teller."""

    @property
    def head(self) -> str:
        """Lemma of its predicate."""
        return self.tree.tokens[self.statement.head].lemma if self.statement.head is not None else ""

    @property
    def lemmas(self) -> frozenset[str]:
        """Lemmas of its whole sentence: what is said to be alleged may be so a clause away."""
        return frozenset(t.lemma for t in self.tree.tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One thing lost or changed on the way."""

    slot: Slot
    kind: str
    reason: str
    spans: tuple[Span, ...]


def lose(slot: Slot, kind: str, reason: str, sides: tuple[Telling, Telling], spans: Sequence[Span] = ()) -> Loss:
    """Return a loss between two tellings, upstream first; `spans` are the words that show it."""
    return Loss(slot=slot, kind=kind, reason=reason, spans=(*sides[0].statement.spans, *sides[1].statement.spans, *spans))


def weigh(keys: frozenset[str]) -> float:
    """Return the summed rarity of keys, in nats above a common word."""
    return sum(map(rarity, sorted(keys)))


def same_house(a: Telling, b: Telling) -> bool:
    """True for two versions of one outlet: the later one brings news, it has lost nothing on the way."""
    return bool(a.report.outlet) and a.report.outlet == b.report.outlet


def to_relation(a: Telling, b: Telling, loss: Loss) -> Relation:
    """Return a loss of `b` against `a` as a relation of kind drift."""
    first, second = a.statement, b.statement
    evidence = Evidence(kind=loss.kind, detail=loss.reason, spans=loss.spans or (*first.spans, *second.spans))
    return Relation(
        id=digest("relation", "drift", first.id, second.id, loss.slot),
        kind="drift",
        a=first.id,
        b=second.id,
        slot=loss.slot,
        reason=loss.reason,
        evidence=(evidence,),
    )


def name_words(name: str) -> set[str]:
    """Return the words of a teller's name or description that are longer than two letters, lower-cased."""
    words = (w.strip(",.'’") for w in name.lower().replace("’s", "").replace("'s", "").split())
    return {w for w in words if len(w) > 2 and w not in SMALL}
