"""A radar chart: one axis a section, on a scale that never moves, each score written at its axis.

Drawn on Flet's canvas rather than with flet_charts: that takes twice as long to import, and clips titles of two lines.
The labels are ordinary texts: they follow the text size, and stand upright.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING

import flet as ft

from audit_app.ui import theme

if TYPE_CHECKING:
    import flet.canvas as cv  # a tenth of a second, which nobody should wait for at the start

Point = tuple[float, float]
LINE = 24
"""Height of a line of text, at its usual size."""
MARK = 6
"""Half the width of the mark at a score."""
AWAY = theme.S + theme.XS
"""From the end of an axis to its label."""
INSIDE = 0.6
"""How strong the rings inside are: white ones on black would be taken for an outline."""


@dataclass(frozen=True)
class Axis:
    """`value` is None where there is no score: its axis stays, and the outline has a gap there."""

    title: str
    value: float | None
    words: str
    """The value as it is written."""


def radar(name: str, axes: Sequence[Axis], *, top: int = 4, narrow: bool = False, text_size: int = 100) -> ft.Control:
    """`name` says everything that is seen. For three axes or more, on a scale from 0 (the centre) to `top`."""
    import flet.canvas as cv

    size = text_size / 100
    radius = 56 * size if narrow else max(130, least_radius(len(axes), LINE * size))
    face = Face(radius, (96 if narrow else 124) * size, LINE * size, len(axes))
    turns = [number / len(axes) for number in range(len(axes))]
    places = [
        None if axis.value is None else face.at(turn, axis.value / top) for axis, turn in zip(axes, turns, strict=True)
    ]
    picture = cv.Canvas(_scores(places), width=face.width, height=face.height)
    labels = [_label(axis, face, turn) for axis, turn in zip(axes, turns, strict=True)]
    chart = ft.Stack([*web(face, turns, top), picture, *labels], width=face.width, height=face.height)
    return ft.Semantics(image=True, label=name, exclude_semantics=True, content=with_room(chart, narrow=narrow))


def with_room(chart: ft.Control, *, narrow: bool) -> ft.Control:
    """Scrolls sideways on a phone that is narrower than it, so that its labels stay whole."""
    return ft.Row([chart], scroll=ft.ScrollMode.AUTO) if narrow else chart


def least_radius(axes: int, line: float) -> float:
    """With which labels of two lines beside neighbouring axes stand below one another."""
    heights = [cos(2 * pi * number / axes) for number in range(1, (axes + 1) // 2)]
    nearest = min((one - other for one, other in pairwise(heights)), default=0.0)
    return 2 * line / nearest - line - AWAY if nearest else 0.0


@dataclass(frozen=True)
class Face:
    """Where things are."""

    radius: float
    label: float
    """Width of a label."""
    line: float
    """Height of a line of text."""
    axes: int

    @property
    def width(self) -> float:
        return 2 * (self.radius + self.label + AWAY)

    @property
    def height(self) -> float:
        return 2 * (self.radius + 2 * self.line + theme.M + self.lift)

    @property
    def lift(self) -> float:
        """How much further out the label above the middle stands, and the one below it, so that none covers another."""
        turn = 2 * pi / self.axes
        if self.label / 2 + theme.S <= (self.radius + AWAY) * sin(turn):
            return 0
        return max(0.0, 2 * self.line - (self.radius + AWAY + self.line) * (1 - cos(turn)))

    def place_of_label(self, turn: float) -> tuple[float, float, int]:
        """Its left edge, the height of its axis' end, and 1 on the right, -1 on the left, 0 in the middle."""
        x, y = self.at(turn, beyond=AWAY)
        side = round(sin(2 * pi * turn), 3)
        if side:
            return (x if side > 0 else x - self.label), y, 1 if side > 0 else -1
        return x - self.label / 2, y - self.lift * round(cos(2 * pi * turn)), 0

    def at(self, turn: float, part: float = 1.0, beyond: float = 0.0) -> Point:
        """A place on an axis: `turn` of the circle from the top, `part` of the radius from the centre."""
        reach = self.radius * part + beyond
        return self.width / 2 + reach * sin(2 * pi * turn), self.height / 2 - reach * cos(2 * pi * turn)


