"""What one statement has lost or changed against another that says the same: a hedge, a teller, a stage, a figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.compare.credit import fold_name
from twosource.compare.direction import label
from twosource.compare.quantities import spelled_value
from twosource.compare.voices import same_source
from twosource.ids import digest
from twosource.lexicons import word_set
from twosource.records.attribution import Link
from twosource.records.comparison import Relation, Slot
from twosource.records.evidence import Evidence
from twosource.records.parse import Tree
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement

PERSONS = word_set("drift", "persons")
SPOKESMEN = word_set("drift", "spokesmen")
CALENDAR = word_set("drift", "calendar")
SOFT = word_set("drift", "soft")
DENYING = word_set("drift", "denying")
SMALL = frozenset({"the", "and", "for", "from", "who", "with", "told"})
HEDGES = ("modal", "hedging word", "hedging participle", "hedging verb")
"""What a hedge is called in a statement's evidence; questions and hedged nouns are no hedge of the whole."""
UNAWARE = word_set("drift", "unaware")
KNOWING = word_set("drift", "knowing")
NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never"})
OPEN = frozenset({"may", "might", "could", "possibly", "perhaps"})
FIRM = frozenset({"will", "shall", "'ll", "’ll"})
"""An event that may happen and one that will are both still to come, and not the same."""
HEDGED = frozenset({"probable", "possible", "doubted"})
AHEAD = {"proposed": 0, "planned": 1, "under-way": 2, "done": 2}
"""How far an event has come, by stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement with what is needed to tell what it has lost."""

    statement: Statement
    report: Report
    tree: Tree
    title: bool
    keys: frozenset[str]
    """Names, figures and rare words."""
    topic: frozenset[str]
    """Those that are not in the subject and not in the names of its tellers."""
    around: frozenset[str]
    """Words of its sentence and the two before it, lower-cased: a teller named there may still be meant."""
    attributed: bool
    """True where its sentence or the one before it names any teller."""

    @property
    def head(self) -> str:
        """Lemma of its predicate."""
        return self.tree.tokens[self.statement.head].lemma if self.statement.head is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One thing lost or changed on the way."""

    slot: Slot
    kind: str
    reason: str
    spans: tuple[Span, ...]


def find_losses(a: Telling, b: Telling, directed: bool) -> Iterator[Loss]:
    """Yield what `b` has lost against `a`; `directed` when the text of `b` is known to rest on that of `a`."""
    rules = (_hedge, _denial, _link, _far_end, _promotion, *((_source, _stage, _figure) if directed else ()))
    for rule in rules:
        loss = rule(a, b)
        if loss:
            yield loss


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


def find_hedge(telling: Telling) -> Span | None:
    """Return the words that hedge a statement's own predicate; None where only a part of it is hedged, or nothing."""
    head = telling.statement.head
    for evidence in telling.statement.evidence:
        if evidence.kind != "certainty" or not any(kind in evidence.detail for kind in HEDGES):
            continue
        for span in evidence.spans:
            at = next((t for t in telling.tree.tokens if t.start <= span.start < t.end), None)
            if at is not None and head is not None and head in (at.i, at.head) and not _is_inability(telling.tree, at.i):
                return span
    return None


def _is_inability(tree: Tree, i: int) -> bool:
    """True for "could no longer", "can not": that is told as a fact."""
    after = tree.tokens[i + 1].lower if i + 1 < len(tree.tokens) else ""
    return tree.tokens[i].lower in ("can", "could") and after in ("no", "not", "n't", "n’t", "only")


def _loss(slot: Slot, kind: str, reason: str, a: Telling, b: Telling, spans: Sequence[Span] = ()) -> Loss:
    return Loss(slot=slot, kind=kind, reason=reason, spans=(*a.statement.spans, *b.statement.spans, *spans))


