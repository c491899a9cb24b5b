"""An invented event as a list of typed facts, drawn from one scheme of one part."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.worlds.grammar import LOSSES, kinds_of
from benchmarks.worlds.values import Names, Person, Value, draw_value

DATA = Path(__file__).parent / "data"
PARTS = ("dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is so in the event, with every way to say it."""

    id: str
    families: tuple[str, ...]
    """Templates, one a writer's way."""
    indirect: tuple[str, ...] = ()
    """For a quotation: the ways to tell it without the words themselves."""
    values: Mapping[str, Value]
    core: bool
    """Public: any reporter on the event learns it. The others are one reporter's own."""
    lead: bool = False
    said_in_public: bool = False
    """A sentence heard by many: whoever carries it, the origin is the one statement."""
    roundable: frozenset[str] = frozenset()
    losses: frozenset[str] = frozenset()
    quote: str = ""
    speaker: str = ""
    rarity: float = 0.0
    """0: everybody has it; 1: nobody but its finder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One event: its facts by id, and the names around it."""

    scheme: str
    facts: Mapping[str, Fact]
    headlines: tuple[str, ...]
    captions: tuple[str, ...]
    values: Mapping[str, Value]
    town: str


@cache
def load(part: str, name: str) -> dict[str, Any]:
    """Return one data file of a part; `name` is without its ending. Raises FileNotFoundError."""
    with (DATA / part / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def schemes(part: str) -> tuple[str, ...]:
    """Return the names of a part's schemes, in order."""
    return tuple(sorted(p.stem for p in (DATA / part).glob("event_*.toml")))


def draw_world(part: str, rng: random.Random, names: Names) -> World:
    """Return an event of one part."""
    scheme = rng.choice(schemes(part))
    raw, frames = load(part, scheme), load(part, "frames")
    values = {key: draw_value(spec, names, rng) for key, spec in raw["blanks"].items()}
    facts = [_draw_fact(f, values, names, rng) for f in raw["fact"]]
    facts += [_draw_quote(n, q, values, frames, (names, rng)) for n, q in enumerate(raw["quote"])]
    return World(
        scheme=scheme,
        facts={f.id: f for f in facts},
        headlines=tuple(raw["headlines"]),
        captions=tuple(raw["captions"]),
        values=values,
        town=str(values["town"]),
    )


def _draw_fact(raw: Mapping[str, Any], shared: Mapping[str, Value], names: Names, rng: random.Random) -> Fact:
    own = {key: draw_value(spec, names, rng) for key, spec in raw.get("blanks", {}).items()}
    families = tuple(raw["families"])
    core = bool(raw.get("core"))
    return Fact(
        id=raw["id"],
        families=families,
        values={**shared, **own},
        core=core,
        lead=bool(raw.get("lead")),
        roundable=frozenset(raw.get("round", ())),
        losses=frozenset.intersection(*(kinds_of(f) & LOSSES for f in families)),
        rarity=0.0 if core else raw.get("rarity", 1.0),
    )


def _tell(frames: Sequence[str], tellings: str | Sequence[str]) -> tuple[str, ...]:
    """Return the ways to report a sentence; where it was said in public, each in words of its own."""
    words = [tellings] if isinstance(tellings, str) else list(tellings)
    return tuple(frame.replace("{told}", words[n % len(words)]) for n, frame in enumerate(frames))


def _draw_quote(
    number: int,
    raw: Mapping[str, Any],
    shared: Mapping[str, Value],
    frames: Mapping[str, Any],
    draws: tuple[Names, random.Random],
) -> Fact:
    public = bool(raw.get("public"))
    speaker = shared[raw["speaker"]] if "speaker" in raw else draw_value(raw["who"], *draws)
    if not isinstance(speaker, Person):
        raise ValueError(f"no person speaks in quotation {number}")
    kind = "public" if public else "private"
    return Fact(
        id=f"quote{number}",
        families=tuple(frames[f"{kind}_direct"]),
        indirect=_tell(frames[f"{kind}_indirect"], raw["indirect"]),
        values={**shared, "speaker": speaker, "quote": raw["direct"]},
        core=public,
        said_in_public=public,
        quote=raw["direct"],
        speaker=f"{speaker.given} {speaker.family}",
        rarity=0.2 if public else 1.0,
    )
