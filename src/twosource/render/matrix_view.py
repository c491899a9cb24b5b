"""Claims by reports: who says what, and in which words of stance."""

from dataclasses import dataclass
from typing import Literal

from twosource.records.statement import Statement
from twosource.render.claims_view import ClaimView
from twosource.render.families import Family, copy_classes, family_title
from twosource.render.inline import Line
from twosource.render.labels import Labels, spelled
from twosource.render.words import knower, short_name

Stance = Literal["assert", "hedge", "deny", "none"]
STANCE_WORDS: dict[Stance, str] = {"assert": "says so", "hedge": "says so, hedged", "deny": "denial", "none": "no comment"}
MANY_REPORTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark:
    """One mark in a cell."""

    stance: Stance
    changed: bool
    who: str
    label: str
    """Of the statement: A3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A report, or one with its copies."""

    letter: str
    name: str
    copies: int
    """How many reports stand in this column."""
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Columns that are one text."""

    title: str
    note: str
    slot: str
    columns: tuple[Column, ...]
    several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One claim."""

    number: int
    wording: Line
    cells: tuple[tuple[CellMark, ...], ...]
    """One per column, in their order."""
    range: str
    superseded: bool
    stated: bool
    """False where no report says who knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """Who says what."""

    groups: tuple[Group, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return tuple(c for g in self.groups for c in g.columns)


def view_matrix(labels: Labels, families: tuple[Family, ...], claims: tuple[ClaimView, ...]) -> MatrixView | None:
    """Return the matrix of some claims; None for a story of one report."""
    if len(labels.reports) < 2:
        return None
    groups = tuple(_group(labels, f) for f in families)
    columns = [c for g in groups for c in g.columns]
    deniers: dict[int, list[str]] = {}
    for r in labels.story.relations:
        if r.kind == "disputes":
            deniers.setdefault(labels.number_of(r.a), []).append(r.b)
    records = {labels.numbers[c.id]: c for c in labels.story.claims}
    rows = []
    for view in claims:
        own = labels.in_order(records[view.number].statements)
        against = [s for s in labels.in_order(deniers.get(view.number, ())) if s not in own]
        rows.append(
            MatrixRow(
                number=view.number,
                wording=view.wording,
                cells=tuple(_cell(labels, c, own, against) for c in columns),
                range=view.range,
                superseded=view.standing == "superseded",
                stated=view.standing != "origin-not-stated",
            )
        )
    return MatrixView(groups=groups, rows=tuple(rows))


def matrix_title(matrix: MatrixView) -> str:
    """Return "Four of the seven columns are one text"."""
    n = sum(c.copies for c in matrix.columns)
    groups = [g for g in matrix.groups if g.several]
    if not groups:
        return "No two columns are one text" if n > 1 else "One column"
    most = max(sum(c.copies for c in g.columns) for g in groups)
    if most == n:
        return f"All {spelled(n)} columns are one text"
    text = f"{spelled(most)} of the {spelled(n)} columns are one text"
    return text[0].upper() + text[1:]


def column_words(matrix: MatrixView) -> list[tuple[str, list[str]]]:
    """Return what the columns are, with their letters; single reports of which the same is to be said are drawn together."""
    out: dict[str, list[str]] = {}
    for i, group in enumerate(matrix.groups):
        letters = [c.letter + (f" ×{c.copies}" if c.copies > 1 else "") for c in group.columns]
        title = ", ".join(filter(None, (group.title, group.note)))
        out.setdefault(f"{title}\n{i if group.several else ''}", []).extend(letters)
    return [(key.partition("\n")[0], letters) for key, letters in out.items()]


def _group(labels: Labels, family: Family) -> Group:
    title, note = family_title(labels, family)
    columns: list[Column] = []
    classes = copy_classes(labels) if len(labels.reports) > MANY_REPORTS else {}
    for report in family.reports:
        members = classes.get(report, (report,))
        if report != members[0]:
            continue  # stands in the column of the report it copies
        columns.append(
            Column(
                letter=labels.letters[report],
                name=labels.outlet(report),
                copies=len(members),
                reports=members,
            )
        )
    return Group(title=title, note=note, slot=family.slot, columns=tuple(columns), several=len(family.reports) > 1)


def _cell(labels: Labels, column: Column, own: list[Statement], against: list[Statement]) -> tuple[CellMark, ...]:
    marks: dict[tuple[Stance, str], CellMark] = {}
    stances: list[tuple[Statement, Stance]] = [(s, _stance(s)) for s in own]
    stances.extend((s, "deny") for s in against)
    for statement, stance in stances:
        if statement.report in column.reports:
            who = short_name(knower(statement))
            mark = CellMark(
                stance=stance,
                changed=statement.id in labels.changed,
                who=who,
                label=labels.marks[statement.id],
            )
            marks.setdefault((mark.stance, who), mark)
    return tuple(marks.values())


def _stance(statement: Statement) -> Stance:
    if statement.stage == "no-comment":
        return "none"
    return "assert" if statement.certainty == "asserted" else "hedge"
