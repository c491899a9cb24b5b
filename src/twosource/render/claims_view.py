"""A claim as a reader meets it: its words, one line per origin, who stands against it, its range, its standing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from twosource.records.account import Claim, Standing
from twosource.records.comparison import Origin, Relation
from twosource.records.statement import Statement
from twosource.render.families import Family, hidden_name
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, counted, listed, ranged, runs
from twosource.render.words import claim_line, knower, link_words, statement_line

RowMark = Literal["origin", "deny", "dispute", "no-comment", "beside"]
HEDGES = {"asserted": "asserted", "probable": "as probable", "possible": "as possible", "doubted": "with doubt"}
STAGES = {"under-way": "under way", "planned": "planned", "proposed": "proposed", "done": "done", "denied": "as a denial"}
MANY = 8
"""More links than this on one line are counted, not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line under a claim."""

    mark: RowMark
    slot: str
    """Hue and pattern of the text it stands in; "" for one that carries none."""
    line: Line
    refs: Line


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

    @property
    def weight(self) -> tuple[int, int, int]:
        """Sorts claims: what several reports carry, what is contested and what changed on the way comes first."""
        contested = self.standing in ("denied", "disputed")
        return (-len(self.reports) - 3 * contested - self.changed, -self.high, self.number)


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
    rows = [_origin_row(labels, home, o) for o in claim.origins]
    rows += [_silent_row(labels, home, s) for s in statements if s.stage == "no-comment"]
    rows += _against(labels, home, claim, relations)
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
        knowers=tuple(dict.fromkeys(shown(o.label) for o in claim.origins)),
        worded=_worded(labels, telling or statements),
        standing=claim.standing,
        standing_note=_standing_note(labels, claim, relations),
        changed=any(s in labels.changed for s in claim.statements),
    )


def ref(labels: Labels, home: dict[str, Family], statement: str) -> Piece:
    """Return a link to a statement's words."""
    mark = labels.marks[statement]
    slot = home[labels.statements[statement].report].slot
    return Piece("ref", mark, target=f"w-{mark}", slot=slot, changed=statement in labels.changed)


def refs(labels: Labels, home: dict[str, Family], statements: Iterable[str]) -> Line:
    """Return links to the words of statements, by label; of a long row the first ones and the number of the others."""
    ordered = labels.in_order(statements)
    out: list[Piece] = []
    for s in ordered if len(ordered) <= MANY + 1 else ordered[:MANY]:
        out.extend([tool(" ")] if out else [])
        out.append(ref(labels, home, s.id))
    if len(ordered) > MANY + 1:
        out.append(soft(f" and {len(ordered) - MANY} more"))
    return tuple(out)


def claim_ref(number: int) -> Piece:
    """Return a link to a claim."""
    return Piece("ref", str(number), target=f"c-{number}")


def _origin_row(labels: Labels, home: dict[str, Family], origin: Origin) -> Row:
    own, quoting = parted(labels, origin)
    lead = leading(own)
    families = {home[s.report].slot for s in own}
    head = _head(labels, home[lead.report] if len(families) == 1 else None, lead, len({s.report for s in own}))
    links = refs(labels, home, (s.id for s in own))
    if quoting:
        links = (*links, tool(" quoted in "), *refs(labels, home, (s.id for s in quoting)))
    return Row(
        mark="origin",
        slot=home[lead.report].slot if lead.chain or origin.kind != "report" else "n",
        line=_chain(labels, origin, lead, head),
        refs=links,
    )


def parted(labels: Labels, origin: Origin) -> tuple[list[Statement], list[Statement]]:
    """Return the statements of an origin by label, those in reports that only quote or credit another of its reports apart."""
    ordered = labels.in_order(origin.statements)
    reports = {s.report for s in ordered}
    second = {d.child for d in labels.story.descents if d.kind in ("quotation", "credit") and d.parent in reports} & reports
    own = [s for s in ordered if s.report not in second]
    return (own, [s for s in ordered if s.report in second]) if own else (ordered, [])


def leading(statements: list[Statement]) -> Statement:
    """Return the statement that tells most about who knows: the longest chain, then the first by label."""
    return max(statements, key=lambda s: (len(s.chain), -statements.index(s)))


