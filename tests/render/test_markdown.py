import re

import pytest
from markdown_it import MarkdownIt

from tests.render.sample import make_account
from twosource.render.markdown import escape, render_markdown

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.mark.parametrize("stories", [1, 2])
def test_links_lead_to_anchors_of_the_page(stories):
    text = render_markdown(make_account(stories))
    anchors = re.findall(r'<a id="([\w-]+)"></a>', text)
    links = re.findall(r"\]\(#([\w-]+)\)", text)
    assert len(anchors) == len(set(anchors))
    assert links
    assert set(links) <= set(anchors)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "](javascript:alert(1))",
        "[a](b)",
        "![a](http://x)",
        "**bold** _it_ `code` ~~no~~",
        "# head",
        "- item",
        "+ item",
        "1. item",
        "12) item",
        "> quote",
        "a | b",
        "&lt;b&gt; &#60;",
        "***",
        "---",
        "===",
        "$x$",
        "a\\",
        "http://example.org <http://example.org>",
        "[ref]: http://example.org",
        "```",
        "    code",
        "<!-- x -->",
    ],
)
def test_report_text_stays_text(text):
    html = PARSER.render(escape(text)).strip()
    back = html.removeprefix("<p>").removesuffix("</p>").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert "<p>" in html
    assert back.replace("&amp;", "&").strip() == text.strip()


def test_prose_is_not_littered_with_backslashes():
    assert escape("It rose to 4.5 (see p. 12), she said: “no”.") == "It rose to 4.5 (see p. 12), she said: “no”."


def test_tables_are_tables():
    html = PARSER.render(render_markdown(make_account(1)))
    assert html.count("<table>") == 5
    assert "<td></td>" in html  # a claim that a report does not make
