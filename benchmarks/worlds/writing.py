"""A first writer: chooses facts, an order and a way to say each, and writes a report that owes no other report a word."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.worlds.documents import Draft, Report, Speech, Unit, mark_mentions, render
from benchmarks.worlds.facts import Fact, World, load
from benchmarks.worlds.grammar import Wording, fill
from benchmarks.worlds.graph import Node, Preset
from benchmarks.worlds.values import Style, draw_style


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that the writers of one world share."""

    world: World
    part: str
    speech: Speech
    preset: Preset
    headlines: Mapping[str, int]
    """The headline each report has if it writes its own."""
    families: Mapping[tuple[str, str, bool], tuple[int, ...]]
    """By fact, first report and whether told indirectly: the ways this line of reports may say it. No two lines share one."""
    taken: frozenset[str]
    """Facts that some root tells: nobody else may come upon them by accident."""


def share_families(
    world: World, chosen: Mapping[str, Sequence[str]], copied: Sequence[str], rng: random.Random
) -> dict[tuple[str, str, bool], tuple[int, ...]]:
    """Return who may say what how: each fact's families are dealt out among the roots that tell it, one to each while they last.

    What is left goes to the roots that are copied, so that their children can put the fact in other words.
    """
    dealt: dict[tuple[str, str, bool], tuple[int, ...]] = {}
    telling = {f: [r for r, facts in chosen.items() if f in facts] for f in world.facts}
    for fact in world.facts.values():
        for indirect, families in ((False, fact.families), (True, fact.indirect)):
            _deal(dealt, (fact.id, indirect), len(families), (telling[fact.id], copied), rng)
    return dealt


def _deal(
    dealt: dict[tuple[str, str, bool], tuple[int, ...]],
    what: tuple[str, bool],
    many: int,
    roots: tuple[Sequence[str], Sequence[str]],
    rng: random.Random,
) -> None:
    telling, copied = roots
    order = list(range(many))
    rng.shuffle(order)
    if not order:
        return
    for n, root in enumerate(telling):
        dealt[what[0], root, what[1]] = (order[n % many],)
    rich = [r for r in telling if r in copied]
    for n, root in enumerate(rich):
        dealt[what[0], root, what[1]] += tuple(order[len(telling) + n :: len(rich)])


def choose_facts(world: World, roots: Sequence[str], preset: Preset, rng: random.Random) -> dict[str, list[str]]:
    """Return the facts each root tells: most public ones, and finds of its own that few others have."""
    chosen: dict[str, list[str]] = {r: [] for r in roots}
    for fact in world.facts.values():
        if fact.core:
            for r in roots:
                if fact.lead or rng.random() < preset.public_share:
                    chosen[r].append(fact.id)
    own = [f.id for f in world.facts.values() if not f.core]
    rng.shuffle(own)
    for r in roots:
        many = min(rng.randint(*preset.own_facts), len(own))
        mine, own = own[:many], own[many:]
        for fact_id in mine:
            chosen[r].append(fact_id)
            for other in roots:
                if other != r and rng.random() < (preset.leak if world.facts[fact_id].rarity < 1 else preset.leak_rare):
                    chosen[other].append(fact_id)
    return chosen


def order_facts(world: World, facts: Sequence[str], rng: random.Random) -> list[str]:
    """Return facts in one writer's order: a lead first, the public ones a little earlier than the rest."""
    place = {f: n for n, f in enumerate(world.facts)}
    weight = {f: rng.random() + (0.25 if not world.facts[f].core else 0.0) for f in facts}
    leads = [f for f in facts if world.facts[f].lead]
    rng.shuffle(leads)
    first = leads[:1]
    return first + sorted((f for f in dict.fromkeys(facts) if f not in first), key=lambda f: (weight[f], place[f]))


def draw_wording(desk: Desk, fact: Fact, root: str, rng: random.Random, indirect: bool = False) -> Wording:
    """Return a way to say a fact, out of those that a line of reports may use."""
    told = indirect and bool(fact.indirect)
    ways = fact.indirect if told else fact.families
    return Wording(
        fact=fact.id,
        family=rng.choice(desk.families.get((fact.id, root, told)) or range(len(ways))),
        seed=rng.randrange(1 << 30),
        passive=rng.random() < 0.5,
        split=rng.random() < 0.4,
        indirect=told,
    )


