"""The account's JSON keeps everything, has the published form and refuses what is not an account."""

import json
from importlib.resources import files

import jsonschema
import pytest

from tests.factory import make_report
from twosource import account_from_json, account_to_json, brief_reports
from twosource.errors import AccountError, Problem
from twosource.models.builtin import SpacyParser
from twosource.records.account import Account

TEXTS = (
    "Dam breaks above Ostrel\n\nA dam above Ostrel broke, the mayor, Ana Ruso, told Kesnews. “We heard it 😀,” she said.",
    "Four people are missing after a dam broke above Ostrel, according to Kesnews. Police denied that anyone had died.",
)


@pytest.fixture(scope="module")
def account(parser: SpacyParser) -> Account:
    reports = [make_report(text, key=f"{i}.txt", published="2031-05-02") for i, text in enumerate(TEXTS)]
    return brief_reports(reports, [Problem(key="x", stage="read", kind="no-text", detail="nothing")], parser=parser)


def test_written_and_read_again_it_is_the_same(account: Account):
    text = account_to_json(account)
    assert account_to_json(account_from_json(text)) == text


def test_it_has_the_published_form(account: Account):
    schema = json.loads((files("twosource.render") / "account.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(account_to_json(account)))


def test_offsets_are_code_points_of_the_report(account: Account):
    data = json.loads(account_to_json(account))
    texts = {r["id"]: r["text"] for r in data["reports"]}
    statements = [s for story in data["stories"] for s in story["statements"]]
    assert statements
    for s in statements:
        assert " ".join(texts[s["report"]][a:b] for a, b in s["spans"]) == s["exact"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an account"),
        ('{"format": "other"}', "not an account"),
        ('{"format": "twosource.account", "version": 9}', "version 9"),
        ('{"format": "twosource.account", "version": 1}', "damaged"),
        ('{"format": "twosource.account", "version": 1, "made_by": 3, "reports": [], "problems": [], "stories": []}', "damaged"),
    ],
)
def test_what_is_no_account_is_refused_with_a_reason(text: str, words: str):
    with pytest.raises(AccountError, match=words):
        account_from_json(text)
