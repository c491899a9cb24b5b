"""Hold an account against what is known of an example.

Each check returns a Tally: how many cases hold of how many, and what missed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from tests.golden.lookup import Found
from tests.golden.truth import Pair, Passage, TrueAttribution, Truth

CONFLICTS = frozenset({"disputes", "contradicts"})
STEPS = frozenset({"updates", "drift", "narrows"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The cases of one check, each with whether it holds and the words that describe it."""

    cases: tuple[tuple[bool, str], ...]

    @property
    def hits(self) -> int:
        return sum(ok for ok, _ in self.cases)

    @property
    def of(self) -> int:
        return len(self.cases)

    @property
    def share(self) -> float:
        """1.0 where there is no case."""
        return self.hits / self.of if self.of else 1.0

    @property
    def misses(self) -> list[str]:
        return [words for ok, words in self.cases if not ok]


def tally(cases: Iterable[tuple[bool, str]]) -> Tally:
    """Return the tally of cases."""
    return Tally(cases=tuple(cases))


def covered(truth: Truth, found: Found) -> Tally:
    """Passages of claims that some statement overlaps."""
    return tally((bool(found.overlapping(p)), f"{p}") for c in truth.claims for p in c.passages)


def same_claims(truth: Truth, found: Found) -> Tally:
    """Pairs of passages of one claim that stand in one claim."""
    rows = [(c.name, p, q) for c in truth.claims for p, q in combinations(c.passages, 2)]
    return tally((_same(found, p, q), f"{name}: {p} | {q}") for name, p, q in rows)


def other_claims(truth: Truth, found: Found) -> Tally:
    """Pairs of claims no passages of which stand in one claim (or in one statement, a matter of cutting)."""
    return tally(
        (
            not any(_same(found, p, q) and not _one_statement(found, p, q) for p in c.passages for q in d.passages),
            f"{c.name} + {d.name}",
        )
        for c, d in combinations(truth.claims, 2)
    )


def sources(truth: Truth, found: Found) -> Tally:
    """Passages said by the one who knows last, of the right kind."""
    return tally(_told(found, a, last_only=True) for a in truth.attributions)


def chains(truth: Truth, found: Found) -> Tally:
    """Chains of two and more that are found whole and in order."""
    return tally(_told(found, a, last_only=False) for a in truth.attributions if len(a.chain) > 1)


def reasons(truth: Truth, found: Found) -> Tally:
    """Unnamed sources whose reason for not being named is kept."""
    rows = []
    for a in truth.attributions:
        if a.reason:
            key = a.passage[0]
            links = [x for s in found.overlapping(a.passage) for x in s["chain"] if x.get("reason")]
            kept = [found.text[key][x["reason"][0] : x["reason"][1]] for x in links]
            rows.append((any(a.reason in k or k in a.reason for k in kept if k), f"{a.passage} wants {a.reason!r} has {kept}"))
    return tally(rows)


def conflicts(truth: Truth, found: Found) -> Tally:
    """Conflicts that are called one."""
    return tally((found.linked(x.a, x.b, CONFLICTS), _show(x)) for x in truth.disputes)


def quiet(truth: Truth, found: Found) -> Tally:
    """Pairs that only look like a conflict and are not called one."""
    return tally((not found.linked(x.a, x.b, CONFLICTS), _show(x)) for x in truth.no_disputes)


def updates(truth: Truth, found: Found) -> Tally:
    """Steps that are called a step and no contradiction."""
    return tally(
        (found.linked(x.a, x.b, STEPS) and not found.linked(x.a, x.b, frozenset({"contradicts"})), _show(x))
        for x in truth.updates
    )


def drifts(truth: Truth, found: Found) -> Tally:
    """Changes on the way that are shown; the changed wording itself must be the one named."""
    rows = []
    for x in truth.drifts:
        before, after = found.around(x.a), {s["id"] for s in found.overlapping(x.b)}
        ok = any(r["kind"] == "drift" and r["a"] in before and r["b"] in after for r in found.relations)
        rows.append((ok, _show(x)))
    return tally(rows)


def joins(truth: Truth, found: Found) -> Tally:
    """Pairs of reports of one family that are joined."""
    return tally((found.joined(a, b), f"{a} | {b}") for family in truth.families() for a, b in combinations(family, 2))


def apart(truth: Truth, found: Found) -> Tally:
    """Pairs of reports that share no text and are not joined."""
    return tally((not found.joined(a, b), f"{a} | {b}") for a, b in truth.apart)


