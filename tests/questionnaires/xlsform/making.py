"""Workbooks for tests, written as an author sees them: a sheet is a table in text, its cells between bars."""

import io
import zipfile

from openpyxl import Workbook


def a_workbook(**sheets: str) -> bytes:
    """Sheets by name; the first line of each holds the headings."""
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        tab = book.create_sheet(name)
        for line in table.strip().splitlines():
            tab.append([cell.strip() or None for cell in line.strip().strip("|").split("|")])
    return _saved(book)


def a_survey(table: str, choices: str = "", settings: str = "") -> bytes:
    """A workbook whose settings say all that they should, unless told."""
    choices = choices or "| list_name | name | label |\n| yn | yes | Yes |\n| yn | no | No |"
    settings = settings or (
        "| form_title | form_id | version | summary | audience | mode | minutes |\n"
        "| A form | a-form | 1 | What we ask. | All. | survey | 9 |"
    )
    return a_workbook(survey=table, choices=choices, settings=settings)


def with_part(content: bytes, name: str, body: bytes, compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The workbook with one part added or replaced."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", compress) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, body)
    return written.getvalue()


def _saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
