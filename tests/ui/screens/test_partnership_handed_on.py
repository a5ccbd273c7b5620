"""What is handed on from the partnership's screen follows what stands on it: with names, or without any."""

import io
import itertools
import zipfile

import pikepdf
import pytest

from audit_app.demo.fill import fill
from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import governors_pdf as paper_text
from audit_app.ui.text import partnership as text
from audit_app.ui.text import tables_out as tables_text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING
from tests.reports.reading import read as read_paper
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.partnerships import read

FILES = ["Partnership report.pdf", "Partnership side by side.xlsx", "Partnership side by side-csv.zip"]
QUESTIONNAIRES = ("partnership-health", "provision-audit", "partnership-health-staff")


@pytest.fixture(scope="module")
def partnership() -> Workspace:
    library, numbers = shipped(), itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    workspace = Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")
    fill(workspace, 4)
    return workspace


async def handed_on(shown: Window) -> dict[str, str]:
    """All three files, each as everything that can be read in it."""
    shown.saved.clear()
    for number, name in enumerate((paper_text.PARTNERSHIP, tables_text.XLSX, tables_text.CSV), 1):
        await shown.press(name)
        await shown.until(lambda number=number: len(shown.saved) == number)  # type: ignore[misc]  # bound at once
    assert [name for name, _ in shown.saved] == FILES
    (_, paper), *tables = shown.saved
    return {FILES[0]: words_of_paper(paper), **{name: unpacked(content) for name, content in tables}}


def words_of_paper(content: bytes) -> str:
    reading = read_paper(content)
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as described:
        about = [*(str(value) for _, value in pdf.docinfo.items()), str(described)]
    return "\n".join([*(said for _, said in reading.said()), *reading.artifacts, *about])


def unpacked(content: bytes) -> str:
    """Every part of a zip, the description of the file included."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8-sig") for name in archive.namelist())


def names_in(partnership: Workspace, said: str) -> set[str]:
    """Schools, their audits and people that somebody could be recognised by."""
    known = {line.school.name for line in partnership.audits()} | {line.id for line in partnership.audits()}
    people = {partnership.settings().person, "Nadia"} - {""}
    return {name for name in known | people | {"demo"} if name in said}


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
@headless
async def test_with_names_off_no_file_names_a_school(partnership: Workspace, questionnaire: str) -> None:
    async with window_of(make_main(partnership), places.PARTNERSHIP) as shown:
        await read(shown)
        await shown.select(text.WHICH, questionnaire)
        await shown.tick(text.NAMES, False)
        for name, said in (await handed_on(shown)).items():
            assert "School B" in said, name
            assert names_in(partnership, said) == set(), name
    document = partnership.compare_here(questionnaire, pseudonyms=True).model_dump_json()
    assert "School B" in document
    assert names_in(partnership, document) == set()


@headless
async def test_with_names_on_every_file_names_every_school(partnership: Workspace) -> None:
    schools = {line.school.name for line in partnership.audits()}
    async with window_of(make_main(partnership), places.PARTNERSHIP) as shown:
        await read(shown)
        for name, said in (await handed_on(shown)).items():
            assert {school for school in schools if school in said} == schools, name


@headless
async def test_a_school_that_was_left_out_is_in_no_file_but_as_left_out(partnership: Workspace) -> None:
    left = "Harrowmere Academy (demo)"
    async with window_of(make_main(partnership), places.PARTNERSHIP) as shown:
        await read(shown)
        await shown.press("Choose schools (4 of 4)")
        first, *_ = shown.find("checkbox", left)
        await shown.send(first.control, "change", False, value=False)
        said = (await handed_on(shown))[FILES[2]]
    lines = [line for line in said.splitlines() if left in line]
    assert lines
    assert all("left out of this comparison on purpose" in line or "earlier" in line.lower() for line in lines)
