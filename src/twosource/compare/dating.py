"""When it happened: two tellings of one event whose times are compared as stretches of days, never as strings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from twosource.compare.anchors import same_event
from twosource.compare.contradiction import is_other_voice
from twosource.compare.equivalents import canonical
from twosource.compare.features import Features, statement_stems
from twosource.compare.finding import Finding, Side, is_open, say
from twosource.compare.subjects import aim_stem, predicate_stem, subject_words
from twosource.lexicons import word_set
from twosource.records.analysis import Analysis, TimeExpression
from twosource.records.comparison import RelationKind
from twosource.records.parse import Token
from twosource.records.statement import StatementTime
from twosource.text.intervals import days_of, relate

ONCE = frozenset(canonical(w) for w in word_set("once", "verbs"))
AHEAD = frozenset({"planned", "under-way"})
FINE = frozenset({"day", "weekend", "week", "month", "season", "quarter", "half", "year"})
"""Grains whose days are said, not reckoned from an hour."""
SAID = ("=", "weekday:", "yearly:")
"""Chains of times that are named. "Yesterday" hangs on the hour at which it was written."""
OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative", "agent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A statement that says once, and plainly, when its event was or is to be."""

    side: Side
    time: StatementTime
    value: str
    """EDTF: the one reading that its stage leaves."""
    chain: str
    """How the words give it."""


def find_dated(sides: Sequence[Side], where: Sequence[int], members: Sequence[Analysis]) -> Iterator[tuple[Side, Side, Finding]]:
    """Yield what the times of two tellings of one event have to do with one another; `where` is the claim of each statement."""
    places: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for side in sides:
        if dated := _read(side):
            places[predicate_stem(side.features), aim_stem(side.features)].append(dated)
    for _, told in sorted(places.items()):
        for a, b in combinations(told, 2):
            within = where[a.side.index] == where[b.side.index]
            if is_other_voice(a.side, b.side) and _is_one_event(a.side, b.side, within=within):
                yield from _compare(a, b, members, within=within)


def _compare(a: Dated, b: Dated, members: Sequence[Analysis], *, within: bool) -> Iterator[tuple[Side, Side, Finding]]:
    relation = relate(a.value, b.value)
    stages = {d.side.features.statement.stage for d in (a, b)}
    if relation in ("inside", "contains"):
        loose, exact = (b, a) if relation == "inside" else (a, b)
        yield loose.side, exact.side, _finding("narrows", loose, exact, members)
    elif relation == "disjoint" and stages == {"done"}:
        if _is_named_apart(a, b) and (within or same_event(a.side.anchor, b.side.anchor, a.side.main)):
            yield a.side, b.side, _finding("contradicts", a, b, members)
    elif relation == "disjoint" and _is_alone(a) and _is_alone(b) and (pair := _in_order(a, b)):
        yield pair[0].side, pair[1].side, _finding("updates", *pair, members)


def _read(side: Side) -> Dated | None:
    """Return the statement with its main time; None where a second one, a doubt or a doubtful reading stands in the way."""
    f = side.features
    s = f.statement
    main = [t for t in s.times if t.main]
    if len(main) != 1 or s.head is None or f.negated or s.certainty != "asserted" or s.stage not in AHEAD | {"done"}:
        return None
    if f.block == "title" or is_open(side) or f.tree.tokens[s.head].pos != "VERB":
        return None
    time = main[0]
    known = next((t for t in f.times if t.span == time.span), None)
    value = _one_reading(time, f) if known and _is_plain(time, known) and _hangs_on_head(f, time) else None
    return Dated(side=side, time=time, value=value, chain=known.chain) if known and value else None


def _is_plain(time: StatementTime, known: TimeExpression) -> bool:
    """True for a time of the event itself, neither rough nor bounded on one side nor taken from elsewhere.

    "Today" is left out: it is often the day of print by convention.
    """
    if not time.main or time.about != "event" or time.direction or time.modifier or time.evidence:
        return False
    if time.anchor not in ("none", "publication") or known.kind not in ("DATE", "TIME") or known.chain.startswith("day:0"):
        return False
    return not any(c in "~?%X" for c in time.value or "X") and ".." not in (time.value or "")


def _one_reading(time: StatementTime, f: Features) -> str | None:
    """Return the one value that a deed done before print, or one still to come, can have; None where several are left."""
    written = days_of(f.published)
    if not time.alternatives:
        return time.value
    if written is None:
        return None
    done = f.statement.stage == "done"
    spread = [(value, days) for value, _ in time.alternatives if (days := days_of(value))]
    left = {value for value, days in spread if (days[0] <= written[1] if done else days[1] >= written[0])}
    return time.value if left == {time.value} else None


