from datetime import date

import pytest

from twosource.text.deixis import describe, resolve
from twosource.text.timex import edtf_of, grain_of

THURSDAY = date(2031, 5, 8)


@pytest.mark.parametrize(
    ("chain", "value"),
    [
        ("day:-1", "2031-05-07"),
        ("week:-1", "2031-W18"),
        ("weekend:0", "2031-W19-WE"),
        ("month:8", "2032-01"),
        ("quarter:-2", "2030-Q4"),
        ("half:0", "2031-H1"),
        ("decade:-1", "202"),
        ("century:-1", "19"),
        ("weekday:0:back", "2031-05-05"),
        ("weekday:3:back", "2031-05-08"),
        ("weekday:3:last", "2031-05-01"),
        ("weekday:3:next", "2031-05-15"),
        ("weekday:4:near", "2031-05-09"),
        ("weekday:5:near", "2031-05-03"),
        ("yearly:08-30:near", "2031-08-30"),
        ("yearly:02-29:back", "2028-02-29"),
        ("yearly:07:next", "2031-07"),
        ("yearly:06:soon", "2031-06"),
        ("yearly:08:soon", "2030-08"),
        ("yearly:Q3:last", "2030-Q3"),
        ("yearly:WI:in", "2031-WI"),
        ("yearly:easter:last", "2031-04-13"),
        ("yearly:thanksgiving:next", "2031-11-27"),
        ("yearly:election-day:next", "2031-11-04"),
        ("=2029-Q3>later:year:-1", "2028-Q3"),
        ("=2028-02-29>later:year:1", "2029-02-28"),
        ("weekday:0:back>part:TNI", "2031-05-05TNI"),
        ("year:0>edge:end", "2031-12-31"),
        ("=PAST_REF", "PAST_REF"),
    ],
)
def test_seen_from_a_thursday(chain: str, value: str):
    assert resolve(chain, THURSDAY) == value


@pytest.mark.parametrize(
    ("chain", "value"),
    [("weekday:0:back", "XXXX-WXX-1"), ("yearly:08-30:near", "XXXX-08-30"), ("week:-1", None), ("=2031-05>month:1", "2031-06")],
)
def test_without_a_date(chain: str, value: str | None):
    assert resolve(chain, None) == value


def test_steps_beyond_the_calendar_come_to_nothing():
    assert resolve("year:-999>year:-999", date(1999, 1, 1)) is None


def test_chains_in_words():
    assert describe("week:-1") == "week before that of publication"
    assert describe("weekday:0:back>later:day:2") == "2 days after Monday before or on the day of publication"
    assert describe("=1998>year:1") == "year after that of 1998"


@pytest.mark.parametrize(
    ("timex", "edtf", "grain"),
    [
        ("2031-W19", "2031-05-05/2031-05-11", "week"),
        ("2031-Q2", "2031-04/2031-06", "quarter"),
        ("2031-SU", "2031-06~/2031-08~", "season"),
        ("203", "203X", "decade"),
        ("2031-05-08TNI", "2031-05-08", "time"),
        ("2031-05-08T21:30", "2031-05-08T21:30:00", "time"),
        ("P2W", None, None),
        ("XXXX-05", None, None),
    ],
)
def test_edtf_and_grain(timex: str, edtf: str | None, grain: str | None):
    assert (edtf_of(timex), grain_of(timex)) == (edtf, grain)
