"""The buttons that make tables for other tools, on the screen that exports."""

import io
import zipfile

from openpyxl import load_workbook

from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import share as share_text
from audit_app.ui.text import tables_out as text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun
from tests.ui.screens.surveying import PULSE, some_terms


@headless
async def test_a_spreadsheet_holds_what_was_chosen(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.comment(audit, FIRST, "Between us.")
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        await shown.press(text.XLSX)
        await shown.until(lambda: len(shown.saved) == 1)
        assert shown.says("is in your downloads")
        _, everything, _ = share_text.CHOICES[2]
        await shown.choose(share_text.HOW_MUCH, everything)
        await shown.press(text.XLSX)
        await shown.until(lambda: len(shown.saved) == 2)
    (name, little), (_, all_of_it) = shown.saved
    assert name == "Foxglove-Lane-Primary-Autumn-2026-scores.xlsx"
    assert _comments(little) == []
    assert _comments(all_of_it) == ["Ann: Between us."]


@headless
async def test_csv_files_come_as_a_zip(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        await shown.press(text.CSV)
        await shown.until(lambda: bool(shown.saved))
    ((name, content),) = shown.saved
    assert name.endswith("-csv.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {"Responses.csv", "Codebook.csv"} <= {*archive.namelist()}


@headless
async def test_of_a_survey_the_screen_says_what_tables_hold(a_workspace: Workspace) -> None:
    survey = a_workspace.open_survey(PULSE, "Autumn 2026", a_school(), some_terms())
    async with window_of(make_main(a_workspace), places.share(survey)) as shown:
        assert shown.says(text.OF_A_SURVEY)


def _comments(workbook: bytes) -> list[object]:
    tab = load_workbook(io.BytesIO(workbook))["Responses"]
    heading, *rows = tab.iter_rows(values_only=True)
    at = heading.index("Comments")
    return [row[at] for row in rows if row[at]]
