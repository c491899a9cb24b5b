"""The program as a user meets it: outputs, exit statuses, messages."""

import json
from pathlib import Path

import pytest

from twosource.cli.main import main

STORY = {
    "a.txt": "Dam breaks above Ostrel\n\nA dam above Ostrel broke, Ana Ruso said. Four people are missing, police said.",
    "b.txt": "Four missing near Ostrel\n\nFour people are missing after a dam above Ostrel broke, according to Kesnews.",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *argv: object) -> int:
    """Run the program in this process and return its exit status."""
    monkeypatch.setattr("sys.argv", ["twosource", *map(str, argv)])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


def test_brief_prints_and_ends_with_0(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert run(monkeypatch, "brief", pile) == 0
    out, err = capsys.readouterr()
    assert "2 reports" in out
    assert err == ""
    assert max(map(len, out.splitlines())) <= 80


def test_every_form_is_written_and_quiet_prints_nothing(
    pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    files = {form: pile.parent / f"out.{form}" for form in ("json", "markdown", "html")}
    options = [x for form, file in files.items() for x in (f"--{form}", file)]
    assert run(monkeypatch, "brief", pile, "--quiet", *options) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(files["json"].read_text("utf-8"))["format"] == "twosource.account"
    assert files["html"].read_text("utf-8").startswith("<!")
    assert files["markdown"].read_text("utf-8").startswith("# ")


def test_standard_output_takes_one_form_alone(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert run(monkeypatch, "brief", pile, "--json", "-") == 0
    assert len(json.loads(capsys.readouterr().out)["reports"]) == 2
    assert run(monkeypatch, "brief", pile, "--json", "-", "--html", "-") == 2
    assert "only one" in capsys.readouterr().err


def test_a_problem_is_told_and_the_rest_comes_through(
    pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (pile / "c.txt").write_bytes(b"")
    assert run(monkeypatch, "brief", pile) == 1
    out, err = capsys.readouterr()
    assert "2 reports" in out
    assert "c.txt" in err
    assert "c.txt" in out


def test_strict_writes_nothing(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (pile / "c.txt").write_bytes(b"")
    assert run(monkeypatch, "brief", pile, "--strict", "--json", pile.parent / "out.json") == 1
    assert capsys.readouterr().out == ""
    assert not (pile.parent / "out.json").exists()


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["brief", "nowhere"], "no report could be read"),
        (["brief", ".", "--published", "soon"], "not a date"),
        (["brief", ".", "--settings", "nowhere.toml"], "nowhere.toml"),
        (["why", "nowhere.json", "1"], "nowhere.json"),
        (["brief"], "Missing argument"),
    ],
)
def test_nothing_could_be_done(
    argv: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, *argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


@pytest.fixture
def account(pile: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = pile.parent / "account.json"
    run(monkeypatch, "brief", pile, "-q", "--json", file)
    return file


@pytest.mark.parametrize(
    "argv", [["claims"], ["tree"], ["why", "1"], ["why", "A1"], ["diff", "a.txt", "b.txt"], ["diff", "A", "B"]]
)
def test_views_of_an_account(argv: list[str], account: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    command, *rest = argv
    assert run(monkeypatch, command, account, *rest) == 0
    assert capsys.readouterr().out.strip()


def test_why_answers_for_every_record(account: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (story,) = json.loads(account.read_text("utf-8"))["stories"]
    ids = [r["id"] for kind in ("statements", "claims", "relations", "descents", "hidden") for r in story[kind]]
    ids += [o["id"] for c in story["claims"] for o in c["origins"]]
    for id in ids:
        assert run(monkeypatch, "why", account, id) == 0
        assert capsys.readouterr().out.strip()


def test_an_unknown_id_is_named(account: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert run(monkeypatch, "why", account, "zzzz") == 2
    assert "zzzz" in capsys.readouterr().err


def test_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert run(monkeypatch, "--version") == 0
    assert capsys.readouterr().out.startswith("twosource 0.")
