"""How many origins? The same stories, side by side: our stemma, near-duplicate hashing, and headlines that share words.

    python -m benchmarks.origins STORIES.jsonl... [--scorer descent.py] [--out FOLDER]

Each STORIES file holds a story a line, as benchmarks.descent reads it and `python -m benchmarks.worlds` writes it; its gold
stands beside it under the same name with "gold" for "stories". Peers: datasketch's LSH over five-word shingles, where it is
installed, and the published rule of corroborate-mcp (content words of the headlines, Jaccard of .55 or more). `joined` is the
share of all pairs without a common root that were put together; `severity` is the recall of same-origin pairs by how severe the
heavier copying of the two was. Our own row stands twice: joined by any chain of parents, as the scorer takes it, so that a
report made from two origins makes them one; and by each report's strongest parent alone.
"""

import argparse
import importlib.util
import itertools
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.account import SHARED, load_scorer
from benchmarks.descent import read_report, read_stories
from twosource.analyse import analyse_reports
from twosource.compare.descent import trace_descent
from twosource.models.builtin import SpacyParser
from twosource.settings import Settings

Row = dict[str, Any]
Method = Callable[[Row], Row]
OURS = "twosource"
WORD = re.compile(r"[^\W_]+")
SHINGLE, HASHES, LIKE = 5, 128, 0.5
HEADLINE_LIKE = 0.55
BINS = ((0.0, 0.4), (0.4, 0.7), (0.7, 1.01))
EMPTY = frozenset(
    (
        "a", "about", "after", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "how", "in", "into",
        "is", "it", "its", "of", "on", "or", "over", "say", "says", "that", "the", "their", "this", "to", "up", "was", "were",
        "what", "when", "where", "which", "who", "why", "will", "with", "you", "your",
    )
)  # fmt: skip
"""Words of a headline that carry no content; a list of our own."""


def by_stemma(parser: SpacyParser, settings: Settings) -> Method:
    """Return our own method: reports joined by any chain of parents, seen or unseen, have one origin."""

    def predict(row: Row) -> Row:
        members = tuple(analyse_reports([read_report(d) for d in row["docs"]], parser, settings))
        descents, hidden = trace_descent(members, settings.descent)
        key = {a.report.id: str(a.report.key) for a in members} | {h.id: f"?{h.id}" for h in hidden}
        parents: dict[str, list[str]] = {str(a.report.key): [] for a in members}
        for d in sorted((d for d in descents if d.kind not in ("quotation", "credit")), key=lambda d: (-d.score, d.id)):
            parents[key[d.child]].append(key[d.parent])
        edges = [(child, parent) for child, found in parents.items() for parent in found]
        names = dict.fromkeys([*parents, *(parent for _, parent in edges)])
        return {"story": row["story"], "parents": parents, "origin": join_pairs(list(names), edges)}

    return predict


def lead_back(prediction: Row) -> Row:
    """Return a prediction in which the strongest parent alone gives a report its origin: a merged report joins nothing."""
    main = {child: found[0] for child, found in prediction["parents"].items() if found}
    return {**prediction, "origin": {child: _follow(child, main) for child in prediction["parents"]}}


def _follow(report: str, main: Mapping[str, str]) -> str:
    """Return where a chain of strongest parents ends; for a ring, its first member by name."""
    seen = [report]
    while (above := main.get(seen[-1])) is not None:
        if above in seen:
            return min(seen[seen.index(above) :])
        seen.append(above)
    return seen[-1]


def by_headline(row: Row) -> Row:
    """Join reports whose headlines share most of their content words."""
    words = {d["id"]: {w for w in WORD.findall((d.get("title") or "").lower()) if w not in EMPTY} for d in row["docs"]}
    pairs = itertools.combinations(sorted(words), 2)
    like = [(a, b) for a, b in pairs if words[a] and len(words[a] & words[b]) >= HEADLINE_LIKE * len(words[a] | words[b])]
    return {"story": row["story"], "origin": join_pairs(sorted(words), like), "parents": {}}


