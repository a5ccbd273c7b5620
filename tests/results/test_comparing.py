"""Comparing means: tests and intervals from the literature and by hand, and gaps that stand out of many."""

from fractions import Fraction
from math import inf
from random import Random

import pytest

from audit_app.results.comparing import Mean, believable, mean_of, reassigned, welch
from audit_app.results.gaps import role_gaps

BENJAMINI_HOCHBERG = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
)
"""The fifteen of their paper (1995), section 4."""


def fractions(*values: float) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def test_of_the_fifteen_in_the_paper_four_are_believed() -> None:
    assert believable(dict(enumerate(BENJAMINI_HOCHBERG))) == {0, 1, 2, 3}


def test_the_order_of_the_tests_changes_nothing() -> None:
    turned = dict(reversed(list(enumerate(BENJAMINI_HOCHBERG))))
    assert believable(turned) == {0, 1, 2, 3}
    assert believable({}) == frozenset()


def test_reassigning_by_hand() -> None:
    # 1 2 3 against 7 8 9: of the 20 ways, only this one and its mirror are as far apart
    found = reassigned([1, 2, 3], [7, 8, 9], seed=1)
    assert (found.value, found.p) == (6, 0.1)


def test_reassigning_gives_the_p_of_a_published_example() -> None:
    # six mice, J. Sun, course notes “Statistics”, chapter 3: mean 20.33 against 25, of 20 ways a two-sided p of 0.3
    found = reassigned([18, 21, 22], [30, 25, 20], seed=1)
    assert (round(found.value, 2), found.p) == (4.67, 0.3)


def test_too_few_people_give_no_interval() -> None:
    # of 20 ways, one is already 5 per cent: no shift can be excluded at 2.5 on each side
    assert reassigned([1, 2, 3], [7, 8, 9], seed=1)[1:3] == (-inf, inf)


def test_the_interval_holds_the_shifts_that_the_test_does_not_reject() -> None:
    first, second = [1.0, 1.5, 2.0, 2.5, 2.0], [2.0, 3.0, 3.5, 3.0, 4.0]
    found = reassigned(first, second, seed=1)

    def as_far_to_the_right(shift: float) -> float:
        moved = reassigned(first, [value - shift for value in second], seed=1)
        return moved.p

    assert as_far_to_the_right(found.low - 0.05) < 0.05 < as_far_to_the_right(found.low + 0.3)
    assert as_far_to_the_right(found.high + 0.05) < 0.05 < as_far_to_the_right(found.high - 0.3)


def test_turning_two_groups_turns_the_difference() -> None:
    first, second = [1.0, 2.0, 3.0, 2.0, 1.5, 1.0], [3.0, 2.5, 4.0, 3.5]
    one, other = reassigned(first, second, 1), reassigned(second, first, 1)
    assert (one.value, one.low, one.high, one.p) == (-other.value, -other.high, -other.low, other.p)


def test_drawn_ways_are_near_all_of_them() -> None:
    draw = Random(4)
    first, second = [draw.gauss(2, 1) for _ in range(30)], [draw.gauss(2.8, 1) for _ in range(6)]
    assert reassigned(first, second, seed=1).p == pytest.approx(reassigned(first, second, seed=2).p, abs=0.03)
    assert reassigned(first, second, seed=1) == reassigned(first, second, seed=1)


def test_welch_by_hand() -> None:
    # variances 4 and 16 with 10 each: error √(0.4 + 1.6) = 1.414; freedom 2² / (0.4²/9 + 1.6²/9) = 13.235; t = 2.121
    found = welch(Mean(10, 0.4**0.5, 10), Mean(13, 1.6**0.5, 10))
    assert found.value == 3
    assert found.p == pytest.approx(0.053, abs=0.001)
    assert found.high - 3 == pytest.approx(2.156 * 1.41421, abs=0.002)


def test_a_mean_carries_its_standard_error() -> None:
    # 1 2 3 4: s² = 5/3, √(5/12) = 0.645
    assert mean_of(fractions(1, 2, 3, 4)).error == pytest.approx(0.6455, abs=0.0001)
    assert mean_of(fractions(1)).error == inf


def gaps(leaders: list[float], teachers: list[float], sections: int = 1) -> list[tuple[str, str, bool]]:
    names = {f"s{number}": f"Section {number}" for number in range(sections)}
    same = fractions(*teachers)
    scores = {name: {"leaders": same, "teachers": same} for name in names}
    scores["s0"] = {"leaders": fractions(*leaders), "teachers": same}
    found = role_gaps(scores, names, {"leaders": "Leaders", "teachers": "Teachers"}, 3, seed=1)
    return [(gap.section, gap.higher, gap.worth_talking_about) for gap in found]


TEACHERS = [1.0, 1.5, 2.0, 1.2, 1.8, 1.4, 1.6]


def test_a_wide_gap_is_worth_talking_about_and_comes_first() -> None:
    assert gaps([3.5, 4, 3.8, 3.2, 3.6, 3.9, 3.4], TEACHERS, 3)[0] == ("s0", "leaders", True)


def test_a_gap_within_the_noise_is_not() -> None:
    assert gaps([1.1, 1.6, 2.1, 1.3, 1.9, 1.5, 1.7], TEACHERS)[0][2] is False


def test_looking_at_many_sections_asks_for_more() -> None:
    leaders = [2.0, 2.4, 1.9, 2.2, 1.6]
    assert gaps(leaders, TEACHERS, 1)[0][2] is True
    assert not any(worth for _, _, worth in gaps(leaders, TEACHERS, 12))