def parents(truth: Truth, found: Found) -> Tally:
    """Reports whose seen parent is found, with its kind; unseen texts that are found, with no stranger among their children."""
    kinds = {(found.key[d["child"]], found.key.get(d["parent"])): d["kind"] for d in found.descents}
    rows = [(kinds.get((c, p)) == k, f"{c} is a {k} of {p}, found {kinds.get((c, p))}") for c, p, k in truth.descents]
    for name, children in truth.hidden.items():
        family = {k for f in truth.families() if children[0] in f for k in f}
        groups = [{found.key[c] for c in h["children"]} for h in found.hidden]
        best = max((g for g in groups if g <= family), key=lambda g: len(g & set(children)), default=set())
        rows.append((len(best & set(children)) >= 2, f"unseen {name} of {children}, found {sorted(map(sorted, groups))}"))
    return tally(rows)


def not_over_counted(truth: Truth, found: Found) -> Tally:
    """Claims whose established origins are no more than there are."""
    return _counted(truth, found, lambda low, _, c: c.least is None or low <= c.least)


def established(truth: Truth, found: Found) -> Tally:
    """Claims with two and more established origins that are found to have them."""
    return tally(
        (any(c["origins_min"] >= claim.least for c in _claims(found, claim.passages)), claim.name)
        for claim in truth.claims
        if claim.least and claim.least > 1
    )


def at_most(truth: Truth, found: Found) -> Tally:
    """Claims of several reports whose greatest possible count is no more than it is."""
    return _counted(truth, found, lambda _, high, c: c.most is None or high <= c.most)


def unstated(truth: Truth, found: Found) -> Tally:
    """Claims for which no report says who knows, and which are so marked; a standing that comes before it counts too."""
    fine = {"origin-not-stated", "superseded", "disputed", "denied"}
    return tally((any(x["standing"] in fine for x in _claims(found, c.passages)), c.name) for c in truth.claims if c.unstated)


def modality(truth: Truth, found: Found) -> Tally:
    """How sure each report is of it."""
    rows = []
    for passage, wanted in truth.modality:
        best = (found.overlapping(passage) or [{}])[0]
        soft = best.get("certainty") in ("probable", "possible", "doubted") or best.get("stage") in ("planned", "proposed")
        denied = best.get("stage") == "denied"
        ok = {"possible": soft, "asserted": best.get("certainty") == "asserted" and not denied, "denied": denied}[wanted]
        rows.append((ok, f"{passage} wants {wanted} has {best.get('certainty')}/{best.get('stage')}"))
    return tally(rows)


def alarms(truth: Truth, found: Found) -> list[str]:
    """Return the conflicts called that the truth does not list, as pairs of wordings."""
    known = [(found.around(x.a), found.around(x.b)) for x in truth.disputes]
    strange = [
        r
        for r in found.relations
        if r["kind"] in CONFLICTS and not any((r["a"] in p and r["b"] in q) or (r["b"] in p and r["a"] in q) for p, q in known)
    ]
    return [f"{r['kind']} {r['slot']}: {found.words(r['a'])} | {found.words(r['b'])}" for r in strange]


CHECKS: dict[str, Callable[[Truth, Found], Tally]] = {
    f.__name__: f
    for f in (
        covered, same_claims, other_claims, sources, chains, reasons, conflicts, quiet, updates, drifts,
        joins, apart, parents, not_over_counted, established, at_most, unstated, modality,
    )
}  # fmt: skip


def _same(found: Found, p: Passage, q: Passage) -> bool:
    a, b = found.claim(p), found.claim(q)
    return a is not None and a == b


def _one_statement(found: Found, p: Passage, q: Passage) -> bool:
    a, b = found.overlapping(p), found.overlapping(q)
    return bool(a and b) and a[0]["id"] == b[0]["id"]


def _told(found: Found, a: TrueAttribution, last_only: bool) -> tuple[bool, str]:
    """Whether some statement of the passage has the chain: its last link, or all of it in order."""
    wanted = a.chain[-1:] if last_only else a.chain
    told = [[(x["source"].lower(), x["kind"]) for x in s["chain"]] for s in found.overlapping(a.passage)]
    ok = False
    for chain in told:
        links = iter(chain)
        ok = ok or all(any(w.kind == kind and any(n in name for n in w.names) for name, kind in links) for w in wanted)
    return ok, f"{a.passage} wants {[w.names[0] for w in wanted]} has {told}"


def _claims(found: Found, passages: tuple[Passage, ...]) -> list[dict[str, Any]]:
    """Return the account's claims that a true claim's passages stand in, most passages first."""
    ids = [i for p in passages if (i := found.claim(p))]
    return sorted((c for c in found.claims if c["id"] in ids), key=lambda c: (-ids.count(c["id"]), c["id"]))


def _counted(truth: Truth, found: Found, fits: Callable[[int, int, Any], bool]) -> Tally:
    return tally(
        (fits(c["origins_min"], c["origins_max"], claim), f"{claim.name}: {c['origins_min']} to {c['origins_max']}")
        for claim in truth.claims
        for c in _claims(found, claim.passages)[:1]
    )


def _show(x: Pair) -> str:
    return f"{x.kind}: {x.a} | {x.b}"
