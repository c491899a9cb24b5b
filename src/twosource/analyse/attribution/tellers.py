"""Who may speak from a label, and which teller is the report's own outlet."""

import re
from functools import lru_cache

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.mentions.words import name_words
from twosource.analyse.sources import mention_at
from twosource.records.analysis import Analysis

SPEAKING_KINDS = frozenset({"person", "outlet", "agency", "body"})
WORD = re.compile(r"\w+")
SITE = re.compile(r"^(?:https?://)?(?:www\.|edition\.|m\.)?(?P<name>[^./\s]+)\.(?:[a-z]{2,6})(?:\.[a-z]{2})?(?:/.*)?$")
"""The name in a site's address: "nytimes" in "www.nytimes.com"."""


def can_tell(analysis: Analysis, cues: Cues, start: int, end: int) -> bool:
    """True where words that stand alone before a colon or after a dash name somebody who can speak."""
    words = analysis.report.text[start:end].lower().split()
    if not words:
        return False
    if words[-1] in cues.heads or words[-1].removesuffix("s") in cues.heads or words[0] in cues.heads:
        return True
    text = analysis.report.text
    named = (mention_at(analysis, word.start()) for word in WORD.finditer(text, start, end))
    # "Ana Ruso" and "Ana Ruso, mayor", but not "Ana Ruso's gamble"
    return any(
        m is not None
        and m.kind in SPEAKING_KINDS
        and (m.span.end >= end or text[m.span.end : m.span.end + 2].lstrip()[:1] in (",", "("))
        for m in named
    )


@lru_cache(maxsize=4096)
def is_same_outlet(outlet: str | None, name: str) -> bool:
    """True where a teller is the outlet of the report, whichever of the two is given as a site, in full or by initials."""
    if not outlet:
        return False
    words = outlet.lower().split()
    if len(words) > 1 and re.sub("^the ", "", name.lower()) == words[-1] and words[-1] in name_words().outlet_tails:
        return True  # "the Journal" in the Selby Journal
    if re.match(rf"{re.escape(name.lower())}(?: of |,)", outlet.lower()):
        return True  # "the Ministry" in what the Ministry of Health issued
    site = SITE.match(outlet.lower())
    return bool(_forms(name) & ({site["name"]} if site else _forms(outlet)))


def _forms(name: str) -> set[str]:
    """Return the ways a name is run together: whole, without "the", initials, initials before the last word."""
    words = re.findall(r"\w+", name.lower())
    bare = words[1:] if words[:1] == ["the"] else words
    if not bare:
        return set()
    forms = {"".join(words), "".join(bare), "".join(w[0] for w in bare[:-1]) + bare[-1]}
    return forms | {"".join(w[0] for w in bare)} if len(bare) > 2 else forms
