import pytest

from twosource.compare.order import judge_order, kendall_tau


@pytest.mark.parametrize(("places", "tau"), [([(0, 0), (1, 1), (2, 2)], 1.0), ([(0, 2), (1, 1), (2, 0)], -1.0)])
def test_tau(places: list[tuple[int, int]], tau: float) -> None:
    assert kendall_tau(places) == tau


def test_order_of_few_facts_means_nothing() -> None:
    assert judge_order([(i, i) for i in range(5)]) == 0


def test_the_same_order_of_many_facts_counts_more_than_of_few() -> None:
    assert 0 < judge_order([(i, i) for i in range(6)]) < judge_order([(i, i) for i in range(12)])


def test_a_reversed_order_counts_against() -> None:
    assert judge_order([(i, -i) for i in range(8)]) < 0
