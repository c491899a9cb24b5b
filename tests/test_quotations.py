"""Quotations as the marks show them."""

import pytest

from tests.factory import make_report
from twosource.analyse.quotations import find_quotations
from twosource.analyse.sentences import find_sentences
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Quotation


def quotations(text: str, parser: SpacyParser) -> tuple[tuple[str, str, bool], ...]:
    report = make_report(text)
    found: tuple[Quotation, ...] = find_quotations(report, find_sentences(report, parser))
    return tuple((report.words(q.inner), q.kind, q.closed) for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We saw it,” she said.", [("We saw it,", "speech", True)]),
        ('"We saw it," she said. "It fell."', [("We saw it,", "speech", True), ("It fell.", "speech", True)]),
        ("‘We saw it,’ she said.", [("We saw it,", "speech", True)]),
        ("'We saw the workers' hall burn,' she said.", [("We saw the workers' hall burn,", "speech", True)]),
        ("``We saw it,'' she said.", [("We saw it,", "speech", True)]),
        ("« We saw it », she said.", [(" We saw it ", "speech", True)]),
        ("“He said ‘stop’ and ran,” she said.", [("He said ‘stop’ and ran,", "speech", True)]),
        ("The farmers' hall and the children's ward.", []),
        ("In the '90s rock 'n' roll came to Tarn.", []),
        ('A pipe 12" wide', []),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, str, bool]], parser: SpacyParser) -> None:
    assert list(quotations(text, parser)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Emil “Sparrow” Rask won.", "term"),
        ("Her novel “The Salt Stair” sold well.", "term"),
        ("The so-called “lake fund” paid.", "term"),
        ("She called it “a farce”.", "term"),
        ("She shouted “we are here”.", "speech"),
        ("“Stop!” she shouted.", "speech"),
        ("“No comment,” she said.", "speech"),
        ("She called it “the worst storm since the war”.", "speech"),
    ],
)
def test_a_term_is_no_speech(text: str, kind: str, parser: SpacyParser) -> None:
    assert [k for _, k, _ in quotations(text, parser)] == [kind]


def test_a_quotation_runs_over_paragraphs_without_closing_marks(parser: SpacyParser) -> None:
    found = quotations("“The boat sank. Nobody came.\n\n“We swam. It was cold.\n\n“Then we slept,” she said.", parser)
    assert found == (
        ("The boat sank. Nobody came.", "speech", False),
        ("We swam. It was cold.", "speech", False),
        ("Then we slept,", "speech", True),
    )


def test_an_opening_mark_without_partner_ends_with_its_sentence(parser: SpacyParser) -> None:
    found = quotations("“We asked for two boats, the chief said. The pier closed at noon.", parser)
    assert found == (("We asked for two boats, the chief said.", "speech", False),)


def test_a_closing_mark_without_partner_starts_with_its_sentence(parser: SpacyParser) -> None:
    found = quotations("The pier closed at noon. The roof had been leaking,” said the caretaker.", parser)
    assert found == (("The roof had been leaking,", "speech", True),)


def test_a_missing_mark_spoils_one_paragraph_at_most(parser: SpacyParser) -> None:
    found = quotations('She said "stop and ran.\n\nHe said "go" and "come" twice.', parser)
    assert [w for w, _, _ in found][1:] == ["go", "come"]
