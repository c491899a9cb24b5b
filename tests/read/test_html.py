"""Pages: the text, what the page says of itself, and pages nobody meant to be read."""

import json

import pytest

from twosource.read.draft import Draft
from twosource.read.fallback import all_text
from twosource.read.html import read_page
from twosource.settings import ReadSettings

PARAGRAPHS = (
    "The old bridge in Ondra was closed on Monday after engineers had found cracks in two of its piers.",
    "The mayor, Mira Toll, said that the repair could take a year and would cost about two million florins.",
    "Traffic is led over the ford at Brackwater, which is passable for lorries except after heavy rain.",
)
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def page(head: str = "", body: str = BODY) -> bytes:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head>"
        f"<body>{menu}<article>{body}</article><footer>Ondra Post, all rights reserved</footer></body></html>"
    ).encode()


def ld(**fields) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def read(raw: bytes) -> tuple[Draft, list[str]]:
    found = read_page(raw, ("page.html",), ReadSettings())
    (draft,) = found.drafts
    return draft, [p.kind for p in found.problems]


def test_text_without_furniture():
    draft, problems = read(page())
    assert draft.body == "\n".join(PARAGRAPHS)
    assert problems == []


def test_fields_are_kept_apart():
    head = ld(
        headline="Bridge closed &amp; sealed",
        datePublished="2031-04-05T14:20:00+02:00",
        dateModified="2031-04-05T18:00:00+02:00",
        author=[{"@type": "Person", "name": "By Mira Toll"}, {"@type": "Organization", "name": "Reuters"}],
        publisher={"@type": "Organization", "name": "Ondra Media Ltd"},
    )
    head += '<meta property="og:site_name" content="Ondra Post"><link rel="canonical" href="https://post.example/bridge">'
    draft, _ = read(page(head))
    assert (draft.title, draft.byline, draft.agency) == ("Bridge closed & sealed", "Mira Toll", "Reuters")
    assert (draft.outlet, draft.publisher, draft.url) == ("Ondra Post", "Ondra Media Ltd", "https://post.example/bridge")
    assert (draft.published, draft.published_from) == ("2031-04-05T14:20:00+02:00", "metadata")
    assert [e.kind for e in draft.published_evidence] == ["published", "modified"]


@pytest.mark.parametrize(
    ("head", "published", "origin"),
    [
        ('<meta property="article:published_time" content="2031-04-05T14:20:00Z">', "2031-04-05T14:20:00Z", "metadata"),
        ('<meta name="pubdate" content="Sat, 05 Apr 2031 14:20:00 +0200">', "2031-04-05T14:20:00+02:00", "metadata"),
        ('<meta name="date" content="2031-04-05">', "2031-04-05", "metadata"),
        (ld(datePublished="soon"), None, None),
        ("", None, None),
    ],
)
def test_published(head, published, origin):
    draft, _ = read(page(head))
    assert (draft.published, draft.published_from) == (published, origin)


def test_marked_time_element():
    body = f'<time class="entry-date published" datetime="2031-04-05T14:20:00+02:00">5 April</time>{BODY}'
    assert read(page(body=body))[0].published == "2031-04-05T14:20:00+02:00"


def test_a_copyright_year_is_no_date():
    assert read(page(body=f"{BODY}<p>© 2019 Ondra Post</p>"))[0].published is None


def test_minutes_of_the_same_day_win():
    head = ld(datePublished="2031-04-05") + '<meta property="article:published_time" content="2031-04-05T14:20:00Z">'
    assert read(page(head))[0].published == "2031-04-05T14:20:00Z"


def test_contradicting_dates_are_told():
    head = ld(datePublished="2031-04-05") + '<meta property="article:published_time" content="2031-03-01">'
    draft, _ = read(page(head))
    assert draft.published == "2031-04-05"
    (told,) = [e for e in draft.published_evidence if e.kind == "published-contradiction"]
    assert "2031-03-01" in told.detail
    assert "2031-04-05" in told.detail


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", "headline": ',
        "[" * 100_000,
        '{"@type": ["NewsArticle", 3], "author": 7, "publisher": [], "datePublished": {}, "headline": ["x"], "url": 5}',
        '[null, {"@graph": [{"@graph": "x"}]}]',
        "",
    ],
)
def test_malformed_json_ld_is_passed_over(block):
    draft, problems = read(page(f'<script type="application/ld+json">{block}</script><title>Bridge closed</title>'))
    assert (draft.title, problems) == ("Bridge closed", [])
    assert draft.body == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            '<title>Bridge closed - cracks - Ondra Post</title><meta property="og:site_name" content="Ondra Post">',
            "Bridge closed - cracks",
        ),
        ('<title>Bridge closed - cracks</title><meta property="og:site_name" content="Ondra Post">', "Bridge closed - cracks"),
        ("<title>Ondra</title>", "Ondra"),
        ("<title> </title>", None),
    ],
)
def test_title_of_the_window(head, title):
    head += '<meta property="og:site_name" content="Ondra Post">'
    assert read(page(head))[0].title == title


