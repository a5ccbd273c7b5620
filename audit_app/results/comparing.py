"""Comparing: whether two means differ by more than chance would make them, and which of many differences to believe."""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import comb, floor, inf, lcm, sqrt
from random import Random
from typing import NamedTuple, TypeVar

from audit_app.results.distributions import student_p, student_quantile

CONFIDENCE = 0.95
FALSE_ALARMS = 0.05
"""Of the differences that are called ones, on average at most one in twenty is chance."""
SMALL = 12
"""Below so many in the smaller group, the groups' own answers are reassigned instead of trusting a formula."""
MOST_SPLITS = 5_000
"""Up to so many ways to reassign, each is looked at; from more, 1,999 are drawn."""
DRAWN = 1_999
NEAR = 1e-9
"""Sums of the same numbers in another order may differ by this much in binary."""

Key = TypeVar("Key", bound=Hashable)


class Mean(NamedTuple):
    """A mean with what is known of its precision."""

    value: float
    error: float
    """Standard error; 0 for what was not sampled."""
    n: int


class Difference(NamedTuple):
    """Second minus first."""

    value: float
    low: float
    high: float
    p: float


def exact_mean(values: Sequence[Fraction]) -> Fraction:
    whole, parts = _in_whole_parts(values)
    return Fraction(sum(whole), len(values) * parts)


def mean_of(values: Sequence[Fraction]) -> Mean:
    """The mean with its standard error s / √n; infinite for a single value."""
    n = len(values)
    whole, parts = _in_whole_parts(values)
    total = sum(whole)
    mean = float(Fraction(total, n * parts))
    if n < 2:
        return Mean(mean, inf, n)
    squares = Fraction(n * sum(one * one for one in whole) - total * total, n * parts * parts)
    return Mean(mean, sqrt(squares / (n - 1) / n), n)


def _in_whole_parts(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """The values in such parts that all are whole, and how many parts make one: as exact as adding fractions one by
    one, and much quicker."""
    parts = lcm(*(value.denominator for value in values))
    return [value.numerator * (parts // value.denominator) for value in values], parts


def margin_of(mean: Mean) -> float:
    """Half of the 95 per cent interval: t · s / √n.

    Source: Student (1908), Biometrika 6, 1–25. The colleagues are seen as some of those who could have answered, even
    where all of them did, so it is rather too wide.
    """
    return student_quantile(CONFIDENCE, mean.n - 1) * mean.error if mean.n > 1 else inf


def from_margin(value: float, margin: float, n: int) -> Mean:
    """The way back, for a score that is known with its margin only."""
    return Mean(value, margin / student_quantile(CONFIDENCE, n - 1), n)


def welch(first: Mean, second: Mean) -> Difference:
    """Two means of different people, whose spread may differ.

    Source: Welch (1947), Biometrika 34, 28–35, with Satterthwaite's degrees of freedom (1946). A mean without an error
    (a self-audit's) leaves Student's test of the other against it.
    """
    difference = second.value - first.value
    error = sqrt(first.error**2 + second.error**2)
    if error == 0:
        return Difference(difference, difference, difference, 0.0 if difference else 1.0)
    if error == inf:
        return Difference(difference, -inf, inf, 1.0)
    parts = sum(mean.error**4 / (mean.n - 1) for mean in (first, second) if mean.error)
    freedom = error**4 / parts
    margin = student_quantile(CONFIDENCE, freedom) * error
    return Difference(difference, difference - margin, difference + margin, student_p(difference / error, freedom))


def compare(first: Sequence[Fraction], second: Sequence[Fraction], seed: int) -> Difference:
    """Two groups: by reassigning their members while one of them is small, else by Welch's test."""
    if min(len(first), len(second)) < SMALL:
        return reassigned([float(value) for value in first], [float(value) for value in second], seed)
    return welch(mean_of(first), mean_of(second))


def reassigned(first: Sequence[float], second: Sequence[float], seed: int) -> Difference:
    """The permutation test of two means, with the interval of all shifts that it would not reject.

    Source: Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4, 119–130, for the test and the
    interval. Exact up to 5,000 ways to reassign; else 1,999 are drawn, and the ways observed count as one of 2,000
    (Phipson & Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9, 39).

    With d observed, and d* and a share c of the second group that stays in it after reassigning (less the share of the
    first that moves into it), a shift of s is no longer rejected from the left where s reaches (d - d*) / (1 - c).
    """
    if len(second) > len(first):  # the smaller group is drawn, which is less work
        turned = reassigned(second, first, seed)
        return Difference(-turned.value, -turned.high, -turned.low, turned.p)
    values = [*first, *second]
    ways = _ways(len(first), len(second), seed)
    observed = sum(second) / len(second) - sum(first) / len(first)
    whole = sum(values)
    per_first, per_second = 1 / len(first), 1 / len(second)
    turning, as_far, same = [], 0, 0
    for way, kept in ways:
        part = sum(map(values.__getitem__, way))
        found = part * per_second - (whole - part) * per_first
        as_far += abs(found) >= abs(observed) - NEAR
        share = kept * per_second - (len(way) - kept) * per_first
        if share > 1 - NEAR:
            same += 1
        else:
            turning.append((observed - found) / (1 - share))
    turning.sort()
    few = floor((1 - CONFIDENCE) / 2 * len(ways) + NEAR) - same
    low = turning[few] if 0 <= few < len(turning) else -inf
    high = turning[-1 - few] if 0 <= few < len(turning) else inf
    return Difference(observed, low, high, as_far / len(ways))


def believable(probabilities: Mapping[Key, float], false_alarms: float = FALSE_ALARMS) -> frozenset[Key]:
    """Which of many differences to call ones, so that few of those called are chance.

    Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300: in the order of p, all
    up to the last that is at most its rank's share of the level.
    """
    ordered = sorted(probabilities, key=lambda key: probabilities[key])
    last = max(
        (rank for rank, key in enumerate(ordered, 1) if probabilities[key] <= rank / len(ordered) * false_alarms),
        default=0,
    )
    return frozenset(ordered[:last])


@lru_cache(maxsize=16)
def _ways(first: int, second: int, seed: int) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Who is in the second group, and how many of them were in it before; the ways observed among them."""
    people = range(first + second)
    if comb(first + second, second) <= MOST_SPLITS:
        chosen: list[tuple[int, ...]] = list(combinations(people, second))
    else:
        draw = Random(seed)  # noqa: S311 - a test's resampling is to be repeatable
        chosen = [tuple(range(first, first + second)), *(tuple(draw.sample(people, second)) for _ in range(DRAWN))]
    return tuple((way, sum(place >= first for place in way)) for way in chosen)
