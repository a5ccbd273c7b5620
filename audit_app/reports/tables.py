"""Tables: rows that are as tall as their tallest cell, split at a page's foot, under heads that come again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from audit_app.reports.document import Cell
from audit_app.reports.look import (
    ACCENT,
    BAR_START,
    BAR_THICKNESS,
    CELL,
    CELL_GAP,
    CELL_HEAD,
    CELL_PADDING,
    DARKEST_SHADE,
    INK,
    LIGHTEST_SHADE,
    MARK_ROOM,
    ROOMY_PADDING,
    RULE,
    TRACK,
    TextStyle,
    mixed,
)
from audit_app.reports.marks import draw_mark
from audit_app.reports.paper import Paper
from audit_app.reports.structure import Element, Role
from audit_app.reports.words import Line, lines_of

STRONG_CELL = replace(CELL, weight="semibold")
TALL_ROW = 150.0
"""Shorter rows move to the next page as a whole."""
MOST_OF_A_HEAD = 200.0
"""A taller head is not repeated: it would leave no room for its table."""


@dataclass(frozen=True)
class LaidCell:
    """A cell in its column."""

    element: Element
    lines: tuple[Line, ...]
    style: TextStyle
    left: float
    """From the table's left edge."""
    width: float
    cell: Cell
    is_right: bool = False
    is_continued: bool = False
    """Its first lines stand on an earlier page, with its mark and its bar."""

    @property
    def height(self) -> float:
        return max(len(self.lines), 1) * self.style.leading

    def cut(self, lines: int) -> "tuple[LaidCell, LaidCell]":
        return replace(self, lines=self.lines[:lines]), replace(self, lines=self.lines[lines:], is_continued=True)

    def draw(self, paper: Paper, left: float, top: float, is_repeated: bool) -> None:
        left += self.left
        middle = top - self.style.leading / 2
        if self.cell.mark and not self.is_continued:
            with paper.artifact():
                draw_mark(paper, self.cell.mark, (left + 4.6, middle))
        if self.cell.bar is not None and not self.is_continued:
            with paper.artifact():
                draw_bar(paper, self.cell.bar, left + BAR_START, middle, self.width - BAR_START)
        if not self.lines:
            return
        with paper.artifact() if is_repeated else paper.inside(self.element):
            self._write(paper, left + (MARK_ROOM if self.cell.mark else 0), top)

    def _write(self, paper: Paper, left: float, top: float) -> None:
        if not self.is_right:
            paper.write(self.lines, self.style, left, top)
            return
        for number, line in enumerate(self.lines):
            inset = self.width - line.width * self.style.size
            paper.write([line], self.style, left + inset, top - number * self.style.leading)


def draw_bar(paper: Paper, share: float, left: float, middle: float, width: float) -> None:
    """A share of the width, on a track."""
    filled = width * min(max(share, 0.0), 1.0)
    paper.box(left, middle - BAR_THICKNESS / 2, width, BAR_THICKNESS, TRACK)
    paper.box(left, middle - BAR_THICKNESS / 2, filled, BAR_THICKNESS, ACCENT)


@dataclass(frozen=True)
class Row:
    """One row, or what a page break left of it."""

    cells: tuple[LaidCell, ...]
    padding: float = CELL_PADDING

    @cached_property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + 2 * self.padding

    @property
    def least(self) -> float:
        if self.height <= TALL_ROW:
            return self.height
        return 3 * max(cell.style.leading for cell in self.cells) + 2 * self.padding

    def split(self, room: float, must: bool) -> "tuple[Row | None, Row | None]":
        if self.height <= room + 0.01:
            return self, None
        leading = max(cell.style.leading for cell in self.cells)
        fitting = int((room - 2 * self.padding + 0.01) / leading)
        if not must and (self.height <= TALL_ROW or fitting < 3):
            return None, self
        halves = [cell.cut(max(fitting, 1)) for cell in self.cells]
        head = replace(self, cells=tuple(head for head, _ in halves))
        return head, replace(self, cells=tuple(tail for _, tail in halves))

    def draw(self, paper: Paper, left: float, top: float, is_repeated: bool = False) -> None:
        for cell in self.cells:
            if cell.cell.shade is not None:
                with paper.artifact():
                    self._draw_shade(paper, cell, cell.cell.shade, left, top)
            cell.draw(paper, left, top - self.padding, is_repeated)

    def _draw_shade(self, paper: Paper, cell: LaidCell, shade: float, left: float, top: float) -> None:
        """From halfway to the column before, so that its words have air on both sides; never past the table's edge."""
        start = left + max(cell.left - CELL_GAP / 2, 0)
        edge = left + self.cells[-1].left + self.cells[-1].width
        end = min(left + cell.left + cell.width + CELL_GAP / 2, edge)
        paper.box(start, top - self.height, end - start, self.height, mixed(LIGHTEST_SHADE, DARKEST_SHADE, shade))


