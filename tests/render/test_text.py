import re

from tests.render.sample import make_account
from twosource.records.account import Account
from twosource.render.inline import shown
from twosource.render.text import render_text


def bare(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_colour_adds_nothing():
    account = make_account(2)
    assert bare(render_text(account, colour=True)) == render_text(account)


def test_ascii_is_ascii():
    text = render_text(make_account(2), ascii=True)
    assert text.isascii()
    assert "without the text alpha, unseen Veldpress report" in text


def test_width_is_kept():
    for width in (60, 80, 132):
        assert max(map(len, render_text(make_account(2), width=width).splitlines())) <= width


def test_answer_comes_first():
    rows = render_text(make_account(1)).splitlines()
    assert rows[0].startswith("Tanker fire shuts the Brenholt tunnel")
    assert rows[2] == "7 reports, 1 to 2 origins"
    assert "Piet Corvane and Corvane Haulage deny it." in " ".join(rows[3:7])


def test_words_in_quotes_are_in_a_report():
    account = make_account(2)
    texts = [shown(r.text) for r in account.reports]
    wide = render_text(account, width=100_000)
    quoted = re.findall(r"“([^”]*)”", wide)
    assert len(quoted) >= 30
    for words in quoted:
        for part in words.replace("{", "").replace("}", "").replace("_", "").split("[...]"):
            assert any(shown(part) in t for t in texts), part


def test_several_stories_have_an_index_first():
    rows = render_text(make_account(2)).splitlines()
    assert rows[0] == "8 reports, 2 stories"
    assert rows[1] == "1 problem while reading, listed at the end"
    assert rows[2].startswith("  1 Tanker fire shuts the Brenholt tunnel: 7 reports")
    assert rows[3].startswith("  2 Plum harvest late in Orsund: 1 report, 2 claims")


def test_problems_are_listed():
    assert "blank.txt: no-text (read). the file is empty" in render_text(make_account(1))


def test_an_account_of_nothing_says_so():
    made_by = make_account(1).made_by
    assert render_text(Account(made_by=made_by, reports=(), problems=(), stories=())).startswith("No report could be read.")
