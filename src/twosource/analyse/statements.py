"""Statements: clause-level propositions with exact words."""

from twosource.ids import digest
from twosource.records.analysis import Analysis
from twosource.records.statement import Statement
from twosource.settings import StatementSettings


def find_statements(analysis: Analysis, settings: StatementSettings) -> tuple[Statement, ...]:
    """Return the statements of a report, in order; no two overlap."""
    report = analysis.report
    return tuple(
        Statement(
            id=digest("statement", report.id, [[s.span.start, s.span.end]]),
            report=report.id,
            spans=(s.span,),
            exact=report.words(s.span),
            sentence=s.index,
            tokens=tuple(range(len(tree.tokens))),
            head=next(iter(tree.roots()), None),
        )
        for s, tree in zip(analysis.sentences, analysis.trees, strict=True)
        if s.block in ("title", "prose")
    )
