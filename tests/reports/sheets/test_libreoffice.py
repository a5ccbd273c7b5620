"""LibreOffice opens the workbook and finds in every cell what was put there. Skipped where it is not installed."""

import io
import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit_app.questionnaires.library import shipped
from audit_app.reports.sheets.model import Book, Column, Sheet, Value
from audit_app.reports.sheets.workbook import xlsx_of
from audit_app.responses.model import Answer
from tests.builders import a_school
from tests.reports.hostile import HOSTILE
from tests.reports.sheets.test_text import ATTACKS
from tests.test_surveys import an_installation

SOFFICE = shutil.which("soffice")
SECONDS = 120

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


def through_libreoffice(content: bytes, folder: Path) -> dict[tuple[str, str], object]:
    """What LibreOffice has in each cell after it opened the file and saved it anew."""
    (folder / "in").mkdir()
    written = folder / "in" / "book.xlsx"
    written.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(written)],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return cells((folder / "out" / "book.xlsx").read_bytes())


def cells(content: bytes) -> dict[tuple[str, str], object]:
    book = load_workbook(io.BytesIO(content))
    found = {(tab.title, cell.coordinate): cell for tab in book for row in tab.iter_rows() for cell in row}
    assert not [place for place, cell in found.items() if cell.data_type == "f"]
    return {place: cell.value for place, cell in found.items() if cell.value is not None}


def test_of_an_audit(tmp_path: Path) -> None:
    laptop = an_installation()
    audit = laptop.start_audit("partnership-health", "Autumn 2026", a_school("=1+1 Primary"))
    for at, item in enumerate(shipped().get("partnership-health").items):
        laptop.answer(audit, item.id, Answer(option=str(1 + at % 4)))
    laptop.comment(audit, "purpose_clear_goals", "-2+3")
    content = laptop.spreadsheet(audit)
    assert through_libreoffice(content, tmp_path) == cells(content)


def test_of_hostile_text_and_of_every_type(tmp_path: Path) -> None:
    values = (3, 2.57, 12.0, date(2026, 9, 1), datetime(2026, 9, 1, 15, 36, tzinfo=UTC).replace(tzinfo=None))
    texts = (*HOSTILE.values(), *ATTACKS, "_x000D_", " spaces ", "1.5", "2026-09-01", "TRUE", "x" * 40_000)
    cells_given: tuple[Value, ...] = (*values, *texts)
    rows = tuple((value,) for value in cells_given)
    book = Book("<Hostile> & co", datetime(2026, 11, 22, tzinfo=UTC), (Sheet("Cells", "", (Column("=A", ""),), rows),))
    content = xlsx_of(book)
    there, back = cells(content), through_libreoffice(content, tmp_path)
    assert {place: shown(value) for place, value in back.items()} == {
        place: shown(value) for place, value in there.items()
    }


def shown(value: object) -> object:
    """openpyxl shows what both have written for an underscore in different ways."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value