def _hedge(a: Telling, b: Telling) -> Loss | None:
    one, other = a.statement, b.statement
    if one.certainty not in HEDGED or other.certainty != "asserted" or one.polarity != other.polarity:
        return None
    hedge = find_hedge(a)
    if hedge is None or other.stage == "no-comment" or _lemmas(b) & SOFT:
        return None
    words = a.report.text[hedge.start : hedge.end]
    if other.stage in ("planned", "proposed") and not (words.lower() in OPEN and {t.lower for t in b.tree.tokens} & FIRM):
        return None
    return _loss(
        "hedge", "hedge-lost", f"{label(a.report)} hedges this (“{words}”); {label(b.report)} asserts it.", a, b, (hedge,)
    )


def _denial(a: Telling, b: Telling) -> Loss | None:
    if not is_no_comment(a) or not is_denial(b):
        return None
    reason = f"{label(a.report)} has somebody who does not know or will not say; in {label(b.report)} this has become a denial."
    return _loss("stage", "no-comment-denied", reason, a, b)


def is_no_comment(telling: Telling) -> bool:
    """True for what somebody does not know of, or will not speak of."""
    attribution = telling.statement.attribution
    if telling.statement.stage == "no-comment" or (attribution is not None and attribution.speech == "no-comment"):
        return True
    return attribution is not None and any(_is_unaware(telling.tree, span) for span in attribution.cue)


def _is_unaware(tree: Tree, cue: Span) -> bool:
    """True for a cue of not knowing: "was not aware", "knew of no"."""
    for token in tree.tokens:
        if cue.start <= token.start < cue.end and token.lemma in UNAWARE:
            return True
        if cue.start <= token.start < cue.end and token.lemma in KNOWING:
            return any(t.lower in NEGATIONS for t in tree.tokens[max(0, token.i - 3) : token.i + 3])
    return False


def is_denial(telling: Telling) -> bool:
    """True for what somebody denies."""
    attribution = telling.statement.attribution
    denied = attribution is not None and attribution.speech == "deny"
    return denied or telling.statement.stage == "denied" or telling.head in DENYING


def _link(a: Telling, b: Telling) -> Loss | None:
    """A teller between the source and the report is left out."""
    one, other = a.statement.chain, b.statement.chain
    if len(one) < 2 or not other or not (same_source(one[-1], other[-1]) or _is_part(other[-1], one[-1])):
        return None
    own = {fold_name(r.outlet) for r in (a.report, b.report) if r.outlet}
    heard = [x for x in one[:-1] if x.kind in ("outlet", "agency", "person") and fold_name(x.source) not in own]
    dropped = [x for x in heard if not any(same_source(x, y) for y in other)]
    if not dropped or _words(dropped[0].source) & b.around:
        return None
    lost = dropped[0].source
    reason = f"{label(a.report)} has this from {one[-1].source} through {lost}; {label(b.report)} leaves {lost} out."
    return _loss("link", "link-dropped", reason, a, b, dropped[0].spans)


def _far_end(a: Telling, b: Telling) -> Loss | None:
    """Who knows is left out, so that one who was only told stands for it: another teller, or the parent's outlet."""
    one, other = a.statement.chain, b.statement.chain
    if not one or not other or same_source(one[-1], other[-1]):
        return None
    tellers = [x for x in one[:-1] if same_source(x, other[-1])]
    outlet = bool(a.report.outlet) and fold_name(other[-1].source) == fold_name(a.report.outlet or "")
    if not (tellers or outlet) or _words(one[-1].source) & b.around:
        return None
    lost = one[-1].source
    reason = f"{label(a.report)} has this from {lost}; {label(b.report)} leaves {lost} out and names only {other[-1].source}."
    return _loss("link", "source-behind-dropped", reason, a, b, one[-1].spans)


