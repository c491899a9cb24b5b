"""Who told it, and who of the tellers was left out, made larger or forgotten on the way."""

from twosource.compare.credit import fold_name
from twosource.compare.direction import label
from twosource.compare.telling import Loss, Telling, lose, name_words
from twosource.compare.voices import same_source
from twosource.lexicons import word_set
from twosource.records.attribution import Link
from twosource.records.parse import Token
from twosource.records.span import Span

PERSONS = word_set("drift", "persons")
SPOKESMEN = word_set("drift", "spokesmen")
TELLING = word_set("drift", "telling")
MEDIA = word_set("outlets", "nouns") | frozenset(w.lower() for w in word_set("outlets", "tails"))
VAGUE = word_set("drift", "vague")
ONE = frozenset({"a", "an", "one"})


def lost_link(a: Telling, b: Telling) -> Loss | None:
    """A teller between the source and the report is left out."""
    one, other = a.statement.chain, b.statement.chain
    if len(one) < 2 or not other or not (same_source(one[-1], other[-1]) or is_part(other[-1], one[-1])):
        return None
    own = {fold_name(r.outlet) for r in (a.report, b.report) if r.outlet}
    heard = [x for x in one[:-1] if x.kind in ("outlet", "agency", "person") and fold_name(x.source) not in own]
    dropped = [x for x in heard if not any(same_source(x, y) for y in other)]
    if not dropped or name_words(dropped[0].source) & b.around:
        return None
    if dropped[0].kind == "person" and (b.around & MEDIA or _find_hearer(b)):
        return None
    return _left_out(a, b, dropped[0].source, dropped[0].spans)


def lost_newsroom(a: Telling, b: Telling) -> Loss | None:
    """The newsroom that the source told it to is left out by another one, which names it nowhere."""
    one, other = a.statement.chain, b.statement.chain
    if not one or not other or not (same_source(one[-1], other[-1]) or _same_quotation(a, b)):
        return None
    span = _find_newsroom(a)
    name = a.report.text[span.start : span.end] if span else ""
    if span is None or fold_name(name) == fold_name(b.report.outlet or "") or _names(b, name):
        return None
    if fold_name(name) != fold_name(a.report.outlet or ""):
        return _left_out(a, b, name, (span,))
    reason = f"{one[-1].source} told {label(a.report)} this; {label(b.report)} does not say whom it was told."
    return lose("link", "link-dropped", reason, (a, b), (span,))


def _left_out(a: Telling, b: Telling, lost: str, spans: tuple[Span, ...]) -> Loss:
    source = a.statement.chain[-1].source
    reason = f"{label(a.report)} has this from {source} through {lost}; {label(b.report)} leaves {lost} out."
    return lose("link", "link-dropped", reason, (a, b), spans)


def _same_quotation(a: Telling, b: Telling) -> bool:
    return a.quoted and b.quoted and bool(a.keys) and a.keys == b.keys


def _names(telling: Telling, name: str) -> bool:
    if name_words(name) & telling.around:
        return True
    bare = name.removeprefix("the ").removeprefix("The ").lower()
    return bare in telling.report.text.lower() or bare in (telling.report.byline or "").lower()


def _find_newsroom(telling: Telling) -> Span | None:
    """Return the newsroom that the source "told": the report's own, or one that is called a paper, radio or agency."""
    span = _find_hearer(telling)
    if span is None:
        return None
    name = telling.report.text[span.start : span.end]
    own = fold_name(name) == fold_name(telling.report.outlet or "")
    return span if own or any(w in MEDIA for w in name.lower().split()) else None


def _find_hearer(telling: Telling) -> Span | None:
    """Return the name of whom the source "told" it."""
    attribution, tokens = telling.statement.attribution, telling.tree.tokens
    cues = attribution.cue if attribution is not None else ()
    for verb in tokens:
        if verb.lemma != "tell" or not any(c.start <= verb.start < c.end for c in cues):
            continue
        heard = telling.tree.child(verb.i, "dobj", "dative")
        if heard is None or tokens[heard].pos != "PROPN":
            continue
        return Span(telling.report.id, tokens[tokens[heard].left].start, tokens[heard].end)
    return None


