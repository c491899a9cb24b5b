"""Whatever the reports hold, a page stays a page: no markup, no escape codes, no links come out of them."""

import re
import unicodedata
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.render.page import read_page
from tests.render.sample import make_account
from twosource.errors import Problem
from twosource.ids import digest
from twosource.records.account import Account, Claim, MadeBy, StoryAccount
from twosource.records.attribution import Link
from twosource.records.comparison import Descent, Hidden, Origin, Passage, Relation
from twosource.records.evidence import Evidence
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement
from twosource.render.html import render_html
from twosource.render.inline import CONTROLS, shown
from twosource.render.markdown import render_markdown
from twosource.render.text import render_text
from twosource.render.view import view_story
from twosource.render.views import compare_reports, draw_tree, list_claims
from twosource.render.why import explain

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    "](javascript:alert(1)) [x](javascript:alert(2))",
    "![x](http://evil.example/x.png)",
    "<http://evil.example>",
    "\x1b[2J\x1b]8;;http://evil.example\x07click\x1b]8;;\x07",
    "\u202egnp.exe\u2066x\u2069\u200f",
    "\x9b31m\x00\x08\x7f",
    "a" * 300,
    "👩‍👩‍👧‍👦🏴\U000e0067\U000e007f" * 5,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "- 1. # > ``` | --- | *** ___ ~~~",
    "{{ 7*7 }}{% raw %}",
    "</style></title></svg>-->",
    "\u2028\u2029\x85\x0b\x0c\r\n\n\n    code",
    "[...] [added] [",
    "&lt;b&gt;&#x3c;b&#x3e;&amp;",
    "مرحبا “עולם” 漢字",
    "\ud800 lone",
    "“” ‘’ \" '",
    " ",
    "| a | b |\n|---|---|",
]
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=60), st.lists(st.sampled_from(NASTY), max_size=3).map(" ".join))


def make_hostile(text: str, name: str) -> Account:
    """Two reports of one text and a name that stands in every other field."""
    body = text or "-"
    reports = tuple(
        Report(
            id=digest("report", "hostile", i),
            key=f"{i}{name}",
            text=body + "\n\n" + body,
            title=name,
            title_span=(0, 1),
            outlet=name if i else None,
            byline=name,
            agency=name,
            url=name if i else f"https://example.org/{name}",
            published=name,
            published_from=name,
            language=name,
        )
        for i in range(2)
    )
    spans = [Span(r.id, 0, len(body)) for r in reports]
    evidence = Evidence(kind=name, detail=name, score=0.5, spans=tuple(spans))
    chain = (
        Link(source=name or "-", kind="unnamed", spans=(spans[0],), how=name, role=name),
        Link(source=name or "-", kind="person", spans=(spans[0],), how=name, role=name),
    )
    statements = tuple(_statement(r, s, chain if i else (), evidence) for r in reports for i, s in enumerate(_cuts(r, body)))
    claims = tuple(_claim((a, b), name, evidence) for a, b in zip(statements[:2], statements[2:], strict=True))
    a, b = statements[0].id, statements[3].id
    relations = tuple(
        Relation(id=digest("r", k), kind=k, a=a, b=b, slot="hedge", reason=name, evidence=(evidence,))
        for k in _kinds("disputes", "contradicts", "updates", "drift")
    )
    passage = Passage(child=(0, len(body)), parent=(0, len(body)))
    descents = tuple(
        Descent(id=digest("d", i), child=reports[0].id, parent=parent, kind="copy", score=0.5, passages=ps, evidence=(evidence,))
        for i, (parent, ps) in enumerate((("hidden", ()), (reports[1].id, (passage,))))
    )
    story = StoryAccount(
        id=digest("story", "hostile"),
        title=name,
        reports=tuple(r.id for r in reports),
        statements=statements,
        claims=claims,
        relations=relations,
        descents=descents,
        hidden=(Hidden(id="hidden", label=name, children=tuple(r.id for r in reports), evidence=(evidence,)),),
        timeline=(),
        entities=(),
    )
    return Account(
        made_by=MadeBy(twosource="1", models=((name, name),), settings=name),
        reports=reports,
        problems=(Problem(key=name, stage=name, kind=name, detail=name),),
        stories=(story,),
    )


