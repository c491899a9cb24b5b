"""Is a report in English?"""

from twosource.lexicons import word_set
from twosource.text.tokens import find_words

SAMPLE = 4_000
"""Characters looked at, from the middle of the text, where furniture is thinnest."""
ENOUGH = 0.10
"""Share of common English words above which no model is asked: English news has 0.25 to 0.40, other languages below 0.05."""
CERTAIN, CERTAIN_SHORT, SHORT = 25.0, 55.0, 12
"""By how much (nats) another language must fit better than English, and by how much where there are fewer than 12 words, all of
which may be names. Measured on the first twelve words of news: English is missed by less than 13; German, French, Spanish, Polish
and Portuguese stand at 43 and above."""


def other_language(text: str) -> str | None:
    """Return the BCP 47 primary tag of a text that is certainly not English, or None, also where it is too short to tell."""
    start = max(0, (len(text) - SAMPLE) // 2)
    words = [w.text.lower() for w in find_words(text[start : start + SAMPLE]) if not w.text[0].isdigit()]
    latin = sum(w[0] < "\u0250" for w in words)
    common = sum(w in word_set("common_words", "words") for w in words)
    if not words or (2 * latin > len(words) and common >= ENOUGH * len(words)):
        return None
    from py3langid import rank

    ranks = rank(" ".join(words))
    tag, best = ranks[0]
    english = next(score for name, score in ranks if name == "en")
    enough = CERTAIN if len(words) >= SHORT else CERTAIN_SHORT
    return str(tag) if best - english >= enough else None
