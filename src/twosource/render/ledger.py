"""How the number of origins of a claim comes about: a ledger that subtracts, with a reason for every step."""

from dataclasses import dataclass

from twosource.records.account import Claim
from twosource.records.comparison import Origin
from twosource.records.evidence import Evidence
from twosource.render.families import Family
from twosource.render.inline import Line, Piece, shown, soft, strong, tool
from twosource.render.labels import Labels, counted, listed, spelled
from twosource.render.rows_view import origin_name, refs


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the ledger."""

    figure: str
    """ "7", "−3", "1"."""
    line: Line
    reasons: tuple[Line, ...]
    groups: tuple[tuple[str, ...], ...]
    """Letters of the reports, counted as one where they stand together."""
    total: bool
    """True for a line that a rule stands above."""


def view_ledger(labels: Labels, home: dict[str, Family], claim: Claim) -> tuple[Step, ...]:
    """Return the steps from the reports that carry a claim down to its established origins."""
    letters = labels.letters_of(labels.statements[s].report for s in claim.statements)
    low, high = max(1, claim.origins_min), max(1, claim.origins_min, claim.origins_max)
    apart: tuple[tuple[str, ...], ...] = tuple((x,) for x in letters)
    out = [_step(str(len(letters)), f"{'report carries' if len(letters) == 1 else 'reports carry'} it", apart)]
    groups: list[tuple[str, ...]] = list(apart)
    left = len(letters)
    for origin in claim.origins:
        mine = labels.letters_of(origin.reports)
        joined = tuple(x for x in mine if (x,) in groups)
        reasons = reason_lines(labels, home, origin.why)
        if len(joined) > 1:
            groups = [joined if g == (joined[0],) else g for g in groups if g == (joined[0],) or g[0] not in joined]
            left -= len(joined) - 1
            out.append(
                _step(f"−{len(joined) - 1}", f"{listed(joined)} count as one: {_named(labels, origin)}", tuple(groups), reasons)
            )
        elif reasons:
            out.append(_step("", f"{listed(mine)}: {_named(labels, origin)}", tuple(groups), reasons))
    if left != high:
        out.append(_remainder(left, high, tuple(groups)))
    stated = claim.standing != "origin-not-stated"
    out.append(Step(figure=str(high), line=_most(high, low, stated), reasons=(), groups=tuple(groups), total=True))
    if low != high:
        text = f"{counted(high - low, 'origin')} may rest on the others: independence not established"
        out.append(_step(f"−{high - low}", text, tuple(groups)))
        out.append(Step(figure=str(low), line=(strong("at least"), tool(_stated(stated))), reasons=(), groups=(), total=True))
    return tuple(out)


def _step(figure: str, text: str, groups: tuple[tuple[str, ...], ...], reasons: tuple[Line, ...] = ()) -> Step:
    return Step(figure=figure, line=(tool(text),), reasons=reasons, groups=groups, total=False)


def _named(labels: Labels, origin: Origin) -> str:
    name = origin_name(labels, origin)
    return f"{name}, not named" if origin.kind == "unnamed" and name == shown(origin.label) else name


def _remainder(left: int, high: int, groups: tuple[tuple[str, ...], ...]) -> Step:
    if left < high:
        return _step(f"+{high - left}", f"{spelled(high - left)} more: a report names more than one origin", groups)
    return _step(f"−{left - high}", "counted with the others: not told apart, or a comment only", groups)


def _most(high: int, low: int, stated: bool) -> Line:
    if high == low:
        return (strong("origin" if high == 1 else "origins"), tool(_stated(stated)))
    return (strong("at most"), tool(", if all that is not established were independent"))


def _stated(stated: bool) -> str:
    return ", established" if stated else ", not stated by any report"


def reason_lines(labels: Labels, home: dict[str, Family], evidence: tuple[Evidence, ...]) -> tuple[Line, ...]:
    """Return each reason with its strength and links to the statements whose words it rests on."""
    out = []
    for e in evidence:
        score = f" {e.score:.2f}" if e.score is not None else ""
        line: list[Piece] = [tool(f"{shown(e.detail)} ")]
        near = (s for x in e.spans for s in labels.told.get(x.report, ()) if any(x.overlaps(y) for y in s.spans))
        touched = list(dict.fromkeys(s.id for s in near))
        if touched:
            line.extend([*refs(labels, home, touched), tool(" ")])
        out.append((*line, soft(f"{e.kind}{score}")))
    return tuple(out)
