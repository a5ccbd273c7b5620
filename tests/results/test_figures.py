"""Figures as people read them: one decimal, a half goes up on the decimal value."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.results.figures import MINUS, one_decimal, whole_per_cent, with_sign


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (2.25, "2.3"),
        (2.35, "2.4"),
        (2.65, "2.7"),
        (1.05, "1.1"),
        (2.249, "2.2"),
        (3, "3.0"),
        (0.0, "0.0"),
        (9.96, "10.0"),
    ],
)
def test_one_decimal_and_a_half_goes_up(value: float, read: str) -> None:
    assert one_decimal(value) == read


def test_a_difference_reads_the_same_from_both_sides() -> None:
    assert (one_decimal(0.25), one_decimal(-0.25)) == ("0.3", "−0.3")
    assert [with_sign(value) for value in (0.25, -0.25, 0.04, -0.04, 0.0)] == ["+0.3", "−0.3", "0.0", "0.0", "0.0"]
    assert one_decimal(-0.04) == "0.0"


def test_what_a_sum_leaves_behind_the_decimal_value_is_not_read() -> None:
    assert sum([0.1] * 3) + 0.05 != 0.35
    assert one_decimal(sum([0.1] * 3) + 0.05) == one_decimal(0.35) == "0.4"
    assert one_decimal(2.9 - 2.45) == "0.5"


@given(st.integers(-400, 400))
def test_every_score_of_two_decimals_is_rounded_as_by_hand(hundredths: int) -> None:
    tenths = (abs(hundredths) + 5) // 10
    assert Fraction(one_decimal(hundredths / 100).replace(MINUS, "-")) == Fraction(
        tenths if hundredths > 0 else -tenths, 10
    )


def test_shares_are_read_in_whole_per_cent() -> None:
    assert [whole_per_cent(share) for share in (0.125, 0.285, 0.575, 1 / 3, 0, 1)] == [13, 29, 58, 33, 0, 100]
