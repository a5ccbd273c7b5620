"""A table: a real one for screen readers; where the screen is too narrow for it, its rows below each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.fitting import fitting
from audit_app.ui.components.panel import stack
from audit_app.ui.components.words import label, small

MOST = 0.4
"""Of the window's width, for one column of large text."""


@dataclass(frozen=True)
class Column:
    """A column's title; numbers stand at the right.

    `width` makes long text wrap: pixels at the usual text size, more where text is larger.
    """

    title: str
    width: int | None = None
    numeric: bool = False


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | ft.Control]],
    *,
    show_caption: bool = True,
    key: str | None = None,
) -> ft.Control:
    """Cells are text or small controls (a tag, a link). For up to about 100 rows; page longer ones."""

    def as_table() -> ft.Control:
        return _table(columns, rows)

    def as_list() -> ft.Control:
        return stack(*(_below_each_other(columns, row) for row in rows), space=theme.S)

    named = fitting(caption, as_table, as_list, key=key or caption)
    return named if not show_caption else stack(label(caption), named, space=theme.S)


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str | ft.Control]]) -> ft.Control:
    return ft.DataTable(
        columns=[
            ft.DataColumn(label=ft.Text(column.title, theme_style=theme.SMALL_LABEL), numeric=column.numeric)
            for column in columns
        ],
        rows=[
            ft.DataRow([ft.DataCell(_cell(cell, column)) for cell, column in zip(row, columns, strict=True)])
            for row in rows
        ],
        column_spacing=theme.L,
        horizontal_margin=theme.M,
        data_row_min_height=theme.TARGET,
        data_row_max_height=float("inf"),
        horizontal_lines=ft.BorderSide(1, theme.FAINT_LINE),
        border=ft.Border.all(1, theme.FAINT_LINE),
        border_radius=theme.RADIUS,
        heading_row_color=theme.TINT,
        bgcolor=theme.CARD,
    )


def _below_each_other(columns: Sequence[Column], row: Sequence[str | ft.Control]) -> ft.Control:
    """A row as a card: its first cell, then each of the others with its column's title."""
    first = label(row[0]) if isinstance(row[0], str) else row[0]
    cells = zip(columns[1:], row[1:], strict=True)
    return ft.Container(
        bgcolor=theme.CARD,
        border=ft.Border.all(1, theme.FAINT_LINE),
        border_radius=theme.RADIUS,
        clip_behavior=ft.ClipBehavior.NONE,
        padding=theme.S + theme.XS,
        content=stack(first, *(titled(column.title, cell) for column, cell in cells if cell != ""), space=theme.XS),
    )


def titled(title: str, cell: str | ft.Control) -> ft.Control:
    """A cell with its column's title, where it stands by itself."""
    content = ft.Text(cell, theme_style=theme.BODY) if isinstance(cell, str) else cell
    line = ft.Row([small(title), content], wrap=True, spacing=theme.S, run_spacing=0)
    return ft.MergeSemantics(content=line) if isinstance(cell, str) else line


def _cell(cell: str | ft.Control, column: Column) -> ft.Control:
    content = ft.Text(cell, theme_style=theme.BODY) if isinstance(cell, str) else cell
    return ft.Container(content, width=_width(column), padding=ft.Padding.symmetric(vertical=theme.S))


def _width(column: Column) -> int | None:
    """Grown with the text, as long as something else is in sight beside it."""
    if column.width is None:
        return None
    page_width = int(ft.context.page.width or theme.READING_WIDTH)
    return min(theme.grown(column.width), max(column.width, round(page_width * MOST)))