def lost_far_end(a: Telling, b: Telling) -> Loss | None:
    """Who knows is left out, so that one who was only told stands for it: another teller, or the parent's outlet."""
    one, other = a.statement.chain, b.statement.chain
    if not one or not other or same_source(one[-1], other[-1]):
        return None
    tellers = [x for x in one[:-1] if same_source(x, other[-1])]
    outlet = bool(a.report.outlet) and fold_name(other[-1].source) == fold_name(a.report.outlet or "")
    if not (tellers or outlet) or name_words(one[-1].source) & b.around:
        return None
    lost = one[-1].source
    reason = f"{label(a.report)} has this from {lost}; {label(b.report)} leaves {lost} out and names only {other[-1].source}."
    return lose("link", "source-behind-dropped", reason, (a, b), one[-1].spans)


def lost_name(a: Telling, b: Telling) -> Loss | None:
    """A named source becomes "reports"."""
    one, other = a.statement.chain, b.statement.chain
    if not one or one[-1].kind == "unnamed" or len(other) != 1 or fold_name(other[0].source) not in VAGUE:
        return None
    if name_words(one[-1].source) & b.around:
        return None
    lost = one[-1].source
    reason = f"{label(a.report)} has this from {lost}; {label(b.report)} has it only from “{other[0].source}”."
    return lose("link", "source-behind-dropped", reason, (a, b), (*one[-1].spans, *other[0].spans))


def promoted(a: Telling, b: Telling) -> Loss | None:
    """A person, named or not, becomes the body or country that he or she serves."""
    if not a.statement.chain or not b.statement.chain:
        return None
    one, other = a.statement.chain[-1], b.statement.chain[-1]
    if one.kind not in ("person", "unnamed") or not is_part(other, one):
        return None
    reason = f"In {label(a.report)} the source is {_described(one)}; {label(b.report)} makes it {other.source}."
    return lose("speaker", "speaker-promoted", reason, (a, b), (*one.spans, *other.spans))


def is_part(body: Link, person: Link) -> bool:
    """True when the description of a person names a body and adds whom: "an officer of the coast guard"."""
    whole, part = name_words(_described(person)), name_words(body.source)
    extra = whole - part
    own_name = part & name_words(person.source) if person.kind == "person" else set()
    return bool(part) and part < whole and bool(extra & PERSONS) and not part & PERSONS and not extra & SPOKESMEN and not own_name


def widened(a: Telling, b: Telling) -> Loss | None:
    """One unnamed person ("an inspector") becomes many ("the inspectors found")."""
    source = a.statement.chain[-1] if a.statement.chain else None
    if source is None or source.kind != "unnamed" or source.count not in ONE:
        return None
    wanted = name_words(source.source) & PERSONS
    many = next((t for t in b.tree.tokens if t.lemma in wanted and t.tag == "NNS" and _tells(b, t)), None)
    if many is None:
        return None
    words = b.report.text[b.tree.tokens[many.left].start : many.end]
    reason = f"In {label(a.report)} the source is one person, {source.source}; in {label(b.report)} it is “{words}”."
    return lose("speaker", "speaker-widened", reason, (a, b), (*source.spans, Span(b.report.id, many.start, many.end)))


def _tells(telling: Telling, token: Token) -> bool:
    return token.dep == "nsubj" and telling.tree.tokens[token.head].lemma in TELLING


def lost_source(a: Telling, b: Telling) -> Loss | None:
    """A report says in its own voice what the text that it rests on had from somebody."""
    if not a.statement.chain or b.statement.chain or b.attributed or b.title or b.quoted or b.statement.certainty != "asserted":
        return None
    source = a.statement.chain[-1]
    words = name_words(source.source)
    if words & b.around or (source.kind == "unnamed" and not words & PERSONS) or not _stands_beside(a):
        return None
    reason = f"{label(a.report)} has this from {source.source}; {label(b.report)} says it in its own voice."
    return lose("speaker", "source-dropped", reason, (a, b), source.spans)


def _stands_beside(telling: Telling) -> bool:
    """True unless a clause stands between a statement and its "according to", which may then be of that clause alone."""
    attribution = telling.statement.attribution
    if attribution is None or not attribution.rule.startswith("according"):
        return True
    last = max(s.end for s in telling.statement.spans)
    first = min((s.start for s in attribution.cue), default=last)
    return first < last or "," not in telling.report.text[last:first].strip(", ")


def _described(link: Link) -> str:
    return f"{link.source}, {link.role}" if link.role and link.role not in link.source else link.source
