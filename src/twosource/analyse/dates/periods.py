"""Years, decades, centuries, quarters, halves, fiscal years and holidays."""

import re

from twosource.analyse.dates.days import edge
from twosource.analyse.dates.meaning import Meaning, rule
from twosource.analyse.dates.words import ABOUT, EDGE, ORDINAL, YEAR, YEAR_WORDS, number, spoken_year

_HOLIDAYS = {
    "new year['’]s eve": "new-years-eve",
    "new year['’]s day|new year['’]s": "new-year",
    "valentine['’]s day": "valentines",
    "martin luther king(?:,? jr\\.?)? day": "king-day",
    "presidents['’]? day": "presidents-day",
    "ash wednesday": "ash-wednesday",
    "palm sunday": "palm-sunday",
    "good friday": "good-friday",
    "easter sunday|easter": "easter",
    "easter monday": "easter-monday",
    "pentecost": "pentecost",
    "may day": "may-day",
    "mother['’]s day": "mothers-day",
    "memorial day": "memorial-day",
    "independence day|the fourth of july": "independence-day",
    "bastille day": "bastille-day",
    "labor day": "labor-day",
    "columbus day": "columbus-day",
    "halloween": "halloween",
    "election day": "election-day",
    "veterans['’]? day": "veterans-day",
    "armistice day": "armistice-day",
    "thanksgiving(?: day)?": "thanksgiving",
    "christmas eve": "christmas-eve",
    "christmas(?: day)?": "christmas",
    "boxing day": "boxing-day",
}
_BY_PATTERN = [(re.compile(pattern, re.I), name) for pattern, name in _HOLIDAYS.items()]
_HOLIDAY = "|".join(f"(?:{p})" for p in sorted(_HOLIDAYS, key=len, reverse=True))
_NOUN = re.compile(r" (?!(?:and|or|as|when|after|before|but|was|were|with|to)\b)[a-z]")
_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}


def _year(m: re.Match[str]) -> Meaning | None:
    if m["about"] and _NOUN.match(m.string, m.end()):
        return None  # "roughly 2000 planets"
    return Meaning(chain=f"={m['year']}", mod=edge(m))


def _spoken(m: re.Match[str]) -> Meaning | None:
    year = spoken_year(m["words"])
    return Meaning(chain=f"={year}") if year else None


def _decade(m: re.Match[str]) -> Meaning:
    value = m["decade"] if m["decade"] else "19" + (m["short"] or str(_DECADES[m["name"].lower()]))
    return Meaning(chain=f"={value}", mod=edge(m))


def _century(m: re.Match[str]) -> Meaning | None:
    count = number(m["nth"])
    return Meaning(chain=f"={round(count) - 1:02}", mod=edge(m)) if count and 1 < count < 30 else None


def _quarter(m: re.Match[str]) -> Meaning | None:
    groups = m.groupdict()
    name = f"Q{round(number(groups['nth']) or 1)}"
    year = groups.get("year") or groups.get("year_before")
    if year:
        return Meaning(chain=f"={year}-{name}")
    which = groups.get("which")
    if which:
        return Meaning(chain=f"year:{ {'last': -1, 'next': 1}.get(which.lower(), 0) }>yearly:{name}:in".replace(" ", ""))
    if groups.get("ago"):
        return Meaning(chain=f"yearly:{name}:back>later:year:-1", compared=True)
    return Meaning(chain=f"yearly:{name}:?")


def _the_quarter(m: re.Match[str]) -> Meaning:
    return Meaning(chain="=quarter", story=True)


def _half(m: re.Match[str]) -> Meaning:
    name = "H1" if m["nth"].lower() == "first" else "H2"
    if m["year"]:
        return Meaning(chain=f"={m['year']}-{name}")
    step = {"last": -1, "next": 1}.get((m["which"] or "").lower(), 0)
    return Meaning(chain=f"year:{step}>yearly:{name}:in")


def _fiscal(m: re.Match[str]) -> Meaning:
    return Meaning(chain=f"={m['year']}")


def _holiday(m: re.Match[str]) -> Meaning:
    name = next(name for pattern, name in _BY_PATTERN if pattern.fullmatch(m["holiday"]))
    if m["year"]:
        return Meaning(chain=f"year-of:{m['year']}>yearly:{name}:in".replace("year-of:", "="))
    seen = {"last": "last", "next": "next", "this": "in"}.get((m["which"] or "").lower(), "?")
    return Meaning(chain=f"yearly:{name}:{seen}")


