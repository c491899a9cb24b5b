from tests.compare.quay import make_quay
from twosource.compare.align import align_passages, find_seeds, merge_blocks
from twosource.compare.prose import read_words
from twosource.models.base import Parser


def shared(parser: Parser, a: dict[str, str], b: dict[str, str]) -> list[tuple[str, str]]:
    members = make_quay(a, b, parser=parser)
    one, other = read_words(members)
    passages = align_passages(one, other, (find_seeds(one), find_seeds(other)), 6)
    return [(members[0].report.text[slice(*p.child)], members[1].report.text[slice(*p.parent)]) for p in passages]


def test_a_passage_runs_over_a_changed_word(parser: Parser) -> None:
    found = shared(parser, {"text": "edited"}, {"text": "wire"})
    assert any("It was found in the mud by a boy collecting crabs" in a and "a boy who was collecting" in b for a, b in found)


def test_moved_blocks_are_found(parser: Parser) -> None:
    late = "Work on the second crane stops until Thursday, the engineers of the harbour office decided at noon."
    moved = shared(parser, {"text": "witness", "before": f"{late}\n"}, {"text": "trade", "after": f"\n{late}"})
    assert moved == [(late.rstrip("."), late.rstrip("."))]


def test_nothing_shared_gives_nothing(parser: Parser) -> None:
    assert shared(parser, {"text": "witness"}, {"text": "trade"}) == []


def test_neighbouring_runs_are_one_passage() -> None:
    assert merge_blocks([(0, 5, 10, 15), (6, 9, 17, 20)]) == [(0, 9, 10, 20)]
    assert merge_blocks([(0, 5, 10, 15), (20, 25, 30, 35)]) == [(0, 5, 10, 15), (20, 25, 30, 35)]
    assert merge_blocks([(0, 5, 10, 15), (6, 9, 0, 3)]) == [(0, 5, 10, 15), (6, 9, 0, 3)]
