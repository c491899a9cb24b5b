"""The words of time, as fragments of patterns and what each stands for."""

import re
from functools import lru_cache

from twosource.text.calendar import MONTHS, WEEKDAYS

_DOT = r"\.|(?!\.)"
"""An abbreviation with its point; without one only where none follows ("Dec. 13" is never "Dec")."""
MONTH = (
    rf"(?-i:Jan(?:uary|{_DOT})|JANUARY|Feb(?:ruary|{_DOT})|FEBRUARY|March|Mar\.|MARCH|April|Apr(?:{_DOT})|APRIL|May|MAY|June|Jun\.|JUNE|"
    rf"July|Jul\.|JULY|Aug(?:ust|{_DOT})|AUGUST|Sept(?:ember|{_DOT})|Sep\.|SEPTEMBER|Oct(?:ober|{_DOT})|OCTOBER|Nov(?:ember|{_DOT})|"
    rf"NOVEMBER|Dec(?:ember|{_DOT})|DECEMBER)(?![a-z])"
)
WEEKDAY = r"(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)day"
YEAR = r"(?:1[0-9]\d\d|20\d\d)(?!\d|[,.]\d|-\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[,.]\d\d|%|:\d)"
UNIT = r"(?:second|minute|hour|day|weekend|week|month|quarter|year|decade|centur(?=y|ies))"
LONG_UNIT = r"(?:day|weekend|week|month|quarter|year|decade|century)"
SEASON = r"(?:spring|summer|fall|autumn|winter)"
PART = r"(?:morning|afternoon|evening|night)"
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = "|".join((*_TEENS, *_ONES))
NUMBER = (
    rf"(?:\d{{1,4}}(?:,\d{{3}})?(?:\.\d)?(?: \d/\d)?|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{SMALL}|"
    r"(?:a |one |two )?hundred|(?:a |one |two )?thousand|a dozen|an?)"
)
VAGUE = r"(?:several|many|(?:a |the )?few|some|a number of|a couple(?: of)?|couple of|dozens of|countless)"
_TO_99 = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}"
YEAR_WORDS = rf"(?:nineteen|eighteen|twenty) (?:hundred|oh[ -](?:{'|'.join(_ONES)})|{_TO_99})"
APPROX = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less than": "LESS_THAN",
    "under": "LESS_THAN",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
}
ABOUT = rf"(?:(?P<about>{'|'.join(sorted(APPROX, key=len, reverse=True))}) )"
EDGES = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}
EDGE = r"(?:(?P<edge>early|earlier|late|later|mid)(?: in)?[ -]|the (?P<edge2>beginning|start|middle|end|close) of )"
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}
_VALUES = {w: i for i, w in enumerate((*_ONES, *_TEENS), 1)} | {w: 10 * i for i, w in enumerate(_TENS, 2)}
_VALUES |= {"a": 1, "an": 1, "hundred": 100, "thousand": 1000, "dozen": 12, "first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTH_NUMBERS = {name[:3].lower(): i for i, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): i for i, name in enumerate(WEEKDAYS)}
_FEW = re.compile(r"couple")


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation ("Sept.")."""
    return _MONTH_NUMBERS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name."""
    return _WEEKDAY_NUMBERS[name[:3].lower()]


@lru_cache(maxsize=1024)
def number(words: str | None) -> float | None:
    """Return what a number's words stand for ("twenty-five", "1 1/2", "a couple of"); None for a number not said ("several")."""
    said = (words or "").lower().replace(",", "").replace("-", " ")
    if _FEW.search(said):
        return 2
    total: float = 0
    for word in said.split():
        if word[0].isdigit():
            top, _, bottom = word.partition("/")
            if bottom and not int(bottom):
                return None
            total += float(top) / int(bottom) if bottom else float(word.rstrip("stndrh"))
        elif word in _VALUES:
            value = _VALUES[word]
            total = (total or 1) * value if value in (100, 1000) else value if word in ("a", "an") else total + value
        else:
            return None
    return total or None


@lru_cache(maxsize=256)
def spoken_year(words: str) -> int | None:
    """Return the year of "nineteen ninety-six", or None."""
    first, _, rest = words.lower().replace("-", " ").partition(" ")
    century = {"eighteen": 18, "nineteen": 19, "twenty": 20}[first]
    if rest == "hundred":
        return century * 100
    value = number(rest.removeprefix("oh "))
    return century * 100 + int(value) if value else None


def unit_of(words: str) -> str:
    """Return a unit's name in the singular."""
    name = words.lower()
    return "century" if name.startswith("centur") else name
