"""A workbook: typed cells, nothing that runs, the same bytes for the same sheets, and any text as it was."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from audit_app.reports.sheets.csv_files import csv_of
from audit_app.reports.sheets.model import Book, Column, Sheet, Value
from audit_app.reports.sheets.text import CUT, is_risky, plain
from audit_app.reports.sheets.workbook import xlsx_of
from tests.reports.hostile import HOSTILE
from tests.reports.sheets.reading import csv_files, formulas, meant, workbook
from tests.reports.sheets.test_text import ATTACKS

MADE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
COLUMNS = (Column("Text", "Words.", "words"), Column("Figure", "A figure.", "score"))


def a_book(*values: Value, title: str = "A book", heading: str = "Text") -> Book:
    columns = (Column(heading, "Words.", "words"), COLUMNS[1])
    return Book(title, MADE, (Sheet("Cells", "One value.", columns, tuple((value, 1.5) for value in values)),))


def cells(*values: Value) -> list[object]:
    return [row["Text"] for row in workbook(xlsx_of(a_book(*values)))["Cells"]]


def test_cells_are_typed() -> None:
    moment = datetime.fromisoformat("2026-09-01T15:36:41")
    given: tuple[Value, ...] = ("Words", 3, 2.57, date(2026, 9, 1), moment, None)
    book = load_workbook(io.BytesIO(xlsx_of(a_book(*given))))
    column = [cell for (cell,) in book["Cells"].iter_rows(min_row=2, max_col=1)]
    assert [cell.data_type for cell in column] == ["s", "n", "n", "d", "d", "n"]
    day = datetime(2026, 9, 1)  # noqa: DTZ001  a workbook knows no zones
    assert [cell.value for cell in column] == ["Words", 3, 2.57, day, moment, None]
    assert [cell.number_format for cell in column[3:5]] == [r"yyyy\-mm\-dd", r"yyyy\-mm\-dd\ hh:mm"]


def test_what_excel_can_not_count_is_text() -> None:
    odd: tuple[Value, ...] = (float("nan"), float("inf"), 1.7e308, 10**15, date(1890, 5, 4), datetime(1890, 5, 4))  # noqa: DTZ001
    assert cells(*odd) == ["nan", "inf", "1.7e+308", "1000000000000000", "1890-05-04", "1890-05-04T00:00:00"]


def test_headings_stay_in_sight_and_columns_have_sensible_widths() -> None:
    tab = load_workbook(io.BytesIO(xlsx_of(a_book("x"))))["Cells"]
    assert tab.freeze_panes == "A2"
    assert tab.auto_filter.ref == "A1:B2"
    assert [tab.column_dimensions[letter].width for letter in "AB"] == [60, 11]
    assert tab["A1"].font.b
    assert tab["A2"].alignment.wrap_text
    assert tab.print_title_rows == "$1:$1"


@pytest.mark.parametrize("text", ATTACKS)
def test_text_that_looks_like_a_formula_is_text_twice_over(text: str) -> None:
    content = xlsx_of(a_book(text, heading=text))
    tab = load_workbook(io.BytesIO(content))["Cells"]
    for place in ("A1", "A2"):
        assert (tab[place].data_type, tab[place].quotePrefix) == ("s", True)
        assert tab[place].value == plain(text)
    assert formulas(content) == []


@pytest.mark.parametrize("text", ATTACKS)
def test_no_cell_of_a_csv_file_begins_a_formula(text: str) -> None:
    (row,) = csv_files(csv_of(a_book(text, heading=text)))["Cells"]
    assert not any(is_risky(cell) for cell in (*row, row[next(iter(row))]))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_back_as_it_was_but_for_what_no_file_holds(text: str) -> None:
    book = a_book(text, title=text, heading=text)
    rows = workbook(xlsx_of(book))["Cells"]
    heading = plain(text) or None
    assert [row[heading] for row in rows] == [plain(text) or None]  # type: ignore[index]
    (row,) = csv_files(csv_of(book))["Cells"]
    assert next((meant(name), meant(value)) for name, value in row.items()) == (plain(text), plain(text))


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text_comes_back_from_the_workbook_and_from_the_csv_files(texts: list[str]) -> None:
    book = a_book(*texts)
    assert cells(*texts) == [plain(text) or None for text in texts]
    assert [meant(row["Text"]) for row in csv_files(csv_of(book))["Cells"]] == [plain(text) for text in texts]


@pytest.mark.parametrize("text", ["_x000D_", "a _x0041_ b", "_x005F_x0041_", "__x0041__", " spaces ", "\n\n"])
def test_what_the_format_takes_for_a_character_stays_what_it_is(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_of(a_book(text)))) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314  our own
    (written,) = [one.text or "" for one in sheet.iter() if one.tag.endswith("}t")][2:]
    assert re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), written) == text


def test_a_text_that_no_cell_holds_is_cut_with_a_sentence_and_whole_in_csv() -> None:
    book = a_book("x" * 40_000)
    assert workbook(xlsx_of(book))["Cells"][0]["Text"].endswith(CUT)
    assert csv_files(csv_of(book))["Cells"][0]["Text"] == "x" * 40_000


def test_the_same_sheets_give_the_same_bytes() -> None:
    book = a_book("Words", 3, date(2026, 9, 1))
    assert xlsx_of(book) == xlsx_of(book)
    assert csv_of(book) == csv_of(book)
    for content in (xlsx_of(book), csv_of(book)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_its_properties_name_no_person_and_no_machine() -> None:
    properties = load_workbook(io.BytesIO(xlsx_of(a_book("x")))).properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == ("A book", "School Audit", None)
    assert properties.created == properties.modified == MADE.replace(tzinfo=None)


def test_nothing_in_it_runs_or_points_outside() -> None:
    content = xlsx_of(a_book(*ATTACKS, "https://example.org/a", "\\\\server\\share"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = b"".join(archive.read(name) for name in names)
    assert not [name for name in names if re.search("external|vba|macro|hyperlink|connection", name, re.IGNORECASE)]
    assert b"TargetMode" not in parts
    assert b"<f>" not in parts
    assert b"<hyperlink" not in parts


def test_every_part_is_sound_xml_and_stands_in_the_list_of_types() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_of(a_book(*HOSTILE.values())))) as archive:
        trees = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314  our own
    listed = {one.get("PartName", "").lstrip("/") for one in trees["[Content_Types].xml"]}
    assert {name for name in trees if not name.endswith(".rels")} - {"[Content_Types].xml"} <= listed
