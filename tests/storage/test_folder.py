"""The store on a disk: what the contract can't say about memory."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from audit_app.files import sha256
from audit_app.responses.model import School
from audit_app.storage.errors import (
    ChangedElsewhereError,
    DamagedAttachmentError,
    DamagedSettingsError,
    FolderInUseError,
    KeepError,
    NewerFormatError,
    ReadOnlyStoreError,
    UnkeepableValueError,
    UnreadableFolderError,
)
from audit_app.storage.index import AT_A_TIME, CLEAN, OPEN
from audit_app.storage.protocol import AuditNotFoundError, DamagedAuditError, Settings, Store
from tests.builders import a_school, a_stamp, an_audit, an_entry
from tests.storage.contract import StoreContract
from tests.storage.stores import SetClock, a_content, a_folder_store, an_answer, stamps

posix = pytest.mark.skipif(os.name != "posix", reason="owners and links are POSIX's")


class TestFolderStore(StoreContract):
    def make(self, folder: Path) -> Store:
        return a_folder_store(folder)


class Reopening(Store):
    """A folder store that is closed and opened again before each use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getattribute__(self, name: str) -> Callable[..., object]:
        data: Path = object.__getattribute__(self, "_folder")

        def use(*given: object) -> object:
            with a_folder_store(data) as store:
                return getattr(store, name)(*given)

        return use


class TestFolderStoreOpenedForEachUse(StoreContract):
    def make(self, folder: Path) -> Store:
        return Reopening(folder)  # type: ignore[abstract]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one audit, “autumn”, and three entries."""
    with a_folder_store(tmp_path / "data") as store:
        store.create(an_audit(id="autumn"))
        for minute in (1, 2, 3):
            store.keep("autumn", [an_answer(minute)])
    return tmp_path / "data"


def journal(folder: Path, audit_id: str = "autumn") -> Path:
    return folder / "audits" / audit_id / "journal.jsonl"


# One at a time


def test_a_second_process_gets_one_sentence(folder: Path) -> None:
    with a_folder_store(folder), pytest.raises(FolderInUseError, match="open in another window or command"):
        a_folder_store(folder)


def test_a_closed_folder_can_be_opened_again(folder: Path) -> None:
    a_folder_store(folder).close()
    a_folder_store(folder).close()


