"""The brief as Markdown (CommonMark with tables). Report text is escaped so that it is text alone: no link, no HTML, no list."""

import re
from collections.abc import Iterable, Iterator

from twosource.records.account import Account
from twosource.render.changes_view import changes_title
from twosource.render.claims_view import ClaimView
from twosource.render.inline import Line, Piece, inner, shown
from twosource.render.labels import counted, first_up, runs, together
from twosource.render.matrix_view import STANCE_WORDS, MatrixRow, column_words, matrix_title
from twosource.render.rests_view import lost_words, rests_title
from twosource.render.text import SIGNS, TAGS
from twosource.render.timeline_view import timeline_title, voices_words
from twosource.render.view import StoryView, view_story

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(
    r"""[\\`*_\[\]{}<>#|~$^]      # marks of emphasis, links, code, HTML, headings, tables, mathematics
      | &(?=[\#\w])              # what could begin an entity
      | (?<!\S)[-+=:]            # what could begin a list, an underline, a table
      | (?<=\d)[.)](?!\S)        # what could make a number the number of a list
      | :(?=//) | (?<=[wW])\.    # what some readers turn into a link
    """,
    re.VERBOSE,
)
TAG = {"hedge": "b", "link": "b", "changed": "u", "same": "", "context": ""}


def render_markdown(account: Account) -> str:
    """Return the brief as Markdown, ended by one line feed; the same account gives the same text."""
    views = [view_story(account, s) for s in account.stories]
    several = len(views) > 1
    blocks: list[str] = []
    if several:
        head = f"{counted(len(account.reports), 'report')}, {counted(len(views), 'story', 'stories')}"
        blocks.append(f"# {head}")
        blocks.append("\n".join(_index(v) for v in views))
    for view in views:
        blocks.extend(_Story(view, several).blocks())
    if not views:
        blocks.append("# No report could be read")
    blocks.extend(_problems(account))
    made = account.made_by
    models = "; ".join(f"{task} {name}" for task, name in made.models)
    made_by = f"Made by twosource {made.twosource}, offline; {models}; settings {made.settings}."
    blocks.append(escape(f"{made_by} A standing speaks of reporting, not of truth."))
    return "\n\n".join(b for b in blocks if b) + "\n"


def escape(text: str) -> str:
    """Return text as Markdown that shows it as it is, on one line: what could mean something there is escaped."""
    return _SPECIAL.sub(lambda m: _ENTITIES.get(m.group(), "\\" + m.group()), inner(text))


def line_text(line: Line, prefix: str = "") -> str:
    """Return a line as Markdown; links lead to anchors of the story with that prefix."""
    return "".join(_piece(p, prefix) for p in line).strip()


def _piece(piece: Piece, prefix: str) -> str:
    text = escape(piece.text)
    if piece.voice == "ref":
        return f"[{text}](#{prefix}{piece.target}){'▲' if piece.changed else ''}"
    if piece.voice == "strong" and text.strip():
        return f"<b>{text}</b>"
    if piece.mark and TAG[piece.mark] and text.strip():
        return f"<{TAG[piece.mark]}>{text}</{TAG[piece.mark]}>"
    return text


def _bold(line: Line) -> Line:
    """Set the words of a statement off from the rest of its sentence, where there is a rest."""
    rest = any(p.mark == "context" for p in line)
    return tuple(p._replace(mark="hedge") if rest and p.voice == "said" and not p.mark else p for p in line)


def _index(view: StoryView) -> str:
    return f"{view.place}. [{line_text(view.head.title)}](#{view.prefix}top): {escape(view.head.index)}"


