"""The doctor: finds what is wrong, and has back all that can be read."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from audit_app.files import sha256
from audit_app.steps import told_to
from audit_app.storage.doctor import Health, check, repair
from audit_app.storage.index import CLEAN
from audit_app.storage.protocol import Settings
from tests.builders import MORNING, a_stamp, an_audit, an_entry
from tests.storage.stores import SetClock, a_content, a_folder_store, an_answer, stamps


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two audits; “autumn” has five entries, of which a backup has the first three."""
    now = SetClock()
    with a_folder_store(tmp_path / "data", now) as store:
        store.create(an_audit(id="autumn"))
        store.create(an_audit(id="spring"))
        store.keep("spring", [an_answer(1)])
        for minute in (1, 2, 3):
            store.keep("autumn", [an_answer(minute)])
        store.keep_place("autumn", "purpose_c")
    with a_folder_store(tmp_path / "data", now, backup_every=None) as store:
        for minute in (4, 5):
            store.keep("autumn", [an_answer(minute)])
    return tmp_path / "data"


def journal(folder: Path) -> Path:
    return folder / "audits" / "autumn" / "journal.jsonl"


def spoil(path: Path, words: bytes) -> bytes:
    content = path.read_bytes()
    assert words in content
    path.write_bytes(content.replace(words, words[:-1] + b"?"))
    return path.read_bytes()


def stamp(minute: int) -> bytes:
    return a_stamp(minute).encode()


def test_a_sound_folder_is_said_to_be_sound(folder: Path) -> None:
    health = check(folder)
    assert health.sound
    assert health.damaged == ()
    assert health.last_backup == MORNING
    assert [(one.audit, one.entries, one.backups) for one in health.audits] == [("autumn", 5, 1), ("spring", 1, 1)]
    assert health.sentence.startswith("All 2 audits are sound. Last backup: 22 November 2026, ")
    assert health.model_dump(mode="json")["sentence"] == health.sentence


def test_a_folder_with_nothing_in_it_is_sound(tmp_path: Path) -> None:
    assert check(tmp_path / "none") == Health()
    assert check(tmp_path / "none").sentence == "There are no audits yet. No backup yet."


def test_checking_changes_nothing_and_may_be_done_while_the_app_is_open(folder: Path) -> None:
    spoil(journal(folder), stamp(2))
    with a_folder_store(folder):
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        check(folder)
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_nobody_waits_for_the_whole_check(folder: Path) -> None:
    listed: list[int] = []
    with a_folder_store(folder) as store, ThreadPoolExecutor() as another:

        def tell(_done: int, _of: int) -> None:
            listed.append(len(another.submit(store.summaries).result(timeout=5)))

        with told_to(tell):
            assert store.health().sound
    assert listed == [2, 2, 2]


def test_an_audit_that_goes_while_others_are_checked_is_no_damage(folder: Path) -> None:
    with a_folder_store(folder) as store:
        with told_to(lambda done, _of: store.remove("spring") if done == 1 else None):
            health = store.health()
        assert health.sound
        assert [one.audit for one in health.audits] == ["autumn"]


def test_damage_is_found_with_its_place(folder: Path) -> None:
    spoil(journal(folder), stamp(2))
    health = check(folder)
    assert not health.sound
    assert [(one.audit, "line 4" in one.what) for one in health.damaged] == [("autumn", True)]
    assert health.sentence.startswith("1 of 2 audits is not sound.")


def test_a_torn_tail_is_no_damage(folder: Path) -> None:
    with journal(folder).open("ab") as file:
        file.write(b"0123")
    assert check(folder).damaged == ()


def test_a_missing_evidence_file_is_found(folder: Path) -> None:
    with a_folder_store(folder) as store:
        name = store.attach("autumn", b"a photo")
        shown = {"kind": "file", "text": "minutes.pdf", "sha256": name, "size": 7}
        store.keep("autumn", [an_entry(shown, minute=9, field="evidence")])  # type: ignore[arg-type]
    assert check(folder).sound
    (folder / "audits" / "autumn" / "files" / name).write_bytes(b"b photo")
    assert "minutes.pdf" in check(folder).damaged[0].what
    (folder / "audits" / "autumn" / "files" / name).unlink()
    assert "minutes.pdf" in check(folder).damaged[0].what


def test_a_repaired_audit_has_every_entry_of_its_backups_and_of_its_sound_lines(folder: Path) -> None:
    spoil(journal(folder), stamp(4))
    damaged = spoil(journal(folder), stamp(2))
    with a_folder_store(folder) as store:
        done = repair(store, MORNING)
        assert [(one.audit, one.repaired) for one in done] == [("autumn", True)]
        assert "2 damaged lines" in done[0].what
        assert stamps(store.entries("autumn")) == [a_stamp(minute) for minute in (1, 2, 3, 5)]
        assert store.place("autumn") == "purpose_c"
        store.keep("autumn", [an_answer(6)])
    assert (folder / "audits" / "autumn" / "journal.damaged-2026-11-22T09-00-00.000Z.jsonl").read_bytes() == damaged
    assert check(folder).sound


