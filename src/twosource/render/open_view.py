"""What could not be established, and what would change the counts; every line is filled from the account by a template."""

from twosource.records.account import Claim
from twosource.records.comparison import Origin
from twosource.render.changes_view import ChangeView
from twosource.render.families import Family, hidden_name
from twosource.render.inline import Line, Piece, added, said, shown, soft, tool
from twosource.render.labels import Labels, counted, listed, ranged
from twosource.render.rows_view import claim_ref, ref, refs, report_ref, teller_of
from twosource.render.words import is_hearsay

MANY_CLAIMS = 8
MANY_UNNAMED = 5
MANY_SILENT = 5


def view_open(labels: Labels, home: dict[str, Family]) -> tuple[Line, ...]:
    """Return what no report establishes, one line each."""
    return (
        *_same_person(labels, home),
        *_not_independent(labels),
        *_unnamed(labels, home),
        *_no_origin(labels, home),
        *_unseen(labels),
        *_undirected(labels),
        *_undated(labels),
    )


def view_would(labels: Labels, changes: tuple[ChangeView, ...]) -> tuple[Line, ...]:
    """Return what would change the counts, one line each."""
    out: list[Line] = []
    for hidden in labels.story.hidden:
        letters = labels.letters_of(hidden.children)
        settled = sum(c.before_letter in letters and c.after_letter in letters for c in changes)
        more = f", and settle {settled} of the {counted(len(changes), 'change')}" if settled else ""
        out.append((tool(f"The text {labels.letters[hidden.id]} itself: it would become a report{more}."),))
    out.extend(
        _until_named(labels, claim)
        for claim in labels.story.claims
        if _between(claim) and len(_unnamed_behind(labels, claim)) > 1
    )
    silent = _silent(labels)
    several = [(reports, numbers) for reports, numbers in silent if len(reports) > 1] or silent
    out.extend((tool(f"A source from {_who(labels, r)}, for "), *_claims(n), tool(".")) for r, n in several[:MANY_SILENT])
    return tuple(out)


def _until_named(labels: Labels, claim: Claim) -> Line:
    head = tool("A name, post or place for those not named: until then ")
    now = ranged(claim.origins_min, claim.origins_max)
    return (head, *_claims([labels.numbers[claim.id]]), tool(f" stands at {now}."))


def _unnamed_behind(labels: Labels, claim: Claim) -> list[Origin]:
    return [o for o in claim.origins if o.kind == "unnamed" and not is_hearsay(teller_of(labels, o))]


def _who(labels: Labels, reports: tuple[str, ...]) -> str:
    if len(reports) > 1:
        return listed(labels.letters_of(reports))
    outlet = labels.outlet(reports[0])
    return f"{outlet} ({labels.letters[reports[0]]})" if outlet else labels.name(reports[0])


def _claims(numbers: list[int]) -> Line:
    out: list[Piece] = [tool("claim " if len(numbers) == 1 else "claims ")]
    for n in numbers[:MANY_CLAIMS]:
        out.extend([tool(", ")] if n != numbers[0] else [])
        out.append(claim_ref(n))
    if len(numbers) > MANY_CLAIMS:
        out.append(tool(f" and {len(numbers) - MANY_CLAIMS} more"))
    return tuple(out)


def _between(claim: Claim) -> bool:
    return claim.origins_max > claim.origins_min


def _same_person(labels: Labels, home: dict[str, Family]) -> list[Line]:
    out: list[Line] = []
    for claim in labels.story.claims:
        unnamed = _unnamed_behind(labels, claim)
        if _between(claim) and len(unnamed) > 1:
            people = _people(labels, home, unnamed)
            out.append((tool("Whether "), *people, tool(" are the same, in "), *_claims([labels.numbers[claim.id]]), tool(".")))
    return out


def _people(labels: Labels, home: dict[str, Family], origins: list[Origin]) -> Line:
    out: list[Piece] = []
    for o in origins:
        if out:
            out.append(tool(" and " if o is origins[-1] else ", "))
        out.extend([tool(f"{shown(o.label)} "), ref(labels, home, o.statements[0])])
    return tuple(out)


def _not_independent(labels: Labels) -> list[Line]:
    """Claims with several origins whose independence is open for another reason than two unnamed people."""
    numbers = [labels.numbers[c.id] for c in labels.story.claims if _between(c) and len(_unnamed_behind(labels, c)) < 2]
    return [(tool("Whether the origins of "), *_claims(numbers), tool(" are independent of each other."))] if numbers else []


