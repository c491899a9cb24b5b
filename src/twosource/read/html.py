"""Web pages: the text without the furniture, and what the page says of itself."""

import logging
import re

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from lxml.html import HTMLParser as TreeParser

from twosource.read.build import has_words
from twosource.read.charset import decode, find_declared
from twosource.read.draft import Draft, Found, failed, problem
from twosource.read.fallback import all_text
from twosource.read.metadata import find_metadata
from twosource.read.published import find_published
from twosource.settings import ReadSettings

MOST_ELEMENTS = 50_000
"""More make no page of people, and trafilatura slow."""
DEEPEST = 200
"""Elements inside one another that trafilatura still reads; pages of people have 20 to 60."""


def read_page(raw: bytes, names: tuple[str, ...], settings: ReadSettings) -> Found:
    """Return the report of a web page, or the problem that it has none."""
    key = names[0]
    decoded = decode(raw, find_declared(raw))
    if decoded.text is None:
        return failed(key, decoded.kind or "bad-encoding", decoded.detail)
    problems = [problem(key, decoded.kind, decoded.detail)] if decoded.kind else []
    page = _parse(decoded.text)
    body = _main_text(page) if page is not None and _is_ordinary(page) else None
    if body is None or not has_words(body, settings.min_words):
        body = all_text(decoded.text)
        if not has_words(body, settings.min_words):
            return failed(key, "no-text", "The page holds no text that could be a report.")
        said = "The page's layout could not be made out; all its text was taken, parts of the page among it."
        problems.append(problem(key, "odd-page", said))
    draft = Draft(names=names, body=body) if page is None else _describe(page, body, names)
    return Found(drafts=(draft,), problems=tuple(problems))


def _describe(page: HtmlElement, body: str, names: tuple[str, ...]) -> Draft:
    about = find_metadata(page)
    published, published_from, evidence = find_published(page, about)
    return Draft(
        names=names,
        body=body,
        title=about.title,
        byline=about.byline,
        outlet=about.outlet,
        agency=about.agency,
        publisher=about.publisher,
        url=about.url,
        published=published,
        published_from=published_from,
        published_evidence=evidence,
    )


def _parse(source: str) -> HtmlElement | None:
    parser = TreeParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _is_ordinary(page: HtmlElement) -> bool:
    """True for a page that trafilatura reads wholly and in reasonable time."""
    depth = elements = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEEPEST or elements > MOST_ELEMENTS:
            return False
    return True


def _main_text(page: HtmlElement) -> str | None:
    from copy import deepcopy

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(deepcopy(page), include_comments=False, include_tables=False)
    except Exception:  # any failure inside the library on a hostile page: the fallback still has the text
        return None
    text = getattr(found, "text", None)
    # trafilatura marks list items with a hyphen that no report wrote.
    return re.sub(r"\n+(?:- )?", "\n", text) if isinstance(text, str) else None
