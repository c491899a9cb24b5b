"""Who descends from whom in a world, decided before a word is written: roots, children, hidden nodes, credits, times."""

import datetime
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

DEEPEST = 6
FIRST_DAY = datetime.datetime(2031, 3, 3, 5, 0, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What a preset asks for; read from presets.toml, which says what each field does."""

    roots: tuple[int, int]
    children: tuple[int, int]
    two_parents: float
    three_parents: float
    circular: float
    public_share: float
    leak: float
    leak_rare: float
    own_facts: tuple[int, int]
    shared_caption: float
    furniture: float
    undated: float
    wrong_time: float
    byline_kept: float
    severity: tuple[float, float]
    no_shared_words: bool = False
    operators: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One report to be: its parents (already in the list before it), its outlet and its times."""

    id: str
    parents: tuple[str, ...]
    outlet: str
    agency: bool
    severity: float
    time: datetime.datetime
    """When it really came out."""
    published: str | None
    """What its page says: late, early, or nothing."""
    hidden: bool = False
    credits: str | None = None
    """An outlet it names as its source although the copying went the other way."""


def draw_graph(
    preset: Preset, hidden_share: float, outlets: Sequence[str], agencies: Sequence[str], rng: random.Random
) -> list[Node]:
    """Return the nodes of a world in the order in which they came out, parents first."""
    roots = rng.randint(*preset.roots)
    children = rng.randint(*preset.children)
    sources = 1 if roots == 1 or rng.random() < 0.6 else 2
    nodes: list[Node] = []
    depth: dict[str, int] = {}
    for n in range(roots + children):
        parents = () if n < roots else _draw_parents(nodes, sources, depth, preset, rng)
        agency = n < sources and children > 0
        node = _draw_node(f"n{n}", parents, nodes, agency, (outlets, agencies), preset, rng)
        depth[node.id] = 1 + max((depth[p] for p in parents), default=-1)
        nodes.append(node)
    nodes = _hide(nodes, hidden_share, rng)
    return _circle(nodes, preset.circular, rng)


def _draw_parents(
    nodes: Sequence[Node], sources: int, depth: Mapping[str, int], preset: Preset, rng: random.Random
) -> tuple[str, ...]:
    """Return one to three parents; the first is an agency's text or something that came from one."""
    family = [n for i, n in enumerate(nodes) if (i < sources or n.parents) and depth[n.id] < DEEPEST]
    first = rng.choices(family, weights=[3 if n.agency else 1 for n in family])[0]
    roll = rng.random()
    more = 2 if roll < preset.three_parents else 1 if roll < preset.three_parents + preset.two_parents else 0
    others = [n for n in nodes if n.id != first.id and depth[n.id] < DEEPEST]
    return (first.id, *(n.id for n in rng.sample(others, min(more, len(others)))))


def _draw_node(
    name: str,
    parents: tuple[str, ...],
    nodes: Sequence[Node],
    agency: bool,
    names: tuple[Sequence[str], Sequence[str]],
    preset: Preset,
    rng: random.Random,
) -> Node:
    before = [n.time for n in nodes if n.id in parents]
    start = max(before) if before else FIRST_DAY + datetime.timedelta(minutes=rng.uniform(0, 240))
    time = start + datetime.timedelta(minutes=5 + rng.expovariate(1 / 120))
    return Node(
        id=name,
        parents=parents,
        outlet=names[1][sum(n.agency for n in nodes)] if agency else names[0][len(nodes)],
        agency=agency,
        severity=round(rng.uniform(*preset.severity), 2),
        time=time,
        published=_show_time(time, preset, rng),
    )


def _show_time(time: datetime.datetime, preset: Preset, rng: random.Random) -> str | None:
    if rng.random() < preset.undated:
        return None
    if rng.random() < preset.wrong_time:
        time -= datetime.timedelta(hours=rng.choice((6, 12, 24)))
    return time.replace(second=0, microsecond=0).isoformat()


def _hide(nodes: Sequence[Node], share: float, rng: random.Random) -> list[Node]:
    inner = {p for n in nodes for p in n.parents}
    return [replace(n, hidden=True) if n.id in inner and rng.random() < share else n for n in nodes]


def _circle(nodes: Sequence[Node], chance: float, rng: random.Random) -> list[Node]:
    """Let one parent and one of its children name each other as the source."""
    outlet = {n.id: n.outlet for n in nodes}
    seen = {n.id: n for n in nodes}
    pairs = [(p, n.id) for n in nodes for p in n.parents if not n.hidden and not seen[p].hidden and not seen[p].agency]
    if not pairs or rng.random() >= chance:
        return list(nodes)
    parent, child = rng.choice(pairs)
    other = {parent: child, child: parent}
    return [replace(n, credits=outlet[other[n.id]]) if n.id in other else n for n in nodes]
