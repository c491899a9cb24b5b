"""The shapes of credit lines: datelines, bylines, "Reporting by". Shared by the sentence splitter and the credit reader."""

import re
from functools import cache
from typing import NamedTuple

from twosource.lexicons import load_lexicon, word_set

_PLACE = r"[^\W\d_][\w.'’ \-/]{1,40}"
_DATE = r"(?:, ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_REGION = r"(?:, ?[A-Z][\w.'’ \-]{1,30}){0,2}"
_DASH = r" ?(?:--|[-–—―])+ ?"
_TAG = r"\((?P<tag>[A-Z][\w .,&'’/\-]{0,38})\)"

# Before a tag a place may be written in any case; alone it must be in capitals, since a sentence may begin "Prices - ...".
_PLACE_TAG = re.compile(rf"(?P<place>{_PLACE}?){_REGION}{_DATE} ?{_TAG}(?:{_DASH}|: | )")
_CAPS = r"[A-Z][A-Z.'’\-]+"
_PLACE_DASH = re.compile(
    rf"(?P<place>{_CAPS}(?: {_CAPS}){{0,3}}){_REGION}{_DATE}(?: (?P<tag>[A-Z][A-Za-z]{{1,12}}))?"
    r"(?: ?(?:--|[–—―])+ ?| - )(?=[A-Z0-9“\"‘'])"
)
_TAG_FIRST = re.compile(rf"{_TAG}(?:{_DASH}|: | (?=[A-Z“\"‘']))")
_AGENCY_DASH = re.compile(r"(?P<tag>[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3}) ?(?:--|[-–—―]|: )+ ?(?=[A-Z“\"‘'])")

_NAME = r"[A-Z][\w.'’\-]*"
_NAMES = rf"{_NAME}(?:,? (?:and|&|in|for|with|of|the|de|van|von|al|el|bin|{_NAME})){{0,16}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Posted by|Story by|Words by):? +(?P<name>{_NAMES}(?:[,|/•] ?[\w .&'’\-]{{1,40}}){{0,3}})\.?$"
)

_DATELINES = (("tag", _TAG_FIRST), ("place-tag", _PLACE_TAG), ("agency-dash", _AGENCY_DASH), ("place-dash", _PLACE_DASH))


class Dateline(NamedTuple):
    """The opening of a report that says where, and for whom, it was written. Offsets count in the line."""

    end: int
    """Where the sentence proper begins."""
    place: tuple[int, int] | None
    tag: tuple[int, int] | None
    """The agency or outlet in brackets."""
    how: str


def match_dateline(line: str) -> Dateline | None:
    """Return the dateline that a line (no leading blank) opens with, or None."""
    head = line[:160]
    if not (head[:1].isupper() or head[:1] == "("):
        return None
    for how, pattern in _DATELINES:
        m = pattern.match(head)
        if m and m.end() < len(line) and _plausible(how, m):
            groups = m.groupdict()
            place = m.span("place") if groups.get("place") else None
            return Dateline(end=m.end(), place=place, tag=m.span("tag") if groups.get("tag") else None, how=how)
    return None


def _plausible(how: str, m: re.Match[str]) -> bool:
    tag = m.groupdict().get("tag") or ""
    if how == "agency-dash":
        return is_agency(tag)
    if how == "tag":
        return is_agency(tag) or _dashed(m) or tag in word_set("outlets", "short")
    if how == "place-tag":
        place = m.group("place")
        named = all(w[:1].isupper() or w in ("of", "de", "del", "da", "la", "al", "el") for w in place.split())
        return (
            named
            and len(place.split()) <= 4
            and (place.isupper() or is_agency(tag) or tag in word_set("outlets", "short") or _dashed(m))
        )
    return not tag or is_agency(tag)


def _dashed(m: re.Match[str]) -> bool:
    return m.group().rstrip()[-1:] in "-–—―"


@cache
def is_agency(name: str) -> bool:
    """True for the name of a news agency as it stands in a credit position, where short forms such as "AP" count too."""
    bare = name.strip(" .").removeprefix("the ").removeprefix("The ")
    return bare.casefold() in _agencies() or (
        bare.isupper() and any(bare == a.upper() for a in load_lexicon("agencies")["names"])
    )


@cache
def _agencies() -> frozenset[str]:
    lexicon = load_lexicon("agencies")
    return frozenset(n.casefold().removeprefix("the ") for n in (*lexicon["names"], *lexicon["marked"]))


def match_byline(line: str) -> tuple[int, int] | None:
    """Return where the names stand in a line that is a byline and nothing else, or None."""
    if len(line) > 160:
        return None
    m = _BYLINE.match(line)
    return m.span("name") if m else None


_CONTRIBUTED = re.compile(r"\bcontributed(?: reporting)?(?: to this (?:report|story|article))?(?: from [\w ,.]{1,60})?\.?$")
_FROM = re.compile(r"(?:[A-Z][\w.'’\-]+,? (?:and )?){2,8}contributed from [A-Z][\w ,.]{1,60}$")
"""Names that "contributed from Brae" and nothing else."""


def is_credit_line(text: str) -> bool:
    """True for a line or sentence that does nothing but name who wrote, reported or supplied the text."""
    if len(text) > 400:
        return False
    bare = text.strip(" ()[]—–-_*.").casefold()
    if bare.startswith(tuple(load_lexicon("credits")["starts"])):
        return len(text) <= 240
    if _CONTRIBUTED.search(text.rstrip(")] ")) and ("contributed to this" in bare or "contributed reporting" in bare):
        return True
    if _FROM.match(text):
        return True
    words = [w.strip(" .") for w in re.split(r"[/,&]| and | - ", text.strip(" ()[]—–-_*."))]
    return len(text) <= 60 and all(words) and all(is_agency(w) for w in words)