def test_article_inside_a_graph():
    block = json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "Bridge closed"}]})
    assert read(page(f'<script type="application/ld+json">{block}</script>'))[0].title == "Bridge closed"


def test_publisher_that_is_only_referred_to():
    graph = [
        {
            "@type": "Article",
            "headline": "Bridge closed",
            "publisher": {"@id": "#org"},
            "author": [{"@id": "#toll"}, {"@id": "#x"}],
        },
        {"@type": "Organization", "@id": "#org", "name": "Ondra Media Ltd"},
        {"@type": "Person", "@id": "#toll", "name": "Mira Toll"},
    ]
    draft, _ = read(page(f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'))
    assert (draft.publisher, draft.byline, draft.outlet) == ("Ondra Media Ltd", "Mira Toll", "Ondra Media Ltd")


def test_list_items_gain_no_marks():
    draft, _ = read(page(body=f"{BODY}<ul><li>The bridge was built in 1911.</li><li>It carries 4,000 vehicles a day.</li></ul>"))
    assert draft.body.endswith("rain.\nThe bridge was built in 1911.\nIt carries 4,000 vehicles a day.")


def test_encoding_of_the_page_is_believed():
    raw = f"<html><head><meta charset='windows-1252'></head><body><p>Café “Toll”. {PARAGRAPHS[0]}</p>{BODY}</body></html>"
    draft, problems = read(raw.encode("cp1252"))
    assert draft.body.startswith("Café “Toll”.")
    assert problems == []


def test_wrongly_declared_utf8_is_read_as_utf8():
    raw = f"<html><head><meta charset='iso-8859-1'></head><body><p>Café “Toll”. {PARAGRAPHS[0]}</p>{BODY}</body></html>"
    assert read(raw.encode())[0].body.startswith("Café “Toll”.")


@pytest.mark.parametrize("depth", [300, 1_000, 100_000])
@pytest.mark.parametrize("tag", ["div", "blockquote", "b"])
def test_deep_nesting_loses_no_text(depth, tag):
    raw = f"<html><body>{f'<{tag}>' * depth}{BODY}{f'</{tag}>' * depth}</body></html>".encode()
    draft, problems = read(raw)
    assert draft.body == "\n".join(PARAGRAPHS)
    assert problems == ["odd-page"]


def test_deep_page_keeps_its_metadata():
    head = '<title>Bridge closed</title><meta property="article:published_time" content="2031-04-05T14:20:00Z">'
    draft, _ = read(page(head, "<div>" * 1_000 + BODY))
    assert (draft.title, draft.published) == ("Bridge closed", "2031-04-05T14:20:00Z")


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body><script>var text = 'one two three four five six';</script></body></html>",
        b"<html><frameset><frame src='a'></frameset></html>",
        b"<html><body><img src='a.jpg'></body></html>",
        b"<!-- one two three four five six seven -->",
        b"<" * 100_000,
        b"<!--" * 100_000,
    ],
)
def test_page_without_text(raw):
    found = read_page(raw, ("page.html",), ReadSettings())
    assert found.drafts == ()
    assert [(p.key, p.kind) for p in found.problems] == [("page.html", "no-text")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One <b>two</b> three<br>four</p>five", "One two three\nfour\nfive"),
        ("<nav>menu</nav><p>One &amp; two</p><script>if (a<b) x='</p>';</script>three", "One & two\nthree"),
        ("<script><nav></script><p>One</p>", "One"),
        ("<form><p>All there is", "All there is"),
        ("one <!-- two --> three <!-- four", "one three four"),
        ("a < b and c > d", "a < b and c > d"),
        ("", ""),
    ],
)
def test_all_text(source, text):
    assert all_text(source) == text


@pytest.mark.parametrize(
    ("author", "agency", "byline"),
    [
        ({"@type": "Organization", "name": "Merkant"}, "Merkant", None),
        ([{"@type": "Person", "name": "Ana Ruso"}, {"@type": "NewsMediaOrganization", "name": "Merkant"}], "Merkant", "Ana Ruso"),
        ({"@type": "Organization", "name": "The Ostrel Post"}, None, None),
        ({"@type": "Organization", "name": "Post sports desk"}, None, "Post sports desk"),
        ({"@type": "Person", "name": "Merkant"}, None, "Merkant"),
    ],
)
def test_an_organisation_that_signs_for_another_outlet_is_an_agency(author: object, agency: str | None, byline: str | None):
    draft, _ = read(page(ld(author=author, publisher={"@type": "Organization", "name": "The Ostrel Post"})))
    assert (draft.agency, draft.byline) == (agency, byline)
