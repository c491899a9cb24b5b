"""Hostile text: whatever comes in, reading keeps its promises."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.read.build import build_reports
from twosource.read.charset import decode
from twosource.read.draft import Draft
from twosource.read.fallback import all_text
from twosource.read.html import read_page
from twosource.read.jsonl import read_rows
from twosource.read.plain import read_plain
from twosource.settings import ReadSettings
from twosource.text.edtf import day_range, first_moment, to_edtf
from twosource.text.normalise import normalise_text, repair_encoding

ANY = st.text(st.characters(codec=None), max_size=300)
MOJIBAKE_LEADS = "ÂÃÄÅâïð"
PLAIN = ANY.filter(lambda t: not any(c in MOJIBAKE_LEADS for c in t))
NASTY = st.lists(
    st.sampled_from(["“", '"', "'", "â€", "Ã", "Â", "\n", "\r\n", " ", "\u200b", "By ", "A", "x.", "\ud800", "0"]), max_size=60
)


@given(ANY)
def test_normalised_text_is_clean(raw):
    text = normalise_text(raw)
    text.encode("utf-8")
    assert text == text.strip()
    assert "\r" not in text
    assert "  " not in text
    assert "\n\n\n" not in text
    assert not any(line != line.strip() for line in text.split("\n"))


@given(PLAIN)
def test_normalising_twice_changes_nothing(raw):
    once = normalise_text(raw)
    assert normalise_text(once) == once


@given(ANY)
def test_visible_ascii_is_kept(raw):
    def visible(text: str) -> list[str]:
        return [c for c in text if "!" <= c <= "~"]

    assert visible(normalise_text(raw)) == visible(raw)


@given(st.text(st.characters(codec="utf-8"), max_size=200).filter(lambda t: not any(c in MOJIBAKE_LEADS for c in t)))
def test_sound_text_is_not_repaired(text):
    sound = "".join(c for c in text if not "\x80" <= c <= "\x9f")
    assert repair_encoding(sound) == sound


@given(st.text(st.sampled_from("abc é—“”’…–äöüñçšžł €™\u00a0"), max_size=80))
def test_what_was_mis_decoded_comes_back(text):
    assert repair_encoding(text.encode("utf-8").decode("latin-1")) == text


@given(NASTY.map("".join))
def test_plain_text_keeps_title_at_its_place(raw):
    reports, _ = build_reports([read_plain(raw, ("a.txt",), ReadSettings())], ReadSettings(min_words=0))
    for report in reports:
        assert report.title_span is None or report.text[slice(*report.title_span)] == report.title


@given(st.text(max_size=40), ANY)
def test_text_begins_with_the_title(title, body):
    reports, _ = build_reports([Draft(names=("a",), title=title, body=body)], ReadSettings(min_words=0))
    for report in reports:
        assert report.title is None or report.title_span is not None
        assert report.title_span is None or (report.title_span[0] == 0 and report.text[: report.title_span[1]].strip())


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_told(raw):
    decoded = decode(raw)
    assert decoded.text is not None or decoded.kind in ("binary", "bad-encoding")


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<p", ">", "<script>", "</script>", "<!--", "-->", "word ", "&amp;", "\x00", "<nav>"])
    )
)
def test_any_page_is_read_or_told(pieces):
    raw = "".join(pieces).encode()
    found = read_page(raw, ("a.html",), ReadSettings())
    assert found.drafts or found.problems
    all_text(raw.decode())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda v: st.lists(v) | st.dictionaries(st.text(max_size=9), v),
    )
)
def test_any_row_is_read_or_told(value):
    import io

    rows = [value, {"text": value}, {"id": value, "text": "one two", "published": value, "title": value}]
    for row in rows:
        found = read_rows(io.BytesIO(json.dumps(row).encode() + b"\n"), "a.jsonl", ReadSettings())
        assert found.drafts or found.problems
        build_reports(found.drafts, ReadSettings(min_words=0))


@given(st.text(st.sampled_from("0123456789-/:TZX.?+ APr,")))
def test_dates_are_whole_or_none(value):
    edtf = to_edtf(value)
    if edtf is not None:
        assert to_edtf(edtf) == edtf
        days = day_range(edtf)
        assert days
        assert days[0] <= days[1]
        assert first_moment(edtf) is not None


@given(st.permutations(range(6)))
def test_order_of_drafts_is_no_matter(order):
    drafts = [Draft(names=("x", f"x{i}"), body=f"The old bridge was closed for the {i % 3} time on Monday.") for i in range(6)]
    reports, _ = build_reports([drafts[i] for i in order], ReadSettings())
    assert reports == build_reports(drafts, ReadSettings())[0]
    assert len({r.id for r in reports}) == len({r.key for r in reports}) == 6
