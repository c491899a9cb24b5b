"""When a page was published: all that it says, and which of it is used."""

import logging
import re
from dataclasses import replace

from lxml.html import HtmlElement

from twosource.read.draft import Draft
from twosource.read.metadata import Metadata
from twosource.records.evidence import Evidence
from twosource.text.edtf import day_range, to_edtf

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_EARLIEST, _LATEST = "1990-01-01", "2100-01-01"
"""Fixed bounds for htmldate, which else takes today: a page must read the same tomorrow."""


def find_published(page: HtmlElement, metadata: Metadata) -> tuple[str | None, str | None, tuple[Evidence, ...]]:
    """Return the time of publication as EDTF, where it was found, and everything found, contradictions too.

    The first source that gives a date wins (JSON-LD, meta tags, marked time elements, htmldate); where another one gives the same
    day with its minutes, that one is used. What the address says is added later, as for any report.
    """
    found = [(where, edtf) for where, said in metadata.published if (edtf := to_edtf(said))]
    guessed = None if found else _by_htmldate(page)
    # htmldate looks into the address too: its day is then no second witness.
    found += [("page (htmldate)", guessed)] if guessed and guessed != _in_url(metadata.url) else []
    evidence = tuple(Evidence(kind="published", detail=f"{where}: {edtf}") for where, edtf in found)
    evidence += tuple(
        Evidence(kind="modified", detail=f"{where}: {edtf}") for where, said in metadata.modified if (edtf := to_edtf(said))
    )
    if not found:
        return None, None, evidence
    first = found[0]
    where, edtf = next(((w, e) for w, e in found if "T" in e and _same_day(e, first[1])), first)
    return edtf, "metadata", evidence + tuple(_contradiction(edtf, where, e, w) for w, e in found if not _near(e, edtf))


def date_by_url(draft: Draft) -> Draft:
    """Return the draft with the day its address names: its date where it has none, else evidence where the two do not agree."""
    named = _in_url(draft.url)
    if not named:
        return draft
    said = Evidence(kind="published", detail=f"URL: {named}")
    if not draft.published:
        return replace(draft, published=named, published_from="url", published_evidence=(*draft.published_evidence, said))
    used = to_edtf(draft.published)
    if not used or _near(used, named):
        return draft
    against = _contradiction(used, draft.published_from or "the report", named, "URL")
    return replace(draft, published_evidence=(*draft.published_evidence, said, against))


def date_by_user(draft: Draft, published: str) -> Draft:
    """Return the draft with the date the user gives it; what it says itself stays as evidence."""
    used, own = to_edtf(published), to_edtf(draft.published or "")
    against = (_contradiction(used, "the user", own, draft.published_from or "the report"),) if used and own else ()
    evidence = (*draft.published_evidence, *(against if used and own and not _near(used, own) else ()))
    return replace(draft, published=published, published_from="user", published_evidence=evidence)


def _in_url(url: str | None) -> str | None:
    match = _URL_DATE.search(url or "")
    return to_edtf("-".join(match.groups())) if match else None


def _contradiction(used: str, used_from: str, other: str, other_from: str) -> Evidence:
    detail = f"{other_from} says {other}, {used_from} says {used}; the latter is used."
    return Evidence(kind="published-contradiction", detail=detail)


def _same_day(a: str, b: str) -> bool:
    return a[:10] == b[:10]


def _near(a: str, b: str) -> bool:
    """True when two dates differ by no more than time zones explain."""
    one, other = day_range(a), day_range(b)
    return not one or not other or ((one[0] - other[1]).days <= 1 and (other[0] - one[1]).days <= 1)


def _by_htmldate(page: HtmlElement) -> str | None:
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(
            page,
            extensive_search=False,
            original_date=True,
            outputformat="%Y-%m-%dT%H:%M:%S%z",
            min_date=_EARLIEST,
            max_date=_LATEST,
        )
    except Exception:  # htmldate works on anything a page holds; a date is never worth losing the report
        return None
    return to_edtf(found) if found else None
