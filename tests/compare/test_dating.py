"""Times of one event compared as stretches of days. All events are invented."""

import pytest

from tests.compare.ferry import make_story
from tests.factory import analyse, make_report
from twosource.compare.claims import cluster_statements
from twosource.compare.figures import overlaps
from twosource.compare.relations import find_relations
from twosource.models.base import Parser
from twosource.pipeline import brief_reports
from twosource.records.analysis import TimeExpression
from twosource.records.comparison import Relation
from twosource.records.span import Span
from twosource.settings import Settings

PUBLISHED = ("2031-03-14", "2031-03-15")


def date_relations(
    parser: Parser, *reports: str, published: tuple[str | None, ...] = PUBLISHED
) -> tuple[list[Relation], dict[str, str]]:
    members = make_story(reports, parser, published)
    settings = Settings()
    relations = find_relations(members, cluster_statements(members, settings.claims), settings.relations)
    return [r for r in relations if r.slot == "date"], {a.report.id: a.report.text for a in members}


@pytest.mark.parametrize(
    ("kind", "first", "second", "words"),
    [
        (
            "contradicts",
            "The trawler Grey Petrel sank off Skell Point on Tuesday 11 March.",
            "The trawler Grey Petrel sank off Skell Point on Wednesday 12 March.",
            ["Tuesday 11 March", "Wednesday 12 March"],
        ),
        (
            "contradicts",
            "Mayor Ines Dahl signed the harbour lease on Tuesday.",
            "Mayor Ines Dahl signed the harbour lease on 12 March 2031.",
            ["Tuesday", "12 March 2031"],
        ),
        (
            "narrows",
            "The trawler Grey Petrel sank off Skell Point this week.",
            "The trawler Grey Petrel sank off Skell Point on Wednesday.",
            ["this week", "Wednesday"],
        ),
        (
            "narrows",
            "Mayor Ines Dahl signed the harbour lease on 12 March 2031.",
            "Mayor Ines Dahl signed the harbour lease in March 2031.",
            ["March 2031", "12 March 2031"],
        ),
        (
            "updates",
            "The Oskel museum will open a new wing on 20 May 2031.",
            "The Oskel museum will open a new wing on 3 June 2031.",
            ["20 May 2031", "3 June 2031"],
        ),
    ],
)
def test_dates_of_one_event(kind: str, first: str, second: str, words: list[str], parser: Parser) -> None:
    (relation,), texts = date_relations(parser, first, second)
    (evidence,) = relation.evidence
    assert relation.kind == kind
    assert [texts[s.report][s.start : s.end] for s in evidence.spans] == words
    assert all(f"“{w}”" in relation.reason for w in words)


def test_the_reason_names_tellers_and_days(parser: Parser) -> None:
    (relation,), _ = date_relations(
        parser, "The trawler Grey Petrel sank on Tuesday 11 March.", "The trawler Grey Petrel sank on Wednesday 12 March."
    )
    assert relation.reason == "r0 says “Tuesday 11 March”, r1 says “Wednesday 12 March”: 11 March 2031 and 12 March 2031."


SANK = "The trawler Grey Petrel sank off Skell Point on Tuesday 11 March."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point on 11 March 2031.", id="one day in two ways"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point around 13 March.", id="rough"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point in early April 2030.", id="part of a month"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point before 9 March 2031.", id="bounded"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point today.", id="day of print"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point yesterday.", id="reckoned from print"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Skell Point on Wednesday night.", id="an hour"),
        pytest.param(SANK, "The trawler Grey Petrel may have sunk off Skell Point on 12 March.", id="hedged"),
        pytest.param(SANK, "The trawler Grey Petrel did not sink off Skell Point on 12 March.", id="negated"),
        pytest.param(SANK, "The trawler Marsh Hen sank off Skell Point on Wednesday 12 March.", id="another ship"),
        pytest.param(SANK, "The trawler Grey Petrel sank off Cape Wenning on Wednesday 12 March.", id="another place"),
        pytest.param(SANK, "The trawler Grey Petrel left Oskel on Wednesday 12 March.", id="another deed"),
        pytest.param(SANK, "An earlier trawler Grey Petrel sank off Skell Point on 12 March 2019.", id="an earlier one"),
        pytest.param(
            SANK, "The trawler Grey Petrel sank off Skell Point on 12 March, a day after the storm of 11 March.", id="two times"
        ),
        pytest.param(
            "Mayor Ines Dahl met the fishermen on Tuesday 11 March.",
            "Mayor Ines Dahl met the fishermen on Wednesday 12 March.",
            id="done again and again",
        ),
        pytest.param(
            "Mayor Ines Dahl signed the harbour lease on Tuesday 11 March.",
            "Mayor Ines Dahl signed the bridge contract on Wednesday 12 March.",
            id="another thing signed",
        ),
        pytest.param(
            "The Oskel museum opened a new wing on 3 June 2031.",
            "The Oskel museum opened a new wing on 3 June 2031.",
            id="the same words",
        ),
        pytest.param("As of 11 March, nine people had died.", "As of 12 March, nine people had died.", id="as of"),
        pytest.param("Nine people had died by 11 March.", "Nine people had died by 12 March.", id="by"),
    ],
)
def test_nothing_is_called(first: str, second: str, parser: Parser) -> None:
    assert [r.reason for r in date_relations(parser, first, second)[0]] == []


