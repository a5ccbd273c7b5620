"""A line chart: one line over a few rounds, each value written at its mark, on a scale that never moves.

Drawn like the radar chart, on Flet's canvas, with texts of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import flet as ft

from audit_app.ui import theme

if TYPE_CHECKING:
    import flet.canvas as cv

PLOT = 84
"""Height of the scale in pixels."""
ABOVE = 30
"""Room for the value of a mark at the top."""
MOST_TITLES = 4
"""With more rounds only the first and the last are written: the table has them all."""


@dataclass(frozen=True)
class Mark:
    """One round; `value` is None where there is none: the line has a gap there."""

    title: str
    value: float | None
    words: str
    """The value as it is written."""
    margin: float = 0.0
    """Half of its interval, drawn as a line up and down."""


def line_chart(
    name: str, marks: Sequence[Mark], *, bottom: float, top: float, width: float = 345, text_size: int = 100
) -> ft.Control:
    """`name` says everything that is seen."""
    import flet.canvas as cv

    size = text_size / 100
    face = _Face(len(marks), bottom, top, width, ABOVE * size)
    places = [None if mark.value is None else (face.across(n), face.up(mark.value)) for n, mark in enumerate(marks)]
    ends = [cv.Line(0, face.up(end), width, face.up(end), paint=_pen(theme.FAINT_LINE, 1)) for end in (bottom, top)]
    lines = [cv.Line(*one, *other, paint=_pen(theme.PRIMARY, 3)) for one, other in pairwise(places) if one and other]
    dot = ft.Paint(color=theme.PRIMARY, style=ft.PaintingStyle.FILL)
    shapes: list[cv.Shape] = [*ends, *_margins(face, marks), *lines]
    shapes += [cv.Circle(*place, 5, paint=dot) for place in places if place]
    written = [n for n in range(len(marks)) if len(marks) <= MOST_TITLES or n in (0, len(marks) - 1)]
    height = face.above + PLOT + 2.4 * 24 * size
    return ft.Semantics(
        image=True,
        label=name,
        exclude_semantics=True,
        content=ft.Stack(
            [cv.Canvas(shapes, width=width, height=height), *(_words(face, n, marks[n]) for n in written)],
            width=width,
            height=height,
        ),
    )


@dataclass(frozen=True)
class _Face:
    """Where things are."""

    rounds: int
    bottom: float
    top: float
    width: float
    above: float

    @property
    def column(self) -> float:
        return self.width / self.rounds

    def across(self, number: int) -> float:
        return self.column * (number + 0.5)

    def up(self, value: float) -> float:
        inside = min(max(value, self.bottom), self.top)
        return self.above + PLOT * (self.top - inside) / (self.top - self.bottom)


def _margins(face: _Face, marks: Sequence[Mark]) -> list["cv.Shape"]:
    import flet.canvas as cv

    pen = _pen(ft.Colors.with_opacity(0.4, theme.PRIMARY), 6)
    return [
        cv.Line(x := face.across(n), face.up(mark.value - mark.margin), x, face.up(mark.value + mark.margin), paint=pen)
        for n, mark in enumerate(marks)
        if mark.value is not None and mark.margin
    ]


def _words(face: _Face, number: int, mark: Mark) -> ft.Control:
    """The value above its mark and interval; the round below the scale."""
    width = max(face.column, 110) if face.rounds > MOST_TITLES else face.column
    left = min(max(face.across(number) - width / 2, 0), face.width - width)
    y = face.above if mark.value is None else face.up(mark.value + mark.margin)
    value = ft.Text(mark.words, theme_style=theme.SMALL_LABEL, bgcolor=theme.CARD)
    title = ft.Text(mark.title, theme_style=theme.SMALL, color=theme.MUTED, text_align=ft.TextAlign.CENTER, max_lines=2)
    return ft.Stack(
        [
            ft.Container(value, width=width, top=y - face.above - 2, alignment=ft.Alignment.TOP_CENTER),
            ft.Container(title, top=face.above + PLOT + theme.XS, width=width, alignment=ft.Alignment.TOP_CENTER),
        ],
        left=left,
        top=0,
        width=width,
        height=face.above + PLOT + 2.4 * face.above,
    )


def _pen(colour: str, width: float) -> ft.Paint:
    return ft.Paint(color=colour, stroke_width=width, style=ft.PaintingStyle.STROKE)
