"""What is known of the examples, as records and in the form that account scorers read.

    python -m tests.golden.truth NAME

prints the truth of one example as JSON.
"""

import json
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
NAMES = tuple(sorted(p.stem for p in (HERE / "truth").glob("*.toml")))

Passage = tuple[str, str]
"""Key of a report and words that stand exactly once in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two passages and how they stand to each other."""

    a: Passage
    b: Passage
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueClaim:
    """Passages that say the same thing; None where the count of origins is open."""

    name: str
    passages: tuple[Passage, ...]
    least: int | None
    most: int | None
    unstated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One link of a true chain."""

    names: tuple[str, ...]
    """Any of these (lower case) inside the program's name will do."""
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueAttribution:
    """Who says a passage."""

    passage: Passage
    chain: tuple[Teller, ...]
    """Nearest teller first; never empty."""
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """All that is known of one example."""

    name: str
    published: dict[str, str]
    """Key to time of publication."""
    outlets: dict[str, str]
    hidden: dict[str, tuple[str, ...]]
    """Unseen text to the reports made from it."""
    descents: tuple[tuple[str, str, str], ...]
    """Child, parent, kind."""
    apart: tuple[tuple[str, str], ...]
    claims: tuple[TrueClaim, ...]
    disputes: tuple[Pair, ...]
    no_disputes: tuple[Pair, ...]
    updates: tuple[Pair, ...]
    drifts: tuple[Pair, ...]
    attributions: tuple[TrueAttribution, ...]
    modality: tuple[tuple[Passage, str], ...]

    def passages(self) -> list[Passage]:
        """Return every passage named anywhere, repeats included."""
        pairs = (*self.disputes, *self.no_disputes, *self.updates, *self.drifts)
        return [
            *(p for c in self.claims for p in c.passages),
            *(p for x in pairs for p in (x.a, x.b)),
            *(x.passage for x in self.attributions),
            *(p for p, _ in self.modality),
        ]

    def families(self) -> list[list[str]]:
        """Return the groups of reports that come of one text, seen or unseen, each in order of key."""
        root = {key: key for key in self.published}

        def top(key: str) -> str:
            while root[key] != key:
                key = root[key]
            return key

        links = [(c, kids[0]) for kids in self.hidden.values() for c in kids[1:]]
        for child, parent in [*links, *((c, p) for c, p, _ in self.descents)]:
            root[top(child)] = top(parent)
        groups: dict[str, list[str]] = {}
        for key in sorted(root):
            groups.setdefault(top(key), []).append(key)
        return sorted(g for g in groups.values() if len(g) > 1)


def load_truth(name: str) -> Truth:
    """Return what is known of one example."""
    raw = tomllib.loads((HERE / "truth" / f"{name}.toml").read_text("utf-8"))
    return Truth(
        name=raw["name"],
        published={r["file"]: r["published"] for r in raw["report"]},
        outlets={r["file"]: r["outlet"] for r in raw["report"]},
        hidden={h["id"]: tuple(h["children"]) for h in raw["hidden"]},
        descents=tuple((d["child"], d["parent"], d["kind"]) for d in raw.get("descent", ())),
        apart=tuple((x["pair"][0], x["pair"][1]) for x in raw["apart"]),
        claims=tuple(
            TrueClaim(
                name=c["name"],
                passages=tuple(_passage(p) for p in c["passages"]),
                least=c.get("min"),
                most=c.get("max"),
                unstated=c.get("unstated", False),
            )
            for c in raw["claim"]
        ),
        disputes=_pairs(raw["dispute"], "kind"),
        no_disputes=_pairs(raw["no_dispute"], "kind"),
        updates=_pairs(raw["update"], "slot"),
        drifts=_pairs([{"a": d["from"], "b": d["to"], "what": d["what"]} for d in raw["drift"]], "what"),
        attributions=tuple(
            TrueAttribution(passage=_passage(a["passage"]), chain=tuple(map(_teller, a["chain"])), reason=a.get("reason"))
            for a in raw["attribution"]
        ),
        modality=tuple((_passage(m["passage"]), m["modality"]) for m in raw["modality"]),
    )


def to_gold(truth: Truth) -> dict[str, Any]:
    """Return the truth in the form that account scorers read."""
    return {
        "claims": [{"name": c.name, "passages": [list(p) for p in c.passages]} for c in truth.claims],
        "attributions": [
            {
                "doc": a.passage[0],
                "content": a.passage[1],
                "source": list(a.chain[-1].names),
                "kind": a.chain[-1].kind,
                "via": list(a.chain[-2].names) if len(a.chain) > 1 else None,
            }
            for a in truth.attributions
        ],
        "disputes": [{"a": list(x.a), "b": list(x.b)} for x in truth.disputes],
        "not_disputes": [{"a": list(x.a), "b": list(x.b)} for x in truth.no_disputes],
        "updates": [{"a": list(x.a), "b": list(x.b)} for x in truth.updates],
        "modality": [{"doc": p[0], "passage": p[1], "modality": m} for p, m in truth.modality],
        "same_origin": truth.families(),
        "apart": [list(p) for p in truth.apart],
        "max_origins": {c.name: c.most for c in truth.claims if c.most is not None},
    }


def _passage(raw: list[str]) -> Passage:
    key, words = raw
    return key, words


def _pairs(rows: list[dict[str, Any]], kind: str) -> tuple[Pair, ...]:
    return tuple(Pair(a=_passage(r["a"]), b=_passage(r["b"]), kind=r.get(kind, "")) for r in rows)


def _teller(raw: dict[str, Any]) -> Teller:
    return Teller(names=tuple(n.lower() for n in (raw["name"], *raw.get("also", ()))), kind=raw["kind"])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(to_gold(load_truth(sys.argv[1])), indent=1, ensure_ascii=False) + "\n")
