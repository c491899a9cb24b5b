"""The answer to `twosource check`: what the reports say to a typed claim, for a terminal and as JSON.

The words of the answer are of the reports, never of the world: nothing here is called true or false.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from twosource.records.check import Answer, Bearing, Check, Verdict, Weighed
from twosource.records.statement import Statement
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, counted, first_up, label_story, listed, ranged
from twosource.render.terminal import Terminal, page
from twosource.render.words import link_words, statement_line

FORMAT = "twosource.check"
VERSION = 1
MANY = 6
"""More statements of one bearing are counted, not printed."""
HEADS: dict[Bearing, str] = {
    "supports": "Supported by",
    "denies": "Denied by",
    "contradicts": "Contradicted by",
    "in-part": "In part",
}
WORDS: dict[Verdict, str] = {
    "supported": "supported by",
    "in-part": "in part",
    "denied": "denied by",
    "contradicted": "contradicted by",
    "not-said": "no report says this",
}


def render_check(check: Check, *, width: int = 80, ascii: bool = False, colour: bool = False) -> str:
    """Return a check as text for a terminal."""
    to = Terminal(width=width, ascii=ascii, colour=colour)
    return page(_check(to, check))


def _check(to: Terminal, check: Check) -> Iterator[str]:
    yield from to.paragraph((tool("Asked: "), Piece("said", shown(check.claim))))
    if len(check.answers) > 1:
        yield from to.paragraph((strong(f"Altogether: {WORDS[check.verdict].removesuffix(' by')}"),))
    stories = {s.id: s for s in check.account.stories}
    for answer in check.answers:
        yield ""
        if len(check.answers) > 1:
            yield from to.paragraph((tool("“"), Piece("said", shown(answer.asked)), tool("”")))
        labels = label_story(check.account, stories[answer.story]) if answer.story else None
        yield from _answer(to, answer, labels)
    yield ""
    reports = counted(len(check.account.reports), "report")
    yield from to.paragraph((soft(f"Asked of {reports}. The claim is compared with them and not counted among them."),))


def _answer(to: Terminal, answer: Answer, labels: Labels | None) -> Iterator[str]:
    if labels is None:
        yield from to.paragraph((strong("No report says this."),))
        return
    for bearing in dict.fromkeys(w.bearing for w in answer.weighed):
        group = [w for w in answer.weighed if w.bearing == bearing]
        yield from to.paragraph((strong(_head(bearing, group, answer, labels)),))
        for w in group[:MANY]:
            yield from _weighed(to, labels, w)
        if len(group) > MANY:
            yield f"  and {len(group) - MANY} more"
        yield ""
    if answer.later:
        yield from to.paragraph((strong("Since then"),))
        for id_ in answer.later[:MANY]:
            yield from _statement(to, labels, labels.statements[id_])


def _head(bearing: Bearing, group: Sequence[Weighed], answer: Answer, labels: Labels) -> str:
    reports = counted(len({labels.statements[w.statement].report for w in group}), "report")
    counts = f": {reports}" if bearing == "in-part" else f" {reports}"
    name = "Doubted by" if bearing == "denies" and all(g.slot == "hedge" for w in group for g in w.gaps) else HEADS[bearing]
    own = bearing == "supports" or (bearing == "in-part" and answer.verdict != "supported")
    if not own:
        return f"{name}{counts}"
    low, high = answer.origins_min, answer.origins_max
    origins = f"{ranged(low, high)} {'origin' if max(low, high) <= 1 else 'origins'}"
    names = listed([shown(o.label) for o in answer.origins])
    return f"{name}{counts}, {origins}: {names}"


def _weighed(to: Terminal, labels: Labels, w: Weighed) -> Iterator[str]:
    yield from _statement(to, labels, labels.statements[w.statement])
    for gap in w.gaps:
        yield from to.paragraph((tool(first_up(shown(gap.reason))),), "      ")


def _statement(to: Terminal, labels: Labels, statement: Statement) -> Iterator[str]:
    line: Line = (strong(labels.name(statement.report)),)
    for link in statement.chain:
        line = (*line, tool(" ← "), tool(link_words(link)))
    yield from to.paragraph(line, "  ", "    ")
    yield from to.paragraph((tool("“"), *statement_line(labels, statement), tool("”")), "    ")


def check_to_json(check: Check) -> str:
    """Return a check as JSON text, ended by a line feed: the verdict, and every statement that bears on the claim, in full."""
    reports = {r.id: r for r in check.account.reports}
    told = {s.id: s for story in check.account.stories for s in story.statements}
    answers = [_answer_object(a, told, {i: r.key for i, r in reports.items()}) for a in check.answers]
    whole = {"format": FORMAT, "version": VERSION, "claim": check.claim, "verdict": check.verdict, "answers": answers}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _answer_object(answer: Answer, told: dict[str, Statement], keys: dict[str, str]) -> dict[str, Any]:
    return {
        "asked": answer.asked,
        "verdict": answer.verdict,
        "story": answer.story,
        "origins_min": answer.origins_min,
        "origins_max": answer.origins_max,
        "origins": [{"id": o.id, "label": o.label, "kind": o.kind, "statements": list(o.statements)} for o in answer.origins],
        "statements": [
            {
                **_statement_object(told[w.statement], keys),
                "bearing": w.bearing,
                "gaps": [{"slot": g.slot, "reason": g.reason} for g in w.gaps],
                "share": w.share,
            }
            for w in answer.weighed
        ],
        "later": [_statement_object(told[i], keys) for i in answer.later],
    }


def _statement_object(s: Statement, keys: dict[str, str]) -> dict[str, Any]:
    return {
        "id": s.id,
        "report": s.report,
        "key": keys[s.report],
        "spans": [[x.start, x.end] for x in s.spans],
        "exact": s.exact,
        "chain": [{"source": x.source, "kind": x.kind} for x in s.chain],
    }
