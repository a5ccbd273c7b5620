"""Figures as people read them: every screen, paper and command writes a score through here, so all write the same.

JSON and spreadsheets carry the figure itself.
"""

from decimal import ROUND_HALF_UP, Decimal

SURE = 9
"""Decimals: 2.1499999999999999 is what a sum makes of 2.15, and nobody meant the difference."""


def one_decimal(value: float) -> str:
    """A score, median, quartile, gap or margin: 2.25 is “2.3”, and so is 2.349; a half goes away from zero.

    More decimals would claim more than a few answers can tell.
    """
    return f"{_rounded(value, '0.1'):z.1f}"


def whole_per_cent(share: float) -> int:
    """Of a share from 0 to 1: 0.125 is 13."""
    return int(_rounded(share * 100, "1"))


def _rounded(value: float, to: str) -> Decimal:
    return Decimal(repr(round(value, SURE))).quantize(Decimal(to), rounding=ROUND_HALF_UP)
