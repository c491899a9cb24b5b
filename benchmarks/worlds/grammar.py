"""The small language of the templates, and turning one template into a sentence.

{blank} {person.last}     a value of the event; a person is written short once named before; {pct} is the writer's "percent"
[a|b|c]                   alternatives that say the same thing
<kind:full//lost>         what a careless rewriter loses: hedge, link, speaker, stage; or `voice`: active//passive
~                         may join two sentences (", and ") or part them (". ")
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.worlds.values import ONES, Amount, Person, Style, Value, show_value

BLANK = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
OPTION = re.compile(r"<(\w+):([^<>]*?)//([^<>]*)>")
LOSSES = frozenset({"hedge", "link", "speaker", "stage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one fact is put into words: which family, which alternatives, and what was lost or changed."""

    fact: str
    family: int
    seed: int
    lost: frozenset[str] = frozenset()
    passive: bool = False
    split: bool = False
    rounded: bool = False
    changed: tuple[tuple[str, Value], ...] = ()
    """Values told otherwise than they are: errors, which later copies inherit."""
    short: frozenset[str] = frozenset()
    """Blanks whose person has been named before."""
    indirect: bool = False
    """A quotation told in the teller's words."""


def kinds_of(template: str) -> frozenset[str]:
    """Return the kinds of options that a template holds."""
    return frozenset(m[1] for m in OPTION.finditer(template))


def fill(template: str, values: Mapping[str, Value], style: Style, wording: Wording, roundable: frozenset[str]) -> str:
    """Return the sentence that a template makes; raises KeyError for a blank without a value."""
    rng = random.Random(wording.seed)
    text = CHOICE.sub(lambda m: rng.choice(m[1].split("|")), template)
    text = OPTION.sub(lambda m: m[3] if m[1] in wording.lost or (m[1] == "voice" and wording.passive) else m[2], text)
    told = {**values, **dict(wording.changed)}

    def show(m: re.Match[str]) -> str:
        if m[1] == "pct":
            return style.percent
        rounded = wording.rounded and m[1] in roundable
        return show_value(told[m[1]], style, m[2] or "", m[1] in wording.short, rounded)

    return tidy(_part(BLANK.sub(show, text), wording.split), style)


def _part(text: str, split: bool) -> str:
    if not split:
        return text.replace("~", ", and ")
    return ". ".join(piece[:1].upper() + piece[1:] for piece in text.split("~"))


def tidy(text: str, style: Style) -> str:
    """Return a sentence with its commas, capital and quotation marks in order."""
    text = re.sub(r",\s*([.,;:])", r"\1", text)
    text = re.sub(r" +([.,;])", r"\1", text).replace(" %", "%")
    text = re.sub(r"\bp\.m\.\.", "p.m.", text).replace("a.m..", "a.m.")
    text = re.sub(r" {2,}", " ", text).strip()
    text = re.sub(r"\b([Aa]) (?=[aeio]|u(?!ni))", r"\1n ", text)
    text = re.sub(r"^([\"]?)([a-z])", lambda m: m[1] + m[2].upper(), text)
    text = re.sub(r"([?] )([a-z])", lambda m: m[1] + m[2].upper(), text)
    text = re.sub(r"\b([a-z]+) ?%", lambda m: f"{ONES.index(m[1])}%" if m[1] in ONES else m[0], text)
    return curl(text) if style.curly else text


def curl(text: str) -> str:
    """Return text with typographic quotation marks and apostrophes."""
    text = re.sub(r'(^|[\s(\u2014-])"', "\\1\u201c", text).replace('"', "\u201d")
    return re.sub(r"(^|\s)'", "\\1\u2018", text).replace("'", "\u2019")


def people(template: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the blanks of a template that name a person in full or by the whole name, in order."""
    return tuple(m[1] for m in BLANK.finditer(template) if m[2] in (None, "name") and isinstance(values.get(m[1]), Person))


def numbers(template: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the blanks of a template that hold a number which an error may change."""
    found = (m[1] for m in BLANK.finditer(template))
    return tuple(dict.fromkeys(b for b in found if isinstance(values.get(b), int | Amount)))
