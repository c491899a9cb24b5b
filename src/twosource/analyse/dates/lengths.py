"""Lengths of time, what comes again and again, clock times, and words that point without naming ("now", "recently")."""

import re

from twosource.analyse.dates.meaning import Meaning, rule
from twosource.analyse.dates.words import (
    ABOUT,
    APPROX,
    DAY,
    LETTERS,
    MONTH,
    NUMBER,
    PART,
    PARTS,
    UNIT,
    VAGUE,
    WEEKDAY,
    month_number,
    number,
    unit_of,
    weekday_number,
)
from twosource.text.calendar import make_day

_REFS = {
    "now": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "more recently": "PAST_REF",
    "recent": "PAST_REF",
    "the past": "PAST_REF",
    "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the near term": "FUTURE_REF",
}
_EVERY = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def length(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration: `PT5H30M`, `P2W`, `PXY` for a number not said."""
    if unit in ("decade", "century"):
        years = 10 if unit == "decade" else 100
        return f"P{count * years:g}Y" if count else "PXY"
    if unit == "weekend":
        return "P2D"
    if unit == "quarter":
        return f"P{3 * count:g}M" if count else "PXM"
    letter = LETTERS[unit]
    time, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if count is None:
        return f"P{time}X{letter}"
    whole, rest = divmod(count, 1)
    if rest == 0.5 and letter in "HY":
        return f"PT{whole:g}H30M" if letter == "H" else f"P{whole:g}Y6M" if whole else "P6M"
    return f"P{time}{count:g}{letter}"


def _length(m: re.Match[str]) -> Meaning | None:
    groups = m.groupdict()
    about = groups.get("about")
    count = number(groups.get("count"))
    if groups.get("half"):
        count = 0.5
    return Meaning(chain=f"={length(count, unit_of(m['unit']))}", kind="DURATION", mod=APPROX[about.lower()] if about else None)


def _every(m: re.Match[str]) -> Meaning:
    count = number(m.groupdict().get("count")) or 1
    return Meaning(chain=f"={length(count, unit_of(m['unit']))}", kind="SET")


def _every_named(m: re.Match[str]) -> Meaning:
    if m["weekday"]:
        named = m["part"] or m.groupdict().get("part_too")
        return Meaning(chain=f"=XXXX-WXX-{weekday_number(m['weekday']) + 1}{PARTS[named.lower()] if named else ''}", kind="SET")
    return Meaning(chain=f"=XXXX-{month_number(m['month']):02}", kind="SET")


def _clock(m: re.Match[str]) -> Meaning | None:
    hour, minute = int(m["hour"]), m["minute"] or "00"
    half = "p" if m.groupdict().get("night") else (m.groupdict().get("half") or "").lower().replace("morning", "am")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (0 if half[0] == "a" and half != "afternoon" else 12)
    if hour > 23 or int(minute) > 59:
        return None
    return Meaning(
        chain=_on_day(m) + f">part:T{hour:02}:{minute}", kind="TIME", story=not (m["weekday"] or m["day"] or m["month"])
    )


def _hour(m: re.Match[str]) -> Meaning:
    return Meaning(
        chain=f"{_on_day(m)}>part:T{_HOURS[m['word'].lower()]}", kind="TIME", story=not (m["weekday"] or m["day"] or m["month"])
    )


def _on_day(m: re.Match[str]) -> str:
    if m["weekday"]:
        return f"weekday:{weekday_number(m['weekday'])}:?"
    if m["month"]:
        day = int(m["number"].rstrip("stndrhSTNDRH"))
        return f"yearly:{month_number(m['month']):02}-{day:02}:?" if make_day(2000, month_number(m["month"]), day) else "day:0"
    return f"day:{ {'yesterday': -1, 'tomorrow': 1}.get((m['day'] or '').lower(), 0) }".replace(" ", "")


_ON = rf"(?:,? (?:on )?(?:(?P<weekday>{WEEKDAY})|(?P<day>yesterday|today|tomorrow)|(?P<month>{MONTH}) (?P<number>{DAY}))\b)?"
_ZONE = (
    r"(?: \(?(?:GMT|UTC|EDT|EST|PDT|PST|CET|BST|CDT|MDT|ET|PT|CT|local time)\b\)?| (?:Eastern|Pacific|"
    r"Central) (?:time|standard time))?"
)
RULES = (
    rule(
        "length",
        "unit",
        rf"{ABOUT}?(?:(?:the|its|his|her|their) )?(?:(?:first|last|past|next|latest|coming|previous|final|"
        rf"initial|additional|another|extra|year-earlier) )?"
        rf"(?P<count>(?!an?\b){NUMBER}|{VAGUE})(?: (?:more|full|whole|long|straight|consecutive|additional|to "
        rf"\w+))?(?: |-)(?P<unit>{UNIT})(?:s|ies)?(?:-long)?(?: or so)?\b(?![- ]olds?\b| of (?:its|the|all|their|his|her)\b)",
        _length,
    ),
    rule(
        "one-length",
        "unit",
        rf"(?<!\d )(?<!lion )(?<!percent ){ABOUT}?(?P<count>an?|one)(?: (?:additional|full|whole|further|extra|"
        rf"entire))?(?: |-)(?P<unit>(?!quarter|second){UNIT})y?\b(?! (?:ago|earlier|later)\b|-(?:ago|earlier)\b)",
        _length,
    ),
    rule("half-length", "unit", r"(?P<half>half an?|half-) ?(?P<unit>hour|year|day|century|decade)\b", _length),
    rule(
        "recent-length",
        "unit",
        rf"(?:the )?(?:recent|past|last|next|previous) (?P<unit>{UNIT})(?:s|ies)(?: (?:and|or) {UNIT}s)?\b",
        _length,
    ),
    rule("coming-length", "unit", rf"(?:in )?(?:the )?coming {UNIT}(?:s|ies)\b", lambda m: Meaning(chain="=FUTURE_REF")),
    rule(
        "lengths",
        "unit",
        rf"(?<!hundreds of )(?<!thousands of )(?<!\d )(?P<unit>(?!quarter|second){UNIT})(?:s|ies)(?: (?:and|or)"
        rf" {UNIT}s)?\b(?! old\b| apart\b)",
        _length,
    ),
    rule(
        "every",
        "unit",
        rf"(?:every|each|per|a few times an?|(?:once|twice|times|times) an?)(?: (?P<count>{NUMBER}))? (?P<unit>{UNIT})s?\b",
        _every,
    ),
    rule(
        "every-named",
        "every",
        rf"(?:every|each) (?:(?P<weekday>{WEEKDAY})(?: (?P<part>{PART}))?|(?P<month>{MONTH}))\b",
        _every_named,
    ),
    rule(
        "on-weekdays", "weekday", rf"(?P<weekday>{WEEKDAY})(?:s(?: (?P<part>{PART})s?)?| (?P<part_too>{PART})s)\b", _every_named
    ),
    rule(
        "adverb", "ref", rf"(?P<word>{'|'.join(_EVERY)})\b", lambda m: Meaning(chain=f"={_EVERY[m['word'].lower()]}", kind="SET")
    ),
    rule(
        "ref",
        "ref",
        rf"(?!(?-i:Now)\b|the future of\b)(?P<word>{'|'.join(sorted(_REFS, key=len, reverse=True))})\b(?![-'’]| "
        rf"(?:few|two|three|four|five|six|"
        rf"seven|eight|nine|ten|several|\d+) )",
        lambda m: Meaning(chain=f"={_REFS[m['word'].lower()]}"),
    ),
    rule(
        "spoken-clock",
        "part",
        rf"{ABOUT}?(?P<hour>1?\d)(?:[:.](?P<minute>[0-5]\d))?(?: o['’]clock)? (?:in the (?P<half>morning|"
        rf"afternoon|evening)|at (?P<night>night)){_ON}",
        _clock,
    ),
    rule(
        "clock", "clock", rf"{ABOUT}?(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?{_ZONE}{_ON}", _clock
    ),
    rule(
        "day-clock",
        "clock24",
        rf"(?P<hour>[01]?\d|2[0-3])(?::|\.|)(?P<minute>[0-5]\d)(?: (?:hours|hrs)\b)?(?=.)(?: (?:GMT|UTC|CET|BST|"
        rf"local time)){_ON}",
        _clock,
    ),
    rule("hour-word", "hour", rf"(?<!high )(?P<word>noon|midday|midnight)(?: local time)?{_ON}", _hour),
)
