"""The timeline: shapes, order told, ticks, and where they stand."""

from dataclasses import replace
from datetime import date

from tests.render.sample import make_account
from twosource.records.evidence import Evidence
from twosource.render.html import render_html
from twosource.render.markdown import render_markdown
from twosource.render.text import render_text
from twosource.render.timeline_chart import LABELS, Mark, lay_out
from twosource.render.timeline_view import timeline_title, voices_words
from twosource.render.view import view_story

ACCOUNT = make_account(1)
VIEW = view_story(ACCOUNT, ACCOUNT.stories[0])


def day(text: str) -> tuple[date, date]:
    return date.fromisoformat(text), date.fromisoformat(text)


def test_a_day_is_a_dot_and_a_month_a_bar():
    assert [(t.time, t.shape, t.told) for t in VIEW.timeline] == [("March 2031", "bar", ""), ("11 May 2031", "dot", "1")]


def test_a_tick_says_who_and_when():
    assert voices_words(VIEW.timeline[1]).endswith(", 12 May 2031, 05:50 UTC")
    assert voices_words(VIEW.timeline[0]) == "no report is dated"


def test_the_title_says_whether_times_were_told_in_the_order_they_happened():
    first, second = (replace(VIEW.timeline[0], told=k) for k in "12")
    assert timeline_title((first, second)) == "Two times named in the reports, told in the order they happened"
    assert timeline_title((second, first)).endswith("told in another order than they happened")
    assert timeline_title(VIEW.timeline) == "Two times named in the reports"


def test_a_copied_day_says_so():
    story = ACCOUNT.stories[0]
    note = Evidence(kind="copied-time", detail="“Sunday” stands in words taken from A.")
    told = tuple(
        replace(s, times=tuple(replace(t, evidence=(note,)) for t in s.times)) if s.id in story.timeline[1].statements else s
        for s in story.statements
    )
    account = replace(ACCOUNT, stories=(replace(story, statements=told),))
    assert view_story(account, account.stories[0]).timeline[1].notes == (note.detail,)
    assert "stands in words taken from A" in render_html(account)


def test_marks_stand_in_order_and_ticks_of_one_day_beside_one_another():
    told = ((date(2031, 5, 12), "1"), (date(2031, 5, 12), "2"), (date(2031, 5, 14), "n"))
    chart = lay_out([Mark(days=day("2031-05-10"), ticks=told), Mark(days=day("2031-05-12"), ticks=())], ["10 May", "12 May"])
    assert chart is not None
    a, b = chart.rows
    assert LABELS < a.low == a.high < b.low
    assert a.ticks[0][0] == b.low < a.ticks[1][0] < a.ticks[2][0]
    assert chart.earlier is None


def test_what_was_long_before_stands_in_a_band_in_order():
    old, older, new = day("2011-03-01"), (date(1970, 1, 1), date(1979, 12, 31)), day("2031-05-10")
    told = ((date(2031, 5, 12), "1"),)
    chart = lay_out([Mark(days=d, ticks=told) for d in (older, old, new)], ["a", "b", "c"])
    assert chart is not None
    assert chart.earlier is not None
    assert [r.low < chart.left_of_rule for r in chart.rows] == [True, True, False]
    assert chart.rows[0].low < chart.rows[1].low


def test_one_time_is_no_drawing():
    assert lay_out([Mark(days=day("2031-05-10"), ticks=()), Mark(days=None, ticks=())], ["a", "b"]) is None


def test_times_of_undated_reports_are_drawn_too():
    open_end = date(2006, 1, 1), date.max
    chart = lay_out([Mark(days=d, ticks=()) for d in (open_end, day("2011-01-01"))], ["from 2006", "2011"])
    assert chart is not None
    assert chart.rows[0].open


def test_a_time_that_hangs_on_an_unknown_date_is_shown_as_what_it_is():
    story = ACCOUNT.stories[0]
    told = tuple(
        replace(s, times=tuple(replace(t, value=None, symbol="month of publication") for t in s.times)) for s in story.statements
    )
    account = replace(ACCOUNT, stories=(replace(story, statements=told, timeline=()),))
    (unplaced,) = view_story(account, account.stories[0]).unplaced
    assert unplaced.symbol == "month of publication"
    for page in (render_html(account), render_markdown(account), render_text(account)):
        assert "month of publication" in page
