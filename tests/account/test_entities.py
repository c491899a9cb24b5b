from dataclasses import replace

from tests.factory import analyse, make_report
from twosource.account.entities import build_entities
from twosource.models.builtin import SpacyParser
from twosource.records.analysis import Analysis, Mention


def with_mentions(parser: SpacyParser, text: str, *names: tuple[str, str]) -> Analysis:
    analysis = analyse(make_report(text, key=text), parser)
    at = {written: text.index(written) for written, _ in names}
    mentions = [
        Mention(
            span=analysis.report.span(at[w], at[w] + len(w)),
            name=name,
            kind="person",
            how="surname" if w != name else "full-name",
        )
        for w, name in names
    ]
    return replace(analysis, mentions=tuple(mentions))


def test_a_surname_in_another_report_is_the_same_person(parser: SpacyParser):
    a = with_mentions(parser, "Ana Ruso spoke.", ("Ana Ruso", "Ana Ruso"))
    b = with_mentions(parser, "Ruso spoke.", ("Ruso", "Ruso"))
    (entity,) = build_entities("s", [a, b])
    assert (entity.name, entity.aliases, len(entity.mentions)) == ("Ana Ruso", ("Ruso",), 2)


def test_a_surname_of_two_people_stays_by_itself(parser: SpacyParser):
    a = with_mentions(parser, "Ana Ruso met Ivo Ruso.", ("Ana Ruso", "Ana Ruso"), ("Ivo Ruso", "Ivo Ruso"))
    b = with_mentions(parser, "Ruso spoke.", ("Ruso", "Ruso"))
    assert {e.name for e in build_entities("s", [a, b])} == {"Ana Ruso", "Ivo Ruso", "Ruso"}
