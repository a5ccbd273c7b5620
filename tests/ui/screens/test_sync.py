"""The shared folder on the screen: chosen, looked into, synced; whatever goes wrong is said where it happens."""

import asyncio
import threading
from pathlib import Path

import pytest

from audit_app.responses.model import Answer
from audit_app.storage.protocol import SharedPlace
from audit_app.sync.place import Listed
from audit_app.sync.place_errors import LoginRefusedError
from audit_app.sync.places.folder import FolderPlace
from audit_app.sync.places.login import Login
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import common, home, settings
from audit_app.ui.text import import_bundle as import_text
from audit_app.ui.text import sync as text
from audit_app.verbs import syncing
from audit_app.workspace import Workspace
from tests.sync.sharing_devices import Device
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, begun


def put_there(folder: Path, name: str = "deputy") -> str:
    """Another device's audit; its id."""
    deputy = Device(name, 1000)
    audit = deputy.starts()
    deputy.answers(audit, 0, "3")
    deputy.syncs(FolderPlace(folder))
    return audit


async def look(shown: Window, folder: object) -> None:
    await shown.write(text.PLACE, str(folder))
    await shown.press(text.LOOK)
    await shown.until(lambda: not shown.find("button", common.STOP))


@headless
async def test_a_folder_is_chosen_looked_into_and_synced(a_workspace: Workspace, tmp_path: Path) -> None:
    theirs = put_there(tmp_path)
    mine = begun(a_workspace)
    a_workspace.answer(mine, FIRST, Answer(option="2"))
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await shown.write(text.PLACE, str(tmp_path))
        await shown.choose(text.SHARE, "Everything")
        await shown.press(text.LOOK)
        await shown.until(lambda: bool(shown.find("button", text.APPLY)))
        assert shown.find("heading", text.COMES_NEW)
        assert shown.find("heading", text.GOES)
        assert {one.id for one in a_workspace.audits()} == {mine}
        assert len([*tmp_path.iterdir()]) == 1
        await shown.press(text.APPLY)
        await shown.until(lambda: shown.page.route == places.HOME)
        assert shown.says(text.done(1, 1))
        assert {one.id for one in a_workspace.audits()} == {mine, theirs}
        assert len([*tmp_path.iterdir()]) == 2
        await shown.go(places.SYNC)
        assert shown.get("textbox", text.PLACE).control.value == str(tmp_path)
        assert shown.says("Last synced")
        await shown.press(text.LOOK)
        await shown.until(lambda: shown.says(text.NOTHING_TO_DO))
        assert not shown.find("button", text.APPLY)


@headless
async def test_an_address_stays_when_the_next_tap_is_quicker_than_the_screen(
    a_workspace: Workspace, tmp_path: Path
) -> None:
    """Tapping a choice straight from the field: leaving it and the choice come at once."""
    begun(a_workspace)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await shown.write(text.PLACE, str(tmp_path), leave=False)
        field = shown.get("textbox", text.PLACE).control
        await asyncio.gather(shown.send(field, "blur"), shown.choose(text.SHARE, "Everything"))
        await shown.press(text.LOOK)
        await shown.until(lambda: not shown.find("button", common.STOP))
        assert shown.find("heading", text.GOES)
        await shown.press(text.APPLY)
        await shown.until(lambda: shown.page.route == places.HOME)
        (known,) = a_workspace.shared_places()
        assert (known.address, known.share) == (str(tmp_path), "full")


@headless
async def test_a_place_that_can_t_be_used_is_said_and_what_was_typed_stays(
    a_workspace: Workspace, tmp_path: Path
) -> None:
    begun(a_workspace)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await look(shown, tmp_path / "stick")
        assert shown.says("is not there")
        assert shown.get("textbox", text.PLACE).control.value == str(tmp_path / "stick")
        await look(shown, "sftp://ann:hunter2@server.example/x")
        assert shown.says("holds a password")
        await look(shown, "")
        assert shown.says("Say which folder")


@headless
async def test_a_folder_that_lost_files_asks_before_it_goes_on(a_workspace: Workspace, tmp_path: Path) -> None:
    begun(a_workspace)
    known = SharedPlace(address=str(tmp_path), share="full", expected=("school-audit-deputy-x.json",))
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"shared_places": (known,)}))
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await shown.press(text.LOOK)
        await shown.until(lambda: bool(shown.find("button", text.FEWER)))
        assert not shown.says("--accept-empty")
        await shown.press(text.FEWER)
        await shown.until(lambda: bool(shown.find("button", text.APPLY)))
        await shown.press(text.APPLY)
        await shown.until(lambda: shown.page.route == places.HOME)
    assert a_workspace.shared_places()[0].expected == ()


