"""The account as JSON, and back. The names are fixed; offsets are code points, half open."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from twosource.errors import AccountError, Problem
from twosource.records.account import Account, Claim, Entity, MadeBy, StoryAccount, TimelineEntry
from twosource.records.attribution import Attribution, Link
from twosource.records.comparison import Descent, Hidden, Origin, Passage, Relation, ReportDate
from twosource.records.evidence import Evidence
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Resolution, Statement, StatementTime

FORMAT = "twosource.account"
VERSION = 1


def account_to_json(account: Account) -> str:
    """Return the account as JSON text, one record a line (docs/records.md); the same account gives the same bytes."""
    return "".join(_lines(account)) + "\n"


def _lines(account: Account) -> Iterator[str]:
    """Yield the text piece by piece: a pile's records never stand in memory twice as Python values."""
    made = account.made_by
    head = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": {"twosource": made.twosource, "models": dict(made.models), "settings": made.settings},
    }
    yield _dump(head)[:-1]
    yield from _list("reports", map(_plain, account.reports))
    yield from _list("problems", map(_plain, account.problems))
    yield ',\n"stories": ['
    for n, story in enumerate(account.stories):
        yield ",\n" if n else "\n"
        yield from _story(story)
    yield "]}"


def _list(name: str, values: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f',\n"{name}": ['
    for n, value in enumerate(values):
        yield (",\n" if n else "\n") + _dump(value)
    yield "]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Turn a record into JSON values, a span into `{"report", "span"}`."""
    if isinstance(value, Span):
        return {"report": value.report, "span": [value.start, value.end]}
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _story(story: StoryAccount) -> Iterator[str]:
    yield _dump({"id": story.id, "title": story.title, "reports": story.reports})[:-1]
    yield from _list("statements", map(_statement, story.statements))
    for name in ("claims", "relations", "descents", "hidden", "timeline", "entities", "dates"):
        yield from _list(name, map(_plain, getattr(story, name)))
    yield "}"


def _here(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans of a statement's own report, as pairs."""
    return [[s.start, s.end] for s in spans]


def _statement(s: Statement) -> dict[str, Any]:
    out: dict[str, Any] = _plain(s)
    out["spans"] = _here(s.spans)
    a = s.attribution
    if a is not None:
        out["attribution"] = {
            "cue": _here(a.cue),
            "source": _here(a.source),
            "content": _here(a.content),
            "rule": a.rule,
            "speech": a.speech,
            "hedge": a.hedge,
            "detail": a.detail,
        }
    out["chain"] = [
        {
            **_plain(link),
            "spans": _here(link.spans),
            "resolved_from": _here(link.resolved_from),
            "reason": _here((link.reason,))[0] if link.reason else None,
        }
        for link in s.chain
    ]
    out["times"] = [{**_plain(t), "span": [t.span.start, t.span.end]} for t in s.times]
    out["resolved"] = [{**_plain(r), "span": [r.span.start, r.span.end]} for r in s.resolved]
    return out


def account_from_json(text: str) -> Account:
    """Return the account written in JSON text. Raises AccountError saying what is wrong with it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as e:
        raise AccountError(f"not JSON: {e}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise AccountError(f'not an account: "format" is not "{FORMAT}"')
    if data.get("version") != VERSION:
        raise AccountError(f"an account of version {data.get('version')}; this program reads version {VERSION}")
    try:
        return _account(data)
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        raise AccountError(f"a damaged account: {type(e).__name__}: {e}") from None


def _account(data: dict[str, Any]) -> Account:
    made = data["made_by"]
    return Account(
        made_by=MadeBy(twosource=made["twosource"], models=tuple(sorted(made["models"].items())), settings=made["settings"]),
        reports=tuple(_report(r) for r in data["reports"]),
        problems=tuple(Problem(**p) for p in data["problems"]),
        stories=tuple(_read_story(s) for s in data["stories"]),
    )


def _known(record: type, row: dict[str, Any]) -> dict[str, Any]:
    """The keys of a row that the record has; lists become tuples."""
    names = {f.name for f in fields(record)}
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k in names}


def _evidence(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(**{**_known(Evidence, r), "spans": tuple(Span(x["report"], *x["span"]) for x in r["spans"])}) for r in rows
    )


def _report(row: dict[str, Any]) -> Report:
    return Report(**{**_known(Report, row), "published_evidence": _evidence(row.get("published_evidence", []))})


def _read_story(row: dict[str, Any]) -> StoryAccount:
    return StoryAccount(
        id=row["id"],
        title=row["title"],
        reports=tuple(row["reports"]),
        statements=tuple(_read_statement(s) for s in row["statements"]),
        claims=tuple(
            Claim(
                **{**_known(Claim, c), "origins": tuple(_origin(o) for o in c["origins"]), "evidence": _evidence(c["evidence"])}
            )
            for c in row["claims"]
        ),
        relations=tuple(Relation(**{**_known(Relation, r), "evidence": _evidence(r["evidence"])}) for r in row["relations"]),
        descents=tuple(_descent(d) for d in row["descents"]),
        hidden=tuple(Hidden(**{**_known(Hidden, h), "evidence": _evidence(h["evidence"])}) for h in row["hidden"]),
        timeline=tuple(TimelineEntry(**_known(TimelineEntry, t)) for t in row["timeline"]),
        dates=tuple(ReportDate(**{**_known(ReportDate, d), "evidence": _evidence(d["evidence"])}) for d in row.get("dates", ())),
        entities=tuple(
            Entity(**{**_known(Entity, e), "mentions": tuple(Span(m["report"], *m["span"]) for m in e["mentions"])})
            for e in row["entities"]
        ),
    )


def _origin(row: dict[str, Any]) -> Origin:
    return Origin(**{**_known(Origin, row), "why": _evidence(row["why"])})


def _descent(row: dict[str, Any]) -> Descent:
    passages = tuple(Passage(child=tuple(p["child"]), parent=tuple(p["parent"])) for p in row["passages"])
    return Descent(**{**_known(Descent, row), "passages": passages, "evidence": _evidence(row["evidence"])})


def _read_time(report: str, row: dict[str, Any]) -> StatementTime:
    return StatementTime(
        **{
            **_known(StatementTime, row),
            "span": Span(report, *row["span"]),
            "alternatives": tuple((value, weight) for value, weight in row.get("alternatives", ())),
            "evidence": _evidence(row.get("evidence", [])),
        }
    )


def _read_statement(row: dict[str, Any]) -> Statement:
    report = row["report"]

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span(report, start, end) for start, end in pairs)

    chain = tuple(
        Link(
            **{
                **_known(Link, link),
                "spans": spans(link["spans"]),
                "resolved_from": spans(link.get("resolved_from", [])),
                "reason": spans([link["reason"]])[0] if link.get("reason") else None,
            }
        )
        for link in row["chain"]
    )
    a = row["attribution"]
    attribution = a and Attribution(
        **{
            **_known(Attribution, a),
            "cue": spans(a["cue"]),
            "source": spans(a["source"]),
            "content": spans(a["content"]),
            "chain": chain,
        }
    )
    return Statement(
        **{
            **_known(Statement, row),
            "spans": spans(row["spans"]),
            "attribution": attribution,
            "chain": chain,
            "times": tuple(_read_time(report, t) for t in row["times"]),
            "resolved": tuple(Resolution(**{**r, "span": Span(report, *r["span"])}) for r in row["resolved"]),
            "evidence": _evidence(row["evidence"]),
        }
    )
