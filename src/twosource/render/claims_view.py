"""A claim as a reader meets it: its words, one line per origin, who stands against it, its range, its standing."""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.records.account import Claim, Standing
from twosource.records.comparison import Relation
from twosource.records.statement import Statement
from twosource.render.families import Family
from twosource.render.inline import Line, Piece, tool
from twosource.render.labels import Labels, counted, listed, ranged, runs
from twosource.render.rows_view import Row, against_rows, claim_ref, deniers, origin_name, origin_row, ref, silent_row
from twosource.render.words import claim_line

HEDGES = {"asserted": "asserted", "probable": "as probable", "possible": "as possible", "doubted": "with doubt"}
STAGES = {"under-way": "under way", "planned": "planned", "proposed": "proposed", "done": "done", "denied": "as a denial"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim."""

    number: int
    id: str
    wording: Line
    ref: Piece
    """Leads to the statement that the wording is from."""
    rows: tuple[Row, ...]
    low: int
    high: int
    range: str
    reports: tuple[str, ...]
    """Letters of the reports that carry it."""
    knowers: tuple[str, ...]
    """Labels of its origins, each once."""
    worded: str
    """How the reports word it: asserted, as possible ..."""
    standing: Standing
    standing_note: Line
    changed: bool
    """True where a statement of it changed on the way."""
    newer: bool
    """True where it replaces another claim."""

    @property
    def weight(self) -> tuple[bool, int]:
        """Sorts claims in the account's order, after those several reports carry, somebody contests or that replace another."""
        contested = self.standing in ("denied", "disputed")
        return (len(self.reports) < 2 and not contested and not self.newer, self.number)


def view_claims(labels: Labels, families: tuple[Family, ...]) -> tuple[ClaimView, ...]:
    """Return the claims of a story, by number."""
    relations: dict[int, list[Relation]] = {}
    for r in labels.story.relations:
        for number in {labels.number_of(r.a), labels.number_of(r.b)}:
            relations.setdefault(number, []).append(r)
    home = {r: f for f in families for r in f.reports}
    return tuple(_view(labels, home, c, relations.get(labels.numbers[c.id], [])) for c in labels.story.claims)


def _view(labels: Labels, home: dict[str, Family], claim: Claim, relations: list[Relation]) -> ClaimView:
    statements = labels.in_order(claim.statements)
    telling = [s for s in statements if s.stage != "no-comment"]
    rows = [origin_row(labels, home, o) for o in claim.origins]
    rows += [silent_row(labels, home, s) for s in statements if s.stage == "no-comment"]
    rows += against_rows(labels, home, claim, relations)
    return ClaimView(
        number=labels.numbers[claim.id],
        id=claim.id,
        wording=claim_line(labels, claim),
        ref=ref(labels, home, claim.wording_from),
        rows=tuple(rows),
        low=max(1, claim.origins_min),
        high=max(1, claim.origins_min, claim.origins_max),
        range=ranged(claim.origins_min, claim.origins_max),
        reports=tuple(labels.letters_of(s.report for s in statements)),
        knowers=tuple(dict.fromkeys(origin_name(labels, o) for o in claim.origins)),
        worded=_worded(labels, telling or statements),
        standing=claim.standing,
        standing_note=_standing_note(labels, claim, relations),
        changed=any(s in labels.changed for s in claim.statements),
        newer=any(r.kind == "updates" and r.b in claim.statements and r.a not in claim.statements for r in relations),
    )


def _standing_note(labels: Labels, claim: Claim, relations: list[Relation]) -> Line:
    """Return by whom it is denied, by which claim disputed or superseded."""
    mine = set(claim.statements)
    if claim.standing == "denied":
        who = deniers(labels, mine, relations)
        return (tool(f"by {listed(who)}"),) if who else ()
    if claim.standing == "superseded":
        later = {labels.number_of(r.b) for r in relations if r.kind == "updates" and r.a in mine and r.b not in mine}
        return _by_claims(later)
    if claim.standing == "disputed":
        other = {labels.number_of(x) for r in relations if r.kind == "contradicts" for x in (r.a, r.b) if x not in mine}
        other |= {labels.number_of(r.b) for r in relations if r.kind == "disputes" and r.a in mine and r.b not in mine}
        return _by_claims(other)
    return ()


def _by_claims(numbers: set[int]) -> Line:
    ordered = sorted(numbers)
    if not ordered:
        return ()
    out: list[Piece] = [tool("by claim " if len(ordered) == 1 else "by claims ")]
    for n in ordered:
        out.extend([tool(" and " if n == ordered[-1] else ", ")] if n != ordered[0] else [])
        out.append(claim_ref(n))
    return tuple(out)


def _worded(labels: Labels, statements: list[Statement]) -> str:
    """Return how the reports word a claim: as a denial, or certainty first, then stages where they differ."""
    if all(s.stage == "denied" for s in statements):
        return _spread(labels, statements, {s.id: STAGES[s.stage] for s in statements})
    out = [_spread(labels, statements, {s.id: HEDGES[s.certainty] for s in statements})]
    stages = {s.id: STAGES[s.stage] for s in statements if s.stage in STAGES}
    if len(set(stages.values())) > 1 or set(stages.values()) & {"planned", "proposed", "under way"}:
        out.append(_spread(labels, [s for s in statements if s.id in stages], stages))
    return "; ".join(out)


def _spread(labels: Labels, statements: list[Statement], words: dict[str, str]) -> str:
    """Return "asserted", or "as possible in A and C, asserted in B" where reports differ."""
    kinds = dict.fromkeys(words[s.id] for s in statements)
    n = len({s.report for s in statements})
    if len(kinds) == 1:
        return next(iter(kinds)) + {1: "", 2: " in both"}.get(n, f" in all {n}")
    return ", ".join(
        f"{kind} in {listed(labels.letters_of(s.report for s in statements if words[s.id] == kind))}" for kind in kinds
    )


def carried(view: ClaimView) -> str:
    """Return "in 3 reports"."""
    return f"in {counted(len(view.reports), 'report')}"


def numbers_of(views: Iterable[ClaimView]) -> str:
    """Return the numbers of claims, runs drawn together."""
    return runs(v.number for v in views)
