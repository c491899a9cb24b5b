"""Who descends from whom, on any file of stories; PRED is in the form of the descent scorer.

    python -m benchmarks.descent DATA.jsonl --out PRED.jsonl [--rewrites]

DATA holds a story a line: {"story", "docs": [{"id", "text", and where known "title", "outlet", "published", "byline"}]}. Where
it has an `order` and no dates, the place in it stands for the date with `--order-as-time`. Where it has `pairs`, so has PRED,
with a score each, and precision at recall .80 is printed. With `--rewrites` DATA is a folder of rewrites (one JSON file a story)
and two predictions are written beside two golds: with the agency text in the pile (`.shown`) and without it (`.hidden`).
"""

import argparse
import datetime
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from twosource.analyse import analyse_reports
from twosource.compare import compare_story
from twosource.compare.descent import trace_descent
from twosource.ids import digest
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis
from twosource.records.comparison import Comparison, Relation
from twosource.records.report import Report
from twosource.records.statement import Statement
from twosource.records.story import Story
from twosource.settings import Settings

Row = dict[str, Any]
LOSS = {"hedge": "hedge", "link": "link", "speaker": "speaker", "number": "figure", "stage": "stage"}
"""Our slot by the name that the lists of losses use."""


def read_report(row: Row) -> Report:
    """Return one document as a report; its text begins with its title."""
    title, text = row.get("title"), row["text"]
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Report(
        id=digest("report", text, title, str(row["id"])),
        key=str(row["id"]),
        text=text,
        title=title,
        title_span=(0, len(title)) if title else None,
        language="en",
        outlet=row.get("outlet"),
        published=row.get("published"),
        byline=row.get("byline"),
    )


def predict(row: Row, parser: SpacyParser, settings: Settings, losses: bool = False) -> Row:
    """Return the prediction for one story's documents, taken as one story whatever they say; with `losses` also what drifted."""
    members = tuple(analyse_reports([read_report(d) for d in row["docs"]], parser, settings))
    if losses:
        story = Story(id="story", reports=tuple(a.report.id for a in members))
        found = compare_story(story, {a.report.id: a for a in members}, settings)
        descents, hidden, lost = found.descents, found.hidden, _write_losses(members, found)
    else:
        (descents, hidden), lost = trace_descent(members, settings.descent), []
    key = {a.report.id: a.report.key for a in members} | {h.id: f"?{h.id}" for h in hidden}
    parents: dict[str, list[str]] = {a.report.key: [] for a in members}
    scores: dict[frozenset[str], float] = {}
    for d in descents:
        if d.kind not in ("quotation", "credit"):
            parents[key[d.child]].append(key[d.parent])
            scores[frozenset((key[d.child], key[d.parent]))] = d.score
    prediction: Row = {"story": row["story"], "parents": parents, "lost": lost}
    if "pairs" in row:
        prediction["pairs"] = [[a, b, *_judge_pair(a, b, parents, scores)] for a, b, *_ in row["pairs"]]
    return prediction


def _judge_pair(a: str, b: str, parents: dict[str, list[str]], scores: dict[frozenset[str], float]) -> tuple[int, float]:
    """Return whether two documents rest on one text (1 or 0), and how sure that is."""
    direct = scores.get(frozenset((a, b)))
    if direct is not None:
        return 1, direct
    common = [min(scores[frozenset((a, p))], scores[frozenset((b, p))]) for p in set(parents[a]) & set(parents[b])]
    return (1, max(common)) if common else (0, 0.0)


def _write_losses(members: Sequence[Analysis], found: Comparison) -> list[Row]:
    statements = {s.id: s for a in members for s in a.statements}
    analyses = {a.report.id: a for a in members}
    key = {a.report.id: a.report.key for a in members}
    drifts = [r for r in found.relations if r.kind == "drift" and r.slot in LOSS]
    rows = []
    for r in drifts:
        a, b = statements[r.a], statements[r.b]
        rows.append(
            {
                "from": [key[a.report], a.exact],
                "to": [key[b.report], _passage(analyses[b.report], b, r)],
                "kind": LOSS[r.slot],
                "reason": r.reason,
            }
        )
    return rows


def _passage(analysis: Analysis, statement: Statement, relation: Relation) -> str:
    """Return the words in which a loss is seen: a statement with its telling, as far as that stands in the same sentence."""
    sentence = analysis.sentences[statement.sentence].span
    told = statement.attribution
    shown = [s for e in relation.evidence for s in e.spans if s.report == analysis.report.id]
    spans = (*statement.spans, *shown, *((*told.cue, *told.source) if told else ()))
    inside = [s for s in spans if sentence.start <= s.start and s.end <= sentence.end]
    return analysis.report.text[min(s.start for s in inside) : max(s.end for s in inside)]


