"""A workbook from anywhere: its sheets as text, or findings. Nothing in it is run, followed or unpacked blindly."""

import io
import re
import warnings as quiet
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal

from audit_app.questionnaires.checking.findings import Finding, error, warning

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
"""Bytes of all parts together: a thousand items take five million; a zip bomb says more than this."""

MOST_PARTS = 2000
MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_CELLS = 4_000_000
"""Empty ones included, which formatting leaves behind."""

_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Row:
    """One row below the headings; only cells that say something."""

    number: int
    cells: Mapping[str, str]
    """Heading, as the author wrote it, to text."""


@dataclass(frozen=True)
class Sheet:
    """A sheet with its headings."""

    name: str
    headings: Mapping[str, str] = field(default_factory=dict)
    """Heading to the letter of its column."""
    rows: tuple[Row, ...] = ()

    def place(self, row: int | None, heading: str | None) -> str:
        """For people: sheet “survey”, row 12, column “relevant” (D12)."""
        parts = [f"sheet “{self.name}”"]
        if row is not None:
            parts.append(f"row {row}")
        if heading is not None and heading in self.headings:
            letter = self.headings[heading]
            parts.append(f"column “{heading}” ({letter}{row if row is not None else ''})")
        return ", ".join(parts)

    def finding(
        self, grade: Literal["error", "warning"], row: int | None, heading: str | None, what: str, remedy: str
    ) -> Finding:
        return Finding(
            grade=grade,
            place=self.place(row, heading),
            what=what,
            remedy=remedy,
            sheet=self.name,
            row=row,
            column=heading if heading in self.headings else None,
        )


def read_workbook(content: bytes) -> tuple[Mapping[str, Sheet], tuple[Finding, ...]]:
    """Sheets by lower-case name; empty, with an error, when the file can't be read."""
    unsafe = tuple(_unsafe(content))
    if any(one.grade == "error" for one in unsafe):
        return {}, unsafe
    try:
        with quiet.catch_warnings():
            quiet.simplefilter("ignore")  # about what openpyxl leaves out when it saves, and we never save this
            sheets, found = _sheets(content)
    except Exception:  # noqa: BLE001  # a damaged workbook makes openpyxl raise whatever its code runs into
        what = "It is damaged, or not a workbook that Excel or LibreOffice wrote."
        return {}, (*unsafe, error("the file", what, "Open it there, save it as .xlsx and try again."))
    return sheets, (*unsafe, *found)


