"""A ternary plot: three shares of one whole as a place in a triangle, each share written at its corner.

The nearer to a corner, the more of the whole is that share; in the middle all three are equal. Drawn like the radar
chart, on Flet's canvas, with texts of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import flet as ft

from audit_app.ui import theme

SIDE = 240
"""Of the triangle, in pixels."""
LABEL = 130
"""Width of a corner's text."""
RINGS = (0.2, 0.4, 0.6, 0.8)
"""Lines at which one share stays the same."""


@dataclass(frozen=True)
class Corner:
    title: str
    share: float
    """Of the whole, from 0 to 1."""
    words: str
    """The share as it is written."""


def ternary(name: str, corners: Sequence[Corner], *, text_size: int = 100) -> ft.Control:
    """`name` says everything that is seen. Three corners: the top, then the left, then the right."""
    import flet.canvas as cv

    size = text_size / 100
    line = 24 * size
    tall = SIDE * sqrt(3) / 2
    width, above = max(SIDE, 2 * LABEL * size), 2 * line + theme.XS
    ends = ((width / 2, above), ((width - SIDE) / 2, above + tall), ((width + SIDE) / 2, above + tall))

    def at(shares: Sequence[float]) -> tuple[float, float]:
        whole = sum(shares) or 1.0
        return (
            sum(share * x for share, (x, _) in zip(shares, ends, strict=True)) / whole,
            sum(share * y for share, (_, y) in zip(shares, ends, strict=True)) / whole,
        )

    faint = ft.Paint(color=theme.FAINT_LINE, stroke_width=1, style=ft.PaintingStyle.STROKE)
    edge = ft.Paint(color=theme.LINE, stroke_width=1, style=ft.PaintingStyle.STROKE)
    dot = ft.Paint(color=theme.PRIMARY, style=ft.PaintingStyle.FILL)
    grid: list[cv.Shape] = [
        cv.Line(*at(turned((ring, 1 - ring, 0), turn)), *at(turned((ring, 0, 1 - ring), turn)), paint=faint)
        for ring in RINGS
        for turn in range(3)
    ]
    sides = [cv.Line(*ends[one], *ends[(one + 1) % 3], paint=edge) for one in range(3)]
    middle = cv.Circle(*at((1, 1, 1)), 9, paint=edge)
    here = cv.Circle(*at([corner.share for corner in corners]), 7, paint=dot)
    height = above + tall + 2 * line + theme.XS
    top, left, right = (_label(corner, LABEL * size) for corner in corners)
    top.left, top.top = (width - LABEL * size) / 2, 0
    left.left, left.top = 0, above + tall + theme.XS
    right.left, right.top = width - LABEL * size, above + tall + theme.XS
    return ft.Semantics(
        image=True,
        label=name,
        exclude_semantics=True,
        content=ft.Stack(
            [cv.Canvas([*grid, *sides, middle, here], width=width, height=height), top, left, right],
            width=width,
            height=height,
        ),
    )


def turned(shares: tuple[float, float, float], turn: int) -> tuple[float, float, float]:
    """The same for another corner."""
    first, second, third = (shares[(place - turn) % 3] for place in range(3))
    return first, second, third


def _label(corner: Corner, width: float) -> ft.Container:
    words: list[ft.Control] = [
        ft.Text(corner.title, theme_style=theme.SMALL, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS),
        ft.Text(corner.words, theme_style=theme.SMALL_LABEL),
    ]
    column = ft.Column(words, tight=True, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return ft.Container(column, width=width)
