"""The lines under a claim: one per origin with its chain, one per voice that stands against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from twosource.records.account import Claim
from twosource.records.attribution import Link
from twosource.records.comparison import Origin, Relation
from twosource.records.statement import Statement
from twosource.render.families import Family, hidden_name
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, listed
from twosource.render.words import is_hearsay, knower, link_words, statement_line

RowMark = Literal["origin", "deny", "dispute", "no-comment", "beside"]
Against = tuple[RowMark, str, int]
"""How somebody stands against a claim, who, and the number of the claim on the other side."""
FEW_NAMES = 4
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


def report_ref(labels: Labels, home: dict[str, Family], report: str) -> Piece:
    """Return a link to a report."""
    mark = labels.letters[report]
    return Piece("ref", mark, target=f"r-{mark}", slot=home[report].slot)


def claim_ref(number: int) -> Piece:
    """Return a link to a claim."""
    return Piece("ref", str(number), target=f"c-{number}")


def origin_row(labels: Labels, home: dict[str, Family], origin: Origin) -> Row:
    """Return the line for one origin: through whom, who is said to know, where."""
    own, quoting = parted(labels, origin)
    lead = leading(own)
    head = _head(labels, home, own, lead)
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
    second = {r for parent in reports for r in labels.leaning.get(parent, ())} & reports
    own = [s for s in ordered if s.report not in second]
    return (own, [s for s in ordered if s.report in second]) if own else (ordered, [])


def leading(statements: list[Statement]) -> Statement:
    """Return the statement that tells most about who knows: the longest chain, then the first by label."""
    return max(statements, key=lambda s: (len(s.chain), -statements.index(s)))


def teller_of(labels: Labels, origin: Origin) -> Link | None:
    """Return who is said to know, as the statement of an origin has it that tells most."""
    return knower(leading(parted(labels, origin)[0]))


def origin_name(labels: Labels, origin: Origin) -> str:
    """Return the name of an origin; for hearsay that nobody is named."""
    teller = teller_of(labels, origin)
    return link_words(teller) if teller and is_hearsay(teller) else shown(origin.label)


def _head(labels: Labels, home: dict[str, Family], own: list[Statement], lead: Statement) -> str:
    """Return who tells first: the unseen text that all of several reports rest on, else the outlet, or all that are silent."""
    reports = list(dict.fromkeys(s.report for s in own))
    hidden = {home[r].hidden for r in reports}
    if len(reports) > 1 and len(hidden) == 1 and (unseen := hidden.pop()):
        return f"{labels.letters[unseen[0]]} {hidden_name(labels, unseen[0])}"
    if lead.chain:
        return labels.name(lead.report)
    if len(reports) > 1 and not all(labels.outlet(r) for r in reports):
        return f"reports {few(labels.letters_of(reports))}"
    return few([labels.name(r) for r in reports])


def few(names: list[str]) -> str:
    """Return names as a list, of many the first and the number of the others."""
    return listed(names) if len(names) <= FEW_NAMES else f"{', '.join(names[:FEW_NAMES])} and {len(names) - FEW_NAMES} more"


def _chain(labels: Labels, origin: Origin, lead: Statement, head: str) -> Line:
    """Return head ← teller ← who knows; the last one strong."""
    outlet = labels.outlet(lead.report).casefold()
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


def silent_row(labels: Labels, home: dict[str, Family], statement: Statement) -> Row:
    """Return the line for a statement that only declines to comment."""
    who = knower(statement)
    line = (strong(link_words(who) if who else labels.name(statement.report)), tool(": “"), *statement_line(labels, statement))
    return Row(mark="no-comment", slot="", line=(*line, tool("”: not a denial")), refs=refs(labels, home, [statement.id]))


def against_rows(labels: Labels, home: dict[str, Family], claim: Claim, relations: list[Relation]) -> list[Row]:
    """Return who denies the claim and what conflicts with it, one row per claim and speaker on the other side."""
    mine = set(claim.statements)
    sides: dict[Against, set[str]] = {}
    for r in relations:
        mark: RowMark
        if r.kind == "disputes":
            mark, other = ("deny", r.b) if r.a in mine else ("beside", r.a)
        elif r.kind == "contradicts":
            mark, other = "dispute", r.b if r.a in mine else r.a
        else:
            continue
        who = "" if mark == "beside" else speaker_of(labels, other)
        sides.setdefault((mark, who, labels.number_of(other)), set()).add(other)
    return [_side(labels, home, of, ids) for of, ids in sides.items()]


def deniers(labels: Labels, statements: set[str], relations: Iterable[Relation]) -> list[str]:
    """Return the names of those who reject any of some statements."""
    against = [labels.statements[r.b] for r in relations if r.kind == "disputes" and r.a in statements]
    return list(dict.fromkeys(shown(s.chain[-1].source) if s.chain else labels.name(s.report) for s in against))


def speaker_of(labels: Labels, statement: str) -> str:
    """Return who says a statement: the last of its chain, or the report."""
    who = knower(labels.statements[statement])
    return link_words(who) if who else labels.name(labels.statements[statement].report)


def _side(labels: Labels, home: dict[str, Family], of: Against, ids: set[str]) -> Row:
    mark, who, number = of
    first = labels.in_order(ids)[0]
    head: Line
    if mark == "deny":
        head = (strong(who), tool(": “"))
    elif mark == "dispute":
        head = (tool("against claim "), claim_ref(number), tool(", "), strong(who), tool(": “"))
    else:
        head = (tool("stands against claim "), claim_ref(number), tool(": “"))
    return Row(mark=mark, slot="", line=(*head, *statement_line(labels, first), tool("”")), refs=refs(labels, home, ids))