def write_root(desk: Desk, node: Node, facts: Sequence[str], rng: random.Random) -> tuple[Report, Draft]:
    """Return a report with no parent, and its draft (whose log is empty)."""
    style = draw_style(rng)
    draft = Draft(id=node.id, style=style, paragraphs=[])
    units = []
    for fact_id in order_facts(desk.world, facts, rng):
        fact = desk.world.facts[fact_id]
        wording = draw_wording(desk, fact, node.id, rng, indirect=bool(fact.quote) and rng.random() < 0.15)
        name = draft.new_id()
        kind = "quotation" if fact.quote and not wording.indirect else "prose"
        units.append(Unit(id=name, kind=kind, wordings=(wording,), style=style, lines=frozenset((name,))))
    draft.paragraphs = set_paragraphs(mark_mentions(desk.speech, units), style, rng)
    add_furniture(desk, draft, node, rng)
    title = write_headline(desk, node, style, rng)
    return finish(desk, draft, node, own_masthead(desk, node, title), node.id), draft


def set_paragraphs(units: Sequence[Unit], style: Style, rng: random.Random) -> list[list[Unit]]:
    """Return units in paragraphs of the writer's length; the first sentence stands alone."""
    out = [[units[0]]] if units else []
    rest = list(units[1:])
    while rest:
        take = rng.randint(1, style.per_paragraph)
        out.append(rest[:take])
        rest = rest[take:]
    return out


def add_furniture(desk: Desk, draft: Draft, node: Node, rng: random.Random) -> None:
    """Put a caption and a line of page furniture into a draft, as often as the preset says, and the credit the node claims."""
    frames = load(desk.part, "frames")
    if rng.random() < desk.preset.shared_caption:
        text = desk.world.captions[0]
        wording = Wording(fact="caption", family=0, seed=1)
        caption = fill(text, desk.world.values, replace(draft.style, curly=False), wording, frozenset())
        draft.paragraphs.insert(min(1, len(draft.paragraphs)), [_fixed(draft, "caption", caption)])
    if rng.random() < desk.preset.furniture:
        line = rng.choice(frames["furniture"]).replace("{outlet}", node.outlet)
        draft.paragraphs.append([_fixed(draft, "furniture", line)])
    if node.credits:
        add_credit(desk, draft, node.credits, rng)


def add_credit(desk: Desk, draft: Draft, outlet: str, rng: random.Random) -> None:
    """Put a sentence that names another outlet as the source after the second paragraph."""
    frames = load(desk.part, "frames")
    text = rng.choice(frames["credit"]).replace("{outlet}", outlet)
    draft.paragraphs.insert(min(2, len(draft.paragraphs)), [_fixed(draft, "credit", text)])


def _fixed(draft: Draft, kind: str, text: str) -> Unit:
    return Unit(id=draft.new_id(), kind=kind, fixed=text, style=draft.style, lines=frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands above and before the first sentence."""

    title: str
    byline: str | None = None
    prefix: str = ""


def own_masthead(desk: Desk, node: Node, title: str) -> Masthead:
    """Return the masthead of a first report: an agency signs with its name."""
    if not node.agency:
        return Masthead(title=title)
    return Masthead(title=title, byline=node.outlet, prefix=f"{desk.world.town.upper()} ({node.outlet}) \u2014 ")


def finish(desk: Desk, draft: Draft, node: Node, masthead: Masthead, root: str) -> Report:
    """Return a draft as a report."""
    text, spans = render(masthead.prefix, draft.paragraphs, desk.speech)
    return Report(
        id=node.id,
        outlet=node.outlet,
        title=masthead.title,
        byline=masthead.byline,
        prefix=masthead.prefix,
        paragraphs=tuple(tuple(p) for p in draft.paragraphs),
        text=text,
        spans=spans,
        style=draft.style,
        root=root,
        parents=node.parents,
    )


def write_headline(desk: Desk, node: Node, style: Style, rng: random.Random) -> str:
    """Return a report's own headline."""
    template = desk.world.headlines[desk.headlines[node.id]]
    wording = Wording(fact="headline", family=0, seed=rng.randrange(1 << 30))
    return fill(template, desk.world.values, style, wording, frozenset()).rstrip(".")
