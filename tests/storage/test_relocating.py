"""Moving house: everything is there afterwards, the old folder is closed, and half a move is none."""

import errno
from pathlib import Path

import pytest

from audit_app import app as wiring
from audit_app.files import write_safely
from audit_app.storage.errors import KeepError
from audit_app.storage.protocol import Settings
from audit_app.storage.relocating import FolderMovedError, MovedAwayError, UnfitPlaceError
from tests.storage.stores import a_content, a_folder_store, an_answer

WRITE = "audit_app.storage.relocating.write_safely"


def cut_short(path: Path, content: bytes, *, private: bool) -> None:
    write_safely(path, content[:-1], private=private)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with a_folder_store(tmp_path / "old") as store:
        store.keep_settings(Settings(person="Ann"))
        store.device()
        store.merge([a_content("autumn", an_answer(1), files=[b"a photo"])])
        store.keep("autumn", [an_answer(2)])
    (tmp_path / "old" / "demo").mkdir()
    (tmp_path / "old" / "demo" / "settings.json").write_text("{}")
    return tmp_path / "old"


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_everything_is_there_afterwards_and_the_same_device_goes_on(old: Path, tmp_path: Path) -> None:
    with a_folder_store(old) as store:
        before = store.entries("autumn"), store.settings(), store.device()
        store.move_to(tmp_path / "new")
    with a_folder_store(tmp_path / "new", device="another") as store:
        assert (store.entries("autumn"), store.settings(), store.device()) == before
        assert store.health().sound
    assert not (tmp_path / "new" / "demo").exists()


def test_the_old_folder_grows_no_more(old: Path, tmp_path: Path) -> None:
    with a_folder_store(old) as store:
        store.move_to(tmp_path / "new")
        assert len(store.entries("autumn")) == 2
        with pytest.raises(FolderMovedError, match="Start the app again"):
            store.keep("autumn", [an_answer(3)])
    for read_only in (False, True):
        with pytest.raises(FolderMovedError):
            a_folder_store(old, read_only=read_only)


def test_the_app_goes_where_the_data_is(old: Path, tmp_path: Path) -> None:
    for place, to in ((old, "new"), (tmp_path / "new", "newer")):
        with a_folder_store(place) as store:
            store.move_to(tmp_path / to)
    assert wiring.data_folder(old) == tmp_path / "newer"
    assert wiring.data_folder(tmp_path / "newer") == tmp_path / "newer"
    (tmp_path / "newer").rename(tmp_path / "elsewhere")
    with pytest.raises(MovedAwayError, match="Connect the disk"):
        wiring.data_folder(old)


@pytest.mark.parametrize("to", [".", "inside", "../full", "..", "../no/such/place", "../a file"])
def test_a_place_that_will_not_do_is_refused(old: Path, tmp_path: Path, to: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    (tmp_path / "a file").write_text("x")
    before = files(tmp_path)
    with a_folder_store(old) as store, pytest.raises(UnfitPlaceError, match="Nothing was changed"):
        store.move_to(old / to)
    assert files(tmp_path) - {"old/data.lock"} == before - {"old/data.lock"}


def test_half_a_move_is_none(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(range(100))

    def fails_later(path: Path, content: bytes, *, private: bool = False) -> None:
        if next(times) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_safely(path, content, private=private)

    with a_folder_store(old) as store:
        with monkeypatch.context() as full:
            full.setattr(WRITE, fails_later)
            with pytest.raises(KeepError, match="the disk is full"):
                store.move_to(tmp_path / "new")
        assert not (tmp_path / "new").exists()
        store.keep("autumn", [an_answer(3)])
        assert len(store.entries("autumn")) == 3


def test_what_is_not_read_back_as_it_was_is_no_move(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_folder_store(old) as store:
        with monkeypatch.context() as bad:
            bad.setattr(WRITE, cut_short)
            with pytest.raises(UnfitPlaceError, match="not what is read back"):
                store.move_to(tmp_path / "new")
        store.keep("autumn", [an_answer(3)])
