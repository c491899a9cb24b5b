"""What happened to the words on their way from one report to the next."""

from dataclasses import dataclass

from twosource.records.comparison import Relation
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.render.families import Family
from twosource.render.inline import Line, Mark, Piece, shown
from twosource.render.labels import Labels, listed, spelled
from twosource.render.rows_view import ref
from twosource.render.words import marked_line

CHANGES = {
    "hedge": "hedge lost",
    "link": "link lost",
    "speaker": "speaker promoted",
    "stage": "stage moved up",
    "polarity": "sense changed",
    "wording": "wording changed",
    "number": "number changed",
    "place": "place changed",
    "date": "date changed",
    "person": "person changed",
}
KINDS = {"no-comment-denied": "not knowing became denying", "headline-ahead": "headline ahead of its text"}
"""Names for changes that their slot does not tell, by the kind of their evidence."""
COUNTED = {"hedge": ("hedge", "hedges"), "link": ("link", "links")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One statement and what became of it downstream."""

    ids: tuple[str, ...]
    """Of the relations."""
    before_letter: str
    after_letter: str
    before_slot: str
    after_slot: str
    before: Line
    before_ref: Piece
    after: Line
    after_ref: Piece
    title: str
    """ "Hedge lost, link lost"."""
    reasons: tuple[str, ...]
    slots: tuple[str, ...]


def view_changes(labels: Labels, home: dict[str, Family]) -> tuple[ChangeView, ...]:
    """Return the changes of a story, one per pair of statements, in the order of the words they led to."""
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for r in labels.story.relations:
        if r.kind == "drift":
            pairs.setdefault((r.a, r.b), []).append(r)
    ordered = sorted(pairs, key=lambda pair: (labels.places[pair[1]], labels.places[pair[0]]))
    return tuple(_view(labels, home, a, b, pairs[a, b]) for a, b in ordered)


def _view(labels: Labels, home: dict[str, Family], a: str, b: str, relations: list[Relation]) -> ChangeView:
    before, after = labels.statements[a], labels.statements[b]
    slots = tuple(dict.fromkeys(r.slot for r in relations))
    title = ", ".join(dict.fromkeys(_name(r) for r in relations))
    return ChangeView(
        ids=tuple(r.id for r in relations),
        before_letter=labels.letters[before.report],
        after_letter=labels.letters[after.report],
        before_slot=home[before.report].slot,
        after_slot=home[after.report].slot,
        before=marked_line(labels, before, _marks(relations, before, True)),
        before_ref=ref(labels, home, a),
        after=marked_line(labels, after, _marks(relations, after, False)),
        after_ref=ref(labels, home, b),
        title=title[0].upper() + title[1:],
        reasons=tuple(dict.fromkeys(shown(r.reason) for r in relations)),
        slots=slots,
    )


def _name(relation: Relation) -> str:
    return next((KINDS[e.kind] for e in relation.evidence if e.kind in KINDS), CHANGES[relation.slot])


def _marks(relations: list[Relation], statement: Statement, before: bool) -> list[tuple[Span, Mark]]:
    """Return the words that the evidence points at: what was lost upstream, what was changed downstream; the shortest first.

    A span that covers the whole statement says nothing and is left out.
    """
    out: list[tuple[Span, Mark]] = []
    for r in relations:
        mark: Mark = "changed"
        if before and r.slot in ("hedge", "link"):
            mark = "hedge" if r.slot == "hedge" else "link"
        spans = (s for e in r.evidence for s in e.spans if s.report == statement.report)
        out.extend((s, mark) for s in spans if not any(s.covers(own) for own in statement.spans))
    return sorted(set(out), key=lambda m: (m[0].end - m[0].start, m))


def changes_title(changes: tuple[ChangeView, ...]) -> str:
    """Return "Eight changes: four links and two hedges lost, one speaker promoted", or that there are none."""
    if not changes:
        return "Nothing changed on the way that we can show"
    n = len(changes)
    head = f"{spelled(n)} {'change' if n == 1 else 'changes'}"
    lost = []
    for slot, (one, many) in COUNTED.items():
        k = sum(slot in c.slots for c in changes)
        if k:
            lost.append(f"{spelled(k)} {one if k == 1 else many}")
    promoted = sum("speaker" in c.slots for c in changes)
    found = [f"{listed(lost)} lost"] if lost else []
    found += [f"{spelled(promoted)} {'speaker' if promoted == 1 else 'speakers'} promoted"] if promoted else []
    text = f"{head}: {', '.join(found)}" if found else head
    return text[0].upper() + text[1:]
