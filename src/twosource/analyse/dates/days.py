"""Days and months by name and number: "Monday night", "3 March 2029", "Sept. 5-7", "early July", "since 2006"."""

import re

from twosource.analyse.dates.meaning import Kind, Meaning, rule
from twosource.analyse.dates.words import (
    ABOUT,
    APPROX,
    DAY,
    EDGE,
    EDGES,
    MONTH,
    PARTS,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    month_number,
    spoken_year,
    weekday_number,
)
from twosource.text.calendar import make_day

_THIS_OR = r"(?P<which>this(?: past| coming)?|last|next|past|the previous|the following|the coming|the same|that)"
_TAIL_PART = r"(?: (?P<part>morning|afternoon|evening|night|midnight|noon))?"


def edge(m: re.Match[str]) -> str | None:
    """Return the modifier of a match that may begin with "early", "the end of" or "about"."""
    groups = m.groupdict()
    word = groups.get("edge") or groups.get("edge2")
    if word:
        return EDGES[word.lower()]
    return APPROX[groups["about"].lower()] if groups.get("about") else None


def part(m: re.Match[str]) -> str:
    """Return the step for the part of the day that a match names, or nothing."""
    name = m.groupdict().get("part")
    steps = {"midnight": "T24:00", "noon": "T12:00"} | PARTS
    return f">part:{steps[name.lower()]}" if name else ""


def _iso(m: re.Match[str]) -> Meaning | None:
    if not make_day(int(m["y"]), int(m["m"]), int(m["d"])):
        return None
    value = f"{m['y']}-{m['m']}-{m['d']}" + (f"T{m['clock']}" if m["clock"] else "")
    return Meaning(chain=f"={value}", kind="TIME" if m["clock"] else "DATE")


def _slashed(m: re.Match[str]) -> Meaning | None:
    # American order, as all of our newswire; a first number over 12 can only be the day.
    month, day, year = int(m["a"]), int(m["b"]), int(m["y"])
    if month > 12:
        month, day = day, month
    if year < 100:
        year += 1900 if year > 40 else 2000
    return Meaning(chain=f"={year}-{month:02}-{day:02}") if make_day(year, month, day) else None


def _day(m: re.Match[str]) -> Meaning | None:
    month, day = month_number(m["month"]), int(m["day"].rstrip("stndrhSTNDRH"))
    year = m.groupdict().get("year")
    if not make_day(int(year) if year else 2000, month, day):
        return None
    last = m.groupdict().get("last_day")
    if last and not (make_day(int(year) if year else 2000, month, int(last)) and int(last) > day):
        return None
    chain = f"={year}-{{}}" if year else f"yearly:{{}}:{_seen((m.groupdict().get('which') or '').lower())}"
    until = chain.format(f"{month:02}-{int(last):02}") if last else None
    kind: Kind = "TIME" if part(m) else "DATE"
    return Meaning(chain=chain.format(f"{month:02}-{day:02}") + part(m), until=until, mod=edge(m), kind=kind)


def _month(m: re.Match[str]) -> Meaning | None:
    number = month_number(m["month"])
    which = (m.groupdict().get("which") or "").lower()
    year = m.groupdict().get("year")
    if year:
        return Meaning(chain=f"={year}-{number:02}", mod=edge(m))
    if m.groupdict().get("words"):
        return Meaning(chain=f"={spoken_year(m['words'])}-{number:02}", mod=edge(m))
    if m.groupdict().get("of_year"):
        step = {"last": -1, "next": 1}.get(m["of_year"].lower(), 0)
        return Meaning(chain=f"year:{step}>yearly:{number:02}:in", mod=edge(m))
    return Meaning(chain=f"yearly:{number:02}:{_seen(which)}", mod=edge(m), story=which in ("the following", "that", "the same"))


def _seen(which: str) -> str:
    if which in ("last", "past", "this past", "the previous"):
        return "last"
    if which in ("next", "the coming", "the following", "this coming"):
        return "next"
    return "in" if which == "this" else "?"


