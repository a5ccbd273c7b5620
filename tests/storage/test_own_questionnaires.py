"""A data folder's own questionnaires on the disk: a broken file is said and stops nothing."""

import json
import os
import stat
from pathlib import Path

import pytest

from audit_app.storage.doctor import check
from audit_app.storage.errors import KeepError, ReadOnlyStoreError
from audit_app.storage.own_questionnaires import FOLDER
from audit_app.storage.protocol import QuestionnaireExistsError
from tests.builders import an_audit
from tests.storage.contract import a_form
from tests.storage.stores import a_folder_store

posix = pytest.mark.skipif(os.name != "posix", reason="owners are POSIX's")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With the questionnaire “a-form”, version 1."""
    with a_folder_store(tmp_path / "data") as store:
        store.keep_questionnaire(a_form())
        store.create(an_audit(id="autumn"))
    return tmp_path / "data"


def file_of(folder: Path, name: str = "a-form-1.json") -> Path:
    return folder / FOLDER / name


BROKEN = {
    "empty": b"",
    "half": b'{"id": "a-form", "version": 1, "ti',
    "not text": b"\x00\xff\xfe" * 50,
    "another document": b"[1, 2]",
    "no questionnaire": b'{"id": "a-form", "version": 1}',
    "deep": b"[" * 100_000,
    "a number too large": b'{"version": 1' + b"0" * 5000 + b"}",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_stops_nothing_and_is_said_by_name(folder: Path, content: bytes) -> None:
    file_of(folder).write_bytes(content)
    with a_folder_store(folder) as store:
        store.keep_questionnaire(a_form(id="b-form"))
        assert [one.id for one in store.questionnaires()] == ["b-form"]
        assert [line.id for line in store.summaries()] == ["autumn"]
        ((name, said),) = store.unreadable_questionnaires()
    assert name == "a-form-1.json"
    assert said.startswith("The questionnaire in questionnaires/a-form-1.json can't be read")
    health = check(folder)
    assert not health.sound
    assert health.questionnaires == (said,)
    assert said in health.sentence


def test_every_changed_byte_of_what_it_says_is_noticed(folder: Path) -> None:
    path = file_of(folder)
    content = path.read_bytes()
    told = json.loads(content)
    for at in range(0, len(content), 7):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with a_folder_store(folder, read_only=True) as store:
            if store.unreadable_questionnaires() == ():
                assert json.loads(path.read_bytes()) == told  # only its layout changed
    path.write_bytes(content.replace(b"A form", b"Ya form"))
    with a_folder_store(folder, read_only=True) as store:
        assert "is not as it was imported: its fingerprint differs" in store.unreadable_questionnaires()[0][1]


def test_a_file_without_its_fingerprint_was_not_imported_and_is_not_used(folder: Path) -> None:
    file_of(folder, "b-form-1.json").write_text(json.dumps(a_form(id="b-form")), encoding="utf-8")
    with a_folder_store(folder) as store:
        assert [one.id for one in store.questionnaires()] == ["a-form"]
        assert [name for name, _ in store.unreadable_questionnaires()] == ["b-form-1.json"]


def test_a_file_under_another_name_is_not_used(folder: Path) -> None:
    file_of(folder).rename(file_of(folder, "a-form-2.json"))
    with a_folder_store(folder) as store:
        assert store.questionnaires() == ()
        assert "its name should be a-form-1.json" in store.unreadable_questionnaires()[0][1]


def test_importing_again_mends_a_broken_file_and_keeps_it_aside(folder: Path) -> None:
    file_of(folder).write_bytes(b"broken")
    with a_folder_store(folder) as store:
        store.keep_questionnaire(a_form())
        assert store.unreadable_questionnaires() == ()
        assert store.questionnaire_document("a-form", 1) == a_form()
    assert file_of(folder, "a-form-1.damaged").read_bytes() == b"broken"
    assert check(folder).sound


def test_it_is_there_when_the_folder_is_opened_again(folder: Path) -> None:
    with a_folder_store(folder) as store:
        assert [(one.id, one.version) for one in store.questionnaires()] == [("a-form", 1)]
        with pytest.raises(QuestionnaireExistsError):
            store.keep_questionnaire(a_form(title="Another"))
    assert check(folder).sound


def test_nothing_is_kept_in_a_folder_that_is_only_read(folder: Path) -> None:
    with a_folder_store(folder, read_only=True) as store, pytest.raises(ReadOnlyStoreError):
        store.keep_questionnaire(a_form(id="b-form"))
    assert [path.name for path in (folder / FOLDER).iterdir()] == ["a-form-1.json"]


def test_a_full_disk_is_said_and_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with a_folder_store(folder) as store:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(KeepError, match=r"The questionnaire could not be saved: the disk is full"):
            store.keep_questionnaire(a_form(id="b-form"))
        monkeypatch.setattr(os, "fsync", lambda _: None)
        assert [one.id for one in store.questionnaires()] == ["a-form"]
    assert [path.name for path in (folder / FOLDER).iterdir()] == ["a-form-1.json"]


@posix
def test_only_the_owner_may_read_it(folder: Path) -> None:
    assert stat.S_IMODE(file_of(folder).stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / FOLDER).stat().st_mode) == 0o700
