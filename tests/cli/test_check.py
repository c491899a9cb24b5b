import json
import sys
from pathlib import Path

import pytest

from twosource.cli.main import main

TEXT = "Port Oskel, 3 May 2031. The Marrowby carried 240 tonnes of fuel oil, the coastguard said. The lifeboats were not lowered."


def run(monkeypatch: pytest.MonkeyPatch, *argv: object) -> int:
    monkeypatch.setattr(sys, "argv", ["twosource", *map(str, argv)])
    try:
        main()
    except SystemExit as e:
        return int(e.code or 0)
    return 0


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_a_claim_is_answered(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "check", "The Marrowby carried 240 tonnes of fuel oil", pile) == 0
    assert "Supported by 1 report" in capsys.readouterr().out


def test_json_on_standard_output_stands_alone(
    pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "check", "The Marrowby carried 900 tonnes of fuel oil", pile, "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "contradicted"


@pytest.mark.parametrize(("claim", "words"), [("?", "no words"), ("The Marrowby sank.", "no report could be read")])
def test_what_cannot_be_asked(
    claim: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if claim == "?":
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert run(monkeypatch, "check", claim, tmp_path) == 2
    assert words in capsys.readouterr().err
