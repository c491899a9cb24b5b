"""The copy trap, and dates that only the story gives."""

from dataclasses import replace

from tests.factory import make_report
from twosource.analyse.dates import find_times
from twosource.analyse.dates.statements import describe_time
from twosource.compare.report_dates import date_reports
from twosource.compare.time_anchors import anchor_times, with_times
from twosource.records.analysis import Analysis, Sentence
from twosource.records.comparison import Descent, Hidden
from twosource.records.statement import Statement

TEXT = "The ferry Selkie Dawn sank off Skell Point on Monday after it struck a barge."


def make_analysis(key: str, published: str | None, text: str = TEXT) -> Analysis:
    report = make_report(text, key=key, published=published)
    sentences = (Sentence(index=0, span=report.span(0, len(text))),)
    times = find_times(report, sentences)
    span = sentences[0].span
    told = tuple(describe_time(t, main=True) for t in times)
    statement = Statement(id=f"s-{key}", report=report.id, spans=(span,), exact=text, sentence=0, times=told)
    return Analysis(report=report, sentences=sentences, trees=(), times=times, statements=(statement,))


def make_descent(child: Analysis, parent: Analysis, **more: object) -> Descent:
    return replace(Descent(id="d", child=child.report.id, parent=parent.report.id, kind="copy", score=1.0), **more)  # type: ignore[arg-type]


def values(members: tuple[Analysis, ...], descents: tuple[Descent, ...], hidden: tuple[Hidden, ...] = ()) -> list[str | None]:
    times = anchor_times(members, descents, hidden, date_reports(members, descents))
    return [a.statements[0].times[0].value for a in with_times(members, times)]


WIRE = make_analysis("wire", "2031-05-06")
LATE = make_analysis("late", "2031-05-14")
UNDATED = make_analysis("undated", None)


def test_a_copy_published_later_keeps_its_origins_monday():
    times = anchor_times((WIRE, LATE), (make_descent(LATE, WIRE),), (), ())
    ((statement, (time,)),) = times
    assert (statement, time.value, time.anchor) == ("s-late", "2031-05-05", "origin")
    assert time.evidence[0].detail == "“Monday” stands in words taken from wire, dated 2031-05-06: it is 2031-05-05."


def test_without_a_descent_each_monday_is_its_own():
    assert values((WIRE, LATE), ()) == ["2031-05-05", "2031-05-12"]
    assert values((WIRE, LATE), (make_descent(LATE, WIRE, kind="quotation"),)) == ["2031-05-05", "2031-05-12"]


def test_other_words_around_the_same_day_are_the_copys_own():
    own = make_analysis("own", "2031-05-14", "Divers found the wreck on Monday, nine days after the storm had passed.")
    assert values((WIRE, own), (make_descent(own, WIRE),)) == ["2031-05-05", "2031-05-12"]


def test_a_copy_of_a_copy_goes_back_to_the_first():
    later = make_analysis("later", "2031-05-21")
    descents = (make_descent(later, LATE), make_descent(LATE, WIRE))
    assert values((later, LATE, WIRE), descents) == ["2031-05-05"] * 3


def test_the_same_words_in_an_undated_report_mean_the_same_day():
    assert values((UNDATED, WIRE), (make_descent(UNDATED, WIRE, directed=False),)) == ["2031-05-05", "2031-05-05"]


def test_children_of_an_unseen_text_count_from_the_first_of_them():
    hidden = Hidden(id="h", label="unseen report", children=tuple(sorted((WIRE.report.id, LATE.report.id))))
    assert values((LATE, WIRE), (), (hidden,)) == ["2031-05-05", "2031-05-05"]


def test_what_is_the_same_on_every_day_a_report_may_be_of_is_filled():
    month = make_analysis("month", None, "The board will meet this month, its head said in the town of Veldan.")
    child = make_analysis("child", "2031-05-20", "Another text.")
    parent = make_analysis("parent", "2031-05-06", "Yet another text.")
    bounded = (make_descent(month, parent), make_descent(child, month))
    assert anchor_times((month, parent), bounded[:1], (), date_reports((month, parent), bounded[:1])) == ()
    times = anchor_times((month, parent, child), bounded, (), date_reports((month, parent, child), bounded))
    assert times[0][1][0].value == "2031-05"


def test_an_undated_report_lies_between_what_it_rests_on_and_what_rests_on_it():
    members = (WIRE, UNDATED, LATE)
    descents = (make_descent(UNDATED, WIRE), make_descent(LATE, UNDATED))
    dates = date_reports(members, descents)
    assert [d.value for d in dates] == ["2031-05-06", "2031-05-06/2031-05-14", "2031-05-14"]
    assert dates[1].evidence[0].detail == "The dated reports of the story are of 2031-05-06 to 2031-05-14."


def test_siblings_alone_bound_nothing():
    assert date_reports((WIRE, UNDATED), ())[1].value is None


def test_a_weekday_that_does_not_fit_its_date_speaks_against_the_date_of_the_report():
    wrong = make_analysis("wrong", "2031-05-10", "It sank on Monday, May 6, the harbour master said.")
    right = make_analysis("right", "2031-05-10", "It sank on Tuesday, May 6, the harbour master said.")
    assert [e.kind for e in date_reports((wrong,), ())[0].evidence] == ["published-contradiction"]
    assert date_reports((right,), ())[0].evidence == ()


def test_a_weekday_and_a_date_name_the_years_that_fit_an_undated_report():
    (date,) = date_reports((make_analysis("open", None, "It sank on Tuesday, May 6, the harbour master said."),), ())
    assert date.value is None
    assert "2031" in date.evidence[0].detail
    assert "2030" not in date.evidence[0].detail


def test_a_dateline_with_its_year_dates_an_undated_report():
    lined = make_analysis("lined", None, "VELDAN, May 6, 2031 (Azpress) - The ferry sank on Monday, the harbour master said.")
    (date,) = date_reports((lined,), ())
    assert (date.value, [e.kind for e in date.evidence]) == ("2031-05-06", ["published-dateline"])
    ((_, times),) = anchor_times((lined,), (), (), (date,))
    assert [t.value for t in times] == ["2031-05-06", "2031-05-05"]


def test_a_dateline_far_from_the_date_given_speaks_against_it():
    lined = make_analysis("lined", "2031-05-20", "VELDAN, May 6 (Azpress) - The ferry sank, the harbour master said.")
    assert [e.kind for e in date_reports((lined,), ())[0].evidence] == ["published-contradiction"]


def test_a_place_and_a_day_inside_a_sentence_are_no_dateline():
    told = make_analysis("told", None, "In Veldan, May 6, 2031 (a Tuesday) was a day of mourning.")
    assert date_reports((told,), ())[0].value is None
