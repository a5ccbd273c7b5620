"""Several radar charts on one face: at most four outlines, told apart by line, mark and colour, with a key in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.radar import LINE, Face, Point, least_radius, outline, web, with_room

if TYPE_CHECKING:
    import flet.canvas as cv

MOST = 4
DASHES: Sequence[list[float] | None] = (None, [10, 5], [3, 4], [14, 4, 3, 4])
COLOURS = tuple(theme.LEVELS[code] for code in ("4", "1", "2", "3"))
MARK = 7
"""Half of a mark's width, in pixels."""


@dataclass(frozen=True)
class Outline:
    """One of them; None where there is no score."""

    title: str
    values: Sequence[float | None]


def radar_overlay(
    name: str,
    axes: Sequence[str],
    outlines: Sequence[Outline],
    *,
    top: int = 4,
    narrow: bool = False,
    text_size: int = 100,
) -> ft.Control:
    """`name` says everything that is seen. For three axes or more, on a scale from 0 (the centre) to `top`."""
    import flet.canvas as cv

    size = text_size / 100
    radius = 72 * size if narrow else max(140, least_radius(len(axes), LINE * size))
    face = Face(radius, (100 if narrow else 132) * size, LINE * size, len(axes))
    turns = [number / len(axes) for number in range(len(axes))]
    drawn = [shape for at, one in enumerate(outlines[:MOST]) for shape in _shapes(at, one, face, turns, top)]
    picture = cv.Canvas(drawn, width=face.width, height=face.height)
    labels = [_label(title, face, turn) for title, turn in zip(axes, turns, strict=True)]
    chart = ft.Stack([*web(face, turns, top), picture, *labels], width=face.width, height=face.height)
    key = [_key(at, one) for at, one in enumerate(outlines[:MOST])]
    return ft.Semantics(
        image=True,
        label=name,
        exclude_semantics=True,
        content=ft.Column(
            [with_room(chart, narrow=narrow), ft.Row(key, wrap=True, spacing=theme.L, run_spacing=theme.XS)],
            tight=True,
            spacing=theme.S,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
    )


def _shapes(at: int, one: Outline, face: Face, turns: Sequence[float], top: int) -> list["cv.Shape"]:
    """Edges between neighbours that both have a score, and a mark at each score."""
    import flet.canvas as cv

    places = [
        None if value is None else face.at(turn, value / top) for value, turn in zip(one.values, turns, strict=True)
    ]
    pairs = zip(places, [*places[1:], places[0]], strict=True)
    edges: list[cv.Shape] = [cv.Line(*start, *end, paint=_line(at)) for start, end in pairs if start and end]
    return [*edges, *(_mark(at, place) for place in places if place)]


def _line(at: int) -> ft.Paint:
    return ft.Paint(color=COLOURS[at], stroke_width=3, style=ft.PaintingStyle.STROKE, stroke_dash_pattern=DASHES[at])


def _mark(at: int, place: Point) -> "cv.Shape":
    """A circle, a square, a triangle, a diamond."""
    import flet.canvas as cv

    x, y = place
    fill = ft.Paint(color=COLOURS[at], style=ft.PaintingStyle.FILL)
    if at == 0:
        return cv.Circle(x, y, MARK - 1, paint=fill)
    corners, turn = {1: (4, 1 / 8), 2: (3, 0.0), 3: (4, 0.0)}[at]
    angles = [2 * pi * (turn + number / corners) for number in range(corners)]
    return outline([(x + MARK * sin(angle), y - MARK * cos(angle)) for angle in angles], fill)


def _key(at: int, one: Outline) -> ft.Control:
    import flet.canvas as cv

    sample = cv.Canvas([cv.Line(0, 10, 44, 10, paint=_line(at)), _mark(at, (22, 10))], width=44, height=20)
    words = ft.Text(one.title, theme_style=theme.SMALL, color=theme.TEXT)
    return ft.Row([sample, words], tight=True, spacing=theme.S)


def _label(title: str, face: Face, turn: float) -> ft.Control:
    """Outside the end of an axis, on the side where there is room; two lines if it must."""
    left, y, side = face.place_of_label(turn)
    align = {1: ft.TextAlign.LEFT, -1: ft.TextAlign.RIGHT, 0: ft.TextAlign.CENTER}[side]
    words = ft.Text(title, theme_style=theme.SMALL, max_lines=2, text_align=align)
    top = y - face.line * (1 + cos(2 * pi * turn)) / 2
    return ft.Container(words, left=left, top=top, width=face.label)
