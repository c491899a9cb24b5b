"""What is true of a world, in the form of the descent scorer: parents, origins, passages, claims, losses; and the log."""

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.worlds.documents import Report, Unit
from benchmarks.worlds.graph import Node
from benchmarks.worlds.story import Told

Row = dict[str, Any]
ROUNDED = "figure"


def opaque(told: Told, node: str) -> str:
    """Return a report's id in the pile, which tells nothing; hidden reports begin with a question mark."""
    name = hashlib.sha1(f"{told.story}/{node}".encode(), usedforsecurity=False).hexdigest()[:8]
    return f"?{name}" if any(n.id == node and n.hidden for n in told.nodes) else name


def write_pile(told: Told, hidden: bool = False) -> list[Row]:
    """Return the visible reports (or the hidden ones) as rows, in the order of their ids."""
    rows = []
    for node in told.nodes:
        if node.hidden is hidden:
            report = told.reports[node.id]
            row: Row = {"id": opaque(told, node.id), "title": report.title, "text": report.text}
            row |= {"published": node.published, "outlet": report.outlet, "byline": report.byline, "story": told.story}
            rows.append(row)
    return sorted(rows, key=lambda r: str(r["id"]))


def write_gold(told: Told) -> Row:
    """Return the gold record of one world."""
    name = {n.id: opaque(told, n.id) for n in told.nodes}
    shown = sorted((n.id for n in told.nodes if not n.hidden), key=lambda n: name[n])
    roots = {n: sorted({u_root for u in told.reports[n].units for u_root in _roots(u)}) for n in shown}
    return {
        "story": told.story,
        "preset": told.preset,
        "docs": [name[n] for n in shown],
        "parents": {name[c]: [name[p] for p in ps] for c, ps in visible_parents(told.nodes).items()},
        "origin": {name[n]: name[told.reports[n].root] for n in shown},
        "origins": {name[n]: [name[r] for r in roots[n]] for n in shown},
        "passages": _passages(told, shown, name),
        "claims": _claims(told, shown, name),
        "lost": _losses(told, shown, name),
        "severity": {name[n.id]: n.severity for n in told.nodes if not n.hidden and n.parents},
        "times": {name[n.id]: n.time.isoformat() for n in told.nodes if not n.hidden},
    }


def visible_parents(nodes: Sequence[Node]) -> dict[str, list[str]]:
    """Return the parents of each report, without hidden ones that no two reports of the pile betray.

    A hidden report with a single child cannot be told from nothing: the child then hangs on the hidden one's own parents.
    """
    parents = {n.id: list(n.parents) for n in nodes}
    hidden = {n.id for n in nodes if n.hidden}
    for node in reversed([n.id for n in nodes]):
        below = [c for c, ps in parents.items() if node in ps]
        if node in hidden and len(below) < 2:
            above = parents.pop(node)
            for c in below:
                parents[c] = list(dict.fromkeys(q for p in parents[c] for q in (above if p == node else [p])))
    return parents


def _roots(unit: Unit) -> set[str]:
    return {line.split(".")[0] for line in unit.lines}


def _told(report: Report) -> list[Unit]:
    return [u for u in report.units if u.wordings]


def _passages(told: Told, shown: Sequence[str], name: Mapping[str, str]) -> list[Row]:
    """Return every pair of sentences, in two reports, that descend from one sentence; `verbatim` where not a letter differs."""
    rows = []
    for a, b in itertools.combinations(shown, 2):
        one, two = told.reports[a], told.reports[b]
        for u, v in itertools.product(_told(one), _told(two)):
            if u.lines & v.lines:
                (s, e), (t, f) = one.spans[u.id], two.spans[v.id]
                row = {"a": name[a], "a_start": s, "a_end": e, "b": name[b], "b_start": t, "b_end": f}
                rows.append(row | {"verbatim": one.text[s:e] == two.text[t:f]})
    return rows


