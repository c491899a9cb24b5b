"""What copying does to a report. Each operator changes a draft in place and logs which units it touched, on both sides.

An operator takes the draft, its strength in 0..1 (the preset's share for it times the severity of the copy), what the
desk knows, and the random source. The names in `OPERATORS` are those of presets.toml and of the log; they run in this order.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.worlds.documents import Draft, Unit, mark_mentions
from benchmarks.worlds.grammar import Wording, kinds_of, numbers
from benchmarks.worlds.values import Amount, Value
from benchmarks.worlds.writing import Desk, draw_wording, set_paragraphs

Operator = Callable[[Draft, float, Desk, random.Random], None]
TOLD = ("prose", "quotation")


def root_of(unit: Unit) -> str:
    """Return the report in which the unit's first forebear was written."""
    return min(unit.lines).split(".")[0]


def cut_tail(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Drop up to this share of the units from the end."""
    units = draft.units()
    many = min(round(rng.uniform(0.3, 1) * s * len(units)), len(units) - 3)
    if many > 0:
        _drop(draft, units[-many:], "cut-tail", s)


def cut_middle(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Drop this share of the units, but never the first."""
    gone = [u for u in draft.units()[1:] if rng.random() < s]
    if gone and len(draft.units()) - len(gone) >= 3:
        _drop(draft, gone, "cut-middle", s)


def _drop(draft: Draft, gone: Sequence[Unit], operator: str, s: float) -> None:
    ids = frozenset(u.id for u in gone)
    draft.keep(frozenset(u.id for u in draft.units()) - ids)
    draft.note(operator, s, [i for u in gone for i in u.sources], [])


def reorder(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Move this share of the paragraphs after the first somewhere else."""
    body = draft.paragraphs[1:]
    moved = [p for p in body if rng.random() < s]
    if not moved:
        return
    rest = [p for p in body if p not in moved]
    for p in moved:
        rest.insert(rng.randint(0, len(rest)), p)
    draft.paragraphs = [*draft.paragraphs[:1], *rest]
    for p in moved:
        draft.note("reorder", s, [i for u in p for i in u.sources], [u.id for u in p])


def swap(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Put this share of the sentences in the words of another family."""
    changed = []
    for u in draft.units():
        if u.kind == "prose" and u.wordings and rng.random() < s:
            new = tuple(_other_words(w, root_of(u), desk, rng) for w in u.wordings)
            changed.append(replace(u, wordings=new, style=draft.style, swapped=None))
    _put(draft, changed, "swap", s)


def _other_words(wording: Wording, root: str, desk: Desk, rng: random.Random) -> Wording:
    """Return the same telling, losses, errors and all, in other words where there are any."""
    fact = desk.world.facts[wording.fact]
    for _ in range(6):
        new = draw_wording(desk, fact, root, rng, indirect=wording.indirect)
        if new.family != wording.family:
            break
    return replace(new, lost=wording.lost, changed=wording.changed, rounded=wording.rounded)


def requote(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Turn quotations into reported speech, and some reported speech back."""
    changed = []
    for u in draft.units():
        single = u.wordings[0] if len(u.wordings) == 1 else None
        if single is None or not desk.world.facts[single.fact].quote or rng.random() >= s:
            continue
        new = draw_wording(desk, desk.world.facts[single.fact], root_of(u), rng, indirect=not single.indirect)
        changed.append(
            replace(u, kind="prose" if new.indirect else "quotation", wordings=(new,), style=draft.style, swapped=None)
        )
    _put(draft, changed, "requote", s)


def reframe(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Keep the words of a quotation and change what stands around it."""
    changed = []
    for u in draft.units():
        if u.kind == "quotation" and len(u.wordings) == 1 and rng.random() < s:
            new = draw_wording(desk, desk.world.facts[u.wordings[0].fact], root_of(u), rng)
            changed.append(replace(u, wordings=(new,), style=draft.style))
    _put(draft, changed, "reframe", s)


def turn_voice(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Turn active into passive and back."""
    turned = [u for u in _having(draft, desk, "voice") if rng.random() < s]
    changed = [replace(u, wordings=tuple(replace(w, passive=not w.passive) for w in u.wordings)) for u in turned]
    _put(draft, changed, "voice", s)


def part_sentences(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Part one sentence into two, or make one of two, where the wording allows."""
    told = [u for u in draft.units() if u.kind == "prose" and any("~" in desk.speech.template(w) for w in u.wordings)]
    chosen = [u for u in told if rng.random() < s]
    changed = [replace(u, wordings=tuple(replace(w, split=not w.split) for w in u.wordings)) for u in chosen]
    _put(draft, changed, "split", s)


def join_units(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Make one sentence of two neighbours in a paragraph."""
    for paragraph in draft.paragraphs:
        n = 0
        while n + 1 < len(paragraph):
            a, b = paragraph[n], paragraph[n + 1]
            if _single(a) and _single(b) and rng.random() < s:
                ids = (*a.sources, *b.sources)
                both = replace(a, wordings=a.wordings + b.wordings, lines=a.lines | b.lines, sources=ids, style=draft.style)
                both = replace(both, wordings=tuple(replace(w, split=False) for w in both.wordings))
                paragraph[n : n + 2] = [both]
                draft.note("merge-sentences", s, ids, [both.id])
            n += 1


def _single(unit: Unit) -> bool:
    return unit.kind == "prose" and len(unit.wordings) == 1


def swap_words(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Replace this share of the words that the table of synonyms knows."""
    if s:
        told = [u for u in draft.units() if u.kind in TOLD]
        before = {u.id: desk.speech.say(u) for u in told}
        changed = [replace(u, swapped=(rng.randrange(1 << 30), s)) for u in told]
        _put(draft, [u for u in changed if desk.speech.say(u) != before[u.id]], "synonyms", s)


def round_numbers(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Round what the scheme says may be rounded."""
    told = [u for u in draft.units() if any(desk.world.facts[w.fact].roundable for w in u.wordings)]
    chosen = [u for u in told if rng.random() < s]
    changed = [replace(u, wordings=tuple(replace(w, rounded=True) for w in u.wordings)) for u in chosen]
    said = {u.id: desk.speech.say(u) for u in draft.units()}
    _put(draft, [u for u in changed if desk.speech.say(u) != said[u.id]], "round", s)


def lose(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Drop or weaken what a sentence says of its own sureness and source."""
    changed = []
    for u in draft.units():
        kinds = frozenset().union(*(desk.world.facts[w.fact].losses - w.lost for w in u.wordings)) if u.wordings else frozenset()
        gone = frozenset(k for k in sorted(kinds) if rng.random() < s)
        if gone:
            changed.append(replace(u, wordings=tuple(replace(w, lost=w.lost | gone) for w in u.wordings)))
    _put(draft, changed, "lose", s)


def err(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Get one number wrong; whoever copies this report gets it wrong too."""
    if rng.random() >= s:
        return
    wrong = [u for u in draft.units() if _single(u) and not u.wordings[0].changed and _numbers(u, desk)]
    if wrong:
        u = rng.choice(wrong)
        w = u.wordings[0]
        blank = rng.choice(_numbers(u, desk))
        value = desk.world.facts[w.fact].values[blank]
        _put(draft, [replace(u, wordings=(replace(w, changed=((blank, _mistake(value, rng)),)),))], "error", s)


def _numbers(unit: Unit, desk: Desk) -> tuple[str, ...]:
    wording = unit.wordings[0]
    return numbers(desk.speech.template(wording), desk.world.facts[wording.fact].values)


def _mistake(value: Value, rng: random.Random) -> Value:
    if isinstance(value, Amount):
        return Amount(round(value.number * 10, 1), value.unit)
    number = int(str(value))
    swapped = int(str(number)[::-1]) if number > 12 and number % 10 else number + rng.choice((1, 2, 3))
    return swapped if swapped != number else number + 2


def correct(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Put a number right that a parent got wrong."""
    told = [u for u in draft.units() if any(w.changed for w in u.wordings)]
    chosen = [u for u in told if rng.random() < s]
    changed = [replace(u, wordings=tuple(replace(w, changed=()) for w in u.wordings)) for u in chosen]
    _put(draft, changed, "correction", s)


def restyle(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Put everything into this outlet's house style: quotation marks, times, numbers."""
    if rng.random() < s:
        told = draft.units()
        said = {u.id: desk.speech.say(u) for u in told}
        changed = [replace(u, style=draft.style) for u in told]
        _put(draft, [u for u in changed if desk.speech.say(u) != said[u.id]], "house-style", s)


def insert(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Add something that no parent has: own reporting, or background out of the files."""
    told = {w.fact for u in draft.units() for w in u.wordings}
    free = [f for f in desk.world.facts.values() if not f.core and f.id not in told and f.id not in desk.taken]
    if not free or rng.random() >= s:
        return
    fact = rng.choice(free)
    name = draft.new_id()
    wording = draw_wording(desk, fact, name.split(".")[0], rng)
    kind = "quotation" if fact.quote else "prose"
    unit = Unit(id=name, kind=kind, wordings=(wording,), style=draft.style, lines=frozenset((name,)))
    draft.paragraphs.insert(rng.randint(1, len(draft.paragraphs)), [unit])
    draft.note("insert", s, [], [name])


def rewrite_mentions(draft: Draft, s: float, desk: Desk, rng: random.Random) -> None:
    """Name in full whom the cuts left without a first name, and lay the paragraphs out anew; done by those who write anew."""
    if rng.random() >= s:
        return
    draft.put(mark_mentions(desk.speech, draft.units()))
    if len(draft.units()) > 3:
        draft.paragraphs = set_paragraphs(draft.units(), draft.style, rng)


def _having(draft: Draft, desk: Desk, kind: str) -> list[Unit]:
    return [u for u in draft.units() if any(kind in kinds_of(desk.speech.template(w)) for w in u.wordings)]


def _put(draft: Draft, changed: Sequence[Unit], operator: str, s: float) -> None:
    draft.put(changed)
    for u in changed:
        draft.note(operator, s, u.sources, [u.id])


OPERATORS: tuple[tuple[str, Operator], ...] = (
    ("cut_tail", cut_tail),
    ("cut_middle", cut_middle),
    ("reorder", reorder),
    ("swap", swap),
    ("requote", requote),
    ("reframe", reframe),
    ("voice", turn_voice),
    ("split", part_sentences),
    ("round", round_numbers),
    ("lose", lose),
    ("error", err),
    ("correction", correct),
    ("insert", insert),
    ("mentions", rewrite_mentions),
    ("house_style", restyle),
    ("merge_sentences", join_units),
    ("synonyms", swap_words),
)
"""All operators on sentences, in the order in which a copy applies them."""
