"""The words of reports as lines: verbatim where a report wrote them, in brackets where the tool put something in."""

import re
from collections.abc import Sequence
from itertools import pairwise

from twosource.records.account import Claim
from twosource.records.attribution import Link
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.render.inline import Line, Mark, Piece, added, inner, said, shown, tool
from twosource.render.labels import Labels

GAP = added("[...]")
DENIED = added("[denied:]")
_BRACKETS = re.compile(r"(\[[^\[\]]*\])")
REACH = 200
_STOP = re.compile(r"[.!?][”’\"')]{0,2}\s+(?=[A-Z“‘\"])")
_SAYS_SO = re.compile(r"\b(?:named|anonymity|anonymous|unnamed|unidentified|identified)\b", re.IGNORECASE)


def statement_line(labels: Labels, statement: Statement) -> Line:
    """Return the words of a statement: [...] for what is left out between its pieces, [denied:] before what is denied."""
    text = labels.reports[statement.report].text
    out: list[Piece] = [DENIED, tool(" ")] if statement.leaves_denial_out else []
    for n, span in enumerate(statement.spans):
        out.extend([tool(" "), GAP, tool(" ")] if n else [])
        out.append(said(text[span.start : span.end]))
    return tuple(out)


def claim_line(labels: Labels, claim: Claim) -> Line:
    """Return the wording of a claim. Falls back to the bare words of its statement where the wording is not made of them."""
    statement = labels.statements[claim.wording_from]
    pieces = _divide(claim.wording, labels.texts[statement.report])
    return pieces if pieces else statement_line(labels, statement)


def _divide(wording: str, text: str) -> Line:
    """Part a wording into what the report wrote and what was added; empty where a part is neither."""
    if shown(wording) in text:
        return (said(wording),)
    parts = [p for p in _BRACKETS.split(wording) if p]
    out: list[Piece] = []
    for i, part in enumerate(parts):
        context = shown("".join(parts[max(0, i - 1) : i + 2]))
        if _BRACKETS.fullmatch(part) and part != "[...]" and context in text and shown(part) in text:
            out.append(said(part))  # the report's own brackets
        elif _BRACKETS.fullmatch(part):
            out.append(added(part))
        elif shown(part) in text:
            out.append(said(part))
        else:
            return ()
    return tuple(out)


def around(report: Report, spans: Sequence[Span]) -> tuple[str, str]:
    """Return what stands before and after some spans of a report: whole sentences where one ends within `REACH` characters.

    A side that had to be cut ends in "...". Nothing is taken from beyond an empty line.
    """
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return _before(report.text[:start]), _after(report.text[end:])


def _before(text: str) -> str:
    near = text[-REACH:].rpartition("\n\n")[2]
    if len(near) == len(text) or len(near) < REACH:
        return inner(near)
    stop = _STOP.search(near)
    cut = stop.end() if stop else near.find(" ") + 1
    return inner(near[cut:]) if stop else inner("..." + near[cut:])


def _after(text: str) -> str:
    near = text[:REACH].partition("\n\n")[0]
    if len(near) == len(text) or len(near) < REACH:
        return inner(near)
    stops = list(_STOP.finditer(near))
    if stops:
        return inner(near[: stops[-1].end()].rstrip())
    return inner(near[: max(near.rfind(" "), 0)] + "...")


def sentence_line(labels: Labels, statement: Statement) -> Line:
    """Return the sentence of a statement, what is not of the statement itself marked as context; of a long one, the near part."""
    report = labels.reports[statement.report]
    spans = merged(statement.spans)
    low, high = _sentence(report.text, spans[0].start, spans[-1].end)
    out: list[Piece] = [said(report.text[low : spans[0].start], "context")]
    for i, span in enumerate(spans):
        if i:
            out.extend(_between(report.text[spans[i - 1].end : span.start]))
        out.append(said(report.text[span.start : span.end]))
    out.append(said(report.text[spans[-1].end : high], "context"))
    return tuple(p for p in out if p.text)


def _between(text: str) -> list[Piece]:
    return [said(text, "context")] if len(text) <= REACH else [tool(" "), GAP, tool(" ")]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around some words begins and ends; at most `REACH` characters on, never past an empty line."""
    before = text[max(0, start - REACH) : start].rpartition("\n\n")[2]
    stops = list(_STOP.finditer(before + text[start : start + 1]))  # the words may begin the sentence
    after = text[end : end + REACH].partition("\n\n")[0]
    stop = _STOP.search(text[end - 1 : end] + after)  # the words may end in the full stop
    kept = after[: stop.end() - 1].rstrip() if stop else after.rstrip()
    if not stop and len(after) == REACH:
        kept = after[: after.rfind(" ") + 1].rstrip()
    return start - len(before) + (stops[-1].end() if stops else 0), end + len(kept)


def marked_line(labels: Labels, statement: Statement, marks: Sequence[tuple[Span, Mark]]) -> Line:
    """Return the words of a statement with the marked ones set off.

    Marked words outside the statement (a source, say) are shown with it; what lies between is shown as [...] when it is long.
    """
    report = labels.reports[statement.report]
    mine = [(s, m) for s, m in marks if s.report == report.id and s.start < s.end]
    wanted = merged([*statement.spans, *(s for s, _ in mine)], 30)
    out: list[Piece] = []
    for span in wanted:
        out.extend([tool(" "), GAP, tool(" ")] if out else [])
        out.extend(_cut(report, span, mine))
    return tuple(out)


def merged(spans: Sequence[Span], gap: int = 0) -> list[Span]:
    """Return spans of one report in order, those that overlap or stand at most `gap` characters apart drawn together."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + gap:
            out[-1] = Span(span.report, out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _cut(report: Report, span: Span, marks: Sequence[tuple[Span, Mark]]) -> list[Piece]:
    """The words of one span, parted where a mark begins or ends; an earlier mark covers a later one."""
    edges = sorted({span.start, span.end, *(e for s, _ in marks for e in (s.start, s.end) if span.start < e < span.end)})
    runs: list[tuple[int, int, Mark]] = []
    for low, high in pairwise(edges):
        mark: Mark = next((m for s, m in marks if s.start <= low and high <= s.end), "")
        if runs and runs[-1][2] == mark:
            runs[-1] = (runs[-1][0], high, mark)
        else:
            runs.append((low, high, mark))
    return [said(report.text[low:high], mark) for low, high, mark in runs]


def link_words(link: Link) -> str:
    """Return how a teller is shown: name and role, or the report's words for somebody it does not name."""
    source = shown(link.source)
    if is_hearsay(link):
        return f"nobody named (“{source}”)"
    if link.kind == "unnamed":
        return source if _SAYS_SO.search(source) else f"{source}, not named"
    role = shown(link.role or "")
    return f"{source}, {role}" if role and role.casefold() not in source.casefold() else source


def is_hearsay(link: Link | None) -> bool:
    """True where the report only says that somebody says so ("reportedly", "is believed"), and not who."""
    return link is not None and link.kind == "unnamed" and link.how.startswith("impersonal")


def short_name(link: Link | None) -> str:
    """Return a teller in a word or two, for a table cell."""
    if link is None:
        return "no source"
    if is_hearsay(link):
        return "hearsay"
    if link.kind == "unnamed":
        return "unnamed"
    source = shown(link.source)
    return source.rsplit(" ", 1)[-1] if link.kind == "person" else source


def knower(statement: Statement) -> Link | None:
    """Return the last of a statement's chain: who is said to know."""
    return statement.chain[-1] if statement.chain else None