def _problems(account: Account) -> Iterator[str]:
    if account.problems:
        yield f"## {counted(len(account.problems), 'problem')} while reading"
        said = ((p.key, f"{p.kind} ({p.stage}). {p.detail}") for p in account.problems)
        yield "\n".join(f"- <b>{escape(shown(key))}</b>: {escape(shown(what))}" for key, what in said)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; the cells are Markdown already."""
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


class _Story:
    """One story; knows how deep its headings stand and what its anchors begin with."""

    def __init__(self, view: StoryView, several: bool) -> None:
        self.view = view
        self.mark = "##" if several else "#"
        self.prefix = view.prefix

    def blocks(self) -> Iterator[str]:
        yield from self._head()
        yield from self._claims()
        yield from self._changes()
        yield from self._open()
        yield from self._rests()
        yield from self._matrix()
        yield from self._descents()
        yield from self._timeline()
        yield from self._words()

    def _line(self, line: Line) -> str:
        return line_text(line, self.prefix)

    def _heading(self, title: str, anchor: str, kicker: str = "") -> str:
        text = f"{kicker}: {title}" if kicker else title
        return f'{self.mark}# <a id="{self.prefix}{anchor}"></a>{escape(text)}'

    def _head(self) -> Iterator[str]:
        head = self.view.head
        yield f'{self.mark} <a id="{self.prefix}top"></a>{self._line(head.title)}'
        if head.title_from:
            yield escape(first_up(head.title_from))
        yield f"<b>{escape(head.answer)}</b>"
        yield self._line(head.lead)
        facts = "; ".join(f"{name.lower()}: {figure}{f' ({small})' if small else ''}" for name, figure, small in head.facts)
        yield escape(first_up(facts) + ".")
        yield escape("Claims: " + ", ".join(f"{len(numbers)} {words} ({runs(numbers)})" for _, words, numbers in head.standings))

    def _claims(self) -> Iterator[str]:
        yield self._heading("What is said", "claims")
        for claim in self.view.full:
            yield self._claim(claim)
        if self.view.rest:
            yield f"{self.mark}## {len(self.view.rest)} more claims, in short"
            yield "\n".join(self._short(c) for c in self.view.rest)

    def _claim(self, claim: ClaimView) -> str:
        anchor = f'<a id="{self.prefix}c-{claim.number}"></a>'
        head = f"{anchor}<b>{claim.number}</b> “{self._line(claim.wording)}” {self._line((claim.ref,))}"
        note = f" {self._line(claim.standing_note)}" if claim.standing_note else ""
        count = f"{escape(claim.range)} in {counted(len(claim.reports), 'report')} · <b>{TAGS[claim.standing]}</b>{note}"
        rows = [f"- {count} · worded: {escape(claim.worded)}"]
        for row in claim.rows:
            sign = SIGNS[row.mark].strip()
            rows.append(f"- {sign + ' ' if sign else ''}{self._line(row.line)} {self._line(row.refs)}")
        return "\n".join([head, "", *rows])

    def _short(self, claim: ClaimView) -> str:
        note = f" {self._line(claim.standing_note)}" if claim.standing_note else ""
        return (
            f'- <a id="{self.prefix}c-{claim.number}"></a><b>{claim.number}</b> “{self._line(claim.wording)}” '
            f"{self._line((claim.ref,))} {escape(claim.range)}, {TAGS[claim.standing]}{note}, {' '.join(claim.reports[:12])}"
        )

    def _changes(self) -> Iterator[str]:
        changes = self.view.changes
        yield self._heading(changes_title(changes), "changed", "Changed on the way" if changes else "")
        rows = []
        for c in changes:
            way = c.after_letter if c.before_letter == c.after_letter else f"{c.before_letter} → {c.after_letter}"
            before = f"“{self._line(c.before)}” {self._line((c.before_ref,))}"
            after = f"“{self._line(c.after)}” {self._line((c.after_ref,))}"
            rows.append((way, before, after, f"<b>{escape(c.title)}</b>: {escape(together(c.reasons))}"))
        if rows:
            yield _table(("way", "before", "after", "what"), rows)

    def _open(self) -> Iterator[str]:
        for title, anchor, lines in (
            ("What could not be established", "open", self.view.open),
            ("What would change this", "would", self.view.would),
        ):
            if lines:
                yield self._heading(title, anchor)
                yield "\n".join(f"- {self._line(x)}" for x in lines)

    def _rests(self) -> Iterator[str]:
        if not self.view.rests or len(self.view.reports) < 2:
            return
        yield self._heading(rests_title(self.view.rests), "rests", "What this rests on")
        rows = []
        for r in self.view.rests[:10]:
            left = ", ".join(f"{n} ({after} of {before})" for n, after, before in r.left[:20])
            rows.append((f"{escape(r.name)} ({escape(r.note)})", escape(first_up(lost_words(r))), escape(left) or "none"))
        yield _table(("without", "lost", "claims that keep some origins"), rows)

    def _matrix(self) -> Iterator[str]:
        matrix = self.view.matrix
        if matrix is None or not matrix.rows:
            return
        yield self._heading(matrix_title(matrix), "matrix", "Who says what")
        heads = [f"{c.letter}{f' ×{c.copies}' if c.copies > 1 else ''}" for c in matrix.columns]
        yield _table(("claim", *heads, "origins"), (self._matrix_row(row) for row in matrix.rows))
        yield "\n".join(f"- {escape(' '.join(letters))}: {escape(title)}" for title, letters in column_words(matrix))

    def _matrix_row(self, row: MatrixRow) -> list[str]:
        cells = []
        for cell in row.cells:
            words = (f"{STANCE_WORDS[m.stance]}{'▲' if m.changed else ''}: {escape(m.who)}" for m in cell)
            cells.append("; ".join(words))
        return [f"[{row.number}](#{self.prefix}c-{row.number})", *cells, escape(row.range)]

    def _descents(self) -> Iterator[str]:
        if not self.view.descents:
            return
        yield self._heading(self.view.descent_title, "descent", "Descent")
        rows = (
            (self._line((d.child,)), escape(d.kind), self._line((d.parent,)), d.score, escape(together(d.reasons)))
            for d in self.view.descents
        )
        yield _table(("report", "how", "rests on", "strength", "why"), rows)

    def _timeline(self) -> Iterator[str]:
        if not self.view.timeline and not self.view.unplaced:
            return
        yield self._heading(timeline_title(self.view.timeline), "time", "Timeline")
        rows = (
            (
                f"{'●' if t.shape == 'dot' else '▬'} {escape(t.time)}",
                f"“{self._line(t.line)}” {self._line(t.refs)}",
                t.origins,
                escape(together((voices_words(t), *t.notes))),
                t.told or "–",
            )
            for t in self.view.timeline
        )
        if self.view.timeline:
            yield _table(("time", "what", "origins", "who told it when", "order told"), rows)
        if self.view.unplaced:
            yield "Times that hang on a date no report gives:"
            yield "\n".join(f"- {escape(u.symbol)} {self._line(u.refs)}" for u in self.view.unplaced)

    def _words(self) -> Iterator[str]:
        yield self._heading("The words", "words")
        for r in self.view.reports:
            name = escape(r.name or r.key)
            yield f'{self.mark}## <a id="{self.prefix}r-{r.letter}"></a>{r.letter} {name}'
            more = [r.time, r.credits, r.title or "", r.key if r.name else "", f"text {r.id[:8]}", r.url or ""]
            yield escape(" · ".join(m for m in more if m))
            yield "\n".join(
                f'- <a id="{self.prefix}w-{s.label}"></a><b>{s.label}</b> “{self._line(_bold(s.line))}” '
                f"{escape(s.places)}, [claim {s.claim}](#{self.prefix}c-{s.claim})"
                for s in r.statements
            )
