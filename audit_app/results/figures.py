"""Figures as people read them: every screen, paper and command writes a score through here, so all write the same.

JSON and spreadsheets carry the figure itself.
"""

from decimal import ROUND_HALF_UP, Decimal

from audit_app.regional import number

SURE = 9
"""Decimals: 2.1499999999999999 is what a sum makes of 2.15, and nobody meant the difference."""
NONE = "–"
MINUS = "−"
"""As wide as a plus; a hyphen is easily overlooked."""


def one_decimal(value: float | None) -> str:
    """A score, median, quartile, gap or margin: 2.25 is “2.3”, a half goes away from zero; None is a dash.

    More decimals would claim more than a few answers can tell.
    """
    return NONE if value is None else number(f"{_rounded(value, '0.1'):z.1f}".replace("-", MINUS))


def level_or_mean(value: float) -> str:
    """A level that a school chose is “4”; the mean of many is “3.6”."""
    return number(f"{value:.0f}") if value == int(value) else one_decimal(value)


def with_sign(value: float) -> str:
    """A change: “+0.3”, “−0.3”, and “0.0” for none."""
    written = one_decimal(value)
    return f"+{written}" if value > 0 and written != one_decimal(0) else written


def whole_per_cent(share: float) -> int:
    """Of a share from 0 to 1: 0.125 is 13."""
    return int(_rounded(share * 100, "1"))


def _rounded(value: float, to: str) -> Decimal:
    return Decimal(repr(round(value, SURE))).quantize(Decimal(to), rounding=ROUND_HALF_UP)