def precision_at(pairs: Sequence[tuple[float, int]], recall: float) -> float:
    """Return the precision of scored pairs (score, 0 or 1) at the highest threshold that reaches a recall."""
    wanted = recall * sum(y for _, y in pairs)
    right = 0
    ranked = sorted(pairs, key=lambda p: -p[0])
    for n, (score, y) in enumerate(ranked, 1):
        right += y
        last = n == len(ranked) or ranked[n][0] < score
        if last and right >= wanted:
            return right / n
    return 0.0


def read_stories(path: Path, order_as_time: bool) -> Iterator[Row]:
    """Yield the stories of a file; with `order_as_time` the place in `order` is the date, in days from 2000-01-01."""
    for line in path.open(encoding="utf-8"):
        row: Row = json.loads(line)
        if order_as_time:
            place = {str(i): n for n, i in enumerate(row["order"])}
            day = datetime.date(2000, 1, 1)
            dates = {i: (day + datetime.timedelta(days=n)).isoformat() for i, n in place.items()}
            row["docs"] = [{**d, "published": dates[str(d["id"])]} for d in row["docs"]]
        yield row


def read_rewrites(folder: Path, way: str) -> Iterator[tuple[Row, Row]]:
    """Yield pile and gold of each story of rewrites under opaque ids, the agency text "W" shown or hidden."""
    for path in sorted(folder.glob("*.json")):
        story = json.loads(path.read_text("utf-8"))
        gone = {"W"} if way == "hidden" else set[str]()
        name = {d["id"]: "?W" if d["id"] in gone else _opaque(story["story"], d["id"]) for d in story["docs"]}
        keep = [d["id"] for d in story["docs"] if d["id"] not in gone]
        docs = sorted(({**d, "id": name[d["id"]]} for d in story["docs"] if d["id"] in keep), key=lambda d: str(d["id"]))
        gold = {
            "story": story["story"],
            "docs": [d["id"] for d in docs],
            "parents": {name[d]: [name[p] for p in story["parents"][d]] for d in keep},
            "origin": {name[d]: name[story["origin"][d]] for d in keep},
            "lost": [
                {**loss, **{end: [name[loss[end][0]], loss[end][1]] for end in ("from", "to")}}
                for loss in story["lost"]
                if not gone & {loss["from"][0], loss["to"][0]}
            ],
        }
        yield {"story": story["story"], "docs": docs}, gold


def _opaque(story: str, doc: str) -> str:
    return hashlib.sha1(f"{story}/{doc}".encode(), usedforsecurity=False).hexdigest()[:8]


def count_losses(gold: Sequence[Row], predicted: Sequence[Row], texts: dict[str, str]) -> tuple[int, int]:
    """Return how many losses were found (same kind, same place downstream) and how many there are; `texts` by document."""
    hits = 0
    for loss in gold:
        doc, snippet = loss["to"]
        start = texts[doc].find(snippet)
        for mine in predicted:
            at = texts[doc].find(mine["to"][1]) if mine["to"][0] == doc and mine["kind"] == loss["kind"] else -1
            if at >= 0 and at < start + len(snippet) and start < at + len(mine["to"][1]):
                hits += 1
                break
    return hits, len(gold)


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("data", type=Path)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--order-as-time", action="store_true")
    args.add_argument("--rewrites", action="store_true")
    a = args.parse_args(argv)
    parser, settings, begun = SpacyParser(), Settings(), time.process_time()
    a.out.parent.mkdir(parents=True, exist_ok=True)
    if a.rewrites:
        for way in ("shown", "hidden"):
            _run_rewrites(a.data, a.out, way, parser, settings)
        return 0
    pairs: list[tuple[float, int]] = []
    with a.out.open("w", encoding="utf-8") as out:
        for row in read_stories(a.data, a.order_as_time):
            prediction = predict(row, parser, settings)
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            pairs += [(p[3], g[2]) for p, g in zip(prediction.get("pairs", ()), row.get("pairs", ()), strict=True)]
    if pairs:
        print(f"precision at recall .80: {precision_at(pairs, 0.8):.3f} over {len(pairs)} judged pairs")
    print(f"{time.process_time() - begun:.1f} CPU seconds, parsing included", file=sys.stderr)
    return 0


def _run_rewrites(folder: Path, out: Path, way: str, parser: SpacyParser, settings: Settings) -> None:
    piles, golds = zip(*read_rewrites(folder, way), strict=True)
    found = listed = 0
    predictions = [predict(pile, parser, settings, losses=True) for pile in piles]
    for pile, gold, prediction in zip(piles, golds, predictions, strict=True):
        texts = {d["id"]: read_report(d).text for d in pile["docs"]}
        hits, of = count_losses(gold["lost"], prediction["lost"], texts)
        found, listed = found + hits, listed + of
    for suffix, rows in (("gold", golds), ("pred", predictions)):
        lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        out.with_name(f"{out.stem}.{way}.{suffix}.jsonl").write_text(lines, "utf-8")
    print(f"agency text {way}: {found} of {listed} listed losses found")


if __name__ == "__main__":
    sys.exit(main())