@dataclass(frozen=True)
class TableBox:
    """A table laid out for a width."""

    head: Row | None
    rows: tuple[Row, ...]
    width: float
    is_continued: bool = False
    before: float = 3
    after: float = 10
    keeps = False

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    @cached_property
    def height(self) -> float:
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return self._head_height + (self.rows[0].least if self.rows else 0.0)

    def split(self, room: float, must: bool) -> "tuple[TableBox | None, TableBox | None]":
        used = self._head_height
        placed: list[Row] = []
        for number, row in enumerate(self.rows):
            head, tail = row.split(room - used, must and not placed)
            if head is not None:
                placed.append(head)
                used += head.height
            if head is None or tail is not None:
                rest = (tail or row, *self.rows[number + 1 :])
                return self._with(placed, self.is_continued), self._with(
                    rest, is_continued=self.is_continued or bool(placed)
                )
        return self, None

    def _with(self, rows: Sequence[Row], is_continued: bool) -> "TableBox | None":
        return replace(self, rows=tuple(rows), is_continued=is_continued) if rows else None

    def draw(self, paper: Paper, left: float, top: float) -> None:
        right = left + self.width
        if self.head:
            self.head.draw(paper, left, top, is_repeated=self.is_continued)
        edges = [top - self._head_height]
        for row in self.rows:
            row.draw(paper, left, edges[-1])
            edges.append(edges[-1] - row.height)
        with paper.artifact():
            paper.rule((left, edges[0]), (right, edges[0]), INK if self.head else RULE, 0.9 if self.head else 0.5)
            for edge in edges[1:]:
                paper.rule((left, edge), (right, edge), RULE, 0.5)


@dataclass(frozen=True)
class Column:
    """Where a column stands."""

    left: float
    width: float
    is_right: bool


def columns_of(widths: Sequence[float], right: frozenset[int], width: float) -> tuple[Column, ...]:
    """Share the width out; the text of the first column stands flush with the page's edge, of the last one too."""
    inner = width - CELL_GAP * (len(widths) - 1)
    total = sum(widths)
    columns: list[Column] = []
    left = 0.0
    for number, share in enumerate(widths):
        columns.append(Column(left, inner * share / total, number in right))
        left += columns[-1].width + CELL_GAP
    return tuple(columns)


def table_box(
    element: Element,
    head: Sequence[str],
    rows: Sequence[Sequence[str | Cell]],
    columns: Sequence[Column],
    width: float,
    row_heads: bool,
    roomy: bool,
) -> TableBox:
    """Lay the table out and grow its structure under `element`."""
    top = _row(element, [Cell(text) for text in head], columns, "Column", row_heads, CELL_PADDING) if head else None
    padding = ROOMY_PADDING if roomy else CELL_PADDING
    body = tuple(
        _row(
            element,
            [cell if isinstance(cell, Cell) else Cell(cell) for cell in row],
            columns,
            "Row",
            row_heads,
            padding,
        )
        for row in rows
    )
    if top and top.height > MOST_OF_A_HEAD:
        return TableBox(None, (top, *body), width)
    return TableBox(top, body, width)


def _row(
    table: Element, cells: Sequence[Cell], columns: Sequence[Column], scope: str, row_heads: bool, padding: float
) -> Row:
    row = table.add(Element("TR"))
    laid = []
    for number, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        is_head = scope == "Column" or (row_heads and number == 0)
        role: Role = "TH" if is_head else "TD"
        element = row.add(Element(role, scope=("Column" if scope == "Column" else "Row") if is_head else ""))
        style = CELL_HEAD if scope == "Column" else STRONG_CELL if cell.strong else CELL
        room = column.width - (MARK_ROOM if cell.mark else 0)
        lines = lines_of(cell.text, style, max(room, style.size))
        laid.append(LaidCell(element, lines, style, column.left, column.width, cell, column.is_right))
    return Row(tuple(laid), padding)