def by_hashing(row: Row) -> Row:
    """Join reports that datasketch's LSH calls near-duplicates."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found, import-untyped, unused-ignore]

    index = MinHashLSH(threshold=LIKE, num_perm=HASHES)
    like = []
    for d in sorted(row["docs"], key=lambda d: str(d["id"])):
        words = WORD.findall(d["text"].lower())
        signature = MinHash(num_perm=HASHES)
        for i in range(max(1, len(words) - SHINGLE + 1)):
            signature.update(" ".join(words[i : i + SHINGLE]).encode())
        like += [(other, d["id"]) for other in index.query(signature)]
        index.insert(d["id"], signature)
    return {"story": row["story"], "origin": join_pairs([d["id"] for d in row["docs"]], like), "parents": {}}


def join_pairs(ids: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the group of each id, named by its first member, when the pairs are closed into groups."""
    group = {i: i for i in ids}
    for a, b in pairs:
        old, new = max(group[a], group[b]), min(group[a], group[b])
        group = {i: new if g == old else g for i, g in group.items()}
    return group


def count_joined(gold: Mapping[str, Row], found: Mapping[str, Row]) -> float:
    """Return the share of pairs without a common root that were given one origin."""
    apart = [
        found[s]["origin"][a] == found[s]["origin"][b]
        for s, g in gold.items()
        for a, b in itertools.combinations(g["docs"], 2)
        if not _roots(g, a) & _roots(g, b)
    ]
    return sum(apart) / len(apart) if apart else 0.0


def _roots(gold: Row, report: str) -> set[str]:
    return set(gold["origins"][report]) if "origins" in gold else {gold["origin"][report]}


def recall_by_severity(gold: Mapping[str, Row], found: Mapping[str, Row]) -> list[str]:
    """Return the recall of same-origin pairs in three bins of severity, "-" for an empty bin."""
    hits: dict[int, list[bool]] = {n: [] for n in range(len(BINS))}
    for s, g in gold.items():
        severity = g.get("severity", {})
        for a, b in itertools.combinations(g["docs"], 2):
            worst = max(severity.get(a, 0.0), severity.get(b, 0.0))
            if severity and g["origin"][a] == g["origin"][b]:
                n = next(n for n, (low, high) in enumerate(BINS) if low <= worst < high)
                hits[n].append(found[s]["origin"][a] == found[s]["origin"][b])
    return [f"{sum(h) / len(h):.2f}" if h else "-" for h in hits.values()]


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("stories", type=Path, nargs="+")
    args.add_argument("--scorer", type=Path, default=SHARED / "score" / "descent.py")
    args.add_argument("--out", type=Path, help="folder for the predictions")
    a = args.parse_args(argv)
    scorer = load_scorer(a.scorer)
    methods: dict[str, Method] = {OURS: by_stemma(SpacyParser(), Settings()), "headlines": by_headline}
    if importlib.util.find_spec("datasketch"):
        methods["datasketch"] = by_hashing
    print("stories, method: same-origin P R F1 | joined | origins off by, exact | edge, ancestor F1 | by severity <.4 <.7 more")
    for path in a.stories:
        gold = scorer.load(path.with_name(path.name.replace("stories", "gold")))
        rows = list(read_stories(path, order_as_time=False))
        for name, method in methods.items():
            found = {row["story"]: method(row) for row in rows}
            print(f"{path.parent.name}/{path.stem}, {name}: {_show(gold, found, scorer)}", flush=True)
            if name == OURS:
                strongest = {story: lead_back(row) for story, row in found.items()}
                print(f"{path.parent.name}/{path.stem}, {name}, strongest parent: {_show(gold, strongest, scorer)}", flush=True)
            if a.out:
                a.out.mkdir(parents=True, exist_ok=True)
                lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in found.values())
                (a.out / f"{path.parent.name}.{path.stem}.{name}.jsonl").write_text(lines, "utf-8")
    return 0


def _show(gold: Mapping[str, Row], found: Mapping[str, Row], scorer: ModuleType) -> str:
    score = scorer.score(gold, found)
    same, count = score["same_origin"], score["origin_count"]
    pairs = f"{same['p']:.2f} {same['r']:.2f} {same['f1']:.3f} | {count_joined(gold, found):.3f}"
    graph = f"{count['mae']:.2f} {count['exact']:.2f} | {score['edge']['f1']:.2f} {score['ancestor']['f1']:.2f}"
    return f"{pairs} | {graph} | {' '.join(recall_by_severity(gold, found))}"


if __name__ == "__main__":
    sys.exit(main())