def test_the_lock_of_a_process_that_was_killed_is_taken_over(folder: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from tests.storage.stores import a_folder_store\n"
        "store = a_folder_store(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(FolderInUseError):
            a_folder_store(folder)
    finally:
        process.kill()
        process.communicate()
    with a_folder_store(folder) as store:
        assert len(store.entries("autumn")) == 3


def test_what_was_kept_can_be_read_while_another_process_has_the_folder_open(folder: Path) -> None:
    with a_folder_store(folder) as app:
        app.keep("autumn", [an_answer(4)])
        app.create(an_audit(id="spring"))
        with a_folder_store(folder, read_only=True) as reader:
            assert stamps(reader.entries("autumn")) == [a_stamp(minute) for minute in (1, 2, 3, 4)]
            assert {line.id: line.answered for line in reader.summaries()} == {"autumn": 1, "spring": 0}
        app.keep("autumn", [an_answer(5)])


def test_a_store_for_reading_refuses_to_write_and_touches_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with a_folder_store(folder, read_only=True) as store:
        for write in (
            lambda: store.keep("autumn", [an_answer(9)]),
            lambda: store.create(an_audit(id="new")),
            lambda: store.merge([a_content("new")]),
            lambda: store.keep_settings(Settings()),
            lambda: store.keep_place("autumn", "x"),
            lambda: store.attach("autumn", b"x"),
            lambda: store.remove("autumn"),
        ):
            with pytest.raises(ReadOnlyStoreError):
                write()
        assert store.device() == "laptop"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_is_not_there_reads_as_an_empty_one(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "none", read_only=True) as store:
        assert store.summaries() == ()
        assert store.settings() == Settings()
    assert not (tmp_path / "none").exists()


def test_a_reader_does_not_cut_off_a_torn_line(folder: Path) -> None:
    with journal(folder).open("ab") as file:
        file.write(b"torn")
    with a_folder_store(folder, read_only=True) as store:
        assert len(store.entries("autumn")) == 3
    assert journal(folder).read_bytes().endswith(b"torn")


# What is on the disk


@posix
def test_only_the_owner_may_look_in(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.keep_settings(Settings())
        store.attach("autumn", b"a photo")
        store.device()
    for path in (folder, *folder.rglob("*")):
        assert oct(path.stat().st_mode & 0o777) == ("0o700" if path.is_dir() else "0o600"), path


def test_an_entry_costs_one_line(folder: Path) -> None:
    with a_folder_store(folder) as store:
        before = journal(folder).read_bytes()
        store.keep("autumn", [an_answer(4), an_answer(5)])
        after = journal(folder).read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == before.count(b"\n") + 1


def test_the_journal_is_compacted_when_most_of_it_no_longer_counts(folder: Path) -> None:
    with a_folder_store(folder) as store:
        for step in range(400):
            store.keep_place("autumn", f"item_{step}")
        assert journal(folder).read_bytes().count(b"\n") < 300
        store.keep("autumn", [an_answer(4)])
    with a_folder_store(folder) as store:
        assert store.place("autumn") == "item_399"
        assert len(store.entries("autumn")) == 4


def test_more_audits_than_stay_open_are_all_kept(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data") as store:
        for number in range(40):
            store.create(an_audit(id=f"a{number}"))
        for minute in (1, 2):
            for number in range(40):
                store.keep(f"a{number}", [an_answer(minute)])
        assert all(len(store.entries(f"a{number}")) == 2 for number in range(40))


def test_a_removed_audit_can_be_brought_back(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.attach("autumn", b"a photo")
        store.remove("autumn")
        store.restore("autumn")
        assert len(store.entries("autumn")) == 3
        assert store.attachment("autumn", sha256(b"a photo")) == b"a photo"
        assert [line.id for line in store.summaries()] == ["autumn"]
        with pytest.raises(AuditNotFoundError):
            store.restore("never-made")


# What goes wrong


def test_a_damaged_audit_is_listed_as_damaged_and_breaks_nothing_else(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.create(an_audit(id="spring"))
    content = bytearray(journal(folder).read_bytes())
    content[content.index(b"purpose_a") + 1] ^= 1
    journal(folder).write_bytes(content)
    (folder / CLEAN).unlink()
    with a_folder_store(folder) as store:
        assert [line.id for line in store.summaries()] == ["spring"]
        assert [(audit_id, "line 3" in sentence) for audit_id, sentence in store.damaged()] == [("autumn", True)]
        with pytest.raises(DamagedAuditError, match="doctor --repair"):
            store.entries("autumn")
        store.keep("spring", [an_answer(1)])


@pytest.mark.parametrize("content", [None, b"", b"\0" * 300, b"not a journal\n", b"[1,2]"])
def test_a_file_that_is_no_journal_is_said_to_be_damaged(folder: Path, content: bytes | None) -> None:
    journal(folder).unlink()
    if content is not None:
        journal(folder).write_bytes(content)
    with a_folder_store(folder) as store:
        with pytest.raises(DamagedAuditError):
            store.audit("autumn")
        assert journal(folder).exists() == (content is not None)


def test_a_folder_renamed_by_hand_is_said_to_hold_another_audit(folder: Path) -> None:
    (folder / "audits" / "autumn").rename(folder / "audits" / "spring")
    with a_folder_store(folder) as store, pytest.raises(DamagedAuditError, match="another audit"):
        store.audit("spring")


def test_a_journal_of_a_newer_app_is_refused_and_left_alone(folder: Path) -> None:
    path = journal(folder)
    newer = path.read_bytes().replace(b'"format_version":2', b'"format_version":7')
    path.write_bytes(newer)
    with a_folder_store(folder) as store:
        with pytest.raises(NewerFormatError, match=r"newer version of this app \(format 7"):
            store.keep("autumn", [an_answer(9)])
        assert "newer version" in store.damaged()[0][1]
    assert path.read_bytes() == newer


def test_a_file_that_another_program_changed_is_not_written_to(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.keep("autumn", [an_answer(4)])
        shorter = journal(folder).read_bytes()[:-20]
        journal(folder).write_bytes(shorter)
        with pytest.raises(ChangedElsewhereError):
            store.keep("autumn", [an_answer(5)])
        assert journal(folder).read_bytes() == shorter
        store.keep("autumn", [an_answer(6)])  # it was read again
        assert stamps(store.entries("autumn")) == [a_stamp(minute) for minute in (1, 2, 3, 6)]


def test_a_folder_that_vanished_is_said_to_be_gone_and_used_again_when_it_is_back(folder: Path) -> None:
    away = folder.with_name("away")
    with a_folder_store(folder) as store:
        store.keep("autumn", [an_answer(4)])
        folder.rename(away)
        with pytest.raises(KeepError, match="no longer there") as problem:
            store.keep("autumn", [an_answer(5)])
        assert problem.value.cause == "gone"
        away.rename(folder)
        store.keep("autumn", [an_answer(5)])
    with a_folder_store(folder) as store:
        assert len(store.entries("autumn")) == 5


def test_looking_into_a_folder_that_vanished_says_so_and_makes_none(folder: Path) -> None:
    away = folder.with_name("away")
    with a_folder_store(folder) as store:
        folder.rename(away)
        for look in (store.summaries, store.settings, store.device, store.health, store.plan_repair):
            with pytest.raises(UnreadableFolderError, match="no longer there"):
                look()
        assert not folder.exists()
        away.rename(folder)
        assert store.health().damaged == ()


def test_a_value_that_json_can_not_hold_is_refused_in_words(folder: Path) -> None:
    with a_folder_store(folder) as store:
        with pytest.raises(UnkeepableValueError):
            store.keep("autumn", [an_entry(float("nan"), minute=9)])
        with pytest.raises(UnkeepableValueError):
            store.merge([a_content("new", an_entry(float("inf"), minute=9))])
        assert len(store.entries("autumn")) == 3
        assert [line.id for line in store.summaries()] == ["autumn"]


def test_damaged_settings_are_said_and_not_written_over(folder: Path) -> None:
    (folder / "settings.json").write_bytes(b'{"half')
    with a_folder_store(folder) as store:
        with pytest.raises(DamagedSettingsError):
            store.settings()
        with pytest.raises(DamagedSettingsError):
            store.keep_settings(Settings(person="Ann"))
        assert len(store.entries("autumn")) == 3
    assert (folder / "settings.json").read_bytes() == b'{"half'


def test_settings_of_a_newer_app_are_refused_and_left_alone(folder: Path) -> None:
    newer = b'{"format":"audit-app/settings","format_version":7,"settings":{}}'
    (folder / "settings.json").write_bytes(newer)
    with a_folder_store(folder) as store, pytest.raises(NewerFormatError):
        store.keep_settings(Settings(school=School(name="X")))
    assert (folder / "settings.json").read_bytes() == newer


def test_a_damaged_evidence_file_is_not_handed_out_and_can_be_added_again(folder: Path) -> None:
    with a_folder_store(folder) as store:
        name = store.attach("autumn", b"a photo")
        (folder / "audits" / "autumn" / "files" / name).write_bytes(b"a phota")
        with pytest.raises(DamagedAttachmentError):
            store.attachment("autumn", name)
        store.attach("autumn", b"a photo")
        assert store.attachment("autumn", name) == b"a photo"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0", b"no such name!", b"../x"])
def test_a_damaged_device_name_is_made_anew(folder: Path, content: bytes) -> None:
    (folder / "device").write_bytes(content)
    with a_folder_store(folder, device="tablet") as store:
        assert store.device() == "tablet"
    with a_folder_store(folder, device="phone") as store:
        assert store.device() == "tablet"


# The list


def counted(store: Store) -> dict[str, int]:
    return {line.id: line.answered for line in store.summaries()}


def test_the_list_needs_no_audit_to_be_opened(folder: Path) -> None:
    journal(folder).unlink()
    with a_folder_store(folder) as store:
        assert counted(store) == {"autumn": 1}


@pytest.mark.parametrize("damage", [None, b"", b"\0\0\0", b"half a line"])
def test_a_list_that_is_missing_or_damaged_is_built_anew(folder: Path, damage: bytes | None) -> None:
    index = folder / CLEAN
    if damage is None:
        index.unlink()
    else:
        index.write_bytes(index.read_bytes()[:-30] + damage)
    for _ in range(2):
        with a_folder_store(folder) as store:
            assert counted(store) == {"autumn": 1}
    assert index.exists()


def test_after_a_crash_only_the_audits_that_changed_are_read_again(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.create(an_audit(id="spring"))
    crashed = folder.with_name("crashed")
    with a_folder_store(folder) as store:
        store.keep("spring", [an_answer(7)])
        shutil.copytree(folder, crashed, copy_function=shutil.copy2)
    assert (crashed / OPEN).exists()
    content = journal(crashed).read_bytes()
    time = journal(crashed).stat()
    journal(crashed).write_bytes(b"x" * len(content))
    os.utime(journal(crashed), ns=(time.st_atime_ns, time.st_mtime_ns))  # looks as it was, so it isn't read
    with a_folder_store(crashed) as store:
        assert counted(store) == {"autumn": 1, "spring": 1}


MANY = 2 * AT_A_TIME + 5
NEWEST_FIRST = [f"audit-{number}" for number in reversed(range(MANY))]


def with_many(folder: Path) -> Path:
    """So many that the list is read in parts."""
    with a_folder_store(folder) as store:
        store.merge(a_content(f"audit-{number}", an_answer(number)) for number in range(MANY))
    return folder


def listed(store: Store, first: int | None = None) -> list[str]:
    return [line.id for line in store.summaries(first)]


def test_a_list_that_was_read_in_part_goes_on_where_it_stopped_whatever_changed_meanwhile(tmp_path: Path) -> None:
    with a_folder_store(with_many(tmp_path)) as store:
        assert listed(store, 2) == NEWEST_FIRST[:2]
        store.keep("audit-0", [an_answer(90, item="purpose_b")])
        assert listed(store, 3) == ["audit-0", *NEWEST_FIRST[:2]]
        assert listed(store) == ["audit-0", *NEWEST_FIRST[:-1]]


def test_a_list_that_another_process_wrote_anew_meanwhile_is_not_mixed_with_the_old_one(tmp_path: Path) -> None:
    with a_folder_store(with_many(tmp_path), read_only=True) as reader:
        assert listed(reader, 1) == NEWEST_FIRST[:1]
        with a_folder_store(tmp_path) as store:
            store.merge([a_content("newer", an_answer(100))])
            store.keep("audit-0", [an_answer(90, item="purpose_b")])
        assert listed(reader) == ["newer", "audit-0", *NEWEST_FIRST[:-1]]


def test_an_audit_copied_into_the_folder_is_listed(folder: Path, tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "other") as other:
        other.create(an_audit(id="guest"))
    shutil.copytree(tmp_path / "other" / "audits" / "guest", folder / "audits" / "guest")
    (folder / "audits" / "notes.txt").write_text("not an audit")
    (folder / "audits" / "Thumbs").write_text("nor this")
    with a_folder_store(folder) as store:
        assert counted(store) == {"autumn": 1, "guest": 0}
        assert store.damaged() == ()


def test_an_audit_deleted_by_hand_is_listed_no_more(folder: Path) -> None:
    shutil.rmtree(folder / "audits" / "autumn")
    with a_folder_store(folder) as store:
        assert store.summaries() == ()


# Merges that were interrupted


def test_a_merge_that_did_not_count_yet_is_discarded(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.merge([a_content("guest", an_answer(1))])
    staged = folder / "incoming" / "1.part" / "new" / "half"
    shutil.copytree(folder / "audits" / "guest", staged)
    with a_folder_store(folder) as store:
        assert counted(store) == {"autumn": 1, "guest": 1}
    assert list((folder / "incoming").iterdir()) == []


@pytest.mark.parametrize("read_only", [True, False])
def test_a_merge_that_counted_is_finished_by_whoever_opens_the_folder_next(folder: Path, read_only: bool) -> None:
    with a_folder_store(folder.with_name("other")) as other:
        other.create(an_audit(id="guest"))
        other.create(an_audit(id="autumn"))
        other.keep("autumn", [an_answer(3), an_answer(4)])
        other.attach("autumn", b"a photo")
    there = folder.with_name("other") / "audits"
    shutil.copytree(there / "guest", folder / "incoming" / "1" / "new" / "guest")
    shutil.copytree(there / "autumn", folder / "incoming" / "1" / "known" / "autumn")
    (folder / CLEAN).rename(folder / OPEN)  # the merge had marked it so
    with a_folder_store(folder, read_only=read_only) as store:
        assert counted(store) == {"autumn": 1, "guest": 0}
        assert stamps(store.entries("autumn")) == [a_stamp(minute) for minute in (1, 2, 3, 4)]
        assert store.attachment("autumn", sha256(b"a photo")) == b"a photo"
    assert list((folder / "incoming").iterdir()) == []


def test_a_merge_into_a_damaged_audit_is_refused_and_changes_nothing(folder: Path) -> None:
    journal(folder).write_bytes(b"")
    with a_folder_store(folder) as store:
        with pytest.raises(DamagedAuditError):
            store.merge([a_content("new"), a_content("autumn", an_answer(9))])
        assert store.summaries() == ()


def test_an_unfinished_merge_into_an_audit_damaged_since_waits_and_stops_nothing_else(folder: Path) -> None:
    with a_folder_store(folder) as store:
        store.create(an_audit(id="spring"))
    shutil.copytree(folder / "audits" / "autumn", folder / "incoming" / "1" / "known" / "autumn")
    journal(folder).write_bytes(b"")
    with a_folder_store(folder) as store:
        store.keep("spring", [an_answer(1)])
    assert (folder / "incoming" / "1").exists()


def test_backups_come_when_an_audit_is_used_and_when_it_is_closed(folder: Path) -> None:
    now = SetClock()
    now.pass_by(hours=5)
    with a_folder_store(folder, now, backup_every=timedelta(minutes=15)) as store:
        before = len(store.backups.of("autumn"))
        store.keep("autumn", [an_answer(4)])
        assert len(store.backups.of("autumn")) == before
        now.pass_by(minutes=16)
        store.keep("autumn", [an_answer(5)])
        assert len(store.backups.of("autumn")) == before + 1
        now.pass_by(minutes=1)
        store.keep("autumn", [an_answer(6)])
    assert len(store.backups.of("autumn")) == before + 2
    assert a_school().name.encode() in store.backups.of("autumn")[0].read_bytes()


def test_several_threads_may_answer_at_once(folder: Path) -> None:
    with a_folder_store(folder) as store:

        def answer(device: str) -> None:
            for minute in range(20):
                store.keep("autumn", [an_answer(minute, device=device)])
                store.summaries()

        threads = [threading.Thread(target=answer, args=(f"device{number}",)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.entries("autumn")) == 3 + 80
    with a_folder_store(folder) as store:
        assert len(store.entries("autumn")) == 3 + 80


def test_an_open_app_is_no_hindrance_to_readers_nor_they_to_it(folder: Path) -> None:
    with a_folder_store(folder, read_only=True), a_folder_store(folder) as app:
        app.keep("autumn", [an_answer(4)])
