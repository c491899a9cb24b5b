"""What a page says of itself: JSON-LD and meta tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from twosource.lexicons import word_set

ARTICLES = ("article", "posting", "report")
"""A JSON-LD type that contains one of these is the report itself (NewsArticle, BlogPosting, Report, LiveBlogPosting ...)."""

MOST_NODES = 2_000
"""JSON-LD objects looked at in one page."""

PUBLISHED_TAGS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.published",
    "publication_date", "publish-date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "dcterms.created", "dcterms.issued",
    "dc.date.issued", "dcterms.date", "dc.date", "date",
)  # fmt: skip
MODIFIED_TAGS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
OUTLET_TAGS = ("og:site_name", "application-name", "cre", "al:android:app_name")
DESK = re.compile(r"\b(?:staff|desk|newsroom|team|editors?|editorial|reporters?|correspondents?|contributors?)\b", re.I)
"""Words by which an outlet signs for its own people."""
AUTHOR_TAGS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
PUBLISHER_TAGS = ("dc.publisher", "dcterms.publisher", "publisher", "copyright-holder")
AGENCY_TAGS = ("dc.source", "dcterms.source", "article:source", "news_source", "source", "provider")


Dates = tuple[tuple[str, str], ...]
"""(where it stands, what it says), best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Fields of a page, as it gives them; dates not checked."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Dates = ()
    modified: Dates = ()


def find_metadata(page: HtmlElement) -> Metadata:
    """Return what a page says of itself; a field nobody fills is None."""
    tags = _meta_tags(page)
    article = _article(page)
    url = _first(tags, ("og:url",)) or _href(page, "canonical") or _text(article.get("url"))
    publisher = _name(article.get("publisher")) or _first(tags, PUBLISHER_TAGS)
    authors = _names(article.get("author")) or _authors(tags)
    outlet = _first(tags, OUTLET_TAGS) or publisher or _host(url)
    firms = [n for n in _firms(article.get("author")) if n not in (outlet, publisher)]
    agency = next((a for a in authors if _is_agency(a)), None) or _agency(article, tags) or next(iter(firms), None)
    return Metadata(
        title=_text(article.get("headline")) or _first(tags, TITLE_TAGS) or _heading(page, outlet),
        byline=", ".join(a for a in authors if a != outlet and a not in firms and not _is_agency(a)) or None,
        outlet=outlet,
        agency=agency,
        publisher=publisher,
        url=url if url and url.startswith(("http://", "https://")) else None,
        published=_dates(article, tags, "datePublished", PUBLISHED_TAGS) + _time_elements(page),
        modified=_dates(article, tags, "dateModified", MODIFIED_TAGS),
    )


def _meta_tags(page: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = (tag.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _first(tags: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((_clean(tags[n][0]) for n in names if n in tags), None)


def _article(page: HtmlElement) -> dict[str, Any]:
    """Return the first JSON-LD object that describes an article, what it only refers to filled in; {} where there is none."""
    nodes = [node for block in _json_ld(page) for node in _nodes(block)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    article = next((node for node in nodes if _is_article(node)), {})
    return {field: _filled(value, named) for field, value in article.items()}


def _filled(value: object, named: dict[str, dict[str, Any]]) -> object:
    """Return a value of which references to named objects of the page are replaced by these."""
    if isinstance(value, list):
        return [_filled(one, named) for one in value[:MOST_NODES] if not isinstance(one, list)]
    return named.get(str(value.get("@id")), value) if isinstance(value, dict) and "name" not in value else value


def _json_ld(page: HtmlElement) -> Iterator[object]:
    """Yield the JSON-LD blocks in the order of the page; malformed ones are passed over."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                yield json.loads(script.text.strip().removesuffix(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(parsed: object) -> Iterator[dict[str, Any]]:
    todo, seen = [parsed], 0
    while todo and seen < MOST_NODES:
        node, seen = todo.pop(0), seen + 1
        if isinstance(node, dict):
            yield node
            todo += [node[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(node.get(k), dict | list)]
        elif isinstance(node, list):
            todo += node[: MOST_NODES - seen]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(part in str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) for part in ARTICLES)


def _text(value: object) -> str | None:
    return _clean(value) if isinstance(value, str) and value.strip() else None


def _clean(value: str) -> str:
    return " ".join(unescape(value[:2_000]).split())


def _name(value: object) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: object) -> tuple[str, ...]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name") if isinstance(one, dict) else one)
        if name and not name.startswith(("http://", "https://")):
            found.append(re.sub(r"^by\s+", "", name, flags=re.I))
    return tuple(dict.fromkeys(found))


def _firms(value: object) -> tuple[str, ...]:
    """Return the authors that a page calls organisations and that are no desk of its own: such a credit names an agency."""
    nodes = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
    names = _names([one for one in nodes if "organization" in str(one.get("@type")).lower()])
    return tuple(n for n in names if not DESK.search(n))


def _authors(tags: dict[str, list[str]]) -> tuple[str, ...]:
    return _names(next((tags[n] for n in AUTHOR_TAGS if n in tags), None))


def _agency(article: dict[str, Any], tags: dict[str, list[str]]) -> str | None:
    """Return an agency named in a credit field; other values of such fields (a feed, a system) are no agencies."""
    named = [n for field in ("sourceOrganization", "provider", "creditText", "isBasedOn") for n in _names(article.get(field))]
    named += [_clean(v) for n in AGENCY_TAGS for v in tags.get(n, ())]
    return next((n for n in named if _is_agency(n)), None)


def _is_agency(name: str) -> bool:
    return name in word_set("agencies", "names") or name in word_set("agencies", "marked")


def _dates(article: dict[str, Any], tags: dict[str, list[str]], field: str, names: tuple[str, ...]) -> Dates:
    said = _text(article.get(field))
    found = [(f"JSON-LD {field}", said)] if said else []
    return tuple(found + [(f"meta {n}", _clean(v)) for n in names for v in tags.get(n, ())[:1]])


def _time_elements(page: HtmlElement) -> Dates:
    """Return the time elements that are marked as the time of publication; any other may belong to a teaser."""
    marked = []
    for element in page.iter("time"):
        marks = f"{element.get('itemprop')} {element.get('class')} {'pubdate' if 'pubdate' in element.attrib else ''}"
        if element.get("datetime") and re.search(r"publish|pubdate|entry-date", marks, re.I):
            marked.append(("time element", _clean(element.get("datetime"))))
    return tuple(marked[:1])


def _heading(page: HtmlElement, outlet: str | None) -> str | None:
    headings = [h for h in (_clean(" ".join(h.itertext())) for h in page.iter("h1")) if h]
    if len(headings) == 1:
        return headings[0]
    title = next((_clean(" ".join(t.itertext())) for t in page.iter("title")), "")
    return _without_outlet(title, outlet or "") or next(iter(headings), None)


def _without_outlet(title: str, outlet: str) -> str:
    """Return the window's title without the outlet behind its last dash or bar."""
    cuts = (title.rpartition(mark) for mark in (" - ", " – ", " — ", " | ", " · "))
    return next((start for start, _, end in cuts if start and end.casefold() == outlet.casefold()), title)


def _href(page: HtmlElement, rel: str) -> str | None:
    links = (link for link in page.iter("link") if (link.get("rel") or "").lower() == rel)
    return next((href for link in links if (href := link.get("href"))), None)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
