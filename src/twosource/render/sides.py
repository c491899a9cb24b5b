"""`twosource diff`: two reports of one story side by side: what they share, what they tell otherwise, what only one says."""

from collections.abc import Iterator

from twosource.records.account import Account
from twosource.records.comparison import Descent
from twosource.records.report import Report
from twosource.records.statement import Statement
from twosource.render.changes_view import CHANGES
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, counted
from twosource.render.sought import find_report
from twosource.render.terminal import Terminal, page
from twosource.render.view import KINDS, report_time
from twosource.render.words import statement_line

MANY = 40
"""More passages or statements than this are counted, not printed."""


def compare_reports(
    account: Account, key_a: str, key_b: str, *, width: int = 80, ascii: bool = False, colour: bool = False
) -> str:
    """Return two reports side by side, as text for a terminal. Raises UnknownIdError where a name fits no report."""
    to = Terminal(width=width, ascii=ascii, colour=colour)
    labels, a = find_report(account, key_a)
    other, b = find_report(account, key_b)
    if labels.story.id != other.story.id:
        return page(to.paragraph((tool("They tell of different stories, so nothing was compared."),)))
    return page(_compare(to, labels, a, b))


def _compare(to: Terminal, labels: Labels, a: Report, b: Report) -> Iterator[str]:
    for report in (a, b):
        about = ", ".join(filter(None, (labels.outlet(report.id), report_time(report), shown(report.key))))
        line = (strong(labels.letters[report.id]), tool(f" {about}"))
        yield from to.paragraph(line, "", "  ")
    for d in labels.story.descents:
        if {d.child, d.parent} == {a.id, b.id} and a.id != b.id:
            yield from _passages(to, labels, d)
    claims = {s: c.id for s, c in labels.claims.items()}
    sides = [list(labels.told[r.id]) for r in (a, b)]
    shared = dict.fromkeys(claims[s.id] for s in sides[0] if claims[s.id] in {claims[x.id] for x in sides[1]})
    yield from _shared(to, labels, list(shared), sides)
    yield from _against(to, labels, a, b)
    for report, statements in zip((a, b), sides, strict=True):
        only = [s for s in statements if claims[s.id] not in shared]
        yield from _only(to, labels, report, only)


def _heading(to: Terminal, text: str) -> Iterator[str]:
    yield ""
    yield from to.paragraph((strong(text),))
    yield to.fit("─" * to.width)


def _passages(to: Terminal, labels: Labels, d: Descent) -> Iterator[str]:
    child, parent = labels.letters[d.child], labels.letters[d.parent]
    verb = KINDS[d.kind] if d.directed else "shares words with"
    yield from _heading(to, f"{child} {verb} {parent}, strength {d.score:.2f}; {counted(len(d.passages), 'passage')}")
    for e in d.evidence:
        yield from to.paragraph((soft(shown(e.detail)),), "  ")
    if not d.directed:
        yield from to.paragraph((soft("which came first is not established"),), "  ")
    for p in d.passages[:MANY]:
        above = shown(labels.reports[d.parent].text[slice(*p.parent)])
        below = shown(labels.reports[d.child].text[slice(*p.child)])
        if above == below:
            yield from to.paragraph((Piece("said", above),), f"  {parent}={child} ", "      ")
        else:
            yield from to.paragraph((Piece("said", above),), f"  {parent}   ", "      ")
            yield from to.paragraph((Piece("said", below),), f"  {child}   ", "      ")
    if len(d.passages) > MANY:
        yield f"  and {len(d.passages) - MANY} more"


def _shared(to: Terminal, labels: Labels, claims: list[str], sides: list[list[Statement]]) -> Iterator[str]:
    yield from _heading(to, f"Both say: {counted(len(claims), 'claim')}")
    for claim in claims:
        yield from to.paragraph((strong(f"claim {labels.numbers[claim]}"),), "  ")
        ids = []
        for side in sides:
            for s in side:
                if labels.claims[s.id].id == claim:
                    ids.append(s.id)
                    yield from to.paragraph(_words(labels, s), f"    {labels.marks[s.id]:<5}", "         ")
        for r in labels.story.relations:
            if r.kind == "drift" and r.a in ids and r.b in ids:
                pair = f"{labels.marks[r.a]} → {labels.marks[r.b]}"
                yield from to.paragraph((tool(f"{pair} {CHANGES[r.slot]}: {shown(r.reason)}"),), "         ")


def _words(labels: Labels, statement: Statement) -> Line:
    who = f"  ← {shown(statement.chain[-1].source)}" if statement.chain else "  ← no source named"
    return (*statement_line(labels, statement), soft(who))


def _against(to: Terminal, labels: Labels, a: Report, b: Report) -> Iterator[str]:
    found = [
        r
        for r in labels.story.relations
        if r.kind != "drift" and {labels.statements[r.a].report, labels.statements[r.b].report} == {a.id, b.id} and a.id != b.id
    ]
    if not found:
        return
    yield from _heading(to, "One against, after or inside the other")
    for r in found:
        yield from to.paragraph((strong(f"{r.kind} ({r.slot})"), tool(f": {shown(r.reason)}")), "  ", "    ")
        for s in (r.a, r.b):
            yield from to.paragraph(_words(labels, labels.statements[s]), f"    {labels.marks[s]:<5}", "         ")


def _only(to: Terminal, labels: Labels, report: Report, statements: list[Statement]) -> Iterator[str]:
    if not statements:
        return
    yield from _heading(to, f"Only {labels.letters[report.id]} says: {counted(len(statements), 'statement')}")
    for s in statements[:MANY]:
        yield from to.paragraph(_words(labels, s), f"    {labels.marks[s.id]:<5}", "         ")
    if len(statements) > MANY:
        yield f"    and {len(statements) - MANY} more"