def _scores(places: Sequence[Point | None]) -> list["cv.Shape"]:
    """The area where every axis has a score; else the edges between neighbours that have one. A mark at each score."""
    import flet.canvas as cv

    known = [place for place in places if place is not None]
    edge, fill = pen(theme.PRIMARY, 3), ft.Paint(color=theme.PRIMARY, style=ft.PaintingStyle.FILL)
    ground = ft.Paint(color=ft.Colors.with_opacity(0.18, theme.PRIMARY), style=ft.PaintingStyle.FILL)
    pairs = zip(places, [*places[1:], places[0]], strict=True)
    edges = [cv.Line(*one, *other, paint=edge) for one, other in pairs if one and other]
    area = [outline(known, ground)] if len(known) == len(places) else []
    return [*area, *edges, *(cv.Circle(x, y, MARK, paint=fill) for x, y in known)]


def outline(points: Sequence[Point], paint: ft.Paint) -> "cv.Path":
    import flet.canvas as cv

    first, *rest = points
    return cv.Path([cv.Path.MoveTo(*first), *(cv.Path.LineTo(*point) for point in rest), cv.Path.Close()], paint=paint)


def pen(colour: str, width: float) -> ft.Paint:
    return ft.Paint(color=colour, stroke_width=width, style=ft.PaintingStyle.STROKE)


def _label(axis: Axis, face: Face, turn: float) -> ft.Control:
    """Title and score outside the end of an axis, on the side where there is room."""
    left, y, side = face.place_of_label(turn)
    stand = {1: ft.CrossAxisAlignment.START, -1: ft.CrossAxisAlignment.END, 0: ft.CrossAxisAlignment.CENTER}[side]
    words: list[ft.Control] = [
        ft.Text(axis.title, theme_style=theme.SMALL, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS),
        ft.Text(axis.words, theme_style=theme.SMALL_LABEL),
    ]
    top = y - face.line * (1 + cos(2 * pi * turn))
    column = ft.Column(words, tight=True, spacing=0, horizontal_alignment=stand)
    return ft.Container(column, left=left, top=top, width=face.label)


def web(face: Face, turns: Sequence[float], top: int) -> list[ft.Control]:
    """What scores are drawn on: an axis at each turn, and a ring with its number for each whole score.

    The numbers stand in gaps of the rings, half-way to the second axis; every second one where they would touch.
    """
    import flet.canvas as cv

    outer, inner = pen(theme.LINE, 1), pen(ft.Colors.with_opacity(INSIDE, theme.LINE), 1)
    rings = [
        outline([face.at(turn, ring / top) for turn in turns], outer if ring == top else inner)
        for ring in range(1, top + 1)
    ]
    spokes = [cv.Line(*face.at(0, 0), *face.at(turn), paint=pen(theme.FAINT_LINE, 1)) for turn in turns]
    between = cos(pi * turns[1])  # how near to the centre the middle of an edge is
    width, height = 0.7 * face.line, 0.8 * face.line
    step = 1 if face.radius * between / top > height else 2
    numbers: list[ft.Control] = []
    for ring in range(step, top + 1, step):
        x, y = face.at(turns[1] / 2, between * ring / top)
        words = ft.Text(str(ring), size=13 * face.line / LINE, color=theme.MUTED)
        gap = ft.Container(words, bgcolor=theme.CARD, alignment=ft.Alignment.CENTER, width=width, height=height)
        gap.left, gap.top = x - width / 2, y - height / 2
        numbers.append(gap)
    return [cv.Canvas([*rings, *spokes], width=face.width, height=face.height), *numbers]
