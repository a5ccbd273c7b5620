"""The sheets as CSV: a zip with one file for each, UTF-8 with a mark that Excel needs, comma, RFC 4180 line ends."""

import csv
import io
from datetime import date, datetime

from audit_app.reports.sheets.model import Book, Sheet, Value
from audit_app.reports.sheets.text import guarded, plain
from audit_app.reports.sheets.zipping import zipped

ENCODING = "utf-8-sig"
"""With the byte order mark: without it Excel reads “é” as two characters. Python, R, SPSS and LibreOffice know it."""


def csv_of(book: Book) -> bytes:
    """The zip's bytes; the same for the same book."""
    return zipped((f"{sheet.name}.csv", _file(sheet)) for sheet in book.sheets)


def _file(sheet: Sheet) -> bytes:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([_text(column.heading) for column in sheet.columns])
    rows.writerows([_cell(value) for value in row] for row in sheet.rows)
    return written.getvalue().encode(ENCODING)


def _cell(value: Value) -> str | int | float:
    match value:
        case None:
            return ""
        case str():
            return _text(value)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
        case _:
            return value


def _text(text: str) -> str:
    return guarded(plain(text))
