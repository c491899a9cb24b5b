"""`twosource why`: the rule, the numbers and the passages behind one record."""

from collections.abc import Iterator, Sequence

from twosource.records.account import Account, Claim, StoryAccount
from twosource.records.comparison import Descent, Hidden, Origin, Relation
from twosource.records.evidence import Evidence
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.render.changes_view import CHANGES
from twosource.render.families import find_families, hidden_name
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, counted, listed, ranged
from twosource.render.ledger import Step, view_ledger
from twosource.render.sought import find_record
from twosource.render.terminal import Terminal, padded, page
from twosource.render.text import TAGS
from twosource.render.view import KINDS, place_words, report_time
from twosource.render.words import around, claim_line, link_words, statement_line

MANY_PASSAGES = 12


def explain(account: Account, name: str, *, width: int = 80, ascii: bool = False, colour: bool = False) -> str:
    """Return what stands behind one record, as text for a terminal.

    `name` is an id or its beginning, a claim's number, or a label such as A3. Raises UnknownIdError.
    """
    labels, record = find_record(account, name)
    to = Terminal(width=width, ascii=ascii, colour=colour)
    return page(_explain(to, account, labels, record))


def _explain(to: Terminal, account: Account, labels: Labels, record: object) -> Iterator[str]:
    match record:
        case Claim():
            yield from _claim(to, labels, record)
        case Statement():
            yield from _statement(to, labels, record)
        case Origin():
            yield from _origin(to, labels, record)
        case Relation():
            yield from _relation(to, labels, record)
        case Descent():
            yield from _descent(to, labels, record)
        case Hidden():
            yield from _hidden(to, labels, record)
        case Report():
            yield from _report(to, labels, record)
        case StoryAccount():
            yield from _story(to, labels, record)


def _title(to: Terminal, line: Line, id_: str) -> Iterator[str]:
    yield from to.paragraph((*line, soft(f"   ({id_})")))
    yield ""


def _heading(to: Terminal, text: str) -> Iterator[str]:
    yield ""
    yield from to.paragraph((strong(text),))


def _claim(to: Terminal, labels: Labels, claim: Claim) -> Iterator[str]:
    number = labels.numbers[claim.id]
    yield from _title(to, (strong(f"Claim {number}:"), tool(" "), *claim_line(labels, claim)), claim.id)
    low_high = ranged(claim.origins_min, claim.origins_max)
    noun = "origin" if low_high == "1" else "origins"
    yield from to.paragraph((tool(f"{TAGS[claim.standing]}, {low_high} {noun}"),))
    yield from _heading(to, f"Why {low_high}")
    families = find_families(labels)
    for step in view_ledger(labels, {r: f for f in families for r in f.reports}, claim):
        yield from _step(to, step)
    yield from _heading(to, "Why these statements are one claim")
    yield from _reasons(to, labels, claim.evidence, "one statement only" if len(claim.statements) == 1 else "no reason was kept")
    against = [r for r in labels.story.relations if {r.a, r.b} & set(claim.statements)]
    if against:
        yield from _heading(to, "How it stands to others")
        for r in against:
            yield from to.paragraph(_relation_line(labels, r), "  ", "      ")
    yield from _heading(to, "The words behind it")
    for s in labels.in_order(claim.statements):
        yield from _passage(to, labels, s)


def _step(to: Terminal, step: Step) -> Iterator[str]:
    yield from to.paragraph(step.line, f"{padded(step.figure, 4, right=True)}  ", "      ")
    for reason in step.reasons:
        yield from to.paragraph(reason, "      – ", "        ")


def _reasons(to: Terminal, labels: Labels, evidence: Sequence[Evidence], none: str = "") -> Iterator[str]:
    """Rule, strength and words of each reason."""
    for e in evidence:
        score = f" {e.score:.2f}" if e.score is not None else ""
        yield from to.paragraph((tool(shown(e.detail) or "no detail"), soft(f"  {e.kind}{score}")), "  – ", "    ")
        for span in e.spans[:MANY_PASSAGES]:
            if span.report in labels.reports:
                yield from to.paragraph(_spanned(labels, span), "      ")
    if not evidence and none:
        yield from to.paragraph((tool(none),), "  – ")