def _weekday(m: re.Match[str]) -> Meaning:
    which = (m.groupdict().get("which") or "").lower()
    story = which in ("the previous", "the following", "that", "the same")
    seen = "in" if which in ("that", "the same") else _seen(which)
    chain = f"weekday:{weekday_number(m['weekday'])}:{seen}"
    word = (m.groupdict().get("edge") or "").lower()
    mod = None if word in ("earlier", "later") else edge(m)
    return Meaning(chain=chain + part(m), story=story, mod=mod, kind="TIME" if part(m) else "DATE")


def _week_of(m: re.Match[str]) -> Meaning | None:
    number, day = month_number(m["month"]), int(m["day"].rstrip("stndrhSTNDRH"))
    return Meaning(chain=f"yearly:{number:02}-{day:02}:?>week:0") if make_day(2000, number, day) else None


_WEEKDAY_BEFORE = rf"(?:{WEEKDAY}(?:, | )(?:the )?)?"
_OF_YEAR = r"(?: (?:of )?(?P<of_year>last|this|next) year\b)"
_BARE_MONTH = r"(?-i:May|March|Mar\.|Jan|Dec|Apr)(?![a-z])"
_PREPOSITIONS = ("in", "by", "of", "since", "until", "late", "early", "for", "from", "between", "after", "before")
_NAMES = r"(?-i:April|May|June|August) (?-i:[A-Z][a-z])"
_BEFORE_MAY = "|".join(rf"(?<=\b{word} )" for word in _PREPOSITIONS)

RULES = (
    rule(
        "iso-day",
        "digits",
        r"(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
        _iso,
    ),
    rule(
        "slashed-day",
        "digits",
        r"(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<y>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)",
        _slashed,
    ),
    rule(
        "month-day",
        "month",
        rf"{EDGE}?{ABOUT}?{_WEEKDAY_BEFORE}(?:(?P<which>last|next) )?(?P<month>{MONTH}) (?P<day>{DAY})(?:(?:-|–|"
        rf" to | and )(?P<last_day>[12]\d|3[01]|[1-9])(?!\w|[,.]\d|,? {MONTH}))?"
        rf"(?:(?:,|,? of)? (?P<year>{YEAR}))?{_TAIL_PART}\b",
        _day,
    ),
    rule(
        "day-month",
        "month",
        rf"{ABOUT}?{_WEEKDAY_BEFORE}(?:the )?(?P<day>{DAY})(?:(?:-|–| to )(?P<last_day>[12]\d|3[01]|[1-9])(?:st|"
        rf"nd|rd|th)?)?(?: of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?{_TAIL_PART}",
        _day,
    ),
    rule(
        "month-year",
        "month",
        rf"{EDGE}?{ABOUT}?(?P<month>{MONTH})(?:,| of)? (?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS})\b)",
        _month,
    ),
    rule("month-of-year", "month", rf"{EDGE}?(?P<month>{MONTH}){_OF_YEAR}", _month),
    rule("which-month", "month", rf"{EDGE}?{_THIS_OR} (?P<month>{MONTH})(?! \d)", _month),
    rule("month", "month", rf"{EDGE}?(?!{_BARE_MONTH})(?P<month>{MONTH})(?! ?\d|[ -](?-i:[A-Z][a-z])|['’]s (?-i:[A-Z]))", _month),
    rule("month-behind-preposition", "month", rf"(?:{_BEFORE_MAY})(?!{_NAMES})(?P<month>{MONTH})(?! ?\d)", _month),
    rule("edge-of-month", "month", rf"{EDGE}(?P<month>{MONTH})(?! ?\d)", _month),
    rule("week-of", "month", rf"the week of (?P<month>{MONTH}) (?P<day>{DAY})", _week_of),
    rule("weekday", "weekday", rf"(?:{EDGE}|{_THIS_OR} )?(?P<weekday>{WEEKDAY}){_TAIL_PART}\b", _weekday),
    rule("part-of-weekday", "weekday", rf"(?P<part>noon|midnight)(?: on)? (?P<weekday>{WEEKDAY})\b", _weekday),
)
