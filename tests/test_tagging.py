"""The tagger: labels, linking, and what it lays over the rules. Its weights are read, not trained."""

import pytest

from tests.factory import analyse, make_report
from twosource.analyse.tagging.features import token_features
from twosource.analyse.tagging.linking import link_pieces
from twosource.analyse.tagging.paragraphs import LABELS, Paragraph, label_tokens, read_paragraphs
from twosource.models.base import Parser
from twosource.models.tagger import load_tagger
from twosource.records.analysis import Analysis
from twosource.records.span import Span
from twosource.settings import AttributionSettings, Settings


def read(text: str, parser: Parser, settings: Settings | None = None) -> tuple[Analysis, Paragraph]:
    analysis = analyse(make_report(text), parser, settings)
    return analysis, next(read_paragraphs(analysis, analysis.attributions))


def words(p: Paragraph, pieces) -> list[str]:
    return [" ".join(t.text for t in p.tokens[x.start : x.end]) for x in pieces]


def label(analysis: Analysis, p: Paragraph, **roles: str) -> list[str]:
    spans: dict[str, tuple[Span, ...]] = {}
    for role in ("T", "S", "C"):
        wanted = roles.get(role, "")
        start = analysis.report.text.index(wanted) if wanted else 0
        spans[role] = (Span(analysis.report.id, start, start + len(wanted)),) if wanted else ()
    return label_tokens(p.tokens, [spans])


def test_labels_follow_spans(parser: Parser):
    analysis, p = read("Ilse Varga said the crane fell.", parser)
    assert label(analysis, p, S="Ilse Varga", C="said", T="the crane fell") == [
        "B-S", "I-S", "B-C", "B-T", "I-T", "I-T", "O",
    ]  # fmt: skip


def test_content_and_source_go_to_the_nearer_cue(parser: Parser):
    analysis, p = read("Ilse Varga said the crane fell. Cyr Dollan denied that it was old.", parser)
    first = label(analysis, p, S="Ilse Varga", C="said", T="the crane fell")
    second = label(analysis, p, S="Cyr Dollan", C="denied", T="that it was old")
    groups = link_pieces(p, [a if a != "O" else b for a, b in zip(first, second, strict=True)])
    found = [(words(p, g.source), words(p, g.cue), words(p, g.content)) for g in groups]
    assert found == [
        (["Ilse Varga"], ["said"], ["the crane fell"]),
        (["Cyr Dollan"], ["denied"], ["that it was old"]),
    ]


def test_a_cue_without_content_joins_its_neighbour(parser: Parser):
    analysis, p = read("Ilse Varga said in a letter that the crane fell.", parser)
    labels = label(analysis, p, S="Ilse Varga", C="said", T="that the crane fell")
    at = [t.text for t in p.tokens].index("in")
    labels[at : at + 3] = ["B-C", "I-C", "I-C"]
    (group,) = link_pieces(p, labels)
    assert sorted(words(p, group.cue)) == ["in a letter", "said"]


def test_no_label_continues_another_role(parser: Parser):
    _, p = read("“It fell,” Ilse Varga said. The board denies it. According to Holt, nobody knew.", parser)
    labels = load_tagger().label(token_features(p))
    assert set(labels) <= set(LABELS)
    for before, here in zip(["O", *labels], labels, strict=False):
        assert not here.startswith("I") or before[2:] == here[2:]


def test_every_token_has_features(parser: Parser):
    _, p = read("He said: “Go.” (No.) — 5 …", parser)
    rows = token_features(p)
    assert len(rows) == len(p.tokens)
    assert all(row[0] == "b" and len(row) == len(set(row)) for row in rows)


@pytest.mark.parametrize("text", ["", "\n", "”", "said", "Ilse Varga said the crane fell. She left."])
def test_laid_over_the_rules_it_never_fails(parser: Parser, text: str):
    settings = Settings(attribution=AttributionSettings(tagger=True))
    analysis = analyse(make_report(text or " "), parser, settings)
    for a in analysis.attributions:
        assert a.chain
        assert all(analysis.report.words(s).strip() for s in (*a.content, *a.source))


def test_it_changes_nothing_unless_asked(parser: Parser):
    assert not Settings().attribution.tagger
