"""Is a report in English?"""

from collections import Counter

from twosource.lexicons import word_set
from twosource.text.tokens import find_words

SAMPLE = 4_000
"""Characters looked at, from the middle of the text, where furniture is thinnest."""
ENOUGH = 0.10
"""Share of common English words above which no model is asked: English news has 0.25 to 0.40, other languages below 0.05."""
FEWEST = 12
"""Below this many words nobody can tell; such a text is taken for English unless it is in another script."""


def other_language(text: str) -> str | None:
    """Return the BCP 47 primary tag of a text that is certainly not English, or None."""
    start = max(0, (len(text) - SAMPLE) // 2)
    words = [w.text.lower() for w in find_words(text[start : start + SAMPLE]) if not w.text[0].isdigit()]
    if not words:
        return None
    latin = Counter(w[0] < "\u0250" for w in words)
    common = sum(w in word_set("common_words", "words") for w in words)
    if latin[True] > latin[False] and (common >= ENOUGH * len(words) or len(words) < FEWEST):
        return None
    from py3langid import classify

    tag = str(classify(" ".join(words))[0])
    # A text in another script can only be called English by a slip of the model.
    return "und" if tag == "en" and latin[False] > latin[True] else tag if tag != "en" else None