def test_the_same_weekday_seen_from_two_weeks_may_be_copied(parser: Parser) -> None:
    text = "The trawler Grey Petrel sank off Skell Point on Tuesday."
    assert date_relations(parser, text, text, published=("2031-03-13", "2031-03-20"))[0] == []


def test_one_voice_is_not_held_against_itself(parser: Parser) -> None:
    text = f"{SANK} The trawler Grey Petrel sank off Skell Point on Wednesday 12 March."
    found, _ = date_relations(parser, text, published=("2031-03-14",))
    assert found == []


def test_a_weekday_in_a_text_dated_later_is_no_other_day(parser: Parser) -> None:
    reports = (
        "The trawler Grey Petrel sank off Skell Point on 11 March 2031.",
        "The trawler Grey Petrel sank off Skell Point on Tuesday.",
    )
    assert date_relations(parser, *reports, published=("2031-03-13", "2031-03-21"))[0] == []


def test_a_count_by_a_day_is_as_of_that_day(parser: Parser) -> None:
    for text in ("Nineteen people had died in Oskel by Wednesday.", "As of Wednesday, 19 people had died in Oskel."):
        (statement,) = analyse(make_report(text, published="2031-03-14"), parser).statements
        assert [(t.about, t.main) for t in statement.times] == [("report", False)]


def test_what_is_done_by_a_day_without_a_count_is_dated_by_it(parser: Parser) -> None:
    (statement,) = analyse(make_report("By Wednesday the harbour had reopened.", published="2031-03-14"), parser).statements
    assert [(t.about, t.direction) for t in statement.times] == [("event", "by")]


def test_a_plan_moved_inside_one_claim_does_not_put_the_claim_out_of_date(parser: Parser) -> None:
    texts = ("The Oskel museum will open a new wing on 20 May 2031.", "The Oskel museum will open a new wing on 3 June 2031.")
    reports = [make_report(t, key=f"r{k}", published=day) for k, (t, day) in enumerate(zip(texts, PUBLISHED, strict=True))]
    (story,) = brief_reports(reports, parser=parser).stories
    assert [(r.kind, r.slot) for r in story.relations] == [("updates", "date")]
    assert [c.standing for c in story.claims] == ["origin-not-stated"]


def test_plans_of_one_day_have_no_order(parser: Parser) -> None:
    reports = ("The Oskel museum will open a new wing on 20 May 2031.", "The Oskel museum will open a new wing on 3 June 2031.")
    assert date_relations(parser, *reports, published=("2031-03-14", "2031-03-14"))[0] == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2031-03-10/2031-03-16", "2031-03-12", True),
        ("2031-03", "2031-03-12", True),
        ("2031/..", "2031", True),
        ("2031-03-12", "2031-03-12T14:20", True),
        ("2031-03-12T18:50", "2031-03-12T14:20", False),
        ("2031-03-10/2031-03-16", "2031-03-17", False),
    ],
)
def test_a_checked_time_is_said_where_the_days_meet(one: str, other: str, alike: bool) -> None:
    a, b = (TimeExpression(span=Span("r", 0, 1), kind="DATE", symbol=v, value=v) for v in (one, other))
    assert overlaps(a, b) is alike
    assert overlaps(b, a) is alike
