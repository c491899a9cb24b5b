"""Times counted from another time: "last week", "two years ago", "the next morning", "a year earlier", "year-end"."""

import re

from twosource.analyse.dates.days import edge, part
from twosource.analyse.dates.lengths import length
from twosource.analyse.dates.meaning import Meaning, rule
from twosource.analyse.dates.words import (
    ABOUT,
    EDGE,
    EDGES,
    LONG_UNIT,
    NUMBER,
    PART,
    SEASON,
    SEASONS,
    UNIT,
    VAGUE,
    number,
    unit_of,
    weekday_number,
)

_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "preceding": -1, "upcoming": 1}
_STORY = frozenset({"previous", "following", "preceding", "that", "same"})
_DAY_WORDS = {
    "yesterday": ("day:-1", "DATE"),
    "today": ("day:0", "DATE"),
    "tomorrow": ("day:1", "DATE"),
    "tonight": ("day:0>part:TNI", "TIME"),
    "last night": ("day:-1>part:TNI", "TIME"),
    "overnight": ("day:-1>part:TNI", "TIME"),
    "the day before yesterday": ("day:-2", "DATE"),
    "the day after tomorrow": ("day:2", "DATE"),
}


def _day_word(m: re.Match[str]) -> Meaning:
    chain, kind = _DAY_WORDS[m["word"].lower()]
    named = part(m)
    word = (m.groupdict().get("edge") or "").lower()
    mod = EDGES[word] if word in ("early", "late", "mid") else None
    return Meaning(chain=chain + named, kind="TIME" if named or kind == "TIME" else "DATE", mod=mod)


def _this_part(m: re.Match[str]) -> Meaning:
    return Meaning(chain="day:0" + part(m), kind="TIME", mod=edge(m))


def _part_of_day(m: re.Match[str]) -> Meaning:
    return Meaning(chain="day:0" + part(m), kind="TIME", story=True, mod=edge(m))


def _which_unit(m: re.Match[str]) -> Meaning | None:
    unit, which = unit_of(m["unit"]), m["which"].lower()
    word = (m["edge"] or "").lower()
    mod = {"earlier": "START", "later": "END"}.get(word) or edge(m)
    step = _STEPS.get(which.split()[-1], 0)
    article = m.group(0).lower().startswith("the ")
    if which in ("past", "last", "next", "coming") and article and not mod and unit not in ("quarter",):
        # "the past week" is a length of time; "last week" is a week.
        value = {"decade": "P10Y", "century": "P100Y", "weekend": None}.get(unit, f"P1{unit[0].upper()}")
        return Meaning(chain=f"={value}", kind="DURATION") if value else Meaning(chain=f"{unit}:{step}")
    if which in _STORY:
        return Meaning(chain=f"{unit}:{step}", story=True, mod=mod)
    return Meaning(chain=f"{unit}:{step}", mod=mod)


def _season(m: re.Match[str]) -> Meaning:
    name = SEASONS[m["season"].lower()]
    which = (m.groupdict().get("which") or "").lower()
    year = m.groupdict().get("year")
    if year:
        return Meaning(chain=f"={year}-{name}", mod=edge(m))
    seen = {"last": "last", "past": "last", "this past": "last", "next": "next", "this coming": "next", "this": "in"}.get(
        which, "near"
    )
    return Meaning(chain=f"yearly:{name}:{seen}", mod=edge(m))


def _from_here(m: re.Match[str]) -> Meaning:
    count, unit = number(m["count"]), unit_of(m["unit"])
    ahead = "from" in m["side"].lower() or "hence" in m["side"].lower()
    if count is None or count > 999:
        return Meaning(chain="=FUTURE_REF" if ahead else "=PAST_REF")
    whole = round(count) * (1 if ahead else -1)
    if unit in ("hour", "minute", "second"):
        return Meaning(chain="day:0", kind="TIME", mod=edge(m))
    if unit == "decade":
        return Meaning(chain=f"year:{10 * whole}", mod=edge(m))
    if unit == "year" and whole == -1:
        return Meaning(chain="later:year:-1", story=True, compared=True)
    return Meaning(chain=f"{unit}:{whole}", mod=edge(m))


def _from_there(m: re.Match[str]) -> Meaning | None:
    count, unit = number(m["count"]), unit_of(m["unit"])
    behind = m["side"].lower() in ("earlier", "before", "previously")
    if count is None or count > 999 or unit in ("hour", "minute", "second"):
        return Meaning(chain=f"={length(count, unit)}", kind="DURATION")
    if unit == "decade":
        unit, count = "year", 10 * count
    return Meaning(chain=f"later:{unit}:{-round(count) if behind else round(count)}", story=True, compared=unit == "year")


def _day_beside(m: re.Match[str]) -> Meaning:
    step = -1 if m["side"].lower() == "before" else 1
    return Meaning(chain=f"weekday:{weekday_number(m['weekday'])}:{'last' if m['which'] else '?'}>day:{step}")


def _year_end(m: re.Match[str]) -> Meaning:
    return Meaning(chain="year:0>edge:end")


