from collections.abc import Mapping, Set

from tests.factory import analyse, make_report
from twosource.compare.family import explain, find_families
from twosource.compare.stemma import draw_stemma
from twosource.models.base import Parser
from twosource.records.analysis import Analysis
from twosource.settings import DescentSettings


def draw(parser: Parser, keys: Mapping[int, Set[object]], published: list[str | None]) -> list[tuple[int, int | None, bool]]:
    members: list[Analysis] = [
        analyse(make_report("A crane fell.", key=str(i), outlet=f"Paper {i}", published=day), parser)
        for i, day in enumerate(published)
    ]
    edges = draw_stemma(tuple(keys), members, keys, True, DescentSettings())
    return sorted((e.child, e.parent, e.directed) for e in edges)


def test_siblings_that_share_different_parts_rest_on_an_unseen_text(parser: Parser) -> None:
    keys = {0: set("abcdef"), 1: set("abcghi"), 2: set("defghi")}
    assert draw(parser, keys, [None, None, None]) == [(0, None, True), (1, None, True), (2, None, True)]


def test_one_that_holds_all_is_the_source(parser: Parser) -> None:
    keys = {0: set("abcdefghi"), 1: set("abcdx"), 2: set("defgy")}
    assert draw(parser, keys, [None, None, None]) == [(1, 0, True), (2, 0, True)]


def test_one_that_holds_all_but_is_known_to_be_later_is_not(parser: Parser) -> None:
    keys = {0: set("abcdefghi"), 1: set("abcdx"), 2: set("efghiy")}
    assert draw(parser, keys, ["2031-05-07", "2031-05-05", "2031-05-06"]) == [(0, None, True), (1, None, True), (2, None, True)]


def test_dated_editions_are_a_line(parser: Parser) -> None:
    keys = {0: set("abc"), 1: set("abcdef"), 2: set("abcdefghi"), 3: set("abcdefghijkl")}
    dates: list[str | None] = ["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"]
    assert draw(parser, keys, dates) == [(1, 0, True), (2, 1, True), (3, 2, True)]


def test_the_same_text_without_dates_rests_on_an_unseen_one(parser: Parser) -> None:
    keys = {i: set("abcdefgh") for i in range(3)}
    assert draw(parser, keys, [None, None, None]) == [(0, None, True), (1, None, True), (2, None, True)]


def test_what_a_parent_holds_of_a_child() -> None:
    shares = explain({0: {1, 2, 3}, 1: {1, 2}, 2: {3, 4}})
    assert shares[0] == {1: 2 / 3, 2: 1 / 3}
    assert shares[2] == {0: 1.0, 1: 0.0}


def test_a_merged_report_stands_in_two_families() -> None:
    assert find_families({(0, 1): 3.0, (1, 2): 2.0}) == [(0, 1), (1, 2)]


def test_one_missed_link_does_not_split_a_family() -> None:
    links = {(0, 1): 3.0, (0, 2): 3.0, (0, 3): 3.0, (1, 2): 3.0, (1, 3): 3.0}
    assert find_families(links) == [(0, 1, 2, 3)]


def test_no_links_no_families() -> None:
    assert find_families({}) == []
