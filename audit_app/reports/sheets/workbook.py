"""The sheets as a workbook (.xlsx, ISO/IEC 29500), written here: openpyxl takes longer to load than all of this runs.

No formula, no link, no macro and no name of a person or a machine is ever written: a cell is a number, a day, or text
that is marked as text.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape
from math import isfinite

from audit_app.reports.sheets.fixed_parts import (
    AT_LEFT,
    DATE,
    FIGURE,
    HEADING,
    HEADING_AS_TEXT,
    MAIN,
    MOMENT,
    NUMBER,
    STYLES,
    TEXT,
    TEXT_AS_TEXT,
    TWO_DECIMALS,
    XML,
    about_parts,
    book_parts,
)
from audit_app.reports.sheets.model import Book, Column, Sheet, Shows, Value
from audit_app.reports.sheets.text import LINE_BREAKS, cut_to_cell, is_risky, plain
from audit_app.reports.sheets.zipping import zipped
from audit_app.steps import step

WIDTHS: dict[Shows, int] = {
    "words": 60,
    "name": 28,
    "code": 18,
    "count": 12,
    "score": 11,
    "number": 14,
    "date": 13,
    "moment": 18,
}
"""In characters; what is longer is wrapped."""

PAGE_WIDTH = 200
"""Characters across a page on its side, as small as can be read; a wider sheet is printed on several side by side."""
LINE, TALLEST = 15, 405
"""Points: of a line, and of a row; Excel knows none taller than 409."""

FIRST_DAY = date(1900, 3, 1)
"""Excel's calendar has a 29 February 1900; what is earlier is written as text."""
DAY_ZERO = date(1899, 12, 30)
LARGEST = 9.99999999999999e307
"""Excel knows no larger number."""
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
EXACT = 10**15
"""Whole numbers from here on lose digits in Excel, so they are written as text."""


def xlsx_of(book: Book) -> bytes:
    """The workbook's bytes; the same for the same book."""
    return zipped(_parts(book))


def _parts(book: Book) -> Iterator[tuple[str, bytes]]:
    written = {
        **book_parts([(sheet.name, _area(sheet)) for sheet in book.sheets]),
        **about_parts(_xml(plain(book.title)), book.made),
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{at}.xml": "".join(_sheet(sheet, at == 1)) for at, sheet in enumerate(book.sheets, 1)},
    }
    for name, text in written.items():
        yield name, text.encode()


def _sheet(sheet: Sheet, first: bool) -> Iterator[str]:
    area = _area(sheet)
    chosen = ' tabSelected="1"' if first else ""
    yield f'{XML}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="{area}"/>'
    yield f'<sheetViews><sheetView workbookViewId="0"{chosen}>'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
    yield '<sheetFormatPr defaultRowHeight="15"/><cols>'
    for at, column in enumerate(sheet.columns, start=1):
        yield f'<col min="{at}" max="{at}" width="{WIDTHS[column.shows]}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(1, sheet.columns, [column.heading for column in sheet.columns], HEADING, HEADING_AS_TEXT)
    for number, row in enumerate(sheet.rows, start=2):
        step()
        yield _row(number, sheet.columns, row)
    yield f'</sheetData><autoFilter ref="{area}"/>'
    yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
    pages = -(-sum(WIDTHS[column.shows] for column in sheet.columns) // PAGE_WIDTH)
    yield f'<pageSetup paperSize="9" orientation="landscape" fitToWidth="{pages}" fitToHeight="0"/>'
    yield "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"


def _row(
    number: int, columns: Sequence[Column], values: Sequence[Value], style: int = TEXT, as_text: int = TEXT_AS_TEXT
) -> str:
    """With a height that fits the text as far as can be told: LibreOffice shows one line otherwise."""
    lines, cells = 1, []
    for at, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        place = f"{_letters(at)}{number}"
        match value:
            case str() if value:
                lines = max(lines, _lines(value, WIDTHS[column.shows]))
                cells.append(_text(place, value, style, as_text))
            case _:
                cells.append(_cell(place, column, value))
    return f'<row r="{number}" ht="{min(lines * LINE, TALLEST)}">{"".join(cells)}</row>'


def _lines(text: str, width: int) -> int:
    """About how many the text takes in a column, without measuring a font."""
    most = TALLEST // LINE
    shown = text[: most * width]
    return min(sum(1 + len(line) // (width - 1) for line in LINE_BREAKS.sub("\n", shown).split("\n")), most)


def _cell(place: str, column: Column, value: Value) -> str:
    left = AT_LEFT if column.shows == "words" else 0
    match value:
        case None | "":
            return ""
        case datetime() if value.date() >= FIRST_DAY:
            seconds = value.hour * 3600 + value.minute * 60 + value.second
            return _number(place, (value.date() - DAY_ZERO).days + seconds / 86400, MOMENT + left)
        case date() if not isinstance(value, datetime) and value >= FIRST_DAY:
            return _number(place, (value - DAY_ZERO).days, DATE + left)
        case datetime() | date():
            return _text(place, value.isoformat())
        case int() if abs(value) < EXACT:
            return _number(place, int(value), FIGURE + left)
        case float() if isfinite(value) and abs(value) <= LARGEST:
            return _number(place, value, (TWO_DECIMALS if column.shows == "score" else NUMBER) + left)
        case _:
            return _text(place, str(value))


def _number(place: str, value: float, style: int) -> str:
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def _text(place: str, text: str, style: int = TEXT, as_text: int = TEXT_AS_TEXT) -> str:
    """Marked as text twice where it looks like a formula: by its type, and by the mark that Excel sets for `'`."""
    shown = cut_to_cell(plain(text))
    if not shown:
        return ""
    style = as_text if is_risky(shown) else style
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_xml(shown)}</t></is></c>'


def _xml(text: str) -> str:
    """`_x000D_` written by somebody stays what it is: the format takes such a thing for a character."""
    return escape(_LOOKS_ESCAPED.sub("_x005F_", text), quote=False)


def _area(sheet: Sheet) -> str:
    return f"A1:{_letters(len(sheet.columns))}{len(sheet.rows) + 1}"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
