"""Whether the teller that a claim names is the one whom the report names, and whether a link of its chain was left out."""

from twosource.compare.credit import fold_name
from twosource.compare.finding import Side
from twosource.compare.voices import same_source
from twosource.records.attribution import Link
from twosource.records.check import Gap
from twosource.records.report import Report
from twosource.text.tokens import find_words, stem

HOUSES = frozenset({"outlet", "agency"})
IDLE = frozenset({"the", "a", "an", "of", "for", "to", "in", "with", "at", "and", "his", "her", "their", "its"})


def find_teller_gap(claim: Side, told: Side, report: Report) -> tuple[Gap, ...]:
    """Return the gap between the chain of a claim and that of a statement; none where the claim names no teller."""
    asked, chain = claim.features.statement.chain, told.features.statement.chain
    if not asked:
        return ()
    named = frozenset(stem(t.lower) for t in told.features.tree.tokens)
    if not chain:
        if _is_outlet(asked[-1], report):
            return ()
        return (Gap(slot="speaker", reason=f"the report says it itself, not {asked[-1].source}"),)
    knows = asked[-1]
    at = next((k for k in reversed(range(len(chain))) if _same_teller(knows, chain[k])), None)
    if at is None:
        if _is_outlet(knows, report):
            return (Gap(slot="link", reason=f"{knows.source} has it from {chain[-1].source}"),)
        return (Gap(slot="speaker", reason=f"said by {chain[-1].source}, not by {knows.source}"),)
    if at < len(chain) - 1:
        return (Gap(slot="link", reason=f"{chain[at].source} has it from {chain[-1].source}"),)
    return _left_out(asked, chain, at) or _put_in(asked, chain, named) or _told_elsewhere(claim, named)


def _left_out(asked: tuple[Link, ...], chain: tuple[Link, ...], at: int) -> tuple[Gap, ...]:
    """Return the gap of a person or body through whom the report has it and whom the claim leaves out."""
    for link in chain[:at]:
        if link.kind not in HOUSES and not any(_same_teller(x, link) for x in asked):
            return (Gap(slot="link", reason=f"said through {link.source}"),)
    return ()


def _put_in(asked: tuple[Link, ...], chain: tuple[Link, ...], named: frozenset[str]) -> tuple[Gap, ...]:
    """Return the gap of a teller on the way whom neither the chain nor the sentence of the report names."""
    for link in asked[:-1]:
        if not any(_same_teller(link, x) for x in chain) and not _words(link.source) <= named:
            return (Gap(slot="link", reason=f"the report does not have it through {link.source}"),)
    return ()


def _told_elsewhere(claim: Side, named: frozenset[str]) -> tuple[Gap, ...]:
    """Return the gap of names that stand beside the telling in a claim ("told the Evening Echo") and not in the report."""
    attribution = claim.features.statement.attribution
    if attribution is None:
        return ()
    read = (*attribution.source, *attribution.cue, *attribution.content)
    left = [t for t in claim.features.tree.tokens if t.pos == "PROPN" and not any(x.start <= t.start < x.end for x in read)]
    if all(stem(t.lower) in named for t in left):
        return ()
    return (Gap(slot="link", reason=f"nothing there of {' '.join(t.text for t in left)}"),)


def _is_outlet(link: Link, report: Report) -> bool:
    """True when a teller is the outlet of the report itself."""
    if not report.outlet:
        return False
    one, other = _words(link.source), _words(report.outlet)
    return bool(one) and one <= other


def _same_teller(a: Link, b: Link) -> bool:
    """True when two tellers are one as far as their names or roles show; Sarn is not the ambassador of Sarn."""
    if a.kind == b.kind and fold_name(a.source) == fold_name(b.source):
        return True
    if same_source(a, b):
        return True
    common = any(w.text.islower() and w.text not in IDLE for w in find_words(a.source))
    role = (b.role or "") if common else ""
    one, other = _words(a.source), _words(f"{b.source} {role}")
    return bool(one) and (one <= other or (a.kind == b.kind == "unnamed" and _words(b.source) <= one))


def _words(name: str) -> frozenset[str]:
    return frozenset(stem(w.text.lower()) for w in find_words(name)) - {stem(w) for w in IDLE}