def _hangs_on_head(f: Features, time: StatementTime) -> bool:
    """True where the time belongs to the statement's predicate, not to a noun in it ("the talks on Monday were praised")."""
    tokens = f.tree.tokens
    inside = {t.i for t in tokens if time.span.start <= t.start and t.end <= time.span.end}
    tops = {tokens[i].head for i in inside if tokens[i].head not in inside}
    if len(tops) != 1:
        return False
    above = tokens[tops.pop()]
    return f.statement.head in ((above.i, above.head) if above.pos == "ADP" else (above.i,))


def _is_one_event(a: Side, b: Side, *, within: bool) -> bool:
    """True where the same doer does the same to the same; statements of one claim may leave the thing unsaid."""
    one, other = subject_words(a.features), subject_words(b.features)
    if not one or not other or not (one & other if within else one <= other or other <= one):
        return False
    if _is_passive(a.features) != _is_passive(b.features) or a.anchor.other or b.anchor.other:
        return False
    left, right = _objects(a.features), _objects(b.features)
    if not within and (bool(left[""]) != bool(right[""]) or not same_event(_timeless(a).anchor, _timeless(b).anchor, a.main)):
        return False
    shared = [(left[k], right[k]) for k in left.keys() & right.keys() if left[k] and right[k]]
    return all(bool(x & y) if within else x <= y or y <= x for x, y in shared)


def _timeless(side: Side) -> Side:
    return replace(side, anchor=replace(side.anchor, times=frozenset()))


def _is_passive(f: Features) -> bool:
    return f.statement.head is not None and f.tree.child(f.statement.head, "nsubjpass", "auxpass") is not None


def _objects(f: Features) -> dict[str, frozenset[str]]:
    """Return the stems of what the deed is done to (under "") and of what stands behind each preposition, times left out."""
    found: dict[str, frozenset[str]] = {"": frozenset()}
    if f.statement.head is None:
        return found
    for child in (f.tree.tokens[c] for c in f.tree.tokens[f.statement.head].children):
        if child.dep in OBJECTS or child.pos == "ADP":
            key = "" if child.dep in OBJECTS else child.lemma
            found[key] = found.get(key, frozenset()) | _stems(f, child)
    return found


def _stems(f: Features, top: Token) -> frozenset[str]:
    tokens = (f.tree.tokens[i] for i in f.tree.subtree(top.i))
    plain = (t.i for t in tokens if not any(x.span.start <= t.start < x.span.end for x in f.times))
    return frozenset(statement_stems(f.tree, plain))


def _is_named_apart(a: Dated, b: Dated) -> bool:
    """True for two named days of what happens once, the only ones in their sentences.

    The same day of the week is no other day: a text taken over and dated later makes it one.
    """
    deed = predicate_stem(a.side.features)
    if deed not in ONCE or deed != aim_stem(a.side.features) or a.chain == b.chain or _is_one_weekday(a, b):
        return False
    return all(d.time.grain in FINE and d.chain.startswith(SAID) and _is_alone(d) for d in (a, b))


def _is_one_weekday(a: Dated, b: Dated) -> bool:
    one, other = days_of(a.value), days_of(b.value)
    return bool(one and other) and len({d.weekday() for days in (one, other) for d in days or ()}) == 1


def _is_alone(dated: Dated) -> bool:
    return sum(t.kind in ("DATE", "TIME") for t in dated.side.features.times) == 1


def _in_order(a: Dated, b: Dated) -> tuple[Dated, Dated] | None:
    """Return a plan and what a report of a later day says of it; None where the days of the reports do not tell."""
    one, other = days_of(a.side.features.published), days_of(b.side.features.published)
    if one is None or other is None or not (one[1] < other[0] or other[1] < one[0]):
        return None
    first, then = (a, b) if one[1] < other[0] else (b, a)
    return (first, then) if first.side.features.statement.stage in AHEAD and first.chain != then.chain else None


def _finding(kind: RelationKind, a: Dated, b: Dated, members: Sequence[Analysis]) -> Finding:
    says = ", ".join(f"{_teller(d, members)} says {say(d.side, d.time.span)}" for d in (a, b))
    return Finding(
        kind=kind,
        slot="date",
        strength={"narrows": 0.8, "updates": 0.9}.get(kind, 0.85),
        reason=f"{says}: {_in_words(a.value)} and {_in_words(b.value)}.",
        rule={"narrows": "date-inside", "updates": "date-moved"}.get(kind, "other-date"),
        spans=(a.time.span, b.time.span),
    )


def _teller(dated: Dated, members: Sequence[Analysis]) -> str:
    f = dated.side.features
    report = members[f.report].report
    return f.statement.chain[-1].source if f.statement.chain else report.outlet or report.key


def _in_words(value: str) -> str:
    """Return the days of an EDTF value as "11 March 2025", or as the first and the last of them."""
    days = days_of(value)
    return " to ".join(dict.fromkeys(_day(d) for d in days)) if days else value


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
