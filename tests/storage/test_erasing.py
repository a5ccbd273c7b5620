"""Erasing on the disk: afterwards the words are in no file of the data folder, whatever was there and whoever died."""

from datetime import timedelta
from pathlib import Path

import pytest

from audit_app.files import sha256
from audit_app.responses.erasing import without_words
from audit_app.storage import erasing
from audit_app.storage.doctor import check, repair
from audit_app.storage.folder import FolderStore
from tests.builders import MORNING, an_audit, an_entry
from tests.storage.stores import SetClock, a_content, a_folder_store, an_answer

SAID = "Tom was late on Monday."
PHOTO = b"a photo of Tom"
COMMENT = an_entry(SAID, minute=1)
EVIDENCE = an_entry(
    {"kind": "file", "text": "tom.jpg", "sha256": sha256(PHOTO), "size": 14}, minute=2, field="evidence"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """“autumn” has a comment and a photo; backups, a removed copy and a journal that was set aside have them too."""
    now = SetClock()
    with a_folder_store(tmp_path / "data", now) as store:
        store.merge([a_content("autumn", COMMENT, EVIDENCE, files=[PHOTO])])
        store.keep("autumn", [an_answer(3)])
    with a_folder_store(tmp_path / "data", now, backup_every=timedelta(0)) as store:
        for minute in range(4, 7):
            now.pass_by(minutes=20)
            store.keep("autumn", [an_answer(minute)])
        store.remove("autumn")
        store.merge([a_content("autumn", COMMENT, EVIDENCE, an_answer(3), files=[PHOTO])])
        (store.folder / "audits" / "autumn" / "journal.damaged-2026.jsonl").write_text(SAID)
        store.keep("autumn", [an_answer(7)])
    assert len(holding(tmp_path / "data", SAID.encode())) >= 5
    assert len(holding(tmp_path / "data", PHOTO)) == 2
    return tmp_path / "data"


def holding(folder: Path, words: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]


def erase(store: FolderStore) -> None:
    store.keep("autumn", [without_words(COMMENT), without_words(EVIDENCE)])


def nothing_left(folder: Path) -> bool:
    return not (holding(folder, SAID.encode()) or holding(folder, PHOTO) or holding(folder, b"tom.jpg"))


def test_erased_words_and_files_are_in_no_file_any_more(folder: Path) -> None:
    with a_folder_store(folder) as store:
        erase(store)
        assert nothing_left(folder)
        assert len(store.entries("autumn")) == 4
        assert len(store.backups.of("autumn")) >= 3
    assert nothing_left(folder)
    assert not (folder / "erasing" / "autumn").exists()
    assert check(folder).sound


@pytest.mark.parametrize("dies_in", ["purge", "_scrub", "_purge_beside"])
def test_a_process_that_dies_leaves_the_rest_to_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, dies_in: str
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    store = a_folder_store(folder)
    with monkeypatch.context() as killed:
        killed.setattr(erasing, dies_in, die)
        with pytest.raises(KeyboardInterrupt):
            erase(store)
    store._lock.release()
    assert not nothing_left(folder)
    with a_folder_store(folder):
        assert nothing_left(folder)


def test_what_comes_erased_in_a_merge_is_erased_in_everything(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.merge([a_content("autumn", without_words(COMMENT), without_words(EVIDENCE))])
        assert nothing_left(folder)


def test_a_repair_brings_nothing_back(folder: Path) -> None:
    with a_folder_store(folder) as store:
        erase(store)
    journal = folder / "audits" / "autumn" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:200] + b"#" + journal.read_bytes()[201:])
    with a_folder_store(folder) as store:
        assert all(one.repaired for one in repair(store, MORNING))
        assert nothing_left(folder)


def test_an_erased_audit_leaves_only_its_id(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.create(an_audit(id="spring"))
        store.erase("autumn", MORNING.date())
        assert nothing_left(folder)
    assert [path.name for path in holding(folder, b"autumn")] == ["erased.json"]
    assert not list(folder.rglob("autumn*"))


def test_an_audit_is_erased_to_the_end_after_a_crash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = a_folder_store(folder)
    with monkeypatch.context() as killed:
        killed.setattr(erasing, "remove_erased", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            store.erase("autumn", MORNING.date())
    store._lock.release()
    with a_folder_store(folder) as following:
        assert nothing_left(folder)
        assert following.summaries() == ()


def test_a_damaged_list_of_what_was_erased_stops_nobody(folder: Path) -> None:
    (folder / "erased.json").write_bytes(b"{")
    with a_folder_store(folder) as store:
        assert store.erased() == ()
        assert len(store.summaries()) == 1
