"""The frozen table of document frequencies."""

import pytest

from twosource.lexicons.frequencies import load_frequencies, news_idf
from twosource.text.tokens import stem


def test_table():
    total, counts = load_frequencies()
    assert total > 5_000
    assert 10_000 < len(counts) < 30_000
    assert all(4 <= count <= total for count in counts.values())


def test_rarer_words_weigh_more():
    the, mayor, unheard = (news_idf(stem(w)) for w in ("the", "mayor", "Xyzzyville"))
    assert 0 <= the < 0.2 < mayor < unheard


def test_stems_are_those_of_the_tokens():
    assert news_idf(stem("Bridges")) == news_idf(stem("bridge")) < news_idf("no such stem")


def test_unknown_language():
    with pytest.raises(FileNotFoundError):
        load_frequencies("xx")