def _promotion(a: Telling, b: Telling) -> Loss | None:
    """A person, named or not, becomes the body or country that he or she serves."""
    if not a.statement.chain or not b.statement.chain:
        return None
    one, other = a.statement.chain[-1], b.statement.chain[-1]
    if one.kind not in ("person", "unnamed") or not _is_part(other, one):
        return None
    reason = f"In {label(a.report)} the source is {_described(one)}; {label(b.report)} makes it {other.source}."
    return _loss("speaker", "speaker-promoted", reason, a, b, (*one.spans, *other.spans))


def _is_part(body: Link, person: Link) -> bool:
    """True when the description of a person names a body and adds whom: "an officer of the coast guard"."""
    whole, part = _words(_described(person)), _words(body.source)
    extra = whole - part
    own_name = part & _words(person.source) if person.kind == "person" else set()
    return bool(part) and part < whole and bool(extra & PERSONS) and not part & PERSONS and not extra & SPOKESMEN and not own_name


def _source(a: Telling, b: Telling) -> Loss | None:
    """A report says in its own voice what the text that it rests on had from somebody."""
    if not a.statement.chain or b.statement.chain or b.attributed or b.title or b.statement.certainty != "asserted":
        return None
    source = a.statement.chain[-1]
    words = _words(source.source)
    if words & b.around or (source.kind == "unnamed" and not words & PERSONS):
        return None
    reason = f"{label(a.report)} has this from {source.source}; {label(b.report)} says it in its own voice."
    return _loss("speaker", "source-dropped", reason, a, b, source.spans)


def _stage(a: Telling, b: Telling) -> Loss | None:
    one, other = AHEAD.get(a.statement.stage), AHEAD.get(b.statement.stage)
    if one is None or other is None or not one < other or b.statement.certainty != "asserted" or a.head != b.head:
        return None
    if a.statement.polarity != b.statement.polarity:
        return None
    reason = f"{label(a.report)} says this is {a.statement.stage}; {label(b.report)} says {b.statement.stage}."
    return _loss("stage", "stage-ahead", reason, a, b)


def _figure(a: Telling, b: Telling) -> Loss | None:
    """A figure that differs though it counts the same thing, all other figures being the same."""
    one, other = _figures(a), _figures(b)
    for noun in sorted(one.keys() & other.keys()):
        (x, at), (y, to) = one[noun], other[noun]
        others = {v for n, (v, _) in one.items() if n != noun} ^ {v for n, (v, _) in other.items() if n != noun}
        if x != y and not others and _count_numbers(a) == _count_numbers(b):
            first, second = a.report.text[at.start : at.end], b.report.text[to.start : to.end]
            reason = f"Where {label(a.report)} has {first} ({noun}), {label(b.report)} has {second}."
            return _loss("number", "figure-changed", reason, a, b, (at, to))
    return None


def _count_numbers(telling: Telling) -> int:
    return sum(telling.tree.tokens[i].pos == "NUM" for i in telling.statement.tokens)


def _lemmas(telling: Telling) -> set[str]:
    """Return the lemmas of a statement's whole sentence: what is said to be alleged may be so a clause away."""
    return {t.lemma for t in telling.tree.tokens}


def _figures(telling: Telling) -> dict[str, tuple[float, Span]]:
    """Return the exact figures of a statement by the lemma of what they count; a noun counted twice is left out."""
    found: dict[str, list[tuple[float, Span]]] = {}
    for i in telling.statement.tokens:
        token = telling.tree.tokens[i]
        head = telling.tree.tokens[token.head]
        value = spelled_value(token.lower) if token.dep == "nummod" and head.pos == "NOUN" else None
        if value is not None and head.lemma not in CALENDAR:
            found.setdefault(head.lemma, []).append((value, Span(telling.report.id, token.start, token.end)))
    return {noun: values[0] for noun, values in found.items() if len(values) == 1}


def _described(link: Link) -> str:
    return f"{link.source}, {link.role}" if link.role and link.role not in link.source else link.source


def _words(name: str) -> set[str]:
    words = (w.strip(",.'’") for w in name.lower().replace("’s", "").replace("'s", "").split())
    return {w for w in words if len(w) > 2 and w not in SMALL}
