"""Your data: is it sound, a backup out and in, what was taken out, and where it is."""

import asyncio
import io
import itertools
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.storage.folder import FolderStore
from audit_app.storage.index import CLEAN
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.serving.log_file import LOG_FILE, events_to
from audit_app.ui.text import data as text
from audit_app.ui.text import settings as settings_text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school
from tests.questionnaires.making import a_document, an_item, as_file
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, begun


def on_disk(folder: Path) -> Workspace:
    library, numbers = shipped(), itertools.count(1)
    store = FolderStore(folder, summariser(library), lambda: "laptop", lambda: MORNING)
    return Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """In a folder, with one audit that has an answer and a file of evidence."""
    found = on_disk(tmp_path / "data")
    audit = begun(found)
    found.answer(audit, FIRST, Answer(option="3"))
    found.add_file(audit, FIRST, "minutes.txt", b"We met.")
    yield found
    found.close()


def looking(workspace: Workspace):  # type: ignore[no-untyped-def]  # the harness's own type
    return window_of(make_main(workspace), places.DATA)


async def seen(shown: Window, words: str) -> None:
    """Reading and writing happen beside the window."""
    for _ in range(500):
        await shown.settle()
        if shown.says(words):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{words!r} is not among {shown.texts()}")


@headless
async def test_sound_data_is_said_to_be_sound(workspace: Workspace) -> None:
    async with looking(workspace) as shown:
        await seen(shown, text.SOUND)
        assert shown.says("Your audit is sound.")
        assert shown.says(str(workspace.where()))
        assert not shown.find("button", text.REPAIR)


@headless
async def test_a_list_that_is_out_of_date_is_no_damage_and_is_made_again(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "data" / CLEAN).write_text("of another version\n", encoding="utf-8")
    async with looking(workspace) as shown:
        await seen(shown, text.LIST_OLD)
        assert shown.says("Your audit is sound.")
        assert not shown.says(text.NOT_SOUND)
        await shown.press(text.RENEW_LIST)
        await seen(shown, text.SOUND)
        assert not shown.find("button", text.RENEW_LIST)


@headless
async def test_damage_is_said_with_what_can_be_had_back_and_repaired(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    journal = next((tmp_path / "data" / "audits").iterdir()) / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40] + b"#" * 39 + b"\n")
    again = on_disk(tmp_path / "data")
    async with looking(again) as shown:
        await seen(shown, text.NOT_SOUND)
        await shown.go(places.HOME)
        await shown.press(text.PROBLEM_LINK)
        assert shown.page.route == places.DATA
        await seen(shown, text.NOT_SOUND)
        assert shown.says("can be restored with 2 entries")
        await shown.press(text.REPAIR)
        await seen(shown, text.REPAIRED)
        assert shown.says("is restored with 2 entries")
        assert again.audit("id1").standing(FIRST).answer == Answer(option="3")
    again.close()


@headless
async def test_a_backup_is_downloaded_and_restored_elsewhere(workspace: Workspace, a_workspace: Workspace) -> None:
    workspace.record_meeting(date(2026, 10, 9))
    async with looking(workspace) as shown:
        await shown.press(text.DOWNLOAD)
        await seen(shown, "The backup holds 1 audit and 1 evidence file. It was read back and is sound.")
        ((name, content),) = shown.saved
        assert name.startswith("school-audit-2026-11-22")
    async with looking(a_workspace) as shown:
        shown.to_pick = [(name, content)]
        await shown.press(text.CHOOSE)
        await seen(shown, text.ADD)
        assert shown.says("Foxglove Lane Primary, Autumn 2026 (2 changes, 1 evidence file)")
        assert shown.says(text.SETTINGS)
        assert shown.says("Comes along: 1 meeting.")
        assert a_workspace.audits() == ()
        await shown.press(text.APPLY)
        await seen(shown, "Restored. 1 audit came back.")
        assert a_workspace.audit("id1").standing(FIRST).answer == Answer(option="3")
        assert not shown.find("button", text.APPLY)
        await shown.press(text.SEE_AUDITS)
        assert shown.page.route == places.AUDITS


