"""Score the relation that is found between two sentences, on pairs written for the project.

    python -m benchmarks.pairs [dev|test|all] [--bare] [--errors] [--classes]

Each pair of tests/cases/claims/pairs_*.toml is read as two reports of one sentence each, in one story with two reports of
background (without them every word of a story of two sentences is rare or common by chance; `--bare` leaves them out), and goes
through the same stages as any pile. What is found between the two sentences: a conflict before an update, an update before a
narrowing, that before one claim, else unrelated. The test half is scored, not tuned on: `--errors` shows the dev half alone.
"""

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.analyse import analyse_reports
from twosource.compare.claims import cluster_statements
from twosource.compare.relations import find_relations
from twosource.ids import digest
from twosource.models.base import Parser
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis
from twosource.records.report import Report
from twosource.settings import Settings

CASES = Path(__file__).parents[1] / "tests" / "cases" / "claims"
LABELS = ("same", "narrows", "updates", "disputes", "contradicts", "unrelated")
ORDER = ("contradicts", "disputes", "updates", "narrows")
"""Which of several relations between two sentences counts."""
CONFLICTS = frozenset({"contradicts", "disputes"})
TOGETHER = frozenset({"same", "narrows"})
RECALLS = (0.6, 0.75)
BACKGROUND = (
    "Volunteers handed out soup in a gymnasium. The wind had been blowing from the north-east since the weekend. A brass band "
    "rehearsed in the square as if nothing had happened. Farmers complained about the price of hay. The library kept its hours. "
    "An old weathercock was put back on its spire.",
    "Schoolchildren planted a row of lime trees. The parish priest read from a thick book. Swans had returned to the pond. "
    "Two cousins opened a bicycle repair shop. Nobody remembered so mild an evening. The ice cream van came at five.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences and what a careful reader says of them."""

    kind: str
    """What the pair tries."""
    label: str
    accept: frozenset[str]
    """The label and further ones that are as good."""
    texts: tuple[str, str]
    dates: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found between the two sentences of a pair."""

    label: str
    strength: float
    """0 to 1, of the relation found; 0 where none was."""
    rule: str

    def fits(self, pair: Pair) -> bool:
        """True when the label is right."""
        return self.label in pair.accept


def load_pairs(half: str) -> list[Pair]:
    """Return the pairs of the `dev` or `test` half, in the order of the file."""
    rows = tomllib.loads((CASES / f"pairs_{half}.toml").read_text("utf-8"))["pair"]
    return [
        Pair(
            kind=row["class"],
            label=row["label"],
            accept=frozenset([row["label"], *row.get("accept", ())]),
            texts=(row["a"], row["b"]),
            dates=tuple(row.get("dates", (None, None))),
        )
        for row in rows
    ]


def answer_pairs(pairs: Sequence[Pair], parser: Parser, settings: Settings, bare: bool = False) -> list[Answer]:
    """Return what is found for each pair, in order."""
    reports = [_report(text, f"{n}{side}", day) for n, p in enumerate(pairs) for side, text, day in _sides(p)]
    around = [] if bare else [_report(text, f"background{n}", None) for n, text in enumerate(BACKGROUND)]
    analyses = list(analyse_reports([*reports, *around], parser, settings))
    background = analyses[len(reports) :]
    return [_answer(analyses[2 * n], analyses[2 * n + 1], background, settings) for n in range(len(pairs))]


def _sides(pair: Pair) -> Iterable[tuple[str, str, str | None]]:
    return zip("ab", pair.texts, pair.dates, strict=True)


def _report(text: str, key: str, published: str | None) -> Report:
    return Report(id=digest("report", text, key), key=key, text=text, published=published, language="en")


def _answer(a: Analysis, b: Analysis, background: Sequence[Analysis], settings: Settings) -> Answer:
    members = (a, b, *background)
    clusters = cluster_statements(members, settings.claims)
    left, right = ({s.id for s in x.statements} for x in (a, b))
    found = [
        r
        for r in find_relations(members, clusters, settings.relations)
        if (r.a in left and r.b in right) or (r.a in right and r.b in left)
    ]
    if found:
        first = min(found, key=lambda r: (ORDER.index(r.kind), -(r.evidence[0].score or 0.0)))
        return Answer(label=first.kind, strength=first.evidence[0].score or 0.0, rule=first.evidence[0].kind)
    if any(left.intersection(c.statements) and right.intersection(c.statements) for c in clusters):
        return Answer(label="same", strength=0.0, rule="one-claim")
    return Answer(label="unrelated", strength=0.0, rule="")


def measure(pairs: Sequence[Pair], answers: Sequence[Answer]) -> dict[str, float]:
    """Return the figures of a run, 0 to 1: right answers, precision and recall of each label and of what matters to a reader."""
    both = list(zip(pairs, answers, strict=True))
    figures = {"right": _share([x.fits(p) for p, x in both])}
    for label in LABELS:
        figures[f"{label} p"] = _share([x.fits(p) for p, x in both if x.label == label])
        figures[f"{label} r"] = _share([x.fits(p) for p, x in both if p.label == label])
    called = [p for p, x in both if x.label in CONFLICTS]
    figures["conflict p"] = _share([bool(CONFLICTS & p.accept) for p in called])
    figures["conflict r"] = _share([x.label in CONFLICTS or x.fits(p) for p, x in both if p.label in CONFLICTS])
    figures["one claim p"] = _share([bool(TOGETHER & p.accept) for p, x in both if x.label in TOGETHER])
    figures["one claim r"] = _share([x.label in TOGETHER for p, x in both if p.label in TOGETHER])
    figures["updates taken for a conflict"] = _share([x.label in CONFLICTS for p, x in both if p.label == "updates"])
    for least in RECALLS:
        figures[f"contradicts p at r {least:.2f}"] = precision_at(both, least)
    return figures


def precision_at(both: Sequence[tuple[Pair, Answer]], recall: float) -> float:
    """Return the precision of the strongest `contradicts` that reach a recall; 0 where all of them do not."""
    wanted = sum(p.label == "contradicts" for p, _ in both)
    called = sorted(((-x.strength, x.fits(p)) for p, x in both if x.label == "contradicts"), key=lambda c: c[0])
    right = 0
    for taken, (_, fits) in enumerate(called, 1):
        right += fits
        if right >= recall * wanted:
            return right / taken
    return 0.0


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("half", nargs="?", choices=("dev", "test", "all"), default="all")
    args.add_argument("--bare", action="store_true", help="no background reports")
    args.add_argument("--errors", action="store_true", help="list the pairs of the dev half that came out wrong")
    args.add_argument("--classes", action="store_true", help="what each class was taken for")
    a = args.parse_args(argv)
    parser = SpacyParser()
    halves = ("dev", "test") if a.half == "all" else (a.half,)
    figures = {}
    for half in halves:
        pairs = load_pairs(half)
        answers = answer_pairs(pairs, parser, Settings(), a.bare)
        figures[half] = measure(pairs, answers)
        if a.classes:
            _print_classes(half, pairs, answers)
        if a.errors and half == "dev":
            _print_errors(pairs, answers)
    print(f"{'':30}" + "".join(f"{half:>8}" for half in halves))
    for name in figures[halves[0]]:
        print(f"{name:30}" + "".join(f"{figures[half][name]:8.3f}" for half in halves))
    return 0


def _print_classes(half: str, pairs: Sequence[Pair], answers: Sequence[Answer]) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for p, x in zip(pairs, answers, strict=True):
        table[p.kind][x.label] += 1
        table[p.kind]["right"] += x.fits(p)
    print(f"{half + ', taken for':34}" + "".join(f"{label:>12}" for label in (*LABELS, "right")))
    for kind, row in table.items():
        print(f"{kind:34}" + "".join(f"{row[label] or '.':>12}" for label in (*LABELS, "right")))
    print()


def _print_errors(pairs: Sequence[Pair], answers: Sequence[Answer]) -> None:
    for p, x in zip(pairs, answers, strict=True):
        if not x.fits(p):
            print(f"{p.kind}: {p.label}, taken for {x.label} ({x.rule} {x.strength:.2f})\n    {p.texts[0]}\n    {p.texts[1]}")
    print()


if __name__ == "__main__":
    sys.exit(main())
