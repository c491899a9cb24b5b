"""How rare a word is in the news: a frozen table, so that a score never depends on what else lies in the pile."""

from functools import cache
from importlib.resources import files
from math import log

UNSEEN = 1.5
"""Reports an unlisted stem is taken to stand in: the table leaves out what stands in fewer than four."""


@cache
def load_frequencies(language: str = "en") -> tuple[int, dict[str, int]]:
    """Return the number of reports counted, and by stem the number of reports it stands in.

    Raises FileNotFoundError for a language without a table.
    """
    text = (files(__package__) / language / "news_frequencies.txt").read_text("utf-8")
    total, counts = 0, {}
    for line in text.splitlines():
        if not line.startswith("#"):
            first, *words = line.split(" ")
            if first == "reports":
                total = int(words[0])
            else:
                counts.update(dict.fromkeys(words, int(first)))
    return total, counts


def news_idf(stem: str) -> float:
    """Return the inverse document frequency of a stem (of `twosource.text.tokens.stem`) in English news, in nats.

    Near 0 for "the", about 3.9 for a word in one report out of fifty, 8.9 for a stem not in the table.
    """
    return _idf_table().get(stem, _unseen_idf())


@cache
def _idf_table() -> dict[str, float]:
    total, counts = load_frequencies()
    return {word: log(total / count) for word, count in counts.items()}


@cache
def _unseen_idf() -> float:
    return log(load_frequencies()[0] / UNSEEN)
