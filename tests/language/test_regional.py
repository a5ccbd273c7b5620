"""Dates, times and numbers, as the language that the app speaks writes them."""

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from audit_app import regional
from audit_app.language import speak
from audit_app.reports.document import Document
from audit_app.ui.components.date_field import read_date
from audit_app.ui.serving.client import ClientFiles
from tests.language.pseudo import put

DAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


def speaking(folder: Path, code: str) -> None:
    """With a catalogue that says nothing: dates and numbers are known all the same."""
    made = Catalog(locale=code)
    made.add("{day} at {time}", "{day}, {time}")
    speak(code, folder=put(made, folder, code))


def test_english_is_as_in_britain() -> None:
    assert regional.day_words(DAY) == "22 November 2026"
    assert regional.short_day(DAY, year=False) == "22 Nov"
    assert regional.short_day(DAY, year=True) == "22 Nov 2026"
    assert regional.clock_time(MOMENT) == "14:02"
    assert regional.day_and_time(MOMENT) == "22 November 2026 at 14:02"
    assert regional.number("5,000.5") == "5,000.5"


@pytest.mark.parametrize(
    ("value", "said"),
    [(4.0, "4"), (2.5, "2.5"), (0.1, "0.1"), (-3.0, "-3"), (1234567.25, "1234567.25"), (1e15, "1000000000000000")],
)
def test_a_number_is_said_with_all_its_figures(value: float, said: str) -> None:
    assert regional.plain(value) == said


def test_welsh_has_its_own_months(tmp_path: Path) -> None:
    speaking(tmp_path, "cy")
    assert regional.day_words(DAY) == "22 Tachwedd 2026"
    assert regional.day_words(date(2027, 1, 5)) == "5 Ionawr 2027"
    assert regional.clock_time(MOMENT) == "14:02"
    assert regional.day_and_time(MOMENT) == "22 Tachwedd 2026, 14:02"
    assert regional.number("5,000.5") == "5,000.5"


def test_a_date_is_read_with_the_months_that_are_shown(tmp_path: Path) -> None:
    assert read_date("22 Tachwedd 2026") is None
    speaking(tmp_path, "cy")
    for month in range(1, 13):
        day = date(2027, month, 5)
        assert read_date(regional.day_words(day)) == read_date(regional.short_day(day, year=True)) == day
    assert read_date("5/3/2027") == read_date("5 March 2027") == date(2027, 3, 5)


def test_the_page_and_the_papers_name_their_language(tmp_path: Path) -> None:
    said = asyncio.run(ClientFiles(tmp_path, tmp_path, "").answer("/", "")).body
    assert b'<html lang="en-GB">' in said
    assert Document("A", "B", DAY, ()).language == "en-GB"
    speaking(tmp_path, "cy")
    said = asyncio.run(ClientFiles(tmp_path, tmp_path, "").answer("/", "")).body
    assert b'<html lang="cy">' in said
    assert Document("A", "B", DAY, ()).language == "cy"


def test_other_languages_have_other_orders_and_marks(tmp_path: Path) -> None:
    speaking(tmp_path, "de")
    assert regional.day_words(DAY) == "22. November 2026"
    assert regional.number("5,000.5") == "5.000,5"
    assert regional.file_size(2_500_000) == "2,4 MB"


def test_a_moment_is_told_by_the_clock_that_it_is_of() -> None:
    assert regional.clock_time(MOMENT.replace(hour=23)) == "23:02"


def test_a_language_that_has_no_data_is_written_as_english(tmp_path: Path) -> None:
    speaking(tmp_path, "cy")
    catalogue = tmp_path / "cy"
    catalogue.rename(tmp_path / "xx")
    assert speak("xx", folder=tmp_path) == "xx"
    assert regional.day_words(DAY) == "22 November 2026"
    assert regional.number("2.5") == "2.5"


@pytest.mark.parametrize(
    ("words", "listed", "either"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A and B", "A or B"),
        (["A", "B", "C"], "A, B and C", "A, B or C"),
    ],
)
def test_words_are_listed_as_in_a_sentence(words: list[str], listed: str, either: str) -> None:
    assert regional.listed(words) == listed
    assert regional.either(words) == either


@pytest.mark.parametrize(
    ("count", "size"), [(0, "1 KB"), (1, "1 KB"), (13_000, "13 KB"), (1024 * 1024, "1.0 MB"), (2_500_000, "2.4 MB")]
)
def test_the_size_of_a_file(count: int, size: str) -> None:
    assert regional.file_size(count) == size
