"""The copy trap: a retelling published later keeps its source's "Monday", which is then counted from the source's date.

Where a report's text comes from another's, and the same words stand among the same words in both, their day is the origin's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from twosource.records.analysis import Analysis, TimeExpression
from twosource.records.comparison import Descent, Hidden, Passage, ReportDate
from twosource.records.evidence import Evidence
from twosource.records.span import Span
from twosource.records.statement import Statement, StatementTime
from twosource.text.calendar import day_of
from twosource.text.deixis import resolve
from twosource.text.intervals import days_of, relate
from twosource.text.timex import edtf_of

KINDS = frozenset({"copy", "rewrite", "revision"})
NEIGHBOURS = 4
"""So many words beside a time must be the same for it to be taken over with them."""
Anchored = dict[Span, TimeExpression]
Reasons = dict[Span, Evidence]


def anchor_times(
    members: Sequence[Analysis], descents: Sequence[Descent], hidden: Sequence[Hidden], dates: Sequence[ReportDate]
) -> tuple[tuple[str, tuple[StatementTime, ...]], ...]:
    """Return the times of the statements that the story changes, by statement id, in order."""
    anchored, reasons = _fill_bounded(members, dates)
    by_id = {a.report.id: a for a in members}
    for child, origin, passages in _pairs(descents, hidden, by_id):
        _take_over(child, origin, passages, anchored, reasons)
    return tuple((s.id, times) for a in members for s in a.statements if (times := _changed(s, anchored, reasons)) is not None)


def with_times(members: Sequence[Analysis], times: Sequence[tuple[str, tuple[StatementTime, ...]]]) -> tuple[Analysis, ...]:
    """Return the analyses with those times in their statements and expressions."""
    told = dict(times)
    return tuple(_with_times(a, told) if any(s.id in told for s in a.statements) else a for a in members)


def _with_times(a: Analysis, told: Mapping[str, tuple[StatementTime, ...]]) -> Analysis:
    statements = tuple(replace(s, times=told[s.id]) if s.id in told else s for s in a.statements)
    new = {t.span: t.value for s in statements if s.id in told for t in s.times if t.anchor == "origin" or t.evidence}
    times = tuple(replace(t, value=new[t.span], anchor="origin") if t.span in new else t for t in a.times)
    news_day = next((t for t in times if a.news_day and t.span == a.news_day.span), None)
    return replace(a, statements=statements, times=times, news_day=news_day)


def _fill_bounded(members: Sequence[Analysis], dates: Sequence[ReportDate]) -> tuple[Anchored, Reasons]:
    """Fill what hangs on a date that descents bound, where every day it may be gives the same."""
    anchored: Anchored = {}
    reasons: Reasons = {}
    bounds = {d.report: d for d in dates}
    for a in members:
        known = bounds.get(a.report.id)
        days = days_of(known.value) if known and not day_of(a.report.published) else None
        if known is None or days is None:
            continue
        for t in a.times:
            if t.value is None and t.chain and t.anchor == "publication":
                first, last = (edtf_of(resolve(t.chain, day)) for day in days)
                if first and first == last:
                    anchored[t.span] = replace(t, value=first)
                    detail = f"Whenever it was written ({known.value}), this is {first}."
                    reasons[t.span] = Evidence(kind="bounded-time", detail=detail, spans=(t.span,))
    return anchored, reasons


def _pairs(
    descents: Sequence[Descent], hidden: Sequence[Hidden], by_id: Mapping[str, Analysis]
) -> Iterator[tuple[Analysis, Analysis, tuple[Passage, ...]]]:
    """Yield a report, one that told the same words before it, and where; origins before what comes from them."""
    pairs = []
    for d in descents:
        if d.kind in KINDS and d.child in by_id and d.parent in by_id:
            child, parent = by_id[d.child], by_id[d.parent]
            if d.directed or _published(parent) <= _published(child):
                pairs.append((child, parent, d.passages))
            else:  # the same words mean the same day, whoever had them first: the earlier date is the nearer one
                pairs.append((parent, child, tuple(Passage(child=p.parent, parent=p.child) for p in d.passages)))
    for h in hidden:
        children = sorted((by_id[c] for c in h.children if c in by_id), key=_published)
        pairs += [(later, first, ()) for first, later in combinations(children, 2)]
    yield from sorted(pairs, key=lambda p: (_published(p[1]), _published(p[0])))


def _published(a: Analysis) -> tuple[str, str]:
    return a.report.published or "9999", a.report.id


def _take_over(child: Analysis, origin: Analysis, passages: Sequence[Passage], anchored: Anchored, reasons: Reasons) -> None:
    if not origin.report.published:
        return
    same: dict[tuple[str, str], list[TimeExpression]] = defaultdict(list)
    for t in origin.times:
        if t.chain and t.anchor == "publication":
            same[_key(origin, t)].append(t)
    for t in child.times:
        for source in same.get(_key(child, t), ()):
            value = anchored.get(source.span, source).value
            if (
                value
                and _stand_alike(child, t, origin, source, passages)
                and relate(anchored.get(t.span, t).value, value) != "equal"
            ):
                anchored[t.span] = replace(t, value=value, timex=source.timex, anchor="origin")
                words = child.report.words(t.span)
                detail = (
                    f"“{words}” stands in words taken from {origin.report.key}, dated {origin.report.published}: it is {value}."
                )
                reasons[t.span] = Evidence(kind="copied-time", detail=detail, spans=(t.span, source.span))
                break


def _key(a: Analysis, t: TimeExpression) -> tuple[str, str]:
    return a.report.words(t.span).casefold(), t.chain


def _stand_alike(
    child: Analysis, t: TimeExpression, origin: Analysis, source: TimeExpression, passages: Sequence[Passage]
) -> bool:
    """True when two times stand in words that are the same: in one aligned passage, or beside the same neighbours."""
    if any(_inside(t.span, p.child) and _inside(source.span, p.parent) for p in passages):
        return True
    one, other = _neighbours(child, t), _neighbours(origin, source)
    return any(len(x) == NEIGHBOURS and x == y for x, y in zip(one, other, strict=True))


def _inside(span: Span, place: tuple[int, int]) -> bool:
    return place[0] <= span.start and span.end <= place[1]


def _neighbours(a: Analysis, t: TimeExpression) -> tuple[list[str], list[str]]:
    before = a.report.text[max(0, t.span.start - 80) : t.span.start].casefold().split()
    after = a.report.text[t.span.end : t.span.end + 80].casefold().split()
    return before[-NEIGHBOURS:], after[:NEIGHBOURS]


def _changed(s: Statement, anchored: Anchored, reasons: Reasons) -> tuple[StatementTime, ...] | None:
    if not any(t.span in anchored for t in s.times):
        return None
    return tuple(
        replace(t, value=new.value, anchor=new.anchor, alternatives=(), evidence=(reasons[t.span],))
        if (new := anchored.get(t.span))
        else t
        for t in s.times
    )
