"""A later writer: makes a report out of one, two or three others, by the operators of the preset."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from benchmarks.worlds.documents import QUOTED, Draft, Report, Unit
from benchmarks.worlds.graph import Node
from benchmarks.worlds.operators import OPERATORS, root_of
from benchmarks.worlds.values import draw_style
from benchmarks.worlds.writing import Desk, Masthead, add_furniture, draw_wording, finish, write_headline

TRIES = 24
SHARED = 5
"""So many words in a row that a full paraphrase shares with none of its kin."""
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


def copy_report(desk: Desk, node: Node, written: Mapping[str, Report], rng: random.Random) -> tuple[Report, Draft]:
    """Return a report made from its parents, and the draft whose log says how."""
    parents = [written[p] for p in node.parents]
    draft = Draft(id=node.id, style=draw_style(rng), paragraphs=[])
    draft.paragraphs = _gather(draft, parents, rng)
    for name, operate in OPERATORS:
        strength = min(1.0, desk.preset.operators.get(name, 0.0) * node.severity)
        operate(draft, strength, desk, rng)
    root = _main_root(draft, parents)
    if desk.preset.no_shared_words:
        _avoid_words(desk, draft, [r for r in written.values() if r.root == root], rng)
    add_furniture(desk, draft, node, rng)
    own_title = write_headline(desk, node, draft.style, rng)
    return finish(desk, draft, node, _write_masthead(desk, draft, (parents[0], node, own_title), rng), root), draft


def _gather(draft: Draft, parents: Sequence[Report], rng: random.Random) -> list[list[Unit]]:
    """Return copies of the parents' told units: the first whole; of the others what is new, interleaved or appended."""
    out: list[list[Unit]] = []
    told: set[str] = set()
    for n, parent in enumerate(parents):
        kept = []
        for paragraph in parent.paragraphs:
            units = [u for u in paragraph if u.wordings and not told & {w.fact for w in u.wordings}]
            if units:
                kept.append([replace(u, id=draft.new_id(), sources=(u.id,)) for u in units])
        told |= {w.fact for p in kept for u in p for w in u.wordings}
        if n and rng.random() < 0.5:
            for p in kept:
                out.insert(rng.randint(1, len(out)), p)
        else:
            out += kept
        if n:
            units = [u for p in kept for u in p]
            draft.note("merge", 1.0, [i for u in units for i in u.sources], [u.id for u in units], parent=parent.id)
    return out


def _main_root(draft: Draft, parents: Sequence[Report]) -> str:
    """Return the root that gave most units; the first parent's where it is among the most."""
    count: dict[str, int] = {parents[0].root: 0}
    for u in draft.units():
        root = root_of(u)
        if any(root == p.root for p in parents) or u.sources:
            count[root] = count.get(root, 0) + 1
    known = {r: n for r, n in count.items() if r != draft.id}
    return max(known, key=lambda r: (known[r], r == parents[0].root, r))


def _write_masthead(desk: Desk, draft: Draft, copied: tuple[Report, Node, str], rng: random.Random) -> Masthead:
    """Return title, byline and dateline: kept from the parent as the preset and the severity have it, else the outlet's own."""
    parent, node, own_title = copied
    keep = desk.preset.byline_kept
    byline = parent.byline if rng.random() < keep else None
    prefix = parent.prefix if byline and rng.random() < keep else ""
    if parent.byline and not byline:
        draft.note("drop-credit", node.severity, [], [], credit=parent.byline)
    if rng.random() >= desk.preset.operators.get("headline", 0.0) * node.severity:
        return Masthead(title=parent.title, byline=byline, prefix=prefix)
    draft.note("headline", node.severity, [], [], old=parent.title)
    return Masthead(title=own_title, byline=byline, prefix=prefix)


def word_runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of five words of a text outside its quotation marks."""
    runs = set()
    for piece in QUOTED.split(text)[::2]:
        words = [w.lower().replace("\u2019", "'") for w in WORD.findall(piece)]
        runs |= {tuple(words[i : i + SHARED]) for i in range(len(words) - SHARED + 1)}
    return runs


def _avoid_words(desk: Desk, draft: Draft, kin: Sequence[Report], rng: random.Random) -> None:
    """Say again whatever shares five words in a row with a report of the same line; drop what cannot be said otherwise."""
    taken: set[tuple[str, ...]] = set()
    for report in kin:
        for u in report.units:
            taken |= word_runs(desk.speech.say(u))
    keep = []
    for unit in draft.units():
        new = _say_anew(desk, draft, unit, taken, rng)
        if new:
            draft.put([new])
            keep.append(new.id)
    gone = [u for u in draft.units() if u.id not in keep]
    if gone:
        draft.keep(frozenset(keep))
        draft.note("cut-middle", 1.0, [i for u in gone for i in u.sources], [])


def _say_anew(desk: Desk, draft: Draft, unit: Unit, taken: set[tuple[str, ...]], rng: random.Random) -> Unit | None:
    for _ in range(TRIES):
        if not word_runs(desk.speech.say(unit)) & taken:
            return unit
        wordings = []
        for w in unit.wordings:
            new = draw_wording(desk, desk.world.facts[w.fact], root_of(unit), rng, indirect=w.indirect)
            wordings.append(replace(new, lost=w.lost, changed=w.changed, rounded=w.rounded, short=w.short, split=w.split))
        unit = replace(unit, wordings=tuple(wordings), swapped=None, style=draft.style)
    return None
