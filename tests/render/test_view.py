from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tests.render.sample import Maker, make_account
from twosource.ids import digest
from twosource.records.account import Claim
from twosource.records.attribution import Link
from twosource.records.comparison import Descent
from twosource.records.statement import Statement
from twosource.render.families import find_families
from twosource.render.inline import Piece, inner, plain, shown
from twosource.render.labels import greek, label_story, letter, listed, ranged, runs, time_words
from twosource.render.terminal import columns, to_ascii, wrap
from twosource.render.view import StoryView, safe_url, view_story
from twosource.render.words import claim_line, sentence_line

ONE = make_account(1)
STORY = ONE.stories[0]


def view(**changes: Any) -> StoryView:
    story = replace(STORY, **changes)
    return view_story(replace(ONE, stories=(story,)), story)


def pieces(value: Any) -> Iterator[Piece]:
    if isinstance(value, Piece):
        yield value
    elif isinstance(value, tuple):
        for x in value:
            yield from pieces(x)
    elif is_dataclass(value):
        for f in fields(value):
            yield from pieces(getattr(value, f.name))


def test_letters_numbers_ranges():
    assert [letter(i) for i in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert [greek(i) for i in (0, 1, 24)] == ["α", "β", "α2"]
    assert ranged(0, 0) == "1"
    assert ranged(1, 3) == "1 to 3"
    assert ranged(2, 1) == "2"
    assert listed([]) == ""
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert runs([1, 2, 3, 5, 6, 9]) == "1-3 5 6 9"


def test_times_in_words():
    assert time_words("2031-05-12T05:50Z") == "12 May 2031, 05:50 UTC"
    assert time_words("2031-05-12T05:50:01+02:00") == "12 May 2031, 05:50 +02:00"
    assert time_words("2031-05") == "May 2031"
    assert time_words("2031-05-12/2031-05-14") == "12 May 2031 to 14 May 2031"
    assert time_words("2031-05-12/..") == "from 12 May 2031"
    assert time_words("../2031-05-12") == "until 12 May 2031"
    assert time_words("2031-13-40") == "2031-13-40"
    assert time_words("203X") == "the 2030s"
    assert time_words("18XX") == "the 19th century"
    assert time_words("2031-06~/2031-08~") == "about June 2031 to about August 2031"
    assert time_words(None) == "time not known"


def test_labels_follow_the_order_of_the_text():
    labels = label_story(ONE, STORY)
    assert [labels.marks[s.id] for s in labels.told[STORY.reports[0]]] == ["A1", "A2", "A3", "A4", "A5"]
    starts = [s.spans[0].start for s in labels.told[STORY.reports[0]]]
    assert starts == sorted(starts)


def test_families_and_their_slots():
    labels = label_story(ONE, STORY)
    found = [("".join(labels.letters_of(f.reports)), f.slot, f.ordered) for f in find_families(labels)]
    assert found == [("ABC", "1", True), ("FG", "2", False), ("D", "3", True), ("E", "4", True)]


def test_undirected_descents_join_a_pair_and_never_a_chain():
    d, e, f = STORY.reports[2:5]
    chain = tuple(
        Descent(id=digest("x", a, b), child=b, parent=a, kind="copy", directed=False, score=s)
        for a, b, s in ((d, e, 0.9), (e, f, 0.8))
    )
    labels = label_story(ONE, replace(STORY, descents=chain, hidden=()))
    assert sorted(len(f.reports) for f in find_families(labels)) == [1, 1, 1, 1, 1, 2]


def test_a_quotation_makes_no_family():
    labels = label_story(ONE, STORY)
    assert all(len(f.reports) == 1 for f in find_families(labels) if STORY.reports[3] in f.reports)


def test_said_words_are_verbatim_everywhere():
    texts = [shown(r.text) for r in ONE.reports]
    said = [p for p in pieces(view()) if p.voice == "said"]
    assert len(said) > 100
    for piece in said:
        assert any(shown(piece.text) in t for t in texts), piece


def test_added_words_stand_in_brackets():
    added = [p for p in pieces(view()) if p.voice == "added"]
    assert {p.text for p in added} == {"[...]", "[of fuel]"}


def test_a_reports_own_brackets_stay_its_own():
    labels = label_story(ONE, STORY)
    claim = replace(STORY.claims[0], wording="It [the tunnel] was inspected in March", wording_from=statement("C5"))
    assert [p.voice for p in claim_line(labels, claim)] == ["said"]


def test_a_wording_no_report_used_is_not_shown():
    labels = label_story(ONE, STORY)
    claim = replace(STORY.claims[0], wording="The brakes definitely failed")
    assert plain(claim_line(labels, claim)) == "The brakes may have failed"


def statement(label: str) -> str:
    labels = label_story(ONE, STORY)
    return next(i for i, mark in labels.marks.items() if mark == label)


def test_links_of_the_view_lead_to_its_records():
    v = view()
    targets = {f"w-{s.label}" for r in v.reports for s in r.statements}
    targets |= {f"c-{c.number}" for c in v.claims} | {f"r-{r.letter}" for r in v.reports}
    assert {p.target for p in pieces(v) if p.voice == "ref"} <= targets


def test_over_twenty_claims_the_weightiest_are_shown_in_full():
    m = Maker()
    labels = label_story(ONE, STORY)
    more = []
    for i in range(30):
        text = labels.reports[STORY.reports[5]].text
        m.say(f"x{i}", "valley-a.txt", text[i : i + 5])
        more.append(m.claim((m.origin("no origin stated", "report", f"x{i}"),), 1, 1, "origin-not-stated"))
    statements = (*STORY.statements, *(m.statements[f"x{i}"] for i in range(30)))
    v = view(statements=statements, claims=(*more, *STORY.claims))
    assert len(v.claims) == 45
    assert len(v.full) == 12
    assert len(v.rest) == 33
    assert {c.number for c in v.full} >= {31, 32, 36, 37}  # carried by several, contested
    assert v.head.lead_claim == 31
    assert v.matrix
    assert len(v.matrix.rows) == 12


def test_over_twelve_reports_copies_share_a_column():
    m = Maker()
    base = m.reports["weekly.html"]
    copies = tuple(replace(base, id=digest("report", i), key=f"copy-{i}") for i in range(20))
    descents = tuple(Descent(id=digest("descent", c.id), child=c.id, parent=base.id, kind="copy", score=0.99) for c in copies)
    story = replace(STORY, reports=(*STORY.reports, *(c.id for c in copies)), descents=(*STORY.descents, *descents))
    account = replace(ONE, reports=(*ONE.reports, *copies), stories=(story,))
    v = view_story(account, story)
    assert v.matrix
    column = next(c for c in v.matrix.columns if c.letter == "D")
    assert column.copies == 21
    assert len(v.matrix.columns) == 7


def test_one_report_has_no_matrix():
    two = make_account(2)
    assert view_story(two, two.stories[1]).matrix is None


def test_nothing_changed_nothing_denied():
    claims = tuple(replace(c, standing="not-established") for c in STORY.claims)
    v = view(relations=(), claims=claims)
    assert v.changes == ()
    assert "Nobody denies it here." in plain(v.head.lead)


def test_only_http_addresses_are_links():
    assert safe_url("https://example.org/a") == "https://example.org/a"
    for bad in ("javascript:alert(1)", " https://x", "data:text/html,x", "//x", "https://x\n", "ftp://x", "", None):
        assert safe_url(bad) is None


def test_shown_text_holds_no_control_character():
    assert shown("a\x00\x1b[31mb\u202ec\u2066d\r\n\te\ud800") == "a[31mbcd e\ufffd"
    assert inner(" a\n b  ") == " a b  "


def test_wrapping_keeps_marks_with_their_letters_and_cuts_long_words():
    text = "e\u0301" * 30 + " 漢字" * 3
    rows = [text[a:b] for a, b in wrap(text, 20, 0, 0)]
    assert all(columns(r) <= 20 for r in rows)
    assert all(not r.startswith("\u0301") for r in rows)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")


def test_ascii_spells_the_tools_signs():
    assert to_ascii("α ← ▲ “é” … 漢") == 'alpha <- ^ "e" ... ?'


def test_the_answer_says_when_the_leading_claim_is_superseded():
    claims = STORY.claims[4:5] + STORY.claims[2:4]  # four hurt, then nine, and six
    statements = tuple(s for c in claims for s in told(c))
    kept = {s.id for s in statements}
    relations = tuple(r for r in STORY.relations if {r.a, r.b} <= kept)
    v = view(claims=claims, statements=statements, relations=relations, timeline=())
    assert plain(v.head.lead).endswith("It is superseded by claim 3.")


def test_an_origin_not_stated_is_not_called_established():
    v = view(claims=(STORY.claims[10],), statements=told(STORY.claims[10]), relations=(), timeline=())
    assert v.head.funnel_note == "no report says who knows it"
    assert "No report says who knows it." in plain(v.head.lead)


def told(claim: Claim) -> tuple[Statement, ...]:
    return tuple(s for s in STORY.statements if s.id in claim.statements)


def test_a_statement_is_shown_in_its_sentence():
    v = view()
    lines = {s.label: s.line for r in v.reports for s in r.statements}
    assert [(p.text, p.mark) for p in lines["A3"]] == [
        ("The brakes may have failed", ""),
        (", a mechanic who asked not to be named told Veldpress.", "context"),
    ]
    assert [(p.text, p.mark) for p in lines["C3"]] == [
        ("Officials believe ", "context"),
        ("the brakes may have failed", ""),
        (".", "context"),
    ]
    assert plain(lines["B1"]) == "Failed brakes behind tunnel fire, mechanics say"  # the headline ends at the empty line


def test_a_sentence_without_end_is_cut():
    m = Maker()
    long = replace(m.reports["valley-a.txt"], text="word " * 400)
    story = replace(STORY, relations=(), claims=(), statements=(), timeline=(), descents=(), hidden=())
    labels = label_story(replace(ONE, reports=tuple(long if r.id == long.id else r for r in ONE.reports)), story)
    span = long.span(1000, 1004)
    statement = replace(STORY.statements[0], report=long.id, spans=(span,))
    assert len(plain(sentence_line(labels, statement))) < 450


def test_hearsay_is_nobody_in_particular():
    link = Link(source="reportedly", kind="unnamed", how="impersonal-adverb")
    first = STORY.claims[0].origins[0].statements
    heard = tuple(replace(s, chain=(link,)) if s.id in first else s for s in STORY.statements)
    v = view(statements=heard)
    assert "nobody named (“reportedly”)" in plain(v.claims[0].rows[0].line)
    assert "One person not named stands behind it; A, B and C pass it on as hearsay." in plain(v.head.lead)
    assert any(plain(line).startswith("Who says what is passed on as hearsay A3") for line in v.open)