def _unsafe(content: bytes) -> Iterator[Finding]:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        what = "It is a workbook of the old kind (.xls), or it is locked with a password."
        yield error("the file", what, "Open it, save it as .xlsx without a password, and try again.")
        return
    if len(content) > LARGEST_FILE:
        yield error("the file", "It is larger than 10 MB.", "Take pictures and other sheets out.")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from _unsafe_parts(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
        what = "It is not a workbook (.xlsx), or it is cut off."
        yield error("the file", what, "Save it as .xlsx again and try that one.")


def _unsafe_parts(archive: zipfile.ZipFile) -> Iterator[Finding]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        yield error("the file", "Unpacked it would be far too large.", "Take pictures and other sheets out.")
        return
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        yield error("the file", "Two of its parts have the same name.", "Save it as .xlsx again and try that one.")
    for part in parts:
        read = archive.read(part)
        if part.filename.endswith((".xml", ".rels", ".vml")) and any(mark in read for mark in _DOCTYPE):
            yield error("the file", "It declares XML entities, which no workbook needs.", "Save it as .xlsx again.")
    if any("vbaProject" in name for name in names):
        yield warning("the file", "It has macros; they are not read.", "Nothing to do, unless the form needs them.")
    if any("externalLinks/" in name for name in names):
        yield warning("the file", "It has links to other workbooks; they are not followed.", "Copy the values in.")


def _sheets(content: bytes) -> tuple[Mapping[str, Sheet], tuple[Finding, ...]]:
    from openpyxl import load_workbook  # a quarter of a second, only where a workbook is read

    findings: list[Finding] = []
    sheets: dict[str, Sheet] = {}
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    shown = None
    for tab in book.worksheets:
        rows = _rows(tab)
        if any(cell.data_type == "f" for row in rows.values() for cell in row.values()):
            shown = shown or load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheet = _sheet(tab.title, rows, _rows(shown[tab.title]), findings)
        else:
            sheet = _sheet(tab.title, rows, rows, findings)
        if tab.title.strip().lower() in sheets:
            findings.append(sheet.finding("error", None, None, "Two sheets have this name.", "Rename one of them."))
        last = max(rows, default=0)
        if last > MOST_ROWS or (last and not rows[last]):
            what = f"It is too large: a sheet may have {MOST_ROWS} rows."
            findings.append(sheet.finding("error", last, None, what, "Split it into several questionnaires."))
        if any(at > MOST_COLUMNS for row in rows.values() for at in row):
            what = f"It goes on to the right of column {MOST_COLUMNS}, where nothing is read."
            findings.append(sheet.finding("error", None, None, what, "Take the columns out that are not needed."))
        sheets[tab.title.strip().lower()] = sheet
    return sheets, tuple(findings)


def _rows(tab: Any) -> dict[int, dict[int, Any]]:  # openpyxl has no types
    """Row number to column number to cell, for cells that hold something; up to the first that is too far away."""
    tab.reset_dimensions()  # what the file says about its size may be anything
    found: dict[int, dict[int, Any]] = {}
    looked_at = 0
    for at, row in enumerate(tab.iter_rows(), start=1):
        cells = {number: cell for number, cell in enumerate(row, start=1) if cell.value not in (None, "")}
        if cells:
            found[at] = cells
        looked_at += len(row)
        if looked_at > MOST_CELLS or (cells and (at > MOST_ROWS or max(cells) > MOST_COLUMNS)):
            found.setdefault(at, {})
            break
    return found


def _sheet(
    name: str, written: Mapping[int, Mapping[int, Any]], shown: Mapping[int, Mapping[int, Any]], findings: list[Finding]
) -> Sheet:
    """The first row that says something holds the headings."""
    if not written:
        return Sheet(name)
    top = min(written)
    named = [(at, _text(cell.value)) for at, cell in sorted(shown.get(top, {}).items())]
    sheet = Sheet(name, {heading: _letter(at) for at, heading in reversed(named) if heading})
    for at, heading in named:
        if heading and sheet.headings[heading] != _letter(at):
            what = f"The heading “{heading[:60]}” stands twice ({sheet.headings[heading]} and {_letter(at)})."
            findings.append(sheet.finding("error", top, heading, what, "Give each column a heading of its own."))
    headings = dict(named)
    rows = []
    for number in sorted(written)[1:]:
        cells: dict[str, str] = {}
        for at, cell in written[number].items():
            heading = headings.get(at, "")
            value = cell.value
            if cell.data_type == "f":
                value = shown[number][at].value if at in shown.get(number, {}) else None
                findings.append(_formula(sheet, number, heading, value))
            text = _text(value)
            if text and not heading:
                place = f"{sheet.place(number, None)}, column {_letter(at)}"
                findings.append(
                    warning(place, "The cell has no heading above it, so it is not read.", "Add a heading.")
                )
            elif text:
                cells[heading] = text
        if cells:
            rows.append(Row(number, cells))
    return Sheet(name, sheet.headings, tuple(rows))


def _formula(sheet: Sheet, number: int, heading: str, value: object) -> Finding:
    if value is None:
        what = "It is a formula that was never calculated."
        return sheet.finding("error", number, heading, what, "Write its value there instead.")
    what = "It is a formula; what it showed last was read."
    return sheet.finding("warning", number, heading, what, "Write its value there instead.")


def _letter(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _text(value: object) -> str:
    """A cell's value as its author sees it."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 2**53:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return _UNPRINTABLE.sub("�", str(value)).strip()
