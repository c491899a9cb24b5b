"""One standing a claim: the first of the list that fits."""

import pytest

from twosource.account.standing import decide_standing, find_against
from twosource.records.attribution import Attribution, Link
from twosource.records.comparison import Cluster, OriginCount, Relation, RelationKind
from twosource.records.evidence import Evidence
from twosource.records.statement import Statement

TELLER = Link(source="Ana Ruso", kind="person", how="test")


def statement(id: str, chain: tuple[Link, ...] = (), certainty: str = "asserted", speech: str = "say") -> Statement:
    told = Attribution(cue=(), source=(), content=(), chain=chain, rule="test", speech=speech) if chain else None  # type: ignore[arg-type]
    return Statement(id=id, report="r", spans=(), exact=id, attribution=told, chain=chain, certainty=certainty, sentence=0)  # type: ignore[arg-type]


def relation(kind: RelationKind, a: str, b: str) -> Relation:
    return Relation(id=a + b, kind=kind, a=a, b=b, slot="number", reason="")


def standing_of(id: str, relations: list[Relation], statements: dict[str, Statement], counts: tuple[int, int] = (1, 1)) -> str:
    return decide_standing(
        Cluster(statements=(id,)),
        OriginCount(origins=(), minimum=counts[0], maximum=counts[1]),
        find_against(relations, statements),
        statements,
    )


SAID, BARE = statement("a", (TELLER,)), statement("a")


@pytest.mark.parametrize(
    ("said", "minimum", "maximum", "standing"),
    [
        (SAID, 2, 3, "agreed"),
        (SAID, 1, 3, "not-established"),
        (SAID, 1, 1, "single-origin"),
        (BARE, 1, 2, "origin-not-stated"),
        (BARE, 1, 1, "origin-not-stated"),
    ],
)
def test_without_relations_the_count_decides(said: Statement, minimum: int, maximum: int, standing: str):
    assert standing_of("a", [], {"a": said}, (minimum, maximum)) == standing


def test_a_denial_marks_what_is_denied_and_not_the_denial():
    told = {"a": SAID, "b": statement("b", (TELLER,), speech="deny")}
    assert standing_of("a", [relation("disputes", "a", "b")], told) == "denied"
    assert standing_of("b", [relation("disputes", "a", "b")], told) == "single-origin"


def test_doubt_is_not_denial():
    told = {"a": SAID, "b": statement("b", (TELLER,), certainty="doubted", speech="doubt")}
    assert standing_of("a", [relation("disputes", "a", "b")], told) == "disputed"


def test_a_contradiction_marks_both_sides():
    told = {"a": SAID, "b": statement("b", (TELLER,))}
    assert {standing_of(i, [relation("contradicts", "a", "b")], told) for i in "ab"} == {"disputed"}


def test_an_update_replaces_the_earlier_and_outweighs_a_denial():
    told = {"a": SAID, "b": statement("b", (TELLER,)), "c": statement("c", (TELLER,))}
    relations = [relation("disputes", "a", "c"), relation("updates", "a", "b")]
    assert standing_of("a", relations, told) == "superseded"
    assert standing_of("b", relations, told) == "single-origin"


@pytest.mark.parametrize("kind", ["drift", "narrows"])
def test_drift_and_precision_leave_the_standing_alone(kind: RelationKind):
    told = {"a": SAID, "b": statement("b", (TELLER,))}
    assert standing_of("a", [relation(kind, "a", "b")], told, (2, 2)) == "agreed"


def test_a_denial_that_a_retelling_made_denies_nothing():
    told = {"a": SAID, "b": statement("b", (TELLER,), speech="deny"), "c": statement("c", (TELLER,))}
    made = Evidence(kind="no-comment-denied", detail="")
    drift = Relation(id="d", kind="drift", a="c", b="b", slot="stage", reason="", evidence=(made,))
    assert standing_of("a", [relation("disputes", "a", "b"), drift], told) == "single-origin"
