"""A heat map: a table whose cells have a score and its word on a ground that says the same in colour."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.fitting import fitting
from audit_app.ui.components.panel import stack
from audit_app.ui.components.words import label

TINT = 0.24
"""How much of a level's colour the ground has: told apart at a glance, and text on it keeps a contrast above 4.5."""
EDGE = 5
"""Pixels of the level's full colour."""
LINE, LETTER, THIN_LETTER = 23, 8.4, 7.7
"""Pixels of a line, and of a letter in it, on average: of a heading, and of a cell."""


@dataclass(frozen=True)
class Cell:
    """`level` is a code of `theme.LEVELS`; empty where there is nothing to colour."""

    value: str
    words: str = ""
    level: str = ""


def heat_map(
    caption: str,
    corner: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Cell]]],
    *,
    width: int,
    first: int,
    text_size: int = 100,
) -> ft.Control:
    """`corner` names the first column, `first` pixels wide; the others are `width` wide. Where there is no room for
    all, the rows stand below each other."""

    def as_table() -> ft.Control:
        return _table(corner, columns, rows, width, first, text_size)

    def as_list() -> ft.Control:
        return stack(*(_below_each_other(title, columns, cells) for title, cells in rows))

    return fitting(caption, as_table, as_list, key=caption)


def _table(
    corner: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Cell]]],
    width: int,
    first: int,
    text_size: int,
) -> ft.Control:
    heads = [
        ft.DataColumn(label=_head(corner, first)),
        *(ft.DataColumn(label=_head(title, width)) for title in columns),
    ]
    return ft.DataTable(
        columns=heads,
        rows=[
            ft.DataRow([ft.DataCell(_head(title, first)), *map(ft.DataCell, _cells(cells, width, text_size))])
            for title, cells in rows
        ],
        column_spacing=theme.XS,
        horizontal_margin=theme.S,
        heading_row_height=_height([(corner, first), *((title, width) for title in columns)], text_size),
        data_row_min_height=theme.TARGET,
        data_row_max_height=float("inf"),
        divider_thickness=0,
        border=ft.Border.all(1, theme.FAINT_LINE),
        border_radius=theme.RADIUS,
        heading_row_color=theme.TINT,
        bgcolor=theme.CARD,
    )


def _below_each_other(title: str, columns: Sequence[str], cells: Sequence[Cell]) -> ft.Control:
    """A row: its title, then a line for each cell, on the cell's ground."""
    lines = [_line(column, cell) for column, cell in zip(columns, cells, strict=True)]
    return stack(label(title), *lines, space=theme.XS)


def _line(column: str, cell: Cell) -> ft.Control:
    words: list[ft.Control] = [
        ft.Text(column, theme_style=theme.SMALL, color=theme.TEXT),
        ft.Text(" ".join(filter(None, (cell.value, cell.words))), theme_style=theme.SMALL_LABEL, color=theme.TEXT),
    ]
    line = ft.Row(words, wrap=True, spacing=theme.S, run_spacing=0, alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
    return ft.MergeSemantics(content=_ground(cell, line))


def _height(heads: Sequence[tuple[str, int]], text_size: int) -> float:
    """Enough for the longest of them: Flet's headings don't grow by themselves."""
    return max(_lines(title, width, text_size) for title, width in heads) * LINE * text_size / 100 + 2 * theme.S


def _lines(words: str, width: float, text_size: int, letter: float = LETTER) -> int:
    """About how many lines they take."""
    room, lines, left = width / (letter * text_size / 100), 1, 0.0
    for number, word in enumerate(words.split()):
        if number and left < len(word) + 1:
            lines, left = lines + 1, room
        left = (room if not number else left - 1) - len(word)
    return lines


def _head(title: str, width: int) -> ft.Control:
    words = ft.Text(title, theme_style=theme.SMALL_LABEL)
    return ft.Container(words, width=width, padding=ft.Padding.symmetric(vertical=theme.S))


def _cells(cells: Sequence[Cell], width: int, text_size: int) -> list[ft.Control]:
    """All of a row as high as the highest."""
    lines = max(
        (
            1 + _lines(cell.words, width - EDGE - theme.S - theme.XS, text_size, THIN_LETTER)
            for cell in cells
            if cell.words
        ),
        default=1,
    )
    return [_cell(cell, width, (lines * LINE + 3) * text_size / 100 + 2 * theme.XS) for cell in cells]


def _cell(cell: Cell, width: int, height: float) -> ft.Control:
    words = [ft.Text(cell.words, theme_style=theme.SMALL, color=theme.TEXT)] if cell.words else []
    value = ft.Text(cell.value, theme_style=theme.LABEL, color=theme.TEXT)
    made = _ground(cell, ft.Column([value, *words], tight=True, spacing=0))
    made.width, made.height, made.margin = width, height, ft.Margin.symmetric(vertical=2)
    return made


def _ground(cell: Cell, content: ft.Control) -> ft.Container:
    """Of its level's colour."""
    colour = theme.LEVELS.get(cell.level)
    return ft.Container(
        content,
        padding=ft.Padding.only(left=theme.S, right=theme.XS, top=theme.XS, bottom=theme.XS),
        border_radius=theme.SMALL_RADIUS,
        bgcolor=ft.Colors.with_opacity(TINT, colour) if colour else None,
        border=ft.Border.only(left=ft.BorderSide(EDGE, colour)) if colour else None,
    )
