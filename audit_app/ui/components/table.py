"""A table: a real one for screen readers, which scrolls sideways by itself where the screen is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.sideways import sideways
from audit_app.ui.components.words import label

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
    made = ft.DataTable(
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
    named = sideways(caption, made, key=key or caption)
    if not show_caption:
        return named
    return ft.Column([label(caption), named], tight=True, spacing=theme.S)


def _cell(cell: str | ft.Control, column: Column) -> ft.Control:
    content = ft.Text(cell, theme_style=theme.BODY) if isinstance(cell, str) else cell
    return ft.Container(content, width=_width(column), padding=ft.Padding.symmetric(vertical=theme.S))


def _width(column: Column) -> int | None:
    """Grown with the text, as long as something else is in sight beside it."""
    if column.width is None:
        return None
    page_width = int(ft.context.page.width or theme.READING_WIDTH)
    return min(theme.grown(column.width), max(column.width, round(page_width * MOST)))
