"""One world from its seed: the event, its reports, and who descends from whom."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.worlds.copying import copy_report
from benchmarks.worlds.documents import Draft, Report, Speech
from benchmarks.worlds.facts import World, draw_world, load
from benchmarks.worlds.graph import Node, Preset, draw_graph
from benchmarks.worlds.values import Names
from benchmarks.worlds.writing import Desk, choose_facts, share_families, write_root


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One world with everything that was written about it, hidden reports included."""

    story: str
    preset: str
    world: World
    nodes: tuple[Node, ...]
    reports: Mapping[str, Report]
    drafts: Mapping[str, Draft]
    speech: Speech


@cache
def load_presets() -> dict[str, Preset]:
    """Return the presets by name."""
    with (Path(__file__).parent / "presets.toml").open("rb") as file:
        raw = tomllib.load(file)
    return {name: _read_preset(fields) for name, fields in raw.items()}


def _read_preset(fields: Mapping[str, Any]) -> Preset:
    ranges: dict[str, Any] = {key: tuple(value) for key, value in fields.items() if isinstance(value, list)}
    return Preset(**{**fields, **ranges})


def _order_headlines(reports: int, headlines: int, rng: random.Random) -> list[int]:
    """Return a headline for each report, none twice while they last."""
    order = rng.sample(range(headlines), headlines)
    return [order[n % headlines] for n in range(reports)]


def tell_story(seed: int, number: int, preset_name: str, hidden: float, part: str) -> Told:
    """Return one world; the same arguments always give the same one."""
    preset = load_presets()[preset_name]
    rng = random.Random(f"{part}/{preset_name}/{hidden}/{seed}/{number}")
    lists = load(part, "names")
    names = Names(lists, rng)
    world = draw_world(part, rng, names)
    outlets = [names.take("outlets") for _ in range(min(len(lists["outlets"]), 20))]
    agencies = [names.take("agencies") for _ in range(len(lists["agencies"]))]
    nodes = draw_graph(preset, hidden, outlets, agencies, rng)
    roots = [n for n in nodes if not n.parents]
    copied = [n.id for n in roots if n.agency]
    chosen = choose_facts(world, [n.id for n in roots], preset, rng)
    synonyms = tuple((old, tuple(new)) for old, new in sorted(load(part, "synonyms")["words"].items()))
    speech = Speech(world, synonyms)
    desk = Desk(
        world=world,
        part=part,
        speech=speech,
        preset=preset,
        headlines={n.id: i for n, i in zip(nodes, _order_headlines(len(nodes), len(world.headlines), rng), strict=True)},
        families=share_families(world, chosen, copied, rng),
        taken=frozenset(f for facts in chosen.values() for f in facts),
    )
    reports: dict[str, Report] = {}
    drafts: dict[str, Draft] = {}
    for node in nodes:
        made = copy_report(desk, node, reports, rng) if node.parents else write_root(desk, node, chosen[node.id], rng)
        reports[node.id], drafts[node.id] = made
    name = f"{part}-{preset_name}-{seed}-{number}"
    return Told(story=name, preset=preset_name, world=world, nodes=tuple(nodes), reports=reports, drafts=drafts, speech=speech)
