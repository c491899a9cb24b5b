"""What reports say of where their text comes from. A credit is a claim: it can lower a count of origins, never raise it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.lexicons import load_lexicon, word_set
from twosource.records.analysis import Analysis
from twosource.records.report import Report
from twosource.records.span import Span

_PARTS = re.compile(r"[,;/()|&•]|\band\b|\bfor\b|\bin\b")
_ARTICLE = re.compile(r"^the\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """A name in a report's credit lines or page fields."""

    name: str
    """As written."""
    spans: tuple[Span, ...]
    agency: bool
    """True for a name that stands where agencies stand, or is on the list of agencies."""


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """Return a name as names are compared: lower case, no article, accents or hyphens, an agency's short form spelt out."""
    bare = _bare(name)
    return _aliases().get(bare, bare)


def read_credits(analysis: Analysis) -> dict[str, Credited]:
    """Return what a report's credit lines and page fields name, by folded name."""
    report = analysis.report
    written: list[tuple[str, tuple[Span, ...], bool]] = [
        (c.name, (c.span,), c.kind == "agency" or c.how == "dateline-tag")
        for c in analysis.credits
        if c.kind in ("agency", "byline", "reporting")
    ]
    written += [(field, (), kind) for field, kind in ((report.agency, True), (report.byline, False)) if field]
    found: dict[str, Credited] = {}
    for text, spans, agency in written:
        for part in dict.fromkeys((text, *_PARTS.split(text))):
            name = fold_name(part)
            if name and name not in found:
                found[name] = Credited(name=part.strip(), spans=spans, agency=agency or name in _known_agencies())
    return found


def own_names(report: Report) -> set[str]:
    """Return the name of a report's outlet, folded, and its initials: a credit may say "TNA". Its agency is whom it credits."""
    name = fold_name(report.outlet or "")
    return ({name} if name else set()) | ({"".join(w[0] for w in name.split())} if " " in name else set())


def names_outlet(analysis: Analysis, other: Report) -> tuple[bool, tuple[Span, ...]]:
    """Tell whether a report names another one's outlet as where it has something from, and where its text does so."""
    wanted = own_names(other) - own_names(analysis.report)
    if not wanted:
        return False, ()
    credited = [c for name, c in read_credits(analysis).items() if name in wanted]
    links = [
        link
        for attribution in analysis.attributions
        for link in attribution.chain
        if link.kind != "unnamed" and fold_name(link.source) in wanted
    ]
    spans = [s for c in credited for s in c.spans] + [s for link in links for s in link.spans]
    return bool(credited or links), tuple(dict.fromkeys(spans))


def _bare(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = plain.lower().replace("’", "'").replace("-", " ").split()
    return _ARTICLE.sub("", " ".join(words).strip(" .'"))


@cache
def _aliases() -> dict[str, str]:
    return {_bare(short): _bare(full) for short, full in load_lexicon("agency_aliases")["names"].items()}


@cache
def _known_agencies() -> frozenset[str]:
    return frozenset(map(fold_name, word_set("agencies", "names") | word_set("agencies", "marked")))