_NOT_COUNTED = (
    r"(?! (?:people|men|women|students|children|residents|voters|votes|points|dollars|euros|pounds|"
    r"miles|meters|metres|feet|tons|tonnes|km|kg|mph|percent|per cent|shares|jobs|cases|deaths|"
    r"troops|soldiers|homes|houses|cars|vehicles|employees|workers|members|times|million|billion|"
    r"[a-z]+ (?:people|men|women))\b)"
)
_NOT_NUMBERED = (
    r"(?<!(?-i:[A-Z][A-Z]) )(?<!No )(?<!Route )(?<!version )(?<!flight )(?<!Highway )(?<!Room )"
    r"(?<!than )(?<!number )(?<!- )(?<!\d )"
)
RULES = (
    rule(
        "year",
        "year",
        rf"{EDGE}?{ABOUT}?{_NOT_NUMBERED}(?:the year |fiscal |calendar )?(?P<year>(?:1[5-9]\d\d|20\d\d)(?!\d|"
        rf"[,.:/]\d|-\d|['’]?s\b|\w|%| ?°| (?-i:[A-Z][A-Z]\d*)\b)){_NOT_COUNTED}",
        _year,
    ),
    rule(
        "mid-year",
        "year",
        r"(?P<edge>mid|early|late|post|pre)-(?P<year>(?:19|20)\d\d)\b(?!-)",
        lambda m: Meaning(
            chain=f"={m['year']}",
            mod={"mid": "MID", "early": "START", "late": "END", "post": "AFTER", "pre": "BEFORE"}[m["edge"].lower()],
        ),
    ),
    rule(
        "spoken-year",
        "spoken",
        rf"(?:the year )?(?P<words>{YEAR_WORDS})\b(?! (?:percent|people|dollars|years|days|miles))",
        _spoken,
    ),
    rule("two-thousand", "spoken", r"(?:the )?year (?P<words>two thousand)\b", lambda m: Meaning(chain="=2000")),
    rule(
        "decade",
        "decade",
        rf"(?:the )?(?:{EDGE}|(?P<mid>mid|early|late)-)?(?:the )?(?:(?P<decade>1[5-9]\d|20\d)0['’]?s|"
        rf"['’](?P<short>\d)0['’]?s|(?P<name>{'|'.join(_DECADES)}))\b(?<!\d\d:\d\ds)",
        _decade,
    ),
    rule(
        "century",
        "unit",
        rf"(?:the )?(?:{EDGE})?(?:the )?(?P<nth>[12]?\d(?:st|nd|rd|th)|{ORDINAL})[ -]centur(?:y|ies)\b",
        _century,
    ),
    rule(
        "quarter",
        "unit",
        rf"(?:the |its |their |his |our |(?P<which>this|last|next) year['’]s )?(?P<ago>(?:comparable "
        rf")?year-(?:ago|earlier) )?(?:(?P<year_before>{YEAR})(?:['’]s)? )?(?:fiscal |latest "
        rf")?(?P<nth>{ORDINAL})(?: |-)(?:fiscal )?quarter(?!s|back|final|mile)(?:,? (?:of )?(?:fiscal )?(?P<year>{YEAR}))?(?!\w)",
        _quarter,
    ),
    rule("quarter-code", "digits", rf"(?:Q(?P<nth>[1-4])(?: |-|,)(?P<year>{YEAR}))\b", _quarter),
    rule(
        "the-quarter",
        "unit",
        r"(?:the (?:latest |same |most recent |just-ended )?|that )(?:quarter|(?<=latest )period)\b(?! of an?\b|-|back|final)",
        _the_quarter,
    ),
    rule("year-period", "year", rf"the (?P<year>{YEAR}) (?:period|quarter)\b", lambda m: Meaning(chain=f"={m['year']}>period")),
    rule(
        "half",
        "half",
        rf"(?:at least )?(?:the )?(?P<nth>first|second|last) (?:half|two quarters)(?: of)?(?: (?P<which>this|"
        rf"last|next|the) year| (?P<year>{YEAR}))\b",
        _half,
    ),
    rule("fiscal-year", "year", rf"(?:the )?(?:fiscal|financial)(?: year)? (?P<year>{YEAR})\b", _fiscal),
    rule(
        "holiday",
        "holiday",
        rf"(?:(?P<which>this|last|next) )?(?P<holiday>{_HOLIDAY})(?:,? (?P<year>(?:19|20)\d\d))?(?![\w-])(?! (?-i:[A-Z][a-z]))",
        _holiday,
    ),
    rule(
        "anniversary",
        "anniversary",
        rf"the (?P<nth>\d{{1,3}}(?:st|nd|rd|th)) anniversary of (?:[^.;]{{0,60}}? (?:in|of) )?(?P<year>{YEAR})\b",
        lambda m: Meaning(chain=f"={int(m['year']) + int(m['nth'][:-2])}"),
    ),
)
