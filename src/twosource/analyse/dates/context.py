"""What a time is counted from, and which of several it is: what tense and the words before decide."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.analyse.dates.meaning import Meaning
from twosource.analyse.dates.tense import Tense, find_tense
from twosource.text.deixis import resolve
from twosource.text.timex import grain_of, stretch_of

_WEEKDAY: dict[Tense, str] = {"ahead": "next", "behind": "near", "": "near"}
_DAY: dict[Tense, str] = {"ahead": "near", "behind": "soon", "": "near"}
_OTHER: dict[Tense, str] = {"ahead": "near", "behind": "soon", "": "soon"}
_TURNED = {"next": "back", "near": "next", "soon": "next"}
"""The second reading of a word that tense does not settle; what was cannot have been tomorrow, if the date is right."""
ALMOST_OVER = timedelta(days=15)
"""Figures of a quarter are given when it is over, or about to be."""
MANY_STEPS = 6
"""Nobody counts on from a time that was itself counted on so often; what follows is counted from publication."""
MANY_MONTHS = ("=P6M", "=P9M")
"""A company that reports so many months compares them with the year before, not with a quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What has been spoken of so far, as chains."""

    time: str = ""
    period: str = ""
    """The last quarter whose figures were given: what "a year earlier" and "the quarter" count from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A time read in its place."""

    chain: str
    until: str | None = None
    second: str | None = None
    """Another chain that the words would bear, where no tense decides."""
    story: bool = False
    """Counted from a time spoken of before."""


def read_meaning(meaning: Meaning, text: str, start: int, end: int, focus: Focus, anchor: date | None) -> Reading:
    """Return how a meaning is read at [start, end) of a sentence."""
    chain, second = meaning.chain, None
    if "?" in chain:
        tense = find_tense(text, start, end)
        which = _which(chain, tense)
        turned = _TURNED[which] if not tense else "back" if tense == "behind" and which == "near" else None
        second = chain.replace("?", turned) if turned else None
        chain = chain.replace("?", which)
        return Reading(chain=chain, until=meaning.until and meaning.until.replace("?", which), second=second)
    if chain == "=quarter":
        return Reading(chain=focus.period or "quarter:-1", story=bool(focus.period))
    if chain.endswith(">period"):
        return Reading(chain=_period_of_year(chain.removesuffix(">period"), focus, anchor))
    if meaning.story:
        counted = _from_focus(chain, focus, anchor)
        return Reading(chain=counted, story=counted != chain)
    return Reading(chain=chain, until=meaning.until)


def move_focus(focus: Focus, meaning: Meaning, reading: Reading, anchor: date | None) -> Focus:
    """Return what is spoken of once a time has been named."""
    chain = reading.chain
    if chain in MANY_MONTHS or chain == "year:0":
        focus = replace(focus, period="")
    if meaning.compared or meaning.kind not in ("DATE", "TIME") or chain.endswith("REF"):
        return focus
    if meaning.story and not reading.story and chain != "quarter:-1":
        return focus
    if "quarter" in chain or ":Q" in chain or "-Q" in chain:
        stretch = stretch_of(resolve(chain, anchor))
        over = not (anchor and stretch and stretch[1] > anchor + ALMOST_OVER)
        return Focus(time=chain, period=chain if over else focus.period)
    return replace(focus, time=chain)


def _which(chain: str, tense: Tense) -> str:
    if chain.startswith("weekday"):
        return _WEEKDAY[tense]
    name = chain.split(":")[1]
    return (_DAY if name[:2].isdigit() and "-" in name else _OTHER)[tense]


def _from_focus(chain: str, focus: Focus, anchor: date | None) -> str:
    if chain.startswith("later:year"):
        if focus.period:
            return f"{focus.period}>{chain}"
        return f"{focus.time}>{chain}>year:0" if focus.time else f"{chain}>year:0"
    if not focus.time:
        return chain
    fine = grain_of(resolve(focus.time, anchor)) in ("day", "time") or focus.time.startswith(("weekday", "day"))
    if focus.time.count(">") > MANY_STEPS or (chain.startswith(("day", "later:day")) and not fine):
        return chain
    return f"{focus.time}>{chain}"


def _period_of_year(year: str, focus: Focus, anchor: date | None) -> str:
    period = resolve(focus.period, anchor) if focus.period else None
    return f"{year}>yearly:{period[5:]}:in" if period and grain_of(period) == "quarter" else year
