"""What fills a blank in a template: numbers, sums of money, clock times, people, names; and how a writer's style shows them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody invented, with what they are ("fire chief") and the article that goes with it ("the", "a")."""

    given: str
    family: str
    role: str
    article: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with one decimal and its unit, as in 14.3 million crowns."""

    number: float
    unit: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on the 24-hour clock."""

    hour: int
    minute: int


Value = int | str | Amount | Clock | Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A writer's habits. They never change what is said."""

    curly: bool
    """Typographic quotation marks."""
    words_to: int
    """Numbers up to this one are spelled out."""
    clock: int
    """Which of the three ways to write a time of day."""
    percent: str
    apposition: bool
    """"Ada Lind, the fire chief," and not "fire chief Ada Lind"."""
    per_paragraph: int
    """At most so many sentences in a paragraph."""


def draw_style(rng: random.Random) -> Style:
    """Return a writer's habits."""
    return Style(
        curly=rng.random() < 0.5,
        words_to=rng.choice((9, 10, 12)),
        clock=rng.randrange(3),
        percent=rng.choice(("percent", "per cent", "%")),
        apposition=rng.random() < 0.5,
        per_paragraph=rng.choice((1, 2, 2, 3)),
    )


class Names:
    """Names of one part, each handed out once within a story."""

    def __init__(self, lists: Mapping[str, Sequence[str]], rng: random.Random) -> None:
        self._left: dict[str, Iterator[str]] = {}
        for key in sorted(lists):
            shuffled = list(lists[key])
            rng.shuffle(shuffled)
            self._left[key] = iter(shuffled)

    def take(self, kind: str) -> str:
        """Return the next name of a kind; raises StopIteration when the list is used up."""
        return next(self._left[kind])


def draw_value(spec: Mapping[str, Any], names: Names, rng: random.Random) -> Value:
    """Return a value for the specification of a blank, as the scheme files write it; raises ValueError for an unknown kind."""
    if "int" in spec:
        return rng.randint(*spec["int"])
    if "amount" in spec:
        return Amount(round(rng.uniform(*spec["amount"]), 1), spec["unit"])
    if "clock" in spec:
        return Clock(rng.randint(*spec["clock"]), rng.randrange(5, 60, 5))
    if "choice" in spec:
        return str(rng.choice(spec["choice"]))
    if "name" in spec:
        return names.take(spec["name"])
    if "person" in spec:
        role = rng.choice(spec["person"])
        return Person(given=names.take("given"), family=names.take("family"), role=role, article=spec.get("article", "the"))
    raise ValueError(f"unknown blank: {spec}")


def show_number(value: int, style: Style) -> str:
    """Return a whole number as the style writes it."""
    return ONES[value] if 0 <= value <= min(style.words_to, 12) else f"{value:,}"


def show_value(value: Value, style: Style, field: str, short: bool, rounded: bool) -> str:
    """Return a value as a writer puts it; `field` picks a part of a person, `short` is for somebody named before."""
    if isinstance(value, Person):
        return _show_person(value, style, field, short)
    if isinstance(value, Clock):
        return _show_clock(value, style)
    if isinstance(value, Amount):
        return f"about {round(value.number)} {value.unit}" if rounded else f"{value.number:g} {value.unit}"
    if isinstance(value, int):
        return _round_number(value) if rounded and value > 20 else show_number(value, style)
    return value


def _round_number(value: int) -> str:
    step = 10 if value < 200 else 100
    if value < 1000 or value % 1000 == 0:
        near = step * round(value / step)
        word = "about" if near == value else "nearly" if near > value else "more than"
        return f"{word} {near:,}"
    return f"some {round(value, -3):,}"


def _show_clock(value: Clock, style: Style) -> str:
    hour = (value.hour - 1) % 12 + 1
    late = value.hour >= 12
    if style.clock == 0:
        return f"{hour}:{value.minute:02d} {'p' if late else 'a'}.m."
    return f"{hour}.{value.minute:02d}{'pm' if late else 'am'}" if style.clock == 1 else f"{value.hour:02d}:{value.minute:02d}"


def _show_person(value: Person, style: Style, field: str, short: bool) -> str:
    name = f"{value.given} {value.family}"
    fields = {"last": value.family, "name": name, "role": value.role}
    if field:
        return fields[field]
    if short:
        return value.family
    return f"{name}, {value.article} {value.role}," if style.apposition or value.article != "the" else f"{value.role} {name}"
