"""Distributions: the tails and quantiles of Student's t and of F, which intervals are made of.

Pure Python, because the same code runs in a browser; both rest on the regularised incomplete beta function.
"""

from collections.abc import Callable
from functools import lru_cache
from math import exp, inf, lgamma, log, log1p

TINY = 1e-300
PRECISE = 1e-14
STEPS = 500
"""Of the continued fraction; it needs about the square root of its larger argument."""


def student_p(t: float, freedom: float) -> float:
    """The probability of a value at least as far from 0 as `t`, with so many degrees of freedom.

    Source: NIST Digital Library of Mathematical Functions, 8.17 with x = freedom / (freedom + t²).
    """
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) if t else 1.0


@lru_cache(maxsize=1024)
def student_quantile(within: float, freedom: float) -> float:
    """The value that Student's t stays within, on both sides, with this probability; 2.776 for 0.95 and 4."""
    return _found(lambda t: 1 - student_p(t, freedom), within)


@lru_cache(maxsize=1024)
def f_quantile(below: float, first: float, second: float) -> float:
    """The value that F, with so many degrees of freedom above and below, stays under with this probability."""
    return _found(lambda f: incomplete_beta(first / 2, second / 2, first * f / (first * f + second)), below)


def incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), between 0 and 1.

    Source: NIST Digital Library of Mathematical Functions, 8.17.22, the continued fraction, evaluated from the front
    (Lentz 1976); 8.17.4 where it converges slowly.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front * _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    above, below = 1.0, 0.0
    found = 1.0
    for step in range(STEPS):
        half = step // 2
        if step == 0:
            part = 1.0
        elif step % 2 == 0:
            part = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        else:
            part = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        below = 1 / _not_zero(1 + part * below)
        above = _not_zero(1 + part / above)
        found *= above * below
        if step and abs(above * below - 1) < PRECISE:
            break
    return found - 1


def _not_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY


def _found(cumulative: Callable[[float], float], wanted: float) -> float:
    """Where a function that grows from 0 reaches a value: doubled until it is passed, then halved to it."""
    if wanted >= 1:
        return inf
    low, high = 0.0, 1.0
    while cumulative(high) < wanted:
        low, high = high, high * 2
    for _ in range(80):
        middle = (low + high) / 2
        if cumulative(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2
