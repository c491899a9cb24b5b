"""The brief for a terminal: 80 columns, complete without colour, in ASCII where nothing else can be shown."""

from collections.abc import Iterator

from twosource.records.account import Account
from twosource.render.changes_view import ChangeView, changes_title
from twosource.render.claims_view import ClaimView, numbers_of
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import counted, ordinal, runs, together
from twosource.render.matrix_view import CellMark, MatrixView, column_words
from twosource.render.rests_view import RestView, lost_words, rests_title
from twosource.render.rows_view import Row
from twosource.render.terminal import Terminal, columns, padded, page
from twosource.render.timeline_view import voices_words
from twosource.render.view import StoryView, view_story

TAGS = {
    "agreed": "AGREED",
    "not-established": "NOT ESTABLISHED",
    "single-origin": "SINGLE ORIGIN",
    "origin-not-stated": "ORIGIN NOT STATED",
    "disputed": "≠ DISPUTED",
    "denied": "✕ DENIED",
    "superseded": "→ SUPERSEDED",
}
SIGNS = {"origin": " ", "deny": "✕", "dispute": "≠", "no-comment": "–", "beside": "›"}
STANCES = {"assert": "*", "hedge": "o", "deny": "x", "none": "-"}
MANY_CHANGES = 12
MANY_RESTS = 6
MANY_OPEN = 8
MANY_WOULD = 5
MANY_TIMES = 12
MANY_DESCENTS = 20
MANY_REPORTS = 30


def render_text(account: Account, *, width: int = 80, ascii: bool = False, colour: bool = False) -> str:
    """Return the brief as text for a terminal. `colour` adds ANSI codes to it and takes nothing away."""
    to = Terminal(width=width, ascii=ascii, colour=colour)
    views = [view_story(account, s) for s in account.stories]
    rows: list[str] = []
    if len(views) > 1:
        rows.extend(_index(to, account, views))
    for view in views:
        rows.extend(_story(to, view, len(views) > 1))
    if not views:
        rows.append("No report could be read.")
    rows.extend(_problems(to, account))
    rows.extend(_made_by(to, account))
    return page(rows)


def _index(to: Terminal, account: Account, views: list[StoryView]) -> Iterator[str]:
    head = f"{counted(len(account.reports), 'report')}, {counted(len(views), 'story', 'stories')}"
    yield from to.paragraph((strong(head),))
    if account.problems:
        yield from to.paragraph((soft(f"{counted(len(account.problems), 'problem')} while reading, listed at the end"),))
    for view in views:
        yield from to.paragraph((*view.head.title, tool(f": {view.head.index}")), f"{view.place:3} ")
    yield ""


def _heading(to: Terminal, title: str, kicker: str = "") -> Iterator[str]:
    yield ""
    text = f"{kicker}: {title}" if kicker else title
    yield from to.paragraph((strong(text),))
    yield to.fit("─" * to.width)


def _story(to: Terminal, view: StoryView, several: bool) -> Iterator[str]:
    if several:
        yield ""
        yield to.fit("═" * to.width)
    yield from _head(to, view, several)
    yield from _claims(to, view)
    yield from _changes(to, view)
    yield from _lines(to, "What could not be established", view.open)
    yield from _lines(to, "What would change this", view.would, MANY_WOULD)
    yield from _rests(to, view)
    yield from _matrix(to, view)
    yield from _descents(to, view)
    yield from _timeline(to, view)
    yield from _reports(to, view)


def _head(to: Terminal, view: StoryView, several: bool) -> Iterator[str]:
    head = view.head
    place = f"Story {view.place}: " if several else ""
    source = soft(f"   ({head.title_from})") if head.title_from else tool("")
    yield from to.paragraph((tool(place), *head.title, source))
    yield ""
    yield from to.paragraph((strong(head.answer),))
    yield from to.paragraph(head.lead)
    yield ""
    facts = {name: (figure, small) for name, figure, small in head.facts}
    texts, unseen = facts["Texts behind them"]
    first = f"{facts['Reports'][0]} reports of {counted(int(texts), 'text')}{', ' + unseen if unseen else ''}.  "
    standings = ", ".join(f"{len(numbers)} {words}" for _, words, numbers in head.standings)
    claims = f"{counted(int(facts['Claims'][0]), 'claim')}{': ' + standings if standings else ''}.  "
    changes = f"{counted(int(facts['Changed on the way'][0]), 'change')} on the way."
    yield from to.paragraph((tool(first.replace("1 reports", "1 report") + claims + changes),))