def _kinds(*kinds: Any) -> tuple[Any, ...]:
    return kinds


def _cuts(report: Report, body: str) -> tuple[Span, Span]:
    return Span(report.id, 0, max(1, len(body) // 2)), Span(report.id, len(body) // 2, len(body))


def _statement(report: Report, span: Span, chain: tuple[Link, ...], evidence: Evidence) -> Statement:
    return Statement(
        id=digest("statement", report.id, span.start, span.end, bool(chain)),
        report=report.id,
        spans=(span,),
        exact=report.text[span.start : span.end],
        chain=chain,
        stage="no-comment" if chain else "done",
        evidence=(evidence,),
        sentence=0,
    )


def _claim(pair: tuple[Statement, Statement], name: str, evidence: Evidence) -> Claim:
    ids = tuple(s.id for s in pair)
    origin = Origin(
        id=digest("origin", *ids), label=name, kind="unnamed", statements=ids, reports=(pair[0].report,), why=(evidence,)
    )
    return Claim(
        id=digest("claim", *ids),
        wording=pair[0].exact,
        wording_from=ids[0],
        statements=ids,
        origins=(origin,),
        origins_min=1,
        origins_max=1,
        standing="denied",
        evidence=(evidence,),
    )


def hostile(test):
    for nasty in NASTY:
        test = example(nasty, nasty)(test)
    relaxed = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    return relaxed(given(words, words)(test))


@hostile
def test_html_holds_no_markup_of_a_report(text, name):
    account = make_hostile(text, name)
    html = render_html(account)
    html.encode("utf-8")
    page = read_page(html)
    known = {tag for tag, _ in read_page(render_html(make_account(1))).tags}
    assert {tag for tag, _ in page.tags} <= known
    for _, given_ in page.tags:
        assert not any(k == "style" or k.startswith("on") or k == "src" for k in given_)
        assert re.match(r"#|https?://", given_.get("href", "#"))
    assert not any(ord(c) in CONTROLS for c in html.replace("\n", ""))
    assert {a["href"][1:] for a in page.links if a["href"].startswith("#")} <= set(page.ids)


@hostile
def test_markdown_holds_no_link_and_no_html_of_a_report(text, name):
    markdown = render_markdown(make_hostile(text, name))
    for token in PARSER.parse(markdown):
        assert token.type not in {"html_block", "code_block", "fence", "blockquote_open"}, token
        for child in token.children or ():
            assert child.type not in {"image", "code_inline", "em_open", "strong_open"}, child
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith("#")
            if child.type == "html_inline":
                assert re.fullmatch(r'</?(a|b|u)>|<a id="[\w-]+">', child.content)


@hostile
def test_terminal_gets_no_control_character_and_no_long_row(text, name):
    account = make_hostile(text, name)
    pages = [render_text(account), list_claims(account), draw_tree(account), explain(account, "1"), explain(account, "A1")]
    pages += [explain(account, "A"), explain(account, "α"), compare_reports(account, "A", "B")]
    for page in pages:
        assert not any(ord(c) in CONTROLS for c in page.replace("\n", ""))
        for row in page.splitlines():
            assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in row if not _thin(c)) <= 80
    assert render_text(account, ascii=True).isascii()


def _thin(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


@hostile
def test_said_words_are_a_reports_words(text, name):
    account = make_hostile(text, name)
    texts = [shown(r.text) for r in account.reports]
    for claim in view_story(account, account.stories[0]).claims:
        for piece in claim.wording:
            assert piece.voice != "said" or any(shown(piece.text) in t for t in texts)


def test_order_of_the_reports_does_not_matter():
    account = make_account(2)
    turned = replace(account, reports=account.reports[::-1])
    assert render_html(turned) == render_html(account)
    assert render_text(turned) == render_text(account)
