"""Backups: verified when they are made, and thinned out as they age."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from audit_app.storage.backups import DAYS, LAST, Backups, moment_of, name_of, worth_keeping
from audit_app.storage.journal import Journal, replay
from audit_app.storage.protocol import DamagedAuditError
from tests.builders import MORNING, an_audit
from tests.storage.faults import FAULTS, faulty
from tests.storage.stores import SetClock, a_folder_store, an_answer


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal(tmp_path / "journal.jsonl")
    made.change({"entries": {"a": {"n": 1}}})
    made.change({"entries": {"a": {"n": 2}}})
    return made


def test_a_backup_is_the_compacted_journal(tmp_path: Path, journal: Journal) -> None:
    path = Backups(tmp_path, SetClock()).make("autumn", journal)
    assert path == tmp_path / "backups" / "autumn" / "2026-11-22T09-00-00.000Z.jsonl"
    assert replay(path.read_bytes(), "autumn").state == journal.read()


def test_a_backup_that_reads_back_otherwise_is_not_kept(tmp_path: Path, journal: Journal) -> None:
    backups = Backups(tmp_path, SetClock())

    def lying_disk(path: Path, content: bytes, *, private: bool) -> None:
        assert private
        path.write_bytes(content[:-3] + b"   ")

    with patch("audit_app.storage.backups.write_safely", lying_disk), pytest.raises(DamagedAuditError, match="backup"):
        backups.make("autumn", journal)
    assert backups.of("autumn") == ()


def test_the_moment_of_a_backup_is_read_from_its_name() -> None:
    moment = datetime(2026, 3, 29, 1, 30, 5, 250_000, UTC)
    assert moment_of(Path(name_of(moment))) == moment
    assert moment_of(Path("notes.jsonl")) is None


def test_the_last_ten_are_kept_and_one_a_day_for_a_month() -> None:
    hourly = [MORNING - timedelta(hours=hours) for hours in range(24 * 60)]
    kept = sorted(worth_keeping(hourly, MORNING), reverse=True)
    assert kept[:LAST] == hourly[:LAST]
    days = [moment.date() for moment in kept[LAST:]]
    assert len(days) == len(set(days))
    assert len({moment.date() for moment in kept}) == DAYS + 1
    assert min(kept) > MORNING - timedelta(days=DAYS)


def test_the_last_ten_are_kept_however_old_they_are() -> None:
    old = [MORNING - timedelta(days=400 + number) for number in range(12)]
    assert worth_keeping(old, MORNING) == frozenset(old[:LAST])


def test_old_backups_are_dropped_as_new_ones_are_made(tmp_path: Path, journal: Journal) -> None:
    now = SetClock()
    backups = Backups(tmp_path, now)
    for _ in range(30):
        backups.make("autumn", journal)
        now.pass_by(minutes=15)
    assert len(backups.of("autumn")) == LAST
    assert backups.last() == now() - timedelta(minutes=15)


def test_a_file_that_somebody_put_among_the_backups_is_left_there(tmp_path: Path, journal: Journal) -> None:
    now = SetClock()
    backups = Backups(tmp_path, now)
    backups.make("autumn", journal)
    (tmp_path / "backups" / "autumn" / "mine.jsonl").write_bytes(b"x")
    for _ in range(LAST + 2):
        now.pass_by(minutes=1)
        backups.make("autumn", journal)
    assert (tmp_path / "backups" / "autumn" / "mine.jsonl").exists()


def test_a_session_that_was_killed_is_backed_up_before_the_next_change(tmp_path: Path) -> None:
    now = SetClock()
    killed = a_folder_store(tmp_path / "data", now)
    killed.create(an_audit(id="autumn"))
    killed.keep("autumn", [an_answer(1)])
    killed._lock.release()
    now.pass_by(hours=1)
    with a_folder_store(tmp_path / "data", now) as store:
        store.keep("autumn", [an_answer(2)])
        newest = store.backups.of("autumn")[0]
        assert newest.name == name_of(now())
        assert len(replay(newest.read_bytes(), "").state["entries"]) == 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_backup_that_can_not_be_made_is_said_and_costs_no_answer(tmp_path: Path, fault: object) -> None:
    now = SetClock()
    with a_folder_store(tmp_path / "data", now) as store:
        store.create(an_audit(id="autumn"))
        store.keep("autumn", [an_answer(1)])
        now.pass_by(hours=1)
        with faulty(fault, at=3):  # type: ignore[arg-type] # after the answer's own write and flush
            store.keep("autumn", [an_answer(2)])
        assert "backup could not be saved" in store.backups.problem
        assert len(store.entries("autumn")) == 2
        now.pass_by(hours=1)
        store.keep("autumn", [an_answer(3)])
        assert store.backups.problem == ""
