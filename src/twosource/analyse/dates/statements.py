"""The times of statements: each with what is known of its expression, and which of several is that of what is told."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.analyse.dates.events import date_event, names_another
from twosource.records.analysis import TimeExpression
from twosource.records.parse import Tree
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement, StatementTime


def date_statements(
    report: Report, trees: Sequence[Tree], times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Return the statements with all that is known of the times in their words; `trees` by the index of the sentence."""
    known = {t.span: t for t in times}
    return tuple(_date_statement(report, trees[s.sentence], known, s) if s.times else s for s in statements)


def _date_statement(report: Report, tree: Tree, known: dict[Span, TimeExpression], statement: Statement) -> Statement:
    inside = [known[t.span] for t in statement.times if t.span in known]
    counts = [t for t in inside if _dates_count(t, tree, statement)]
    told = [t for t in inside if t not in counts and not names_another(report.text, t)]
    main = _main(report, tree, statement, told) if len(told) > 1 else None
    times = (describe_time(t, main=t is main if main else t in told) for t in inside)
    return replace(
        statement, times=tuple(replace(x, about="report") if t in counts else x for t, x in zip(inside, times, strict=True))
    )


def _dates_count(t: TimeExpression, tree: Tree, statement: Statement) -> bool:
    """True for the day up to which something was counted: "as of Monday", or "by Monday" beside a figure of what is done."""
    if t.direction != "by" or statement.stage != "done":
        return t.direction == "as-of"
    tokens = (tree.tokens[i] for i in statement.tokens)
    return any(x.pos == "NUM" and not t.span.start <= x.start < t.span.end for x in tokens)


def describe_time(t: TimeExpression, *, main: bool) -> StatementTime:
    """Return an expression as the time of a statement."""
    return StatementTime(
        span=t.span,
        value=t.value,
        about="report" if t.direction == "as-of" else "event",
        symbol=t.symbol,
        grain=t.grain,
        direction=t.direction,
        modifier=t.modifier,
        anchor=t.anchor,
        alternatives=t.alternatives,
        main=main,
    )


def _main(report: Report, tree: Tree, statement: Statement, told: Sequence[TimeExpression]) -> TimeExpression | None:
    if statement.head is None:
        return None
    head = tree.tokens[statement.head]
    found = date_event(report, (head.start, head.end), told, None)
    return found.time if found else None