def _the_year(m: re.Match[str]) -> Meaning:
    if m["ended"]:
        return Meaning(chain="=P1Y", kind="DURATION")
    return Meaning(chain="year:0")


def _story_part(m: re.Match[str]) -> Meaning:
    step = 1 if (m["which"] or "").lower() in ("next", "following") else 0
    return Meaning(chain=f"day:{step}" + part(m), kind="TIME", story=True)


def _edge_of_unit(m: re.Match[str]) -> Meaning:
    word = (m["edge"] or m["edge2"]).lower().split()[-1]
    return Meaning(chain=f"{unit_of(m['unit'])}:0", mod=EDGES[word])


_WHICH = r"(?P<which>this|last|next|past|coming|current|previous|following|preceding|same|that|this past|this coming|upcoming)"
_COUNT = rf"(?P<count>{NUMBER}|{VAGUE})"
RULES = (
    rule(
        "day-word",
        "day",
        rf"(?:(?P<edge>early|late|earlier|later|mid)[ -])?(?P<word>the day before yesterday|the day after "
        rf"tomorrow|yesterday|today|tomorrow|tonight|last night|overnight)(?: (?P<part>{PART}))?\b",
        _day_word,
    ),
    rule("this-part", "part", rf"(?:(?P<edge>early|late|earlier|later|mid) )?this (?P<part>{PART})\b", _this_part),
    rule(
        "part-of-story", "part", rf"(?:the (?P<which>next|following|same)|(?P<same>later that)) (?P<part>{PART})\b", _story_part
    ),
    rule(
        "part-of-day",
        "part",
        rf"(?:(?<=\bin )the|(?<=\bduring )the|(?P<edge>early|mid|late)(?:[ -]| in the )) ?(?P<part>{PART})\b",
        _part_of_day,
    ),
    rule(
        "which-unit",
        "unit",
        rf"(?!(?-i:This Week|This Day)|this day)(?:{EDGE}|the )?{_WHICH} (?:fiscal |calendar |financial "
        rf")?(?P<unit>{LONG_UNIT})\b(?!-)",
        _which_unit,
    ),
    rule(
        "rest-of-unit",
        "unit",
        r"(?:(?P<edge>earlier|later|late|early) in the|(?P<edge2>the beginning|the start|the end) of the) "
        r"(?P<unit>week|month|quarter|year|decade|century)\b",
        _edge_of_unit,
    ),
    rule("the-weekend", "unit", r"the (?P<unit>weekend)\b", lambda m: Meaning(chain="weekend:-1")),
    rule(
        "the-year",
        "unit",
        r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bof )|(?<=\bduring )|(?<=\bthroughout ))the (?:full |fiscal |whole |"
        r"financial )?year\b(?! (?:before|after|earlier|later|\d|end\b|two))(?P<ended> end(?:ed|ing)\b)?",
        _the_year,
    ),
    rule(
        "the-week",
        "unit",
        r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bof )|(?<=\bduring ))the week\b(?! (?:before|after|of|end|ended|ending)\b)",
        lambda m: Meaning(chain="week:0"),
    ),
    rule(
        "season",
        "season",
        rf"{EDGE}?(?:(?P<which>this past|this coming|this|last|next|past) |the )?(?P<season>{SEASON})(?: of)? "
        rf"(?P<year>(?:19|20)\d\d)\b",
        _season,
    ),
    rule(
        "which-season", "season", rf"{EDGE}?(?P<which>this past|this coming|this|last|next|past) (?P<season>{SEASON})\b", _season
    ),
    rule(
        "the-season",
        "season",
        rf"(?:(?<=\bin )|(?<=\bby )|(?<=\bduring )|(?<=\buntil )|(?<=\bsince )|(?<=\bof )|(?<=\binto )|"
        rf"(?<=\bover ))(?:the )?(?:(?P<edge>early|late|mid)[ -])?(?P<season>{SEASON})\b",
        _season,
    ),
    rule(
        "ago",
        "unit",
        rf"{ABOUT}?{_COUNT} (?P<unit>{UNIT})(?:s|ies)?(?: or (?:so|more))? (?P<side>ago|from now|hence|back\b(?=[,.]))",
        _from_here,
    ),
    rule(
        "earlier",
        "unit",
        rf"{_COUNT} (?P<unit>{UNIT})(?:s|ies)? (?P<side>earlier|later|before(?! (?:yesterday|last|(?-i:[A-Z])|"
        rf"the|it|he|she|they|a))|previously|afterwards?)\b",
        _from_there,
    ),
    rule(
        "year-earlier",
        "unit",
        r"(?:(?:an?|the) )?(?:comparable )?year-(?:ago|earlier)(?: (?:period|quarter))?\b",
        lambda m: Meaning(chain="later:year:-1", story=True, compared=True),
    ),
    rule(
        "day-beside",
        "weekday",
        r"(?:the )?day (?P<side>before|after) (?P<which>last )?(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        _day_beside,
    ),
    rule("year-end", "unit", r"(?:the )?year(?:-| )end\b|the year['’]s end\b", _year_end),
)
