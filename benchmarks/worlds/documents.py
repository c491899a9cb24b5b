"""A report before it is text: sentences that know their facts and their forebears; and its rendering, with offsets."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.worlds.facts import World
from benchmarks.worlds.grammar import Wording, curl, fill, people
from benchmarks.worlds.values import Style

Synonyms = tuple[tuple[str, tuple[str, ...]], ...]
QUOTED = re.compile(r'("[^"]*"|\u201c[^\u201d]*\u201d)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence (or two facts joined in one), caption, credit line or piece of page furniture."""

    id: str
    kind: str
    """prose, quotation, credit, caption, furniture."""
    wordings: tuple[Wording, ...] = ()
    fixed: str = ""
    """The text, for units that tell no fact."""
    style: Style
    swapped: tuple[int, float] | None = None
    """Seed and share of words replaced from the table of synonyms."""
    lines: frozenset[str]
    """The first units, in reports with no parent, that this one descends from."""
    sources: tuple[str, ...] = ()
    """The units of the direct parents it was made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of a world, rendered."""

    id: str
    outlet: str
    title: str
    byline: str | None
    prefix: str
    """Dateline and credit before the first sentence."""
    paragraphs: tuple[tuple[Unit, ...], ...]
    text: str
    spans: Mapping[str, tuple[int, int]]
    """Place of each unit in the text, in code points."""
    style: Style
    root: str
    """The report without parents that most of this one comes from."""
    parents: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units, in order."""
        return tuple(u for p in self.paragraphs for u in p)


@dataclass(frozen=True, slots=True)
class Speech:
    """What is needed to put units into words."""

    world: World
    synonyms: Synonyms

    def template(self, wording: Wording) -> str:
        """Return the template that a wording uses."""
        fact = self.world.facts[wording.fact]
        return (fact.indirect if wording.indirect else fact.families)[wording.family]

    def say(self, unit: Unit) -> str:
        """Return the text of a unit; the same unit always has the same text."""
        if unit.fixed:
            return curl(unit.fixed) if unit.style.curly else unit.fixed
        said = [self._fill(w, unit.style) for w in unit.wordings]
        text = said[0] if len(said) == 1 else join_sentences(said[0], said[1], unit.wordings[0].seed)
        return text if unit.swapped is None else replace_words(text, self.synonyms, *unit.swapped)

    def _fill(self, wording: Wording, style: Style) -> str:
        fact = self.world.facts[wording.fact]
        return fill(self.template(wording), fact.values, style, wording, fact.roundable)


def join_sentences(a: str, b: str, seed: int) -> str:
    """Return two sentences as one."""
    joint = ("; ", ", while ", " \u2014 and ")[seed % 3]
    starts_with_name = len(b) > 1 and (b[1].isupper() or not b[0].isalpha() or b.split(" ")[0].lower() not in LOWERED)
    return a.rstrip(".") + joint + (b if starts_with_name else b[0].lower() + b[1:])


LOWERED = frozenset(
    (
        "the", "a", "an", "it", "at", "in", "on", "by", "for", "from", "to", "of", "as", "no", "one", "two", "three", "some",
        "most", "few", "many", "about", "nearly", "nobody", "every", "those", "there",
    )
)  # fmt: skip


def replace_words(text: str, table: Synonyms, seed: int, share: float) -> str:
    """Return a text with a share of the words of the table replaced, never inside quotation marks."""
    rng = random.Random(seed)
    pieces = QUOTED.split(text)
    for n in range(0, len(pieces), 2):
        for old, new in table:
            if re.search(rf"\b{old}\b", pieces[n]) and rng.random() < share:
                pieces[n] = re.sub(rf"\b{old}\b", rng.choice(new), pieces[n])
    return "".join(pieces)


@dataclass(slots=True)
class Draft:
    """A report on the desk: paragraphs that operators change, and the log of what they did."""

    id: str
    style: Style
    paragraphs: list[list[Unit]]
    log: list[dict[str, Any]] = field(default_factory=list)
    count: int = 0

    def new_id(self) -> str:
        """Return an id for one more unit."""
        self.count += 1
        return f"{self.id}.{self.count}"

    def units(self) -> list[Unit]:
        """Return all units, in order."""
        return [u for p in self.paragraphs for u in p]

    def put(self, units: Sequence[Unit]) -> None:
        """Replace units by those with the same ids, wherever they stand."""
        by_id = {u.id: u for u in units}
        self.paragraphs = [[by_id.get(u.id, u) for u in p] for p in self.paragraphs]

    def keep(self, ids: frozenset[str]) -> None:
        """Drop every unit whose id is not given, and paragraphs left empty."""
        kept = ([u for u in p if u.id in ids] for p in self.paragraphs)
        self.paragraphs = [p for p in kept if p]

    def note(self, operator: str, severity: float, before: Sequence[str], after: Sequence[str], **what: object) -> None:
        """Log a step: ids of the parent's units and of this report's."""
        self.log.append({"operator": operator, "severity": severity, "before": list(before), "after": list(after), **what})


def mark_mentions(speech: Speech, units: Sequence[Unit]) -> list[Unit]:
    """Return units in which whoever was named before is named short; for a writer who writes anew."""
    named: set[object] = set()
    out = []
    for u in units:
        wordings = []
        for w in u.wordings:
            values = speech.world.facts[w.fact].values
            here = people(speech.template(w), values)
            wordings.append(replace(w, short=frozenset(blank for blank in here if values[blank] in named)))
            named |= {values[blank] for blank in here}
        out.append(replace(u, wordings=tuple(wordings)))
    return out


def render(prefix: str, paragraphs: Sequence[Sequence[Unit]], speech: Speech) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the text of a report and the span of each unit in it."""
    text = prefix
    spans: dict[str, tuple[int, int]] = {}
    for n, paragraph in enumerate(paragraphs):
        text += "\n\n" if n else ""
        for m, unit in enumerate(paragraph):
            said = speech.say(unit)
            text += " " if m else ""
            spans[unit.id] = (len(text), len(text) + len(said))
            text += said
    return text, spans
