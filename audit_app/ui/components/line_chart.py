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
SIDE = 40
"""Room for the ends of the scale, left of the line."""
LETTER = 8.5
"""About the width of one in a title."""
WIDTH, NARROW_WIDTH = 375, 264
"""In pixels at a text size of 100 per cent."""


@dataclass(frozen=True)
class Mark:
    """One round; `value` is None where there is none: the line has a gap there."""

    title: str
    value: float | None
    words: str
    """The value as it is written."""
    margin: float = 0.0
    """Half of its interval, drawn as a line up and down."""


@dataclass(frozen=True)
class Scale:
    """From where to where, and how the two ends are written."""

    bottom: float
    top: float
    words: tuple[str, str]


def line_chart(
    name: str,
    marks: Sequence[Mark],
    scale: Scale,
    *,
    narrow: bool = False,
    text_size: int = 100,
    room: float | None = None,
) -> ft.Control:
    """`name` says everything that is seen. `room`, in pixels, is filled, where that is known."""
    import flet.canvas as cv

    size = text_size / 100
    least = NARROW_WIDTH * size
    width = (least if narrow else WIDTH * size) if room is None else max(room, least)
    face = _Face(len(marks), scale.bottom, scale.top, width, ABOVE * size, SIDE * size)
    places = [None if mark.value is None else (face.across(n), face.up(mark.value)) for n, mark in enumerate(marks)]
    axis, floor = face.up(scale.top), face.up(scale.bottom)
    faint = _pen(theme.FAINT_LINE, 1)
    ends = [
        cv.Line(face.side, axis, face.side, floor, paint=faint),
        cv.Line(face.side, floor, width, floor, paint=faint),
    ]
    lines = [cv.Line(*one, *other, paint=_pen(theme.PRIMARY, 3)) for one, other in pairwise(places) if one and other]
    dot = ft.Paint(color=theme.PRIMARY, style=ft.PaintingStyle.FILL)
    shapes: list[cv.Shape] = [*ends, *_margins(face, marks), *lines]
    shapes += [cv.Circle(*place, 5, paint=dot) for place in places if place]
    written = _written(marks, face.column, LETTER * size)
    room = (face.column if len(written) == len(marks) else (width - face.side) / 2) - theme.S
    wraps = any(len(marks[n].title) * LETTER * size > room for n in written)
    height = face.above + PLOT + (2 if wraps else 1) * 24 * size + theme.S
    picture = ft.Stack(
        [
            cv.Canvas(shapes, width=width, height=height),
            *(_end(words, face, place, size) for words, place in zip(scale.words, (floor, axis), strict=True)),
            *(_words(face, n, mark, room if n in written else 0, height, wraps) for n, mark in enumerate(marks)),
        ],
        width=width,
        height=height,
    )
    sideways = ft.Row([picture], scroll=ft.ScrollMode.AUTO) if narrow and room != width else picture
    return ft.Semantics(image=True, label=name, exclude_semantics=True, content=sideways)


@dataclass(frozen=True)
class _Face:
    """Where things are."""

    rounds: int
    bottom: float
    top: float
    width: float
    above: float
    side: float

    @property
    def column(self) -> float:
        return (self.width - self.side) / max(self.rounds, 1)

    def across(self, number: int) -> float:
        return self.side + self.column * (number + 0.5)

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


def _end(words: str, face: _Face, y: float, size: float) -> ft.Control:
    text = ft.Text(words, size=13 * size, color=theme.MUTED)
    return ft.Container(text, left=0, top=y - 10 * size, width=face.side - theme.XS, alignment=ft.Alignment.TOP_RIGHT)


def _written(marks: Sequence[Mark], column: float, letter: float) -> Sequence[int]:
    """The rounds whose titles stand below: all, or the first and the last where a word would not fit."""
    longest = max((len(word) for mark in marks for word in mark.title.split()), default=0)
    fits = longest * letter <= column
    return range(len(marks)) if fits or len(marks) < 2 else (0, len(marks) - 1)


def _words(face: _Face, number: int, mark: Mark, room: float, height: float, wraps: bool) -> ft.Control:
    """The value above its mark and interval; the round below the scale, where there is `room` for it.

    Where one `wraps`, all of two words do: “Spring 2026” would stand in one line beside “Autumn 2026” in two.
    """
    width = max(room, face.column)
    left = min(max(face.across(number) - width / 2, face.side), face.width - width)
    y = face.above if mark.value is None else face.up(mark.value + mark.margin)
    value = ft.Text(mark.words, theme_style=theme.SMALL_LABEL, no_wrap=True)
    name = mark.title.replace(" ", "\n") if wraps and mark.title.count(" ") == 1 else mark.title
    title = ft.Text(name, theme_style=theme.SMALL, color=theme.MUTED, text_align=ft.TextAlign.CENTER, max_lines=2)
    own = face.across(number) - face.column / 2 - left
    parts: list[ft.Control] = [
        ft.Container(value, left=own, width=face.column, top=y - face.above - 2, alignment=ft.Alignment.TOP_CENTER)
    ]
    if room:
        below = face.above + PLOT + theme.XS
        middle = (width - room) / 2
        parts.append(ft.Container(title, left=middle, top=below, width=room, alignment=ft.Alignment.TOP_CENTER))
    return ft.Stack(parts, left=left, top=0, width=width, height=height)


def _pen(colour: str, width: float) -> ft.Paint:
    return ft.Paint(color=colour, stroke_width=width, style=ft.PaintingStyle.STROKE)