def _claims(told: Told, shown: Sequence[str], name: Mapping[str, str]) -> list[Row]:
    """Return, for each fact that is told, who carries it and from which first reports; one public statement is one origin."""
    rows = []
    for fact in told.world.facts.values():
        carried: list[Row] = []
        for n in shown:
            report = told.reports[n]
            for u in _told(report):
                if any(w.fact == fact.id for w in u.wordings):
                    s, e = report.spans[u.id]
                    roots = sorted({name[r] for line in u.lines if (r := line.split(".")[0]) and _tells(told, line, fact.id)})
                    carried.append({"doc": name[n], "start": s, "end": e, "roots": roots})
        if carried:
            many = 1 if fact.said_in_public else len({r for c in carried for r in c["roots"]})
            row = {"claim": fact.id, "core": fact.core, "rarity": fact.rarity, "said_in_public": fact.said_in_public}
            rows.append(row | {"origins": many, "carried": carried})
    return rows


def _tells(told: Told, line: str, fact: str) -> bool:
    """Return whether the first unit of a line tells a fact (units joined later carry the lines of both)."""
    first = told.reports[line.split(".")[0]]
    return any(u.id == line and any(w.fact == fact for w in u.wordings) for u in first.units)


def _losses(told: Told, shown: Sequence[str], name: Mapping[str, str]) -> list[Row]:
    """Return what sentences lost since the nearest forebear in the pile that still had it, as two texts and a kind."""
    nodes = {n.id: n for n in told.nodes}
    rows = []
    for n in shown:
        report = told.reports[n]
        for unit in _told(report):
            for source, kinds in _forebears(told, nodes, n, unit):
                before = told.reports[source[0]]
                old = before.text[slice(*before.spans[source[1]])]
                new = report.text[slice(*report.spans[unit.id])]
                if report.text.count(new) == 1 and before.text.count(old) == 1:
                    rows += [{"from": [name[source[0]], old], "to": [name[n], new], "kind": k} for k in sorted(kinds)]
    return rows


def _forebears(told: Told, nodes: Mapping[str, Node], n: str, unit: Unit) -> list[tuple[tuple[str, str], frozenset[str]]]:
    """Return the nearest forebears of a unit in the pile (report, unit), with what the unit lost against each."""
    found = [(place, _lost_between(u, unit, told)) for place, u in _nearest(told, nodes, n, unit)]
    return [(place, kinds) for place, kinds in found if kinds]


def _nearest(told: Told, nodes: Mapping[str, Node], n: str, unit: Unit) -> list[tuple[tuple[str, str], Unit]]:
    out: list[tuple[tuple[str, str], Unit]] = []
    for parent in nodes[n].parents:
        for u in told.reports[parent].units:
            if u.id in unit.sources:
                out += _nearest(told, nodes, parent, u) if nodes[parent].hidden else [((parent, u.id), u)]
    return out


def _lost_between(before: Unit, after: Unit, told: Told) -> frozenset[str]:
    old = {w.fact: w for w in before.wordings}
    kinds: set[str] = set()
    for w in after.wordings:
        if w.fact in old:
            kinds |= (w.lost - old[w.fact].lost) & told.world.facts[w.fact].losses
            rounded = w.rounded and not old[w.fact].rounded and bool(told.world.facts[w.fact].roundable)
            if rounded or (w.changed and w.changed != old[w.fact].changed):
                kinds.add(ROUNDED)
    return frozenset(kinds)


def write_log(told: Told) -> list[Row]:
    """Return each step of the copying with the places it touched on both sides; hidden reports are in the file of their own."""
    place = {u.id: (n, span) for n, r in told.reports.items() for u in r.units for span in (r.spans[u.id],)}
    name = {n.id: opaque(told, n.id) for n in told.nodes}

    def spans(ids: Any) -> list[Row]:
        found = [place[i] for i in ids if i in place]
        return [{"doc": name[n], "start": s, "end": e} for n, (s, e) in found]

    rows = []
    for node in told.nodes:
        for step in told.drafts[node.id].log:
            rest = {k: v for k, v in step.items() if k not in ("before", "after")}
            if "parent" in rest:
                rest["parent"] = name[str(rest["parent"])]
            row = {"story": told.story, "report": name[node.id], **rest}
            rows.append(row | {"before": spans(step["before"]), "after": spans(step["after"])})
    return rows
