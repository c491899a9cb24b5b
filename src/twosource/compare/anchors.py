"""Which event a statement speaks of: the places and times that would show that it is another one."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import eq

from twosource.compare.equivalents import canonical
from twosource.compare.features import Features
from twosource.lexicons import word_set
from twosource.records.analysis import TimeExpression
from twosource.text.intervals import days_of, meet

LEAD = 4
"""Sentences at the head of a report that tell what the story is about."""
NEAR_DAYS = 10
"""A day this close to publication is taken for the time of the story itself."""
NEAR_SYMBOLS = ("day ", "day of", "week of", "month of", "year of", "days before", "hours")
DEPENDENT = frozenset({"relcl", "acl", "advcl", "xcomp", "conj"})
PLACE_WORDS = word_set("comparison", "place_prepositions")
OTHER = word_set("comparison", "other_event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where and when, as far as it would tell one event from another."""

    places: frozenset[str]
    """Stems of names behind a preposition of place."""
    times: frozenset[str]
    """EDTF values (or symbols) of times away from the story's own days."""
    other: bool
    """A word like "earlier" or "previous" stands in it."""


def find_anchor(f: Features) -> Anchor:
    """Return the anchor of a statement; what its clause hangs on counts as part of it."""
    scope = _scope(f)
    tokens = [f.tree.tokens[i] for i in scope]
    timed = {x.i for x in tokens for t in f.times if x.start < t.span.end and t.span.start < x.end}
    times = (t for t in f.times if any(x.start < t.span.end and t.span.start < x.end for x in tokens))
    return Anchor(
        places=frozenset(canonical(t.lower) for t in tokens if t.pos == "PROPN" and t.i not in timed and _is_place(f, t.i)),
        times=frozenset(t.value or t.symbol for t in times if _is_far(t, f.published)),
        other=any(t.lower in OTHER for t in tokens),
    )


def find_main(features: Sequence[Features], anchors: Sequence[Anchor]) -> Anchor:
    """Return the places and times that the leads of at least a third of the reports name: those of the story itself."""
    places: Counter[str] = Counter()
    times: Counter[str] = Counter()
    seen: set[tuple[int, str]] = set()
    for f, anchor in zip(features, anchors, strict=True):
        if f.statement.sentence >= LEAD:
            continue
        for counter, found in ((places, anchor.places), (times, anchor.times)):
            new = [x for x in found if (f.report, x) not in seen]
            seen.update((f.report, x) for x in new)
            counter.update(new)
    enough = max(1, len({f.report for f in features}) / 3)
    return Anchor(places=_frequent(places, enough), times=_frequent(times, enough), other=False)


def same_event(a: Anchor, b: Anchor, main: Anchor) -> bool:
    """True unless place, time or a word shows that two statements speak of different events."""
    if a.other != b.other:
        return False
    return _compatible(a.places, b.places, main.places, eq) and _compatible(a.times, b.times, main.times, meet)


def _compatible(a: frozenset[str], b: frozenset[str], main: frozenset[str], same: Callable[[str, str], bool]) -> bool:
    """True when both belong to the story itself (they name none of its places or times, or one of them), or share one."""
    return _shares(a, b, same) or all(not x or _shares(x, main, same) for x in (a, b))


def _shares(a: frozenset[str], b: frozenset[str], same: Callable[[str, str], bool]) -> bool:
    return any(same(x, y) for x in a for y in b)


def _frequent(counts: Counter[str], enough: float) -> frozenset[str]:
    return frozenset(x for x, n in counts.items() if n >= enough)


def _scope(f: Features) -> list[int]:
    """Return the tokens of a statement; of one that hangs on another clause or noun, those of the whole sentence."""
    own = list(f.statement.tokens)
    if f.statement.head is None:
        return own
    head = f.tree.tokens[f.statement.head]
    return [t.i for t in f.tree.tokens] if head.dep in DEPENDENT else own


def _is_place(f: Features, i: int) -> bool:
    above = next((f.tree.tokens[a] for a in f.tree.ancestors(i) if f.tree.tokens[a].pos != "PROPN"), None)
    return above is not None and above.lower in PLACE_WORDS


def _is_far(time: TimeExpression, published: str | None) -> bool:
    if time.kind != "DATE":
        return False
    days, written = days_of(time.value), days_of(published)
    if days and written:
        return max((days[0] - written[1]).days, (written[0] - days[1]).days) > NEAR_DAYS
    return not any(n in time.symbol for n in NEAR_SYMBOLS)
