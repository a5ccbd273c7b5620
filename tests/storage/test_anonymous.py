"""What a data folder tells whoever looks into its files about the colleagues who answered a survey: nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from audit_app.storage.folder import FolderStore
from tests.builders import MORNING, a_response, an_audit, an_entry, the_terms
from tests.storage.stores import SetClock, a_folder_store

FIRST, SECOND, THIRD = (a_response(letter, comment=f"Said by {letter}.") for letter in "cab")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[FolderStore]:
    with a_folder_store(tmp_path, now=clock, backup_every=timedelta(0)) as store:
        store.create(an_audit(mode="survey"))
        store.keep("audit-1", [the_terms()])
        yield store


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_the_order_on_the_disk_is_that_of_the_random_ids(store: FolderStore, tmp_path: Path) -> None:
    for one in (FIRST, SECOND, THIRD):
        store.keep_responses("audit-1", [one])
    for path in tmp_path.rglob("*.jsonl"):
        content = path.read_bytes()
        found = [content.find(one.id.encode()) for one in (SECOND, THIRD, FIRST) if one.id.encode() in content]
        assert found == sorted(found)


def test_two_backups_of_one_day_tell_nobody_what_came_in_between(
    store: FolderStore, tmp_path: Path, clock: SetClock
) -> None:
    for one in (FIRST, SECOND, THIRD):
        clock.pass_by(hours=1)
        store.keep_responses("audit-1", [one])
    assert len([*(tmp_path / "backups" / "audit-1").iterdir()]) == 1


def test_an_erased_response_is_in_no_file_any_more(store: FolderStore, tmp_path: Path, clock: SetClock) -> None:
    for one in (FIRST, SECOND):
        clock.pass_by(days=1)
        store.keep_responses("audit-1", [one])
    assert b"Said by" in on_disk(tmp_path)
    store.erase_responses("audit-1", [an_entry({"day": "2027-11-22"}, subject="survey", field="erased", minute=1)])
    for trace in (b"Said by", FIRST.id.encode(), SECOND.id.encode()):
        assert trace not in on_disk(tmp_path)


def test_a_response_names_no_device_and_no_hour(store: FolderStore, tmp_path: Path) -> None:
    store.keep_responses("audit-1", [FIRST])
    journal = (tmp_path / "audits" / "audit-1" / "journal.jsonl").read_text()
    (line,) = [line for line in journal.splitlines() if FIRST.id in line]
    assert "laptop" not in line
    assert "T" not in line.replace("Teachers", "")
    assert MORNING.date().isoformat() in line