def _spanned(labels: Labels, span: Span) -> Line:
    report = labels.reports[span.report]
    return (
        tool(f"{labels.letters[report.id]} {span.start}–{span.end}: “"),
        Piece("said", shown(report.text[span.start : span.end])),
        tool("”"),
    )


def _passage(to: Terminal, labels: Labels, statement: Statement) -> Iterator[str]:
    """The sentence with its neighbours, its report, its place."""
    report = labels.reports[statement.report]
    before, after = around(report, statement.spans)
    words = [p._replace(mark="same") if p.voice == "said" else p for p in statement_line(labels, statement)]
    label = labels.marks[statement.id] + ("▲" if statement.id in labels.changed else "")
    line = (Piece("soft", before), tool("»"), *words, tool("«"), Piece("soft", after))
    yield from to.paragraph(line, f"  {padded(label, 4)} ", "       ")
    yield from to.paragraph((soft(place_words(labels, report, statement.spans)),), "       ")


def _statement(to: Terminal, labels: Labels, s: Statement) -> Iterator[str]:
    yield from _title(to, (strong(f"Statement {labels.marks[s.id]}"),), s.id)
    yield from _passage(to, labels, s)
    yield from _heading(to, "Who says it")
    yield from _chain(to, labels, s)
    yield from _heading(to, "How it is worded")
    stage = "" if s.stage == "none" else f", {s.stage}"
    yield from to.paragraph((tool(f"{s.polarity}, {s.certainty}{stage}"),), "  ")
    for t in s.times:
        words = labels.reports[s.report].text[t.span.start : t.span.end]
        value = t.value or "hangs on an unknown date"
        yield from to.paragraph((tool("“"), Piece("said", shown(words)), tool(f"”: {value}, time of the {t.about}")), "  ")
    for x in s.resolved:
        words = labels.reports[s.report].text[x.span.start : x.span.end]
        line = (tool("“"), Piece("said", shown(words)), tool(f"” stands for {shown(x.to)}"), soft(f"  {x.how}"))
        yield from to.paragraph(line, "  ")
    yield from _reasons(to, labels, s.evidence)
    claim = labels.claims[s.id]
    yield from _heading(to, f"Stands in claim {labels.numbers[claim.id]}, {TAGS[claim.standing].strip()}")
    for r in labels.story.relations:
        if s.id in (r.a, r.b):
            yield from to.paragraph(_relation_line(labels, r), "  ", "      ")


def _chain(to: Terminal, labels: Labels, s: Statement) -> Iterator[str]:
    name = labels.name(s.report)
    if not s.chain:
        yield from to.paragraph((tool(f"{name} itself; it names no source."),), "  ")
    for i, link in enumerate(s.chain):
        head = (tool(f"{name} ← " if i == 0 else "← "), strong(link_words(link)), soft(f"  {link.kind}, {link.how}"))
        yield from to.paragraph(head, "  " + "  " * i)
        for span in link.spans:
            yield from to.paragraph(_spanned(labels, span), "      ")
    a = s.attribution
    if a is not None:
        cue = labels.reports[s.report].words(*a.cue)
        text = f"frame {a.rule}" + (f", cue “{shown(cue)}”" if cue else ", no cue") + f", {a.speech}"
        yield from to.paragraph((soft(text + (f"; {shown(a.detail)}" if a.detail else "")),), "  ")


def _origin(to: Terminal, labels: Labels, origin: Origin) -> Iterator[str]:
    yield from _title(to, (strong(f"Origin: {shown(origin.label)}"), tool(f" ({origin.kind})")), origin.id)
    letters = labels.letters_of(origin.reports)
    yield from to.paragraph((tool(f"One voice in {counted(len(letters), 'report')}: {listed(letters)}."),))
    yield from _heading(to, "Why")
    yield from _reasons(to, labels, origin.why, "it is the only one, so nothing was drawn together")
    yield from _heading(to, "The words behind it")
    for s in labels.in_order(origin.statements):
        yield from _passage(to, labels, s)