def _claims(to: Terminal, view: StoryView) -> Iterator[str]:
    yield from _heading(to, "What is said")
    for claim in view.full:
        yield from _claim(to, claim)
        yield ""
    if view.rest:
        yield from to.paragraph((tool(_rest_words(view)),))
    yield from to.paragraph((soft("▲ changed on the way; words: twosource why ACCOUNT A3; reasons: twosource why ACCOUNT 1"),))


def _rest_words(view: StoryView) -> str:
    """Return how many claims are not shown in full, and where they are."""
    alone = [c for c in view.rest if len(c.reports) == 1]
    several = [c for c in view.rest if len(c.reports) > 1]
    parts = []
    if several:
        parts.append(f"{len(several)} more said by several reports ({numbers_of(several)})")
    if alone:
        parts.append(f"{len(alone)} more said by one report each")
    return f"and {', '.join(parts)}: twosource claims ACCOUNT"


def _claim(to: Terminal, claim: ClaimView) -> Iterator[str]:
    tag = to.fit(TAGS[claim.standing])
    dots = "*" * claim.low + "o" * (claim.high - claim.low) if claim.high <= FULL_DOTS else ""
    figures = f"{claim.range} {dots} {tag}".replace("  ", " ")
    yield from to.beside((*claim.wording, tool(" "), _bracketed(claim.ref)), f"{claim.number:3} ", figures)
    if claim.standing_note:
        yield from to.paragraph((tool(f"{tag.lower()} "), *claim.standing_note), "      ")
    for row in claim.rows:
        yield from _row(to, row)
    yield from to.paragraph((soft(f"worded: {claim.worded}"),), "      ")


FULL_DOTS = 6
"""More origins than this are given as figures alone."""


def _bracketed(piece: Piece) -> Piece:
    return piece._replace(text=f"[{piece.text}]", changed=False)


def _row(to: Terminal, row: Row) -> Iterator[str]:
    sign = SIGNS[row.mark]
    yield from to.paragraph((*row.line, tool("  "), *row.refs), f"    {sign} ", "        ")


def _changes(to: Terminal, view: StoryView) -> Iterator[str]:
    yield from _heading(to, changes_title(view.changes), "Changed on the way" if view.changes else "")
    for change in view.changes[:MANY_CHANGES]:
        yield from _change(to, change)
    if len(view.changes) > MANY_CHANGES:
        yield f"and {len(view.changes) - MANY_CHANGES} more"
    if view.changes:
        yield from to.paragraph((soft("{lost on the way}  _changed_"),))


def _change(to: Terminal, change: ChangeView) -> Iterator[str]:
    same = change.before_letter == change.after_letter
    way = change.after_letter if same else f"{change.before_letter} → {change.after_letter}"
    yield from to.paragraph((strong(f"{way}:"), tool(" "), strong(change.title)), "  ")
    for reason in change.reasons:
        yield from to.paragraph((tool(reason),), "      ")
    yield from to.paragraph((tool("“"), *change.before, tool("” "), change.before_ref), "      ")
    yield from to.paragraph((tool("“"), *change.after, tool("” "), change.after_ref), "    → ")


def _lines(to: Terminal, title: str, lines: tuple[Line, ...], most: int = MANY_OPEN) -> Iterator[str]:
    if not lines:
        return
    yield from _heading(to, title)
    for line in lines[:most]:
        yield from to.paragraph(line, "  – ")
    if len(lines) > most:
        yield f"    and {len(lines) - most} more"


def _rests(to: Terminal, view: StoryView) -> Iterator[str]:
    if not view.rests or len(view.reports) < 2:
        return
    yield from _heading(to, rests_title(view.rests), "What this rests on")
    for rest in view.rests[:MANY_RESTS]:
        yield from to.paragraph(_rest_line(rest), "  ", "      ")
    if len(view.rests) > MANY_RESTS:
        yield f"  and {len(view.rests) - MANY_RESTS} more that take fewer with them"


def _rest_line(rest: RestView) -> Line:
    left = f"; weaker: {runs(n for n, _, _ in rest.left)}" if rest.left else ""
    return (tool("without "), strong(rest.name), soft(f" ({rest.note})"), tool(f": {lost_words(rest)}{left}"))


