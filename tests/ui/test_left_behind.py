"""What is under way while somebody goes to another screen: it goes on, and fetches nobody back."""

import asyncio
import threading
from pathlib import Path

import pytest

from audit_app.sync.places.folder import FolderPlace
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import settings as settings_text
from audit_app.ui.text import sync as sync_text
from audit_app.ui.text import welcome as welcome_text
from audit_app.verbs import syncing
from audit_app.workspace import Workspace
from tests.ui.harness import headless, window_of
from tests.ui.screens.auditing import begun
from tests.ui.screens.partnering import the_demo


class Slow(FolderPlace):
    """A shared folder behind a slow line."""

    let_go = threading.Event()

    def write(self, name: str, content: bytes) -> None:
        assert self.let_go.wait(5)
        super().write(name, content)


@headless
async def test_a_sync_that_ends_later_is_said_where_the_user_is_by_then(
    a_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(a_workspace)
    monkeypatch.setattr(syncing, "open_place", lambda *_: Slow(tmp_path))
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await shown.write(sync_text.PLACE, str(tmp_path))
        await shown.press(sync_text.LOOK)
        await shown.until(lambda: bool(shown.find("button", sync_text.APPLY)))
        pressed = asyncio.create_task(shown.press(sync_text.APPLY))
        await shown.until(lambda: shown.says(sync_text.SYNCING))
        await shown.go(places.SETTINGS)
        Slow.let_go.set()
        await pressed
        await shown.until(lambda: shown.says(sync_text.done(0, 1)))
        assert shown.page.route == places.SETTINGS


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
