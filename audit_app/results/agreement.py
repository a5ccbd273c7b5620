"""Agreement: how far colleagues see the same, beside what they see on average.

A mean of 2.5 can be everyone at “somewhere between”, or half the staff at each end. These figures tell the two apart.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import lcm

from audit_app.language import _
from audit_app.results.scores import to_two_decimals
from audit_app.results.survey_model import Agreement, Sees

SLIGHTLY_SKEWED = tuple(Fraction(share, 100) for share in (5, 15, 20, 35, 25))
"""James, Demaree & Wolf (1984): what five options would get if people leaned a little to the friendly end."""
PRACTICAL_CUT = Fraction(1, 6)
"""Of the number of options: an average deviation of c/6 or less is agreement for practical purposes."""
LACKING = Fraction(3, 10)
"""r_wg up to here is “lack of agreement” in the table of LeBreton & Senter (2008), Organizational Research Methods."""

WORDS: Mapping[Sees, str] = {
    "alike": _("Colleagues see this much alike."),
    "differently": _("Colleagues see this differently."),
    "very differently": _("Colleagues see this very differently."),
}

Histogram = Mapping[Fraction, int]
"""A level to how many gave it."""


def agreement_of(items: Sequence[Histogram], scales: Sequence[Sequence[Fraction]]) -> Agreement | None:
    """Agreement on one item, or on the items of a section together.

    `scales` are the levels that each item offers. None when an item has fewer than two answers, when its scale has
    fewer than two levels, or when the items' scales differ: then there is no one number of options c.
    """
    offered = {frozenset(one) for one in scales}
    if len(offered) != 1 or len(scale := tuple(sorted(*offered))) < 2:
        return None
    if not items or any(sum(levels.values()) < 2 for levels in items):
        return None
    mean_variance = sum(map(variance, items), Fraction()) / len(items)
    deviation = sum(map(average_deviation, items), Fraction()) / len(items)
    step = (scale[-1] - scale[0]) / (len(scale) - 1)
    cut = PRACTICAL_CUT * len(scale) * step
    sees = _sees(deviation, cut, r_wg(mean_variance, uniform_variance(scale)))
    return Agreement(
        r_wg=to_two_decimals(r_wg_j(mean_variance, uniform_variance(scale), len(items))),
        r_wg_slightly_skewed=to_two_decimals(r_wg_j(mean_variance, skewed_variance(scale), len(items))),
        average_deviation=to_two_decimals(deviation),
        cut=to_two_decimals(cut),
        sees=sees,
        words=WORDS[sees],
    )


def r_wg(variance: Fraction, null: Fraction) -> Fraction:
    """1 - s² / σ²: 1 when all say the same, 0 when they differ as much as chance would, or more.

    Source: James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85–98, equation 1, who set what falls below
    0 to 0.
    """
    return max(1 - variance / null, Fraction())


def r_wg_j(mean_variance: Fraction, null: Fraction, items: int) -> Fraction:
    """J (1 - s²/σ²) / (J (1 - s²/σ²) + s²/σ²), where s² is the mean of the items' variances; r_wg for one item.

    Source: James, Demaree & Wolf (1984), equation 2; below 0 is 0, as above. It grows with the number of items, so the
    words rest on AD and on the mean item, not on it.
    """
    agreed = items * r_wg(mean_variance, null)
    return agreed / (agreed + mean_variance / null) if agreed else Fraction()


def average_deviation(levels: Histogram) -> Fraction:
    """AD_M: how far answers lie from their mean, on average; for several items, AD_M(J) is the mean of theirs.

    Source: Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2, 49–68. The practical cut c/6 is
    explained in Burke & Dunlap (2002), the same journal 5, 159–172: it lies where r_wg against the uniform null is
    about 0.7.
    """
    counted, parts = _in_whole_parts(levels)
    n, whole = _summed(counted)
    return Fraction(sum(abs(n * level - whole) * count for level, count in counted), n * n * parts)


def variance(levels: Histogram) -> Fraction:
    """With n - 1, as r_wg takes it."""
    counted, parts = _in_whole_parts(levels)
    n, whole = _summed(counted)
    squares = sum(level * level * count for level, count in counted)
    return Fraction(n * squares - whole * whole, n * (n - 1) * parts * parts)


def _in_whole_parts(levels: Histogram) -> tuple[list[tuple[int, int]], int]:
    """The levels in such parts that all are whole, and how many parts make one: as exact, and five times as quick."""
    parts = lcm(*(level.denominator for level in levels))
    return [(level.numerator * (parts // level.denominator), count) for level, count in levels.items()], parts


def _summed(counted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(count for _, count in counted), sum(level * count for level, count in counted)


@lru_cache(maxsize=64)
def uniform_variance(scale: tuple[Fraction, ...]) -> Fraction:
    """If every option were as likely: (A² - 1) / 12 for the levels 1 to A.

    Source: James, Demaree & Wolf (1984), equation for σ²_EU.
    """
    return _null_variance(scale, [Fraction(1, len(scale))] * len(scale))


@lru_cache(maxsize=64)
def skewed_variance(scale: tuple[Fraction, ...]) -> Fraction:
    """If answers leaned a little to one end: 1.34 for five options.

    Source: James, Demaree & Wolf (1984) for five options. They give no shape for other numbers; this app lays theirs
    over the scale and cuts it again into as many equal parts (0.90 for four).
    """
    return _null_variance(scale, _cut_into(len(scale)))


def _cut_into(parts: int) -> list[Fraction]:
    def below(place: Fraction) -> Fraction:
        at = place * len(SLIGHTLY_SKEWED)
        whole = min(int(at), len(SLIGHTLY_SKEWED) - 1)
        return sum(SLIGHTLY_SKEWED[:whole], Fraction()) + (at - whole) * SLIGHTLY_SKEWED[whole]

    return [high - low for low, high in pairwise(below(Fraction(part, parts)) for part in range(parts + 1))]


def _null_variance(scale: Sequence[Fraction], shares: Sequence[Fraction]) -> Fraction:
    mean = sum((level * share for level, share in zip(scale, shares, strict=True)), Fraction())
    return sum(((level - mean) ** 2 * share for level, share in zip(scale, shares, strict=True)), Fraction())


def _sees(deviation: Fraction, cut: Fraction, agreed: Fraction) -> Sees:
    if deviation <= cut:
        return "alike"
    return "differently" if agreed > LACKING else "very differently"
