"""Reading tables back, as another program would."""

import csv
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from openpyxl import load_workbook

from audit_app.reports.sheets.text import unguarded

Rows = list[dict[str, Any]]


def workbook(content: bytes) -> Mapping[str, Rows]:
    """Sheet to its rows, by heading; empty cells are None."""
    book = load_workbook(io.BytesIO(content))
    return {tab.title: _by_heading([*tab.iter_rows(values_only=True)]) for tab in book.worksheets}


def csv_files(content: bytes) -> Mapping[str, Rows]:
    """The same of a zip of CSV files: all is text, guarded as it stands there."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8-sig")
            found[name.removesuffix(".csv")] = _by_heading(
                [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]
            )
    return found


def texts(content: bytes) -> list[str]:
    """Every text in every cell of a workbook."""
    book = load_workbook(io.BytesIO(content))
    return [cell.value for tab in book for row in tab.iter_rows() for cell in row if isinstance(cell.value, str)]


def formulas(content: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(content))
    return [
        f"{tab.title}!{cell.coordinate}"
        for tab in book
        for row in tab.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def meant(text: str) -> str:
    """A cell of a CSV file as the codebook says to read it."""
    return unguarded(text)


def _by_heading(rows: list[tuple[Any, ...]]) -> Rows:
    heading, *others = rows
    return [dict(zip(heading, row, strict=True)) for row in others]
