"""What the story is about comes first; what is contested is never buried; what was replaced comes late."""

from twosource.account.order import order_claims
from twosource.records.account import Claim, Standing
from twosource.records.comparison import Relation, RelationKind
from twosource.records.statement import Statement


def said(id: str, report: str, sentence: int = 9) -> Statement:
    return Statement(id=id, report=report, spans=(), exact=id, sentence=sentence)


def claim(*statements: str, standing: Standing = "single-origin") -> Claim:
    return Claim(
        id=statements[0],
        wording="x",
        wording_from=statements[0],
        statements=statements,
        origins=(),
        origins_min=1,
        origins_max=1,
        standing=standing,
    )


TOLD = {s.id: s for s in (said("a1", "a"), said("a2", "a", 0), said("b1", "b"), said("b2", "b"), said("c1", "c"))}


def order(*claims: Claim, relations: tuple[Relation, ...] = ()) -> list[str]:
    return [c.id for c in order_claims(claims, TOLD, relations)]


def test_more_reports_come_first_and_equals_keep_their_order():
    assert order(claim("a1"), claim("c1"), claim("b1", "b2"), claim("b2", "c1")) == ["b2", "a1", "c1", "b1"]


def test_a_lead_counts():
    assert order(claim("a1"), claim("a2")) == ["a2", "a1"]


def test_a_contested_claim_rises_and_a_replaced_one_sinks():
    kinds: dict[RelationKind, list[str]] = {"disputes": ["c1", "a1"], "drift": ["c1", "a1"], "narrows": ["a1", "c1"]}
    for kind, expected in kinds.items():
        relation = Relation(id="r", kind=kind, a="c1", b="c1", slot="number", reason="")
        assert order(claim("a1"), claim("c1"), relations=(relation,)) == expected
    assert order(claim("a1", "b1", standing="superseded"), claim("c1")) == ["c1", "a1"]


def test_what_is_newer_stands_above_what_it_replaces():
    step = Relation(id="r", kind="updates", a="a1", b="c1", slot="number", reason="")
    old, other, new = claim("a1", "b1", standing="superseded"), claim("b2", "a2"), claim("c1")
    assert order(old, other, new, relations=(step,)) == ["b2", "c1", "a1"]
    assert order(old, claim("b2"), new, relations=(step,)) == ["c1", "b2", "a1"]
