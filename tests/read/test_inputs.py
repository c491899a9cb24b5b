"""Every kind of input through the front door, with real files."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from twosource.errors import InputError
from twosource.read import ReadOptions, read_paths
from twosource.settings import ReadSettings

BODY = (
    "The old bridge in Ondra was closed on Monday after engineers had found cracks in two of its piers.\n"
    "The mayor, Mira Toll, said that the repair could take a year."
)
SETTINGS = ReadSettings()


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths: Path | str, **options):
    return read_paths(paths, SETTINGS, ReadOptions(**options) if options else None)


def kinds(problems) -> list[tuple[str, str]]:
    return [(p.key, p.kind) for p in problems]


def row(**fields) -> str:
    return json.dumps({"id": "r1", "text": BODY} | fields)


def test_plain_text(tmp_path):
    (report,), problems = read(write(tmp_path / "a.txt", f"Bridge closed\r\n\r\n\r\nBy Mira  Toll\r\n{BODY}"))
    assert problems == ()
    assert report.key == "a.txt"
    assert report.text == f"Bridge closed\n\nBy Mira Toll\n{BODY}"
    assert (report.title, report.byline, report.published, report.language) == ("Bridge closed", "Mira Toll", None, "en")
    assert report.text[slice(*report.title_span)] == report.title


def test_markdown(tmp_path):
    (report,), _ = read(write(tmp_path / "a.md", f"# Bridge closed\n\n{BODY}"))
    assert report.text == f"Bridge closed\n\n{BODY}"
    assert report.title_span == (0, 13)


def test_row(tmp_path):
    line = row(
        title="Bridge closed", published="2031-04-05", outlet="Ondra Post", url="https://post.example/1", byline="Mira Toll"
    )
    (report,), problems = read(write(tmp_path / "pile.jsonl", f"\ufeff{line}\n\n"))
    assert problems == ()
    assert (report.key, report.title, report.outlet) == ("r1", "Bridge closed", "Ondra Post")
    assert (report.published, report.published_from, report.byline) == ("2031-04-05", "row", "Mira Toll")
    assert report.text == f"Bridge closed\n\n{BODY}"


@pytest.mark.parametrize("first", ["Bridge closed", "BRIDGE  CLOSED.", "“Bridge closed”"])
def test_text_that_opens_with_the_title_keeps_its_own_form(tmp_path, first):
    (report,), _ = read(write(tmp_path / "pile.jsonl", row(title="Bridge closed", text=f"{first}\n{BODY}")))
    assert report.text == f"{' '.join(first.split())}\n{BODY}"
    assert report.text[slice(*report.title_span)] == " ".join(first.split())


def test_text_whose_first_sentence_begins_like_the_title(tmp_path):
    (report,), _ = read(write(tmp_path / "pile.jsonl", row(title="The old bridge in Ondra was closed")))
    assert report.text.startswith("The old bridge in Ondra was closed\n\nThe old bridge")


@pytest.mark.parametrize(
    ("line", "key", "kind"),
    [
        ("not json", "pile.jsonl:2", "bad-json"),
        ('{"id": "x", "text": ', "pile.jsonl:2", "bad-json"),
        ("[" * 50_000, "pile.jsonl:2", "bad-json"),
        ('["text"]', "pile.jsonl:2", "bad-row"),
        ('{"id": "x"}', "x", "bad-row"),
        ('{"id": "x", "text": 5}', "x", "bad-row"),
        ('{"id": "x", "text": " "}', "x", "no-text"),
        ('{"url": "https://a.example", "text": "Too short."}', "https://a.example", "no-text"),
    ],
)
def test_bad_row(tmp_path, line, key, kind):
    reports, problems = read(write(tmp_path / "pile.jsonl", f"{row()}\n{line}\n{row(id='r3', title='Other')}"))
    assert [r.key for r in reports] == ["r1", "r3"]
    assert kinds(problems) == [(key, kind)]
    assert kind == "no-text" or "ine 2" in problems[0].detail


def test_row_with_fields_of_wrong_type_stays(tmp_path):
    (report,), problems = read(write(tmp_path / "pile.jsonl", row(id=7, outlet={"name": "x"}, published=2031)))
    assert (report.key, report.outlet, report.published) == ("7", None, None)
    assert kinds(problems) == [("7", "bad-date"), ("7", "bad-row")]


def test_row_that_holds_a_lone_surrogate(tmp_path):
    (report,), _ = read(write(tmp_path / "pile.jsonl", '{"id": "s", "text": "\\ud800 ' + BODY.replace("\n", " ") + '"}'))
    report.text.encode("utf-8")


def test_overlong_row(tmp_path):
    path = write(tmp_path / "pile.jsonl", '{"text": "' + "word " * 500 + '"}\n' + row())
    reports, problems = read_paths([path], ReadSettings(max_bytes=1_000))
    assert [r.key for r in reports] == ["r1"]
    assert kinds(problems) == [("pile.jsonl:1", "too-large")]


def test_many_bad_rows_are_told_by_number(tmp_path):
    _, problems = read(write(tmp_path / "pile.jsonl", "x\n" * 500))
    assert len(problems) == 101
    assert any("400 more rows" in p.detail for p in problems)


@pytest.mark.parametrize("date", ["yesterday", "2023-13-45", "05/09/2023"])
def test_bad_date_leaves_the_report_undated(tmp_path, date):
    (report,), problems = read(write(tmp_path / "pile.jsonl", row(published=date)))
    assert (report.published, report.published_from) == (None, None)
    assert kinds(problems) == [("r1", "bad-date")]
    assert date in problems[0].detail


def test_users_date_goes_to_reports_without_one(tmp_path):
    write(tmp_path / "pile.jsonl", row(published="2031-04-05"))
    write(tmp_path / "a.txt", BODY)
    (plain, dated), _ = read(tmp_path, published="2031-04")
    assert (plain.published, plain.published_from) == ("2031-04", "user")
    assert (dated.published, dated.published_from) == ("2031-04-05", "row")


@pytest.mark.parametrize("suffix", ["jsonl", "html"])
def test_day_in_the_address(tmp_path, suffix):
    url = "https://post.example/2031/04/05/bridge"
    page = f"<html><head><link rel='canonical' href='{url}'></head><body><p>{BODY}</p></body></html>"
    write(tmp_path / f"a.{suffix}", row(url=url) if suffix == "jsonl" else page)
    ((report,), _) = read(tmp_path, published="2031-09")
    assert (report.published, report.published_from) == ("2031-04-05", "url")
    assert [e.detail for e in report.published_evidence] == ["URL: 2031-04-05"]


def test_dates_that_do_not_agree_are_told(tmp_path):
    write(tmp_path / "pile.jsonl", row(url="https://post.example/2031/04/05/bridge", published="2031-06-01"))
    write(tmp_path / "a.html", f"<html><head><meta name='date' content='2031-04-05'></head><body><p>{BODY}</p></body></html>")
    meta = write(tmp_path / "meta.csv", "file,published\na.html,2031-07-01\n")
    (page, other), problems = read(tmp_path / "a.html", tmp_path / "pile.jsonl", meta=meta)
    assert problems == ()
    assert (page.published, other.published) == ("2031-07-01", "2031-06-01")
    assert [r.published_evidence[-1].kind for r in (page, other)] == ["published-contradiction"] * 2


def test_users_bad_date_is_an_error(tmp_path):
    with pytest.raises(InputError, match="yesterday"):
        read(tmp_path, published="yesterday")


def test_meta_table(tmp_path):
    write(tmp_path / "in/a.txt", f"One\n\n{BODY}")
    write(tmp_path / "in/b.txt", f"Two\n\n{BODY}")
    meta = write(
        tmp_path / "meta.csv",
        "file,outlet,published,url\na.txt,Ondra Post,2031-04-05T09:30+02:00,https://post.example/1\nb.txt,,soon,\nc.txt,X,,\n",
    )
    (a, b), problems = read(tmp_path / "in", meta=meta)
    assert (a.outlet, a.published, a.published_from) == ("Ondra Post", "2031-04-05T09:30+02:00", "user")
    assert (a.url, b.outlet, b.published) == ("https://post.example/1", None, None)
    assert kinds(problems) == [("b.txt", "bad-date"), ("c.txt", "unmatched-row")]


def test_meta_table_with_semicolons(tmp_path):
    meta = write(tmp_path / "m.csv", "\ufefffile;outlet;published\r\na.txt;Ondra Post, late edition;2031-04-05\r\n")
    ((report,), problems) = read(write(tmp_path / "a.txt", BODY), meta=meta)
    assert problems == ()
    assert (report.outlet, report.published) == ("Ondra Post, late edition", "2031-04-05")


def test_meta_table_in_the_folder_speaks_for_its_files(tmp_path):
    write(tmp_path / "one/meta.csv", "file,outlet\na.txt,Ondra Post\n")
    write(tmp_path / "one/a.txt", f"One\n\n{BODY}")
    write(tmp_path / "two/a.txt", f"Two\n\n{BODY}")
    reports, problems = read(tmp_path)
    assert problems == ()
    assert [(r.key, r.outlet) for r in reports] == [("one/a.txt", "Ondra Post"), ("two/a.txt", None)]


@pytest.mark.parametrize("content", ["outlet\nx\n", "", 'file,outlet\n"a', b"\x89PNG\r\n\x00"])
def test_useless_meta_table_is_an_error(tmp_path, content):
    with pytest.raises(InputError):
        read(write(tmp_path / "a.txt", BODY), meta=write(tmp_path / "meta.csv", content))


def test_missing_meta_table_is_an_error(tmp_path):
    with pytest.raises(InputError):
        read(tmp_path, meta=tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("content", "key", "outlet"),
    [
        (f"Bridge closed\n\n{BODY}", "stdin", None),
        (f"<!DOCTYPE html><html><body><h1>Bridge closed</h1><p>{BODY}</p></body></html>", "stdin", None),
        (row(title="Bridge closed", outlet="Ondra Post"), "r1", "Ondra Post"),
    ],
)
def test_standard_input(monkeypatch, content, key, outlet):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    (report,), problems = read("-")
    assert problems == ()
    assert (report.key, report.title, report.outlet) == (key, "Bridge closed", outlet)


def test_bad_files_are_problems_and_the_rest_comes_through(tmp_path):
    write(tmp_path / "good.txt", BODY)
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "blank.md", " \n\n")
    write(tmp_path / "empty.jsonl", "\n")
    write(tmp_path / "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    write(tmp_path / "zeros.txt", b"abc\x00\x00\x00\x01" * 50)
    write(tmp_path / "zeros.jsonl", b"abc\x00\x00\x00\x01" * 50)
    write(
        tmp_path / "german.txt", "Die alte Brücke in Ondra ist gesperrt worden, nachdem Ingenieure Risse in zwei Pfeilern fanden."
    )
    write(tmp_path / "noise.txt", bytes((i * 7919 >> 3) % 255 + 1 for i in range(3000)))
    write(tmp_path / "paper.pdf", "%PDF-1.4")
    reports, problems = read(tmp_path, tmp_path / "missing.txt")
    assert [r.key for r in reports] == ["good.txt"]
    assert kinds(problems) == [
        ("blank.md", "empty"),
        ("empty.jsonl", "empty"),
        ("empty.txt", "empty"),
        ("german.txt", "other-language"),
        ("missing.txt", "unreadable"),
        ("noise.txt", "bad-encoding"),
        ("paper.pdf", "unknown-format"),
        ("picture.txt", "binary"),
        ("zeros.jsonl", "binary"),
        ("zeros.txt", "binary"),
    ]


def test_unreadable_file(tmp_path, monkeypatch):
    write(tmp_path / "good.txt", BODY)
    closed = write(tmp_path / "closed.txt", BODY)
    genuine = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == closed.name:
            raise PermissionError(13, "Permission denied")
        return genuine(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    reports, problems = read(tmp_path)
    assert [r.key for r in reports] == ["good.txt"]
    assert kinds(problems) == [("closed.txt", "unreadable")]
    assert "Permission denied" in problems[0].detail


def test_one_line_of_20_megabytes(tmp_path):
    write(tmp_path / "good.txt", BODY)
    write(tmp_path / "huge.txt", b"word " * 4_000_000)
    write(tmp_path / "larger.txt", b"word " * 4_000_001)
    reports, problems = read(tmp_path)
    assert [r.key for r in reports] == ["good.txt"]
    assert kinds(problems) == [("huge.txt", "too-large"), ("larger.txt", "too-large")]


def test_unpaired_quotes_mojibake_and_odd_spacing_are_no_problem(tmp_path):
    reports, problems = read(write(tmp_path / "a.txt", f'Bridge “closed\n\n  "The  bridgeâ€™s\tclosed.\u00a0 {BODY}'))
    assert problems == ()
    assert reports[0].text.startswith('Bridge “closed\n\n"The bridge’s closed. The old')


def test_furniture_and_endless_words_are_left_out(tmp_path):
    blob = "data:image/png;base64," + "iVBORw0KGgo" * 2_000
    text = BODY.replace("\n", f"\nADVERTISEMENT\n{blob}\nShare this:\n")
    (report,), problems = read(write(tmp_path / "a.txt", text))
    assert problems == ()
    assert report.text.replace("\n\n", "\n") == BODY


def test_sentences_about_furniture_stay(tmp_path):
    text = f"{BODY}\nShare this with your friends, the advertisement said."
    assert read(write(tmp_path / "a.txt", text))[0][0].text == text


def test_encodings(tmp_path):
    text = f"Café closed\n\n{BODY} The café’s owner “agreed” – at once."
    for name, raw in {
        "utf8.txt": text.encode(),
        "mark.txt": text.encode("utf-8-sig"),
        "wide.txt": text.encode("utf-16"),
        "western.txt": text.encode("cp1252"),
        "broken.txt": (text * 3).encode()[:-1] + b"\xe2\x80",
    }.items():
        write(tmp_path / name, raw)
    reports, problems = read(tmp_path)
    texts = {r.key: r.text for r in reports}
    assert texts["utf8.txt"] == texts["mark.txt"] == texts["wide.txt"] == texts["western.txt"] == text
    assert texts["broken.txt"].startswith(text)
    assert kinds(problems) == [("broken.txt", "bad-encoding"), ("western.txt", "bad-encoding")]


def test_folders_hidden_files_and_notes_on_the_folder(tmp_path):
    write(tmp_path / "x/deep/er/a.txt", f"One\n\n{BODY}")
    write(tmp_path / "x/.hidden/b.txt", BODY)
    write(tmp_path / "x/.c.txt", BODY)
    write(tmp_path / "x/README.md", "Five reports on the bridge in Ondra, saved by hand.")
    write(tmp_path / "x/page.html", f"<html><body><h1>Two</h1><p>{BODY}</p></body></html>")
    write(tmp_path / "x/page_files/ad.html", f"<html><body><p>{BODY}</p></body></html>")
    write(tmp_path / "x/style.css", "p {}")
    reports, problems = read(tmp_path / "x")
    assert [r.key for r in reports] == ["a.txt", "page.html"]
    assert problems == ()


def test_namesakes_gain_their_folder(tmp_path):
    for folder in ("a/x", "b/x", "c"):
        write(tmp_path / folder / "same.txt", f"{folder}\n\n{BODY}")
    write(tmp_path / "one.jsonl", row() + "\n" + row(text=f"Again. {BODY}"))
    write(tmp_path / "two.jsonl", row(outlet="Ondra Post"))
    reports, _ = read(tmp_path)
    assert [r.key for r in reports] == [
        "a/x/same.txt",
        "b/x/same.txt",
        "c/same.txt",
        "one.jsonl:1",
        "one.jsonl:2",
        "two.jsonl:r1",
    ]


def test_a_folder_with_a_link_to_itself(tmp_path):
    write(tmp_path / "x/a.txt", BODY)
    os.symlink(tmp_path / "x", tmp_path / "x/again")
    os.symlink(tmp_path / "x/round", tmp_path / "x/round")
    reports, problems = read(tmp_path / "x")
    assert [r.key for r in reports] == ["a.txt"]
    assert [p.key for p in problems] == ["again", "round"]


def test_a_file_come_by_twice_is_one_report(tmp_path):
    path = write(tmp_path / "x/a.txt", BODY)
    os.symlink(path, tmp_path / "x/b.txt")
    os.symlink(tmp_path / "x", tmp_path / "y")
    reports, problems = read(tmp_path, path, tmp_path / "x" / ".." / "x" / "a.txt")
    assert [r.key for r in reports] == ["a.txt"]
    assert problems == ()


def test_names_that_cannot_be_printed(tmp_path):
    for name in (b"a\xff.txt", b"a\xfe.txt", b"b\n.txt"):
        write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)), BODY)
    keys = [r.key for r in read(tmp_path)[0]]
    assert len(set(keys)) == 3
    assert all(k.encode() and "\n" not in k for k in keys)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert kinds(read(tmp_path)[1]) == [("pipe.txt", "unreadable")]


def test_same_text_from_two_outlets_is_two_reports(tmp_path):
    rows = [row(id="a", outlet="Ondra Post"), row(id="b", outlet="Veltra Echo")]
    reports, _ = read(write(tmp_path / "pile.jsonl", "\n".join(rows)))
    assert len({r.id for r in reports}) == 2


def test_same_text_under_two_names_is_two_reports(tmp_path):
    write(tmp_path / "a.txt", BODY)
    write(tmp_path / "b.txt", BODY)
    assert len({r.id for r in read(tmp_path)[0]}) == 2


def test_a_row_twice_is_one_report(tmp_path):
    reports, problems = read(write(tmp_path / "pile.jsonl", f"{row()}\n{row()}\n"))
    assert [r.key for r in reports] == ["r1"]
    assert kinds(problems) == [("r1", "duplicate")]


def test_a_row_without_a_name_twice_is_one_report(tmp_path):
    line = json.dumps({"text": BODY})
    reports, problems = read(write(tmp_path / "pile.jsonl", f"{line}\n{line}\n"))
    assert [r.key for r in reports] == ["pile.jsonl:1"]
    assert kinds(problems) == [("pile.jsonl:2", "duplicate")]


def test_keys_are_unique_whatever_the_rows_are_called(tmp_path):
    rows = [
        row(id="pile.jsonl:2", title="One"),
        row(id="q", title="Two"),
        row(id="q", title="Three"),
        row(id="a.txt", title="Four"),
    ]
    write(tmp_path / "pile.jsonl", "\n".join(rows))
    write(tmp_path / "a.txt", BODY)
    reports, _ = read(tmp_path)
    assert len({r.key for r in reports}) == len(reports) == 5


def test_order_of_paths_is_no_matter(tmp_path):
    paths = [write(tmp_path / f"{i}/r.txt", f"Report {i}\n\n{BODY}") for i in range(4)]
    paths += [write(tmp_path / "pile.jsonl", f"{row()}\nx\n"), tmp_path / "none", tmp_path / "2"]
    assert read(*paths) == read(*reversed(paths)) == read(*paths[3:], *paths[:3])


def test_progress(tmp_path):
    calls = []
    paths = [write(tmp_path / f"{i}.txt", BODY) for i in range(3)]
    read_paths(paths, SETTINGS, progress=lambda done, of: calls.append((done, of)))
    assert calls == [(1, 3), (2, 3), (3, 3)]
