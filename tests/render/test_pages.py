"""The pages of the sample account are as they were; `python -m tests.render` writes them anew."""

import pytest

from tests.render.pages import GOLDEN, make_pages

PAGES = make_pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_is_as_it_was(name):
    assert PAGES[name] == (GOLDEN / name).read_text(encoding="utf-8"), "if this is meant: python -m tests.render"


def test_same_bytes_twice():
    assert make_pages() == PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_never_says_confirmed_in_its_own_voice(name):
    assert "confirm" not in PAGES[name].lower()  # no report of the sample says it either


@pytest.mark.parametrize("name", [n for n in sorted(PAGES) if n.endswith(".txt")])
def test_fits_eighty_columns(name):
    assert max(len(row) for row in PAGES[name].splitlines()) <= 80


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_claim_has_nought_origins(name):
    assert "0 origin" not in PAGES[name].replace("10 origin", "")