@headless
async def test_a_questionnaire_that_comes_along_is_called_by_its_title(tmp_path: Path, a_workspace: Workspace) -> None:
    with closing(on_disk(tmp_path / "own")) as own:
        own.import_questionnaire(
            "own.json", as_file(a_document(an_item("a"), id="own-words", title="In our own words"))
        )
        own.start_audit("own-words", "Autumn 2026", a_school("Foxglove Lane Primary"))
        backup, _ = own.backup()
    async with looking(a_workspace) as shown:
        shown.to_pick = [("backup.zip", backup)]
        await shown.press(text.CHOOSE)
        await seen(shown, text.ADD)
        assert shown.says("In our own words, Foxglove Lane Primary, Autumn 2026")
        assert not shown.says("own-words")


@headless
async def test_a_backup_goes_into_a_folder(workspace: Workspace, tmp_path: Path) -> None:
    async with looking(workspace) as shown:
        await shown.press(text.WRITE)
        assert shown.get("textbox", text.FOLDER).control.error == text.NO_FOLDER
        await shown.write(text.FOLDER, str(tmp_path))
        await shown.press(text.WRITE)
        await seen(shown, "It was read back and is sound. It is in ")
        assert list(tmp_path.glob("school-audit-*.zip"))


@headless
async def test_what_is_no_backup_is_refused_where_it_was_chosen(a_workspace: Workspace) -> None:
    async with looking(a_workspace) as shown:
        shown.to_pick = [("photo.zip", b"\x89PNG")]
        await shown.press(text.CHOOSE)
        await seen(shown, "can't be used as a backup")
        assert not shown.find("button", text.APPLY)


@headless
async def test_an_audit_that_was_taken_out_is_brought_back(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    a_workspace.remove_audit(audit)
    async with looking(a_workspace) as shown:
        await shown.press("Bring back Partnership health")
        await seen(shown, text.BROUGHT_BACK)
        assert [one.id for one in a_workspace.audits()] == [audit]
        await shown.press("Open Partnership health")  # where “Bring back” was, and the keyboard is
        assert shown.page.route == places.audit(audit)
        await shown.go(places.DATA)
        assert not shown.says(text.REMOVED)


@headless
async def test_the_data_is_moved_and_the_old_folder_closed(workspace: Workspace, tmp_path: Path) -> None:
    async with looking(workspace) as shown:
        await shown.press(text.MOVE)
        await shown.write(text.MOVE_TO, str(tmp_path))
        await shown.press(text.MOVE_NOW)
        await shown.until(lambda: bool(shown.get("textbox", text.MOVE_TO).control.error))
        await shown.write(text.MOVE_TO, str(tmp_path / "new"))
        await shown.press(text.MOVE_NOW)
        await seen(shown, f"Your data is now in {tmp_path / 'new'}")
    moved = on_disk(tmp_path / "new")
    assert moved.audit("id1").standing(FIRST).answer == Answer(option="3")
    moved.close()


@headless
async def test_the_settings_lead_here(a_workspace: Workspace) -> None:
    begun(a_workspace)
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        assert shown.says(settings_text.TITLE)
        await shown.press(text.LINK)
        assert shown.page.route == places.DATA
        await seen(shown, text.NOWHERE)


@headless
async def test_the_log_file_is_saved_in_one_press(workspace: Workspace, tmp_path: Path) -> None:
    with events_to(tmp_path / LOG_FILE):
        async with looking(workspace) as shown:
            await seen(shown, text.SOUND)
            await shown.press(text.SAVE_LOG)
            await shown.until(lambda: bool(shown.saved))
    [(name, content)] = shown.saved
    assert name == "school-audit-log.txt"
    assert b"Start: School Audit" in content


@headless
async def test_where_there_is_no_log_it_is_said(workspace: Workspace) -> None:
    async with looking(workspace) as shown:
        await seen(shown, text.SOUND)
        await shown.press(text.SAVE_LOG)
        await seen(shown, text.NO_LOG)


def test_the_log_is_not_part_of_the_data(workspace: Workspace, tmp_path: Path) -> None:
    """It is no damage, it is in no backup, and it begins anew where the data moves to."""
    place = workspace.where()
    assert place is not None
    (place / LOG_FILE).write_text("2026-11-22T10:00:00+00:00 INFO audit_app.log: End\n")
    assert workspace.health().sound
    content, manifest = workspace.backup()
    assert manifest.left_out == ()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "log" in name]
    workspace.move_data(tmp_path / "new")
    assert not (tmp_path / "new" / LOG_FILE).exists()
    assert (tmp_path / "new" / "audits").is_dir()
