"""Agreement and reliability: figures from the literature, and worked out by hand."""

from fractions import Fraction

import pytest

from audit_app.results.agreement import (
    PRACTICAL_CUT,
    agreement_of,
    average_deviation,
    r_wg,
    r_wg_j,
    skewed_variance,
    uniform_variance,
    variance,
)
from audit_app.results.distributions import f_quantile, student_p, student_quantile
from audit_app.results.figures import one_decimal
from audit_app.results.reliability import alpha_interval, cronbach_alpha, reliability_of


def scale(options: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(level) for level in range(1, options + 1))


def levels(*given: int) -> dict[Fraction, int]:
    return {Fraction(level): given.count(level) for level in given}


def test_the_uniform_null_of_five_options_has_variance_2() -> None:
    # James, Demaree & Wolf (1984): (A² - 1) / 12
    assert [uniform_variance(scale(options)) for options in (4, 5, 7)] == [Fraction(5, 4), 2, 4]


def test_the_slightly_skewed_null_of_five_options_has_variance_1_34() -> None:
    # James, Demaree & Wolf (1984), as LeBreton & Senter (2008) table it
    assert skewed_variance(scale(5)) == Fraction(134, 100)


def test_the_skewed_null_of_four_options_is_theirs_cut_into_four() -> None:
    # shares 0.0875, 0.2125, 0.3625, 0.3375 by hand: mean 2.95, mean square 9.6, 9.6 - 8.7025
    assert skewed_variance(scale(4)) == Fraction(8975, 10000)


def test_r_wg_of_one_item_by_hand() -> None:
    # 3 3 3 4 4 of five options: mean 3.4, squares 3 · 0.16 + 2 · 0.36 = 1.2, s² = 0.3; 1 - 0.3 / 2 = 0.85
    assert r_wg(variance(levels(3, 3, 3, 4, 4)), Fraction(2)) == Fraction(85, 100)


def test_r_wg_of_several_items_by_hand() -> None:
    # mean variance 0.3 over 10 items: 10 · 0.85 / (10 · 0.85 + 0.15) = 8.5 / 8.65
    assert float(r_wg_j(Fraction(3, 10), Fraction(2), 10)) == pytest.approx(0.983, abs=0.0005)


def test_more_spread_than_chance_is_no_agreement_and_not_less() -> None:
    assert r_wg(Fraction(3), Fraction(2)) == r_wg_j(Fraction(3), Fraction(2), 5) == 0


def test_the_practical_cut_is_that_of_burke_and_dunlap() -> None:
    # Burke & Dunlap (2002), abstract: c/6 gives 0.8, 1.2, 1.5 and 1.8 for 5, 7, 9 and 11 points
    assert [one_decimal(float(PRACTICAL_CUT * points)) for points in (5, 7, 9, 11)] == ["0.8", "1.2", "1.5", "1.8"]


def test_the_average_deviation_by_hand() -> None:
    # 1 2 3 4: mean 2.5, deviations 1.5 0.5 0.5 1.5, mean 1
    assert average_deviation(levels(1, 2, 3, 4)) == 1


@pytest.mark.parametrize(
    ("given", "sees"),
    [
        ((3, 3, 3, 4, 4), "alike"),  # AD 0.48 under 4/6
        ((2, 2, 3, 4, 4, 3, 2, 4), "differently"),  # AD 0.75, s² 0.857: r_wg 0.31
        ((1, 1, 4, 4, 2, 3), "very differently"),  # AD 1.17
    ],
)
def test_agreement_is_said_in_words(given: tuple[int, ...], sees: str) -> None:
    found = agreement_of([levels(*given)], [scale(4)])
    assert found is not None
    assert (found.sees, found.cut) == (sees, 0.67)


def test_items_on_different_scales_have_no_agreement_together() -> None:
    assert agreement_of([levels(1, 2), levels(1, 2)], [scale(4), scale(5)]) is None
    assert agreement_of([levels(1)], [scale(4)]) is None


def test_quantiles_are_those_of_the_tables() -> None:
    assert student_quantile(0.95, 4) == pytest.approx(2.776, abs=0.0005)
    assert student_quantile(0.95, 30) == pytest.approx(2.042, abs=0.0005)
    assert student_p(2.776, 4) == pytest.approx(0.05, abs=0.0001)
    assert f_quantile(0.975, 10, 30) == pytest.approx(2.511, abs=0.0005)
    assert f_quantile(0.95, 4, 20) == pytest.approx(2.866, abs=0.0005)


def test_f_gives_the_published_interval_of_another_program() -> None:
    # statpsych, ci.cronbach(.05, .85, 7, 89), whose degrees of freedom are 88 and 89 · 6: 0.7971254 and 0.8931436
    assert 1 - 0.15 * f_quantile(0.975, 88, 534) == pytest.approx(0.7971254, abs=1e-6)
    assert 1 - 0.15 * f_quantile(0.025, 88, 534) == pytest.approx(0.8931436, abs=1e-6)


def test_alpha_by_hand() -> None:
    # items 1 2 3 and 1 3 2: variances 1 and 1; sums 2 5 5, variance 3; 2 · (1 - 2/3)
    rows = [[Fraction(1), Fraction(1)], [Fraction(2), Fraction(3)], [Fraction(3), Fraction(2)]]
    assert cronbach_alpha(rows) == Fraction(2, 3)


SHROUT_FLEISS = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
"""Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428: six people, four judges. Their ICC(3, k), which they give
as 0.91, is Cronbach's alpha, and its interval Feldt's (Hoyt 1941)."""


def test_alpha_of_the_data_of_shrout_and_fleiss_is_as_published() -> None:
    # JASP's own test of these data has 0.909 from 0.737 to 0.980, with 5 per cent on each side
    alpha = cronbach_alpha([[Fraction(score) for score in row] for row in SHROUT_FLEISS])
    assert alpha is not None
    assert float(alpha) == pytest.approx(0.909, abs=0.0005)
    low, high = (1 - (1 - float(alpha)) * f_quantile(part, 5, 15) for part in (0.95, 0.05))
    assert low == pytest.approx(0.737, abs=0.0005)
    assert high == pytest.approx(0.980, abs=0.0005)


def test_the_interval_of_another_published_icc_3k() -> None:
    # ten people, three raters, F = 17.7 with 9 and 18: the R package kkstatfun’s README prints 0.943, 0.834 to 0.985
    alpha = 1 - 1 / 17.7
    low, high = (1 - (1 - alpha) * f_quantile(part, 9, 18) for part in (0.975, 0.025))
    assert low == pytest.approx(0.834, abs=0.0006)
    assert high == pytest.approx(0.985, abs=0.0006)


def test_the_interval_of_alpha_is_feldts() -> None:
    # Feldt, Woodruff & Salih (1987), their example of 41 examinees, 26 items, 0.79 at 90 per cent: the tables’
    # F.95(40, 1000) = 1.41 and F.05(40, 1000) = 0.66 give 1 - 0.21 · 1.41 = 0.70 and 1 - 0.21 · 0.66 = 0.86
    found = alpha_interval(0.79, 41, 26, confidence=0.9)
    assert (found.low, found.high) == (0.7, 0.86)


def test_alpha_needs_ten_colleagues() -> None:
    rows = [[Fraction(level % 4 + 1), Fraction((level * 3) % 4 + 1)] for level in range(10)]
    assert reliability_of(rows).alpha is not None
    assert reliability_of(rows[:9]).reason == "Fewer than 10 colleagues answered all of its items."
    assert reliability_of([[Fraction(2), Fraction(2)]] * 10).alpha is None
    assert reliability_of([[Fraction(2)]] * 10).alpha is None