def _unnamed(labels: Labels, home: dict[str, Family]) -> list[Line]:
    """Who the unnamed are: the most used ones each on a line, the others as a number."""
    people: dict[str, list[str]] = {}
    hearsay: list[str] = []
    for claim in labels.story.claims:
        for o in claim.origins:
            if o.kind == "unnamed":
                found = hearsay if is_hearsay(teller_of(labels, o)) else people.setdefault(shown(o.label), [])
                found.extend(o.statements)
    ordered = sorted(people.items(), key=lambda x: (-len(x[1]), labels.places[x[1][0]]))
    out: list[Line] = [
        (tool("Who "), *_as_written(labels, name, ids), tool(" is: no report says "), *refs(labels, home, ids), tool("."))
        for name, ids in ordered[:MANY_UNNAMED]
    ]
    if len(ordered) > MANY_UNNAMED:
        out.append((tool(f"Who {counted(len(ordered) - MANY_UNNAMED, 'other')} not named are."),))
    if hearsay:
        out.append((tool("Who says what is passed on as hearsay "), *refs(labels, home, hearsay), tool(".")))
    return out


def _as_written(labels: Labels, name: str, statements: list[str]) -> Line:
    """Return a name in quotes where a report has these words, else in brackets."""
    if any(name in labels.texts[labels.statements[s].report] for s in statements):
        return (tool("“"), said(name), tool("”"))
    return (added(f"[{name}]"),)


def _silent(labels: Labels) -> list[tuple[tuple[str, ...], list[int]]]:
    """Return the claims for which nobody says who knows, by the reports that make them; those of most reports first."""
    out: dict[tuple[str, ...], list[int]] = {}
    for claim in labels.story.claims:
        if claim.standing == "origin-not-stated":
            carriers = {labels.statements[s].report for s in claim.statements}
            out.setdefault(tuple(sorted(carriers, key=labels.order.__getitem__)), []).append(labels.numbers[claim.id])
    return sorted(out.items(), key=lambda x: (-len(x[0]), [labels.order[r] for r in x[0]]))


def _no_origin(labels: Labels, home: dict[str, Family]) -> list[Line]:
    """Lines for what several reports say without a source; one line for what each says alone."""
    silent = _silent(labels)
    several = [(reports, numbers) for reports, numbers in silent if len(reports) > 1]
    alone = [(reports[0], numbers) for reports, numbers in silent if len(reports) == 1]
    out: list[Line] = [
        (tool(f"Where {_who(labels, reports)} have it from, in "), *_claims(numbers), tool("."))
        for reports, numbers in several[:MANY_SILENT]
    ]
    more = sum(len(numbers) for _, numbers in several[MANY_SILENT:])
    if more:
        out.append((tool(f"Where {counted(more, 'more claim')} of several reports {'comes' if more == 1 else 'come'} from."),))
    if len(alone) == 1:
        report, numbers = alone[0]
        out.append((tool(f"Where {_who(labels, (report,))} has it from, in "), *_claims(numbers), tool(".")))
    elif alone:
        out.append(_each_alone(labels, home, alone))
    return out


def _each_alone(labels: Labels, home: dict[str, Family], alone: list[tuple[str, list[int]]]) -> Line:
    out: list[Piece] = [tool("Where what one report alone says, and names no source for, comes from: ")]
    for report, numbers in alone[:MANY_CLAIMS]:
        out.extend([tool(", ")] if len(out) > 1 else [])
        out.extend([report_ref(labels, home, report), tool(f" in {counted(len(numbers), 'claim')}")])
    if len(alone) > MANY_CLAIMS:
        out.append(tool(f" and {len(alone) - MANY_CLAIMS} more reports"))
    return (*out, tool("."))


def _unseen(labels: Labels) -> list[Line]:
    out: list[Line] = []
    for h in labels.story.hidden:
        known = listed(labels.letters_of(h.children))
        name = hidden_name(labels, h.id)
        out.append((tool(f"What {labels.letters[h.id]} said ({name}): it is known only through {known}."),))
    return out


def _undirected(labels: Labels) -> list[Line]:
    out: list[Line] = []
    for d in labels.story.descents:
        if not d.directed and d.parent in labels.reports and d.kind in ("copy", "rewrite", "revision"):
            pair = listed(labels.letters_of([d.child, d.parent]))
            out.append((tool(f"Which of {pair} came first: they share words, and nothing shows the direction."),))
    return out


def _undated(labels: Labels) -> list[Line]:
    undated = labels.letters_of(r for r, report in labels.reports.items() if not report.published)
    if not undated:
        return []
    if len(undated) == len(labels.reports) > 1:
        return [(tool("When any of the reports was published; their letters follow no time."),)]
    return [(tool(f"When {listed(undated)} {'was' if len(undated) == 1 else 'were'} published."), soft(" Listed last."))]
