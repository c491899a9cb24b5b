from twosource.account.timeline import build_timeline
from twosource.records.account import Claim
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement, StatementTime


def statement(id: str, report: str, value: str | None) -> Statement:
    time = StatementTime(span=Span(report, 0, 1), value=value, about="event")
    return Statement(id=id, report=report, spans=(Span(report, 0, 1),), exact="x", times=(time,), sentence=0)


def claim(statements: tuple[str, ...], minimum: int) -> Claim:
    return Claim(
        id="c",
        wording="x",
        wording_from=statements[0],
        statements=statements,
        origins=(),
        origins_min=minimum,
        origins_max=minimum,
        standing="agreed",
    )


REPORTS = {
    "early": Report(id="early", key="early", text="x", published="2031-05-02"),
    "late": Report(id="late", key="late", text="x", published="2031-05-04"),
    "undated": Report(id="undated", key="undated", text="x"),
}


def test_entries_stand_in_order_of_their_time_and_know_who_was_first():
    told = [statement("1", "late", "2031-05-03"), statement("2", "early", "2031-05-01"), statement("3", "early", "2031-05-03")]
    entries = build_timeline(told, [claim(("1", "3"), 2), claim(("2",), 1)], REPORTS)
    assert [(e.value, e.statements, e.origins_min, e.first_reported) for e in entries] == [
        ("2031-05-01", ("2",), 1, "2031-05-02"),
        ("2031-05-03", ("1", "3"), 2, "2031-05-02"),
    ]


def test_a_time_that_hangs_on_an_unknown_date_stands_in_no_entry():
    assert build_timeline([statement("1", "undated", None)], [claim(("1",), 1)], REPORTS) == ()


def test_an_undated_report_gives_no_date_of_first_report():
    (entry,) = build_timeline([statement("1", "undated", "2031-05")], [claim(("1",), 1)], REPORTS)
    assert entry.first_reported is None
