"""A figure of a JSON document as people read it, worked out by the test itself: one decimal, a half up."""

from decimal import ROUND_HALF_UP, Decimal


def as_read(figure: float | None, none: str = "–") -> str:
    if figure is None:
        return none
    return str(Decimal(str(figure)).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace("-", "−")
