"""Names and light coreference."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import analyse, make_report
from twosource.analyse.mentions.entities import key_of
from twosource.analyse.mentions.names import read_words
from twosource.analyse.mentions.words import person_noun
from twosource.models.base import Parser
from twosource.records.analysis import Mention

CASES = Path(__file__).parent / "cases" / "mentions"


def cases(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"])


def mentions(text: str, parser: Parser) -> list[tuple[str, Mention]]:
    analysis = analyse(make_report(text), parser)
    return [(analysis.report.words(m.span), m) for m in analysis.mentions]


def found(text: str, parser: Parser) -> list[list[str]]:
    return [[words, m.name, m.kind] for words, m in mentions(text, parser) if m.kind != "place"]


@pytest.mark.parametrize("case", cases("fires"), ids=lambda c: c["text"][:60])
def test_mentions(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == case["only"]


@pytest.mark.parametrize("case", cases("negative"), ids=lambda c: c["text"][:60])
def test_left_open(case: dict[str, Any], parser: Parser):
    assert not {words for words, _ in mentions(case["text"], parser)} & set(case["words"])


@pytest.mark.xfail(reason="not resolved rightly yet")
@pytest.mark.parametrize("case", cases("known_failures"), ids=lambda c: c["text"][:60])
def test_known_failures(case: dict[str, Any], parser: Parser):
    assert found(case["text"], parser) == case["only"]


def test_an_english_title_is_read_with_the_names_of_its_text(parser: Parser):
    report = make_report("Harbour Chief Cyr Dollan resigned.", title="Dollan Quits After Night On Pier")
    names = [(report.words(m.span), m.name, m.how) for m in analyse(report, parser).mentions]
    assert names == [("Dollan", "Cyr Dollan", "title"), ("Cyr Dollan", "Cyr Dollan", "full-name")]


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        (("Prime", "Minister", "Ana", "Ruso"), "person", 2),
        (("Prime", "Minister"), None, 2),
        (("Secretary", "of", "State", "Nils", "Aberg"), "person", 3),
        (("Consulate", "General"), "body", 0),
        (("Attorney", "General"), None, 2),
        (("Selby", "Courier"), "outlet", 0),
        (("Lake", "Orrin"), "place", 0),
        (("Norwegian",), None, 1),
        (("Global", "Ferry", "Index"), "document", 0),
    ],
)
def test_what_words_say_by_themselves(words: tuple[str, ...], kind: str | None, name: int):
    assert tuple(read_words(words)) == (kind, name)


def test_keys_fold_what_does_not_matter():
    assert key_of(("Omar", "al", "-", "Dulan")) == key_of(("OMAR", "Dulan"))
    assert key_of(("the", "Hague")) == ("hague",)


def test_person_nouns():
    assert person_noun("officials") == ("official", True)
    assert person_noun("seismologist") == ("seismologist", False)
    assert person_noun("harbour") is None
