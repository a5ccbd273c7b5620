"""What is under way while somebody goes to another screen: it goes on, and fetches nobody back."""

import asyncio
import threading
from pathlib import Path

import pytest

from audit_app.sync.bundle import Share
from audit_app.sync.places.folder import FolderPlace
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import respondent as respondent_text
from audit_app.ui.text import settings as settings_text
from audit_app.ui.text import share as share_text
from audit_app.ui.text import surveys as surveys_text
from audit_app.ui.text import sync as sync_text
from audit_app.ui.text import welcome as welcome_text
from audit_app.verbs import syncing
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import begun
from tests.ui.screens.partnering import the_demo
from tests.ui.screens.surveying import begun_survey


class Slow(FolderPlace):
    """A shared folder behind a slow line."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.let_go = threading.Event()

    def write(self, name: str, content: bytes) -> None:
        assert self.let_go.wait(5)
        super().write(name, content)


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Slow:
    place = Slow(tmp_path)
    monkeypatch.setattr(syncing, "open_place", lambda *_: place)
    return place


async def syncs(shown: Window, folder: Path) -> "asyncio.Task[None]":
    await shown.write(sync_text.PLACE, str(folder))
    await shown.press(sync_text.LOOK)
    await shown.until(lambda: bool(shown.find("button", sync_text.APPLY)))
    pressed = asyncio.create_task(shown.press(sync_text.APPLY))
    await shown.until(lambda: shown.says(sync_text.SYNCING))
    return pressed


@headless
async def test_a_sync_that_ends_later_is_said_where_the_user_is_by_then(
    a_workspace: Workspace, tmp_path: Path, shared: Slow
) -> None:
    begun(a_workspace)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        pressed = await syncs(shown, tmp_path)
        await shown.go(places.SETTINGS)
        shared.let_go.set()
        await pressed
        await shown.until(lambda: shown.says(sync_text.done(0, 1)))
        assert shown.page.route == places.SETTINGS


@headless
async def test_a_colleague_who_has_the_device_hears_nothing_of_it(
    a_workspace: Workspace, tmp_path: Path, shared: Slow
) -> None:
    begun(a_workspace)
    survey = begun_survey(a_workspace)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        pressed = await syncs(shown, tmp_path)
        await shown.go(places.hand_over(survey))
        await shown.write(surveys_text.CODE, "4711")
        await shown.press(surveys_text.HAND_OVER_NOW)
        assert shown.get("heading", "Partnership pulse").level == 1
        shared.let_go.set()
        await pressed
        assert not shown.says(sync_text.done(0, 1))
        assert shown.get("heading", "Partnership pulse").level == 1


@headless
async def test_a_paper_that_is_made_meanwhile_waits_until_the_device_is_back(
    a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit, survey, let_go, made = begun(a_workspace), begun_survey(a_workspace), threading.Event(), threading.Event()
    export = a_workspace.export

    def slowly(audit_id: str, much: Share, passphrase: str | None = None) -> bytes:
        assert let_go.wait(60)
        content = export(audit_id, much, passphrase)
        made.set()
        return content

    monkeypatch.setattr(a_workspace, "export", slowly)
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        pressed = asyncio.create_task(shown.press(share_text.EXPORT))
        await shown.go(places.hand_over(survey))
        await shown.write(surveys_text.CODE, "4711")
        await shown.press(surveys_text.HAND_OVER_NOW)
        let_go.set()
        await shown.until(made.is_set)
        await asyncio.sleep(0.05)  # as long as it takes to offer a file at once
        assert shown.saved == []
        assert not pressed.done()
        await shown.press(respondent_text.TAKE_BACK)
        await shown.write(respondent_text.CODE, "4711")
        await shown.press(respondent_text.TAKE_BACK)
        await pressed
        ((name, content),) = shown.saved
        assert name.endswith("scores.json")
        assert content == export(audit, "scores")


@headless
async def test_a_demo_that_is_made_later_takes_nobody_out_of_their_own_work(a_workspace: Workspace) -> None:
    let_go = threading.Event()

    def made_slowly() -> Workspace:
        assert let_go.wait(5)
        return the_demo()

    async with window_of(make_main(a_workspace, made_slowly), places.SETTINGS) as shown:
        pressed = asyncio.create_task(shown.press(welcome_text.LOOK))
        await shown.until(lambda: shown.says(welcome_text.MAKING))
        await shown.go(places.LIBRARY)
        let_go.set()
        await pressed
        assert shown.page.route == places.LIBRARY
        await shown.go(places.SETTINGS)
        assert shown.says(settings_text.DEMO)
        assert shown.find("button", welcome_text.LOOK)