def _relation_line(labels: Labels, r: Relation) -> Line:
    words = CHANGES[r.slot] if r.kind == "drift" else {"disputes": "disputed by"}.get(r.kind, r.kind)
    verb = f" {words}: " if r.kind == "drift" else f" {words} ({r.slot}) "
    a, b = labels.marks[r.a], labels.marks[r.b]
    if r.kind == "drift":
        return (strong(f"{a} → {b}"), tool(f"{verb}{shown(r.reason)}"), soft(f"  {r.id}"))
    first, second = (b, a) if r.kind in ("updates", "narrows") else (a, b)
    return (strong(first), tool(verb), strong(second), tool(f": {shown(r.reason)}"), soft(f"  {r.id}"))


def _relation(to: Terminal, labels: Labels, r: Relation) -> Iterator[str]:
    yield from _title(to, _relation_line(labels, r)[:-1], r.id)
    yield from _heading(to, "Why")
    yield from _reasons(to, labels, r.evidence, "no further reason was kept")
    yield from _heading(to, "The words")
    for s in (labels.statements[r.a], labels.statements[r.b]):
        yield from _passage(to, labels, s)


def _descent(to: Terminal, labels: Labels, d: Descent) -> Iterator[str]:
    child, parent = labels.letters[d.child], labels.letters[d.parent]
    verb = KINDS[d.kind] if d.directed else "shares words with"
    yield from _title(to, (strong(f"{child} {verb} {parent}"), tool(f", strength {d.score:.2f}")), d.id)
    if not d.directed:
        yield from to.paragraph((tool("Which of the two came first is not established; the descent joins this pair only."),))
    yield from _heading(to, "Why")
    yield from _reasons(to, labels, d.evidence, "no reason was kept")
    if d.passages and d.parent in labels.reports:
        yield from _heading(to, f"{counted(len(d.passages), 'passage')} in common")
        for p in d.passages[:MANY_PASSAGES]:
            yield from to.paragraph(_spanned(labels, Span(d.parent, *p.parent)), "  ", "      ")
            yield from to.paragraph(_spanned(labels, Span(d.child, *p.child)), "  ", "      ")
        if len(d.passages) > MANY_PASSAGES:
            yield from to.paragraph((tool(f"and {len(d.passages) - MANY_PASSAGES} more"),), "  ")


def _hidden(to: Terminal, labels: Labels, h: Hidden) -> Iterator[str]:
    yield from _title(to, (strong(f"{labels.letters[h.id]}: {hidden_name(labels, h.id)}"),), h.id)
    letters = labels.letters_of(h.children)
    yield from to.paragraph((tool(f"Not in the pile; known only through {listed(letters)}."),))
    yield from _heading(to, "Why")
    yield from _reasons(to, labels, h.evidence, "no reason was kept")
    for d in labels.story.descents:
        if d.parent == h.id:
            yield from to.paragraph((strong(f"{labels.letters[d.child]} {KINDS[d.kind]} it"), soft(f"  {d.score:.2f}")), "  ")
            yield from _reasons(to, labels, d.evidence)


def _report(to: Terminal, labels: Labels, report: Report) -> Iterator[str]:
    yield from _title(to, (strong(f"Report {labels.letters[report.id]}: {labels.name(report.id)}"),), report.id)
    fields = {"file": report.key, "title": report.title, "byline": report.byline, "agency": report.agency, "url": report.url}
    for name, value in fields.items():
        if value:
            yield from to.paragraph((soft(f"{name}: "), tool(shown(value))), "  ")
    yield from to.paragraph((soft("published: "), tool(report_time(report))), "  ")
    yield from _reasons(to, labels, report.published_evidence)
    yield from _heading(to, "What it says")
    for s in labels.told[report.id]:
        line = (*statement_line(labels, s), soft(f"  claim {labels.number_of(s.id)}"))
        yield from to.paragraph(line, f"  {padded(labels.marks[s.id], 4)} ", "       ")


def _story(to: Terminal, labels: Labels, story: StoryAccount) -> Iterator[str]:
    yield from _title(to, (strong(f"Story: {shown(story.title)}"),), story.id)
    for r in labels.reports.values():
        line = (strong(labels.letters[r.id]), tool(f" {labels.name(r.id)}, {report_time(r)}, {shown(r.key)}"))
        yield from to.paragraph(line, "  ")
    counts = f"{counted(len(story.claims), 'claim')}, {counted(len(story.statements), 'statement')}."
    yield from to.paragraph((tool(counts),), "  ")
