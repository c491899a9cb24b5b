"""Titles, bylines, dates, repairs and languages, from tests/cases/read."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource.read.language import other_language
from twosource.read.plain import find_byline, read_plain
from twosource.settings import ReadSettings
from twosource.text.edtf import to_edtf
from twosource.text.normalise import normalise_text

CASES = Path(__file__).parents[1] / "cases" / "read"


def load(file: str) -> list[Any]:
    cases = tomllib.loads((CASES / f"{file}.toml").read_text("utf-8"))["case"]
    return [pytest.param(c, id=f"{c['kind']}: {c['name']}") for c in cases]


def find_title(text: str) -> str | None:
    return read_plain(text, ("a.txt",), ReadSettings()).title


FIND: dict[str, Callable[[str], str | None]] = {
    "title": find_title,
    "byline": find_byline,
    "date": to_edtf,
    "repair": normalise_text,
    "language": other_language,
}


@pytest.mark.parametrize("case", load("fires"))
def test_recognised(case):
    assert FIND[case["kind"]](case["text"]) == case["expect"]


@pytest.mark.parametrize("case", load("negative"))
def test_left_alone(case):
    assert FIND[case["kind"]](case["text"]) == (case["text"] if case["kind"] == "repair" else None)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", load("known_failures"))
def test_known_failure(case):
    assert FIND[case["kind"]](case["text"]) == case["expect"]
