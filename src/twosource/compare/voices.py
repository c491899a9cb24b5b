"""What every statement of a story brings to the counting of origins: whose knowledge it is and whose words it uses."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.credit import fold_name
from twosource.compare.firsthand import is_first_hand
from twosource.compare.prose import PROSE, QUOTED, Gram, Words, grams
from twosource.records.analysis import Analysis
from twosource.records.attribution import Link
from twosource.records.comparison import Descent, Hidden
from twosource.records.report import Report
from twosource.records.statement import Statement

SAME_PROSE = 6
"""Words in a row that two statements must share to be one passage."""
SAME_QUOTE = 4
"""The same inside quotation marks."""
SMALL = frozenset({"of", "the", "for", "and", "on", "in"})
NAMED = frozenset({"person", "body", "outlet", "agency", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One statement with what counts for its origin."""

    statement: Statement
    report: Report
    words: frozenset[Gram]
    """Runs of words that would show that another statement is the same passage or quotes the same utterance."""
    first_hand: bool
    """True when a named source told this very newsroom, or what he or she perceived."""

    @property
    def knows(self) -> Link | None:
        """The last teller of the chain; None where the report does not say who knows."""
        return self.statement.chain[-1] if self.statement.chain else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """All statements of one story, and which of its reports rest on one text."""

    by_statement: Mapping[str, Voice]
    parents: Mapping[str, frozenset[str]]
    """By report: itself, and every report and unseen text that it descends from."""
    pairs: Mapping[frozenset[str], Descent]
    """Pairs of reports of one text where it is not known which came first: these two only."""
    labels: Mapping[str, str]
    """Names of the unseen texts, by id."""

    def common_text(self, a: str, b: str) -> str | None:
        """Return the report or unseen text that two reports both rest on, or None."""
        if a == b:
            return None
        shared = self.parents[a] & self.parents[b]
        return min(shared, key=lambda i: (i not in self.labels, i)) if shared else None

    def same_words(self, a: str, b: str) -> bool:
        """True when two statements share a run of words that shows them to be one passage or one utterance."""
        return bool(self.by_statement[a].words & self.by_statement[b].words)


def read_voices(
    members: Sequence[Analysis], words: Sequence[Words], descents: Sequence[Descent], hidden: Sequence[Hidden]
) -> Voices:
    """Return the voices of one story; `words` are the members' words."""
    typed = {w.report: w for w in words}
    voices = {
        s.id: Voice(statement=s, report=a.report, words=_tell_tale_runs(s, typed[a.report.id]), first_hand=is_first_hand(s, a))
        for a in members
        for s in a.statements
    }
    joining = [d for d in descents if d.kind not in ("quotation", "credit")]
    above: dict[str, set[str]] = {a.report.id: set() for a in members}
    for d in joining:
        if d.directed:
            above[d.child].add(d.parent)
    return Voices(
        by_statement=voices,
        parents={r: frozenset(_climb(r, above)) for r in above},
        pairs={frozenset((d.child, d.parent)): d for d in joining if not d.directed},
        labels={h.id: h.label for h in hidden},
    )


def same_source(a: Link, b: Link) -> bool:
    """True when two named tellers are, as far as their names show, one and the same."""
    if a.kind not in NAMED or b.kind not in NAMED:
        return _speaks_for(a, b) or _speaks_for(b, a)
    one, other = fold_name(a.source).split(), fold_name(b.source).split()
    if one == other:
        return True
    if a.kind != b.kind:
        return _speaks_for(a, b) or _speaks_for(b, a)
    if a.kind == "person":
        return one[-1:] == other[-1:] and (1 in (len(one), len(other)) or one[0] == other[0] or _initial(one[0], other[0]))
    short, long = sorted((one, other), key=len)
    if len(short) == 1 and len(long) > 2 and short[0] == "".join(w[0] for w in long if w not in SMALL):
        return True
    return short == long[: len(short)] or short == long[-len(short) :]


def _speaks_for(person: Link, body: Link) -> bool:
    """True for a spokesman of the body."""
    words = fold_name(f"{person.source} {person.role or ''}").split()
    name = fold_name(body.source).split()
    return (
        body.kind == "body"
        and any("spokes" in w for w in words)
        and any(words[i : i + len(name)] == name for i in range(len(words)))
    )


def _initial(a: str, b: str) -> bool:
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _climb(report: str, above: Mapping[str, set[str]]) -> set[str]:
    seen, todo = {report}, [report]
    while todo:
        for parent in above.get(todo.pop(), set()) - seen:
            seen.add(parent)
            todo.append(parent)
    return seen


def _tell_tale_runs(statement: Statement, words: Words) -> frozenset[Gram]:
    runs = []
    for span in statement.spans:
        first, last = bisect_left(words.start, span.start), bisect_left(words.start, span.end)
        runs += _runs(words, first, last, PROSE, SAME_PROSE) + _runs(words, first, last, QUOTED, SAME_QUOTE)
    return frozenset(runs)


def _runs(words: Words, first: int, last: int, kind: int, n: int) -> list[Gram]:
    """Return the runs in a range of words that are of one kind and not made of names and small words alone."""
    return [
        gram
        for gram, at in grams(words.lower[first:last], n)
        if words.kind.count(kind, first + at, first + at + n) == n and sum(words.content[first + at : first + at + n]) >= 2
    ]
