"""Disk trouble while answering: said at once, nothing lost, and saved by itself when the disk can again."""

import asyncio
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from audit_app.responses.model import Answer
from audit_app.storage.errors import KeepError, UnreadableFolderError
from audit_app.ui import places, retrying
from audit_app.ui.main import make_main
from audit_app.ui.text import audit as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, begun, opened, text_of
from tests.ui.screens.test_data import on_disk


@contextmanager
def full_disk() -> Iterator[None]:
    """Nothing more goes onto the disk; what is there can be read."""

    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(os, "write", refuse)
        yield


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(retrying, "LONGEST_PAUSE", 0.05)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """On a disk."""
    found = on_disk(tmp_path / "data")
    begun(found)
    found.answer("id1", FIRST, Answer(option="2"))
    yield found
    found.close()


def answer_on_disk(workspace: Workspace, item: str = FIRST) -> str | None:
    given = workspace.audit("id1").standing(item).answer
    return given.option if given else None


async def until(shown: Window, words: str) -> None:
    for _ in range(400):
        await shown.settle()
        if shown.says(words):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{words!r} is not among {shown.texts()}")


async def until_kept(shown: Window, workspace: Workspace, option: str, item: str = FIRST) -> None:
    for _ in range(400):
        await shown.settle()
        if answer_on_disk(workspace, item) == option and not shown.says(text.NOT_SAVED):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{answer_on_disk(workspace, item)} and {shown.texts()}")


@headless
async def test_a_full_disk_is_said_at_once_and_the_answer_saved_once_there_is_room(workspace: Workspace) -> None:
    async with opened(workspace, "id1", FIRST) as shown:
        with full_disk():
            await shown.choose(text_of(workspace, FIRST), "4")
            await until(shown, "the disk is full")
            assert shown.says(text.KEEPS_TRYING)
            assert not [node for node in shown.nodes() if node.name.startswith("Saved")]
            await asyncio.sleep(0.2)
            assert shown.says(text.NOT_SAVED)
            assert answer_on_disk(workspace) == "2"
        await until_kept(shown, workspace, "4")
        assert [node for node in shown.nodes() if node.name.startswith("Saved")]


@headless
async def test_a_folder_that_vanished_and_comes_back_takes_what_was_given_meanwhile(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with opened(workspace, "id1", FIRST) as shown:
        (tmp_path / "data").rename(tmp_path / "pulled out")
        await shown.choose(text_of(workspace, FIRST), "3")
        await until(shown, "the data folder is no longer there")
        await shown.write(text.COMMENT, "Typed while it was gone.")
        await until(shown, text.NOT_SAVED)
        (tmp_path / "pulled out").rename(tmp_path / "data")
        await until_kept(shown, workspace, "3")
        assert [one.value for one in workspace.audit("id1").standing(FIRST).comments] == ["Typed while it was gone."]


@headless
async def test_the_last_choice_is_the_one_that_is_saved(workspace: Workspace) -> None:
    async with opened(workspace, "id1", FIRST) as shown:
        with full_disk():
            await shown.choose(text_of(workspace, FIRST), "4")
            await until(shown, text.NOT_SAVED)
            await shown.choose(text_of(workspace, FIRST), "1")
            await asyncio.sleep(0.1)
        await until_kept(shown, workspace, "1")
        await asyncio.sleep(0.2)
        assert answer_on_disk(workspace) == "1"
        said = [one.value for one in workspace.audit("id1").entries if one.field == "answer"]
        assert said[-1] == {"option": "1"}


@headless
async def test_what_was_left_behind_is_saved_while_somebody_is_elsewhere(workspace: Workspace) -> None:
    async with opened(workspace, "id1", FIRST) as shown:
        with full_disk():
            await shown.choose(text_of(workspace, FIRST), "4")
            await until(shown, text.NOT_SAVED)
        await shown.go(places.SETTINGS)
        await until(shown, text.SAVED_AFTER_ALL)
        assert answer_on_disk(workspace) == "4"


@headless
async def test_a_full_disk_is_no_reason_to_lose_a_field_of_the_plan(workspace: Workspace) -> None:
    workspace.add_priority("id1", "Meet more often")
    priority = workspace.plan("id1").priorities[0].id
    async with window_of(make_main(workspace), places.priority("id1", priority)) as shown:
        name = next(node.name for node in shown.find("textbox") if node.control.value == "Meet more often")
        with full_disk():
            await shown.write(name, "Meet each half-term")
            await until(shown, text.NOT_SAVED)
        for _ in range(400):
            await shown.settle()
            if workspace.plan("id1").priorities[0].title == "Meet each half-term":
                break
            await asyncio.sleep(0.01)
        assert workspace.plan("id1").priorities[0].title == "Meet each half-term"


def test_a_folder_that_vanished_is_not_taken_for_an_empty_one(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "data").rename(tmp_path / "pulled out")
    for look in (workspace.settings, workspace.audits, workspace.damaged):
        with pytest.raises(UnreadableFolderError, match="connect it again"):
            look()
    (tmp_path / "data").mkdir()  # what a stick leaves behind where it was mounted
    with pytest.raises(UnreadableFolderError):
        workspace.audits()
    with pytest.raises(KeepError, match="no longer there"):
        workspace._store.keep("id1", [])
    shutil.rmtree(tmp_path / "data")
    (tmp_path / "pulled out").rename(tmp_path / "data")
    assert [one.id for one in workspace.audits()] == ["id1"]