@headless
async def test_a_folder_that_was_used_before_is_a_press_away(a_workspace: Workspace) -> None:
    begun(a_workspace)
    known = (SharedPlace(address="/media/stick", share="full"), SharedPlace(address="/srv/audits", share="comments"))
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"shared_places": known}))
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        assert shown.find("button", text.puts("Everything"))
        await shown.press(text.use("/srv/audits"))
        assert shown.get("textbox", text.PLACE).control.value == "/srv/audits"
        assert shown.find("button", text.puts("Scores and comments"))
        await shown.write(text.PLACE, "/srv/new")
        assert shown.find("button", text.puts("Scores"))
        await shown.press(text.forget("/srv/audits"))
    assert [one.address for one in a_workspace.shared_places()] == ["/media/stick"]


@headless
async def test_what_is_passed_over_is_named_with_its_reason(a_workspace: Workspace, tmp_path: Path) -> None:
    put_there(tmp_path)
    (tmp_path / "school-audit-tablet-half.json").write_bytes(next(tmp_path.iterdir()).read_bytes()[:300])
    begun(a_workspace)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await look(shown, tmp_path)
        assert shown.find("heading", text.PASSED_OVER)
        assert shown.says("not copied or downloaded completely")
        assert shown.find("heading", text.COMES_NEW)


@headless
async def test_another_key_is_accepted_on_the_screen(a_workspace: Workspace, tmp_path: Path) -> None:
    put_there(tmp_path)
    put_there(tmp_path, "tablet")
    begun(a_workspace)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await look(shown, tmp_path)
        for left in (1, 0):
            await shown.send(shown.find("button", import_text.ACCEPT_KEY)[0].control, "click")
            await shown.until(lambda left=left: len(shown.find("button", import_text.ACCEPT_KEY)) == left)  # type: ignore[misc]
        await shown.press(text.APPLY)
        await shown.until(lambda: shown.page.route == places.HOME)
    assert len(a_workspace.audits()) == 3


class Slow(FolderPlace):
    """Its network hangs until it is let go."""

    let_go = threading.Event()

    def files(self) -> tuple[Listed, ...]:
        self.let_go.wait(5)
        return super().files()


@headless
async def test_a_place_that_hangs_can_be_stopped_at_once(
    a_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(a_workspace)
    monkeypatch.setattr(syncing, "open_place", lambda *_: Slow(tmp_path))
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await shown.write(text.PLACE, str(tmp_path))
        pressed = shown.get("button", text.LOOK).control
        looking = asyncio.ensure_future(shown.send(pressed, "click"))
        await shown.until(lambda: bool(shown.find("button", common.STOP)))
        await shown.press(common.STOP)
        await shown.until(lambda: shown.says(common.STOPPED))
        Slow.let_go.set()
        await looking
        assert shown.find("button", text.LOOK)


@headless
async def test_a_place_that_wants_a_password_gets_it_and_nothing_keeps_it(
    a_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(a_workspace)
    given: list[object] = []

    def open_place(_: object, login: Login | None) -> FolderPlace:
        given.append(login)
        if login != Login("ann", "hunter2"):
            raise LoginRefusedError("webdavs://cloud.example/dav", "Put your name into .netrc.")
        return FolderPlace(tmp_path)

    monkeypatch.setattr(syncing, "open_place", open_place)
    async with window_of(make_main(a_workspace), places.SYNC) as shown:
        await look(shown, "webdavs://cloud.example/dav")
        assert shown.says(text.LOGIN_WANTED)
        assert not shown.says(".netrc")
        await shown.write(text.USER, "ann")
        await shown.write(text.SECRET, "hunter")
        await shown.press(text.LOG_IN)
        await shown.until(lambda: shown.says(text.LOGIN_REFUSED))
        assert not shown.says(".netrc")
        await shown.write(text.SECRET, "hunter2")
        await shown.press(text.LOG_IN)
        await shown.until(lambda: bool(shown.find("button", text.APPLY)))
        await shown.press(text.APPLY)
        await shown.until(lambda: shown.page.route == places.HOME)
    assert given[-1] == Login("ann", "hunter2")
    assert "hunter2" not in repr(given[-1])
    assert "hunter2" not in a_workspace.settings().model_dump_json()


@headless
async def test_it_is_reached_from_home_settings_and_import(a_workspace: Workspace) -> None:
    begun(a_workspace)
    for route, words in (
        (places.HOME, home.SHARED_FOLDER),
        (places.SETTINGS, settings.SHARED_FOLDER),
        (places.IMPORT, home.SHARED_FOLDER),
    ):
        async with window_of(make_main(a_workspace), route) as shown:
            await shown.press(words)
            assert shown.page.route == places.SYNC
            assert shown.get("heading", text.TITLE).level == 1