@pytest.mark.parametrize("lost", ["emptied", "deleted", "header spoilt", "audit line spoilt", "zeros"])
def test_an_audit_is_restored_whatever_became_of_its_file(folder: Path, lost: str) -> None:
    content = journal(folder).read_bytes()
    match lost:
        case "emptied":
            journal(folder).write_bytes(b"")
        case "deleted":
            journal(folder).unlink()
        case "header spoilt":
            spoil(journal(folder), b"audit-app/journal")
        case "audit line spoilt":
            spoil(journal(folder), b"Foxglove")
        case _:
            journal(folder).write_bytes(b"\0" * len(content))
    with a_folder_store(folder) as store:
        assert repair(store, MORNING)[0].repaired
        kept = stamps(store.entries("autumn"))
        assert kept[:3] == [a_stamp(minute) for minute in (1, 2, 3)]
        assert len(kept) == (5 if "spoilt" in lost else 3)
        assert {line.id for line in store.summaries()} == {"autumn", "spring"}
    assert check(folder).sound


def test_an_older_backup_helps_when_the_newest_is_damaged_too(folder: Path) -> None:
    with a_folder_store(folder, clock := SetClock()) as store:
        clock.pass_by(hours=1)
        store.keep("autumn", [an_answer(6)])
    spoil(journal(folder), stamp(2))
    newest = sorted((folder / "backups" / "autumn").iterdir())[-1]
    newest.write_bytes(b"x")
    with a_folder_store(folder) as store:
        repair(store, MORNING)
        assert stamps(store.entries("autumn")) == [a_stamp(minute) for minute in (1, 2, 3, 4, 5, 6)]


def test_an_audit_without_backup_keeps_what_its_sound_lines_say(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "bare", backup_every=None) as store:
        store.merge([a_content("autumn", *(an_answer(minute) for minute in (1, 2, 3)))])
    spoil(journal(tmp_path / "bare"), stamp(2))
    with a_folder_store(tmp_path / "bare") as store:
        assert repair(store, MORNING)[0].repaired
        assert stamps(store.entries("autumn")) == [a_stamp(1), a_stamp(3)]


def test_what_can_not_be_repaired_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "bare", backup_every=None) as store:
        store.create(an_audit(id="autumn"))
    damaged = spoil(journal(tmp_path / "bare"), b"Foxglove")
    with a_folder_store(tmp_path / "bare") as store:
        done = repair(store, MORNING)
        assert not done[0].repaired
        assert "no backup" in done[0].what
    assert journal(tmp_path / "bare").read_bytes() == damaged


def test_a_journal_of_a_newer_app_is_not_repaired(folder: Path) -> None:
    newer = journal(folder).read_bytes().replace(b'"format_version":2', b'"format_version":7')
    journal(folder).write_bytes(newer)
    with a_folder_store(folder) as store:
        assert [one.repaired for one in repair(store, MORNING)] == [False]
    assert journal(folder).read_bytes() == newer


def test_damaged_settings_are_found_and_set_aside(folder: Path) -> None:
    (folder / "settings.json").write_bytes(b"{")
    assert "settings.json" in check(folder).sentence
    with a_folder_store(folder) as store:
        repair(store, MORNING)
        assert store.settings() == Settings()
    assert (folder / "settings.damaged-2026-11-22T09-00-00.000Z.json").read_bytes() == b"{"
    assert check(folder).sound


def test_a_list_that_is_out_of_date_is_found_and_renewed(folder: Path) -> None:
    with a_folder_store(folder.with_name("other")) as other:
        other.create(an_audit(id="autumn"))
    journal(folder).write_bytes(journal(folder.with_name("other")).read_bytes())
    health = check(folder)
    assert (health.sound, health.index_sound) == (False, False)
    with a_folder_store(folder) as store:
        repair(store, MORNING)
        assert {line.id: line.answered for line in store.summaries()} == {"autumn": 0, "spring": 1}
    assert check(folder).sound
    assert (folder / CLEAN).exists()


def test_a_repair_finishes_a_merge_that_waited_for_it(folder: Path) -> None:
    with a_folder_store(folder.with_name("other")) as other:
        other.create(an_audit(id="autumn"))
        other.keep("autumn", [an_answer(9)])
        other.attach("autumn", b"a photo")
    waiting = folder / "incoming" / "1" / "known"
    waiting.mkdir(parents=True)
    (folder.with_name("other") / "audits" / "autumn").rename(waiting / "autumn")
    spoil(journal(folder), stamp(2))
    with a_folder_store(folder) as store:
        repair(store, MORNING + timedelta(hours=1))
        assert stamps(store.entries("autumn")) == [a_stamp(minute) for minute in (1, 2, 3, 4, 5, 9)]
        assert store.attachment("autumn", sha256(b"a photo")) == b"a photo"
    assert check(folder).sound
