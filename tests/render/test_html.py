import base64
import hashlib
import re
from itertools import pairwise

import pytest

from tests.render.page import read_page
from tests.render.sample import make_account
from twosource.records.account import Account
from twosource.render.html import line_markup, render_html, slot_class
from twosource.render.inline import Piece, said, shown

ONE = render_html(make_account(1))
TWO = render_html(make_account(2))
BOTH = pytest.mark.parametrize("html", [ONE, TWO], ids=["one story", "two stories"])


@BOTH
def test_every_link_inside_the_page_leads_somewhere(html):
    page = read_page(html)
    inside = {a["href"][1:] for a in page.links if a["href"].startswith("#")}
    assert inside
    assert inside <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


@BOTH
def test_nothing_is_loaded_and_nothing_runs(html):
    page = read_page(html)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio", "source"}
    for tag, given in page.tags:
        assert not any(k == "style" or k.startswith("on") or k in ("src", "srcset", "data") for k in given), (tag, given)
        assert tag == "a" or given.get("href", "#").startswith("#")
    assert "url(" not in page.style
    assert "@import" not in page.style


@BOTH
def test_links_that_leave_are_http_and_tell_nothing(html):
    outside = [a for a in read_page(html).links if not a["href"].startswith("#")]
    assert outside
    assert all(a["href"].startswith("https://example.org/") and a["rel"] == "noopener noreferrer" for a in outside)


def test_policy_allows_this_style_sheet_and_no_other():
    page = read_page(ONE)
    policy = next(given["content"] for tag, given in page.tags if given.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@BOTH
def test_headings_go_down_one_step_at_a_time(html):
    levels = read_page(html).headings
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert levels.count(1) == 1


@BOTH
def test_words_in_the_reports_typeface_are_in_a_report(html):
    texts = [shown(r.text) for r in make_account(2).reports]
    for words in read_page(html).said:
        assert not words.strip() or any(shown(words) in t for t in texts), words


@BOTH
def test_tables_have_captions_and_headed_rows(html):
    assert html.count("<table") == html.count("<caption")
    cells = re.findall(r"<th(?! scope)[^>]*>", html)
    assert [c for c in cells if "scope=" not in c and not c.startswith("<thead")] == []


def test_marks_have_a_word_for_those_who_listen():
    page = read_page(ONE)
    for tag, given in page.tags:
        if tag == "svg":
            assert given.get("aria-hidden") == "true" or (
                given.get("role") == "img" and (given.get("aria-label") or given.get("aria-labelledby"))
            )
    assert "says so, hedged: " in page.told
    assert "denial: " in page.told


def test_every_statement_and_claim_is_on_the_page():
    account = make_account(1)
    ids = set(read_page(ONE).ids)
    assert {f"c-{i}" for i in range(1, len(account.stories[0].claims) + 1)} <= ids
    assert sum(i.startswith("w-") for i in ids) == len(account.stories[0].statements)


def test_said_words_cannot_be_markup():
    line = (said("<script>alert(1)</script>"), Piece("ref", 'A"1', target='w-"onclick="x'), said("a & b"))
    markup = str(line_markup(line))
    assert "<script" not in markup
    assert 'onclick="' not in markup
    assert "a &amp; b" in markup


def test_later_texts_share_grey_with_a_pattern_each():
    assert slot_class("3") == "o-3"
    assert [slot_class(str(i)) for i in (4, 5, 6, 7)] == ["o-x o-x0", "o-x o-x1", "o-x o-x2", "o-x o-x0"]
    assert slot_class("n") == "o-n"
    assert slot_class("") == "o-i"


def test_an_account_of_nothing_is_a_page():
    empty = make_account(1)
    html = render_html(Account(made_by=empty.made_by, reports=(), problems=empty.problems, stories=()))
    assert "No report could be read" in html
    page = read_page(html)
    assert {a["href"][1:] for a in page.links} <= set(page.ids)