def _matrix(to: Terminal, view: StoryView) -> Iterator[str]:
    matrix = view.matrix
    if matrix is None or not matrix.rows:
        return
    yield from _heading(to, "Who says what")
    cells = [[[_mark(to, m) for m in cell] for cell in row.cells] for row in matrix.rows]
    heads = [c.letter + (f" ×{c.copies}" if c.copies > 1 else "") for c in matrix.columns]
    heads = [to.fit(h) for h in heads]
    widths = [max(columns(h), *(columns("".join(row[i])) for row in cells)) + 1 for i, h in enumerate(heads)]
    if sum(widths) + 3 * len(matrix.groups) + 16 > to.width:
        yield f"{len(matrix.columns)} reports do not fit in {to.width} columns; the page has the whole table."
        return
    yield "       " + _across(matrix, heads, widths)
    for row, marks in zip(matrix.rows, cells, strict=True):
        yield f"  {row.number:3}  " + _across(matrix, ["".join(m) for m in marks], widths) + f"  {row.range}"
    for title, letters in column_words(matrix):
        yield from to.paragraph((tool(f"{' '.join(letters)}: {title}"),), "  ", "     ")
    legend = "* says so  o says so, hedged  x denies  - no comment  ▲ changed on the way"
    yield from to.paragraph((soft(legend),), "  ")


def _mark(to: Terminal, mark: CellMark) -> str:
    return STANCES[mark.stance] + (to.fit("▲") if mark.changed else "")


def _across(matrix: MatrixView, texts: list[str], widths: list[int]) -> str:
    out, i = [], 0
    for group in matrix.groups:
        n = len(group.columns)
        out.append("".join(padded(t, w) for t, w in zip(texts[i : i + n], widths[i : i + n], strict=True)))
        i += n
    return "| ".join(out)


def _descents(to: Terminal, view: StoryView) -> Iterator[str]:
    if not view.descents:
        return
    yield from _heading(to, "Which report rests on which")
    for d in view.descents[:MANY_DESCENTS]:
        reasons = f": {d.reasons[0]}" if d.reasons else ""
        line: Line = (d.child, tool(f" {d.kind} "), d.parent, soft(f" {d.score}"), tool(reasons))
        yield from to.paragraph(line, "  ", "      ")
    if len(view.descents) > MANY_DESCENTS:
        yield f"  and {len(view.descents) - MANY_DESCENTS} more: twosource tree ACCOUNT"


def _timeline(to: Terminal, view: StoryView) -> Iterator[str]:
    if not view.timeline and not view.unplaced:
        return
    yield from _heading(to, "Timeline")
    for t in view.timeline[:MANY_TIMES]:
        mark = "●" if t.shape == "dot" else "▬"
        yield from to.paragraph((strong(f"{mark} {t.time}"), tool("  "), *t.line, tool("  "), *t.refs), "  ", "      ")
        told = f"told {ordinal(t.told)}: " if t.told else ""
        yield from to.paragraph((soft(told + together((voices_words(t), *t.notes))),), "      ", "      ")
    if len(view.timeline) > MANY_TIMES:
        yield f"  and {len(view.timeline) - MANY_TIMES} more"
    for u in view.unplaced[:MANY_TIMES]:
        yield from to.paragraph((tool(f"? {u.symbol}, whose date is not known  "), *u.refs), "  ", "      ")


def _reports(to: Terminal, view: StoryView) -> Iterator[str]:
    yield from _heading(to, "The reports")
    if len(view.reports) > MANY_REPORTS:
        yield f"  the first {MANY_REPORTS} of {len(view.reports)}; all: twosource tree ACCOUNT"
    for r in view.reports[:MANY_REPORTS]:
        words = [w for w in (r.name, r.credits, r.time, r.key) if w]
        more = counted(len(r.statements), "statement")
        yield from to.paragraph((tool(", ".join(words) + f", {more}"),), f"  {padded(r.letter, 3)}")


def _problems(to: Terminal, account: Account) -> Iterator[str]:
    if not account.problems:
        return
    yield from _heading(to, f"{counted(len(account.problems), 'problem')} while reading")
    for p in account.problems:
        yield from to.paragraph((strong(shown(p.key)), tool(f": {p.kind} ({p.stage}). {p.detail}")), "  ", "      ")


def _made_by(to: Terminal, account: Account) -> Iterator[str]:
    yield ""
    made = account.made_by
    models = ", ".join(f"{task} {name}" for task, name in made.models)
    text = f"Made by twosource {made.twosource}, offline; {models}; settings {made.settings}."
    yield from to.paragraph((soft(f"{text} A standing speaks of reporting, not of truth."),))