def _head(labels: Labels, family: Family | None, lead: Statement, reports: int) -> str:
    """Return who tells first: the unseen text where all of several reports rest on it, else the outlet."""
    if family and family.hidden and reports > 1:
        hidden = family.hidden[0]
        return f"{labels.letters[hidden]} {hidden_name(labels, hidden)}"
    return labels.name(lead.report)


def _chain(labels: Labels, origin: Origin, lead: Statement, head: str) -> Line:
    """Return head ← teller ← who knows; the last one strong."""
    outlet = shown(labels.reports[lead.report].outlet or "").casefold()
    links = [link for link in lead.chain if shown(link.source).casefold() != outlet]
    if len(links) > 1 and links[0].kind in ("agency", "outlet") and shown(links[0].source) in head:
        links = links[1:]  # the unseen text is that agency's
    if not links:
        if origin.kind in ("report", "hidden"):
            return (tool(f"{head}: no source named"),)
        return (tool(f"{head} ← "), strong(origin.label))
    out: list[Piece] = [tool(head)]
    for link in links:
        out.append(tool(" ← "))
        out.append(strong(link_words(link)) if link is links[-1] else tool(link_words(link)))
    return tuple(out)


def _silent_row(labels: Labels, home: dict[str, Family], statement: Statement) -> Row:
    who = knower(statement)
    line = (strong(link_words(who) if who else labels.name(statement.report)), tool(": “"), *statement_line(labels, statement))
    return Row(mark="no-comment", slot="", line=(*line, tool("”: not a denial")), refs=refs(labels, home, [statement.id]))


def _against(labels: Labels, home: dict[str, Family], claim: Claim, relations: list[Relation]) -> list[Row]:
    """Return who denies the claim and what conflicts with it, one row per claim and speaker on the other side."""
    mine = set(claim.statements)
    sides: dict[tuple[RowMark, str, int], set[str]] = {}
    for r in relations:
        mark: RowMark
        if r.kind == "disputes":
            mark, other = ("deny", r.b) if r.a in mine else ("beside", r.a)
        elif r.kind == "contradicts":
            mark, other = "dispute", r.b if r.a in mine else r.a
        else:
            continue
        who = "" if mark == "beside" else _speaker(labels, other)
        sides.setdefault((mark, who, labels.number_of(other)), set()).add(other)
    return [_side(labels, home, mark, who, number, ids) for (mark, who, number), ids in sides.items()]


def deniers(labels: Labels, statements: set[str], relations: Iterable[Relation]) -> list[str]:
    """Return the names of those who reject any of some statements."""
    against = [labels.statements[r.b] for r in relations if r.kind == "disputes" and r.a in statements]
    return list(dict.fromkeys(shown(s.chain[-1].source) if s.chain else labels.name(s.report) for s in against))


def _speaker(labels: Labels, statement: str) -> str:
    who = knower(labels.statements[statement])
    return link_words(who) if who else labels.name(labels.statements[statement].report)


def _side(labels: Labels, home: dict[str, Family], mark: RowMark, who: str, number: int, ids: set[str]) -> Row:
    first = labels.in_order(ids)[0]
    head: Line
    if mark == "deny":
        head = (strong(who), tool(": “"))
    elif mark == "dispute":
        head = (tool("against claim "), claim_ref(number), tool(", "), strong(who), tool(": “"))
    else:
        head = (tool("stands against claim "), claim_ref(number), tool(": “"))
    return Row(mark=mark, slot="", line=(*head, *statement_line(labels, first), tool("”")), refs=refs(labels, home, ids))


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
    """Return how the reports word a claim: certainty first, then stages where they differ."""
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
        return f"{next(iter(kinds))} in all {n}" if n > 1 else next(iter(kinds))
    return ", ".join(
        f"{kind} in {listed(labels.letters_of(s.report for s in statements if words[s.id] == kind))}" for kind in kinds
    )


def carried(view: ClaimView) -> str:
    """Return "in 3 reports"."""
    return f"in {counted(len(view.reports), 'report')}"


def numbers_of(views: Iterable[ClaimView]) -> str:
    """Return the numbers of claims, runs drawn together."""
    return runs(v.number for v in views)
