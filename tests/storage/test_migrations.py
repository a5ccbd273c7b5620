"""Files of every older format open and say the same; those of a newer app are refused, and left as they are."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from audit_app.files import sha256
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.storage import doctor, lines, migrations
from audit_app.storage.errors import KeepError, NewerFormatError
from audit_app.storage.folder import FolderStore
from audit_app.storage.journal import Journal
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, an_audit
from tests.storage.faults import FAULTS, faulty
from tests.storage.stores import SetClock, a_content, a_folder_store, an_answer, stamps

FORMATS = Path(__file__).parent / "formats"
WRITTEN = tuple(sorted(path.name for path in FORMATS.iterdir() if path.is_dir()))


@pytest.fixture(params=WRITTEN)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a data folder as an earlier version left it."""
    return Path(shutil.copytree(FORMATS / request.param, tmp_path / request.param))


def said(folder: Path) -> Any:
    """What the version that wrote it said was in it."""
    return json.loads((FORMATS / f"{folder.name}.json").read_text("utf-8"))


def a_workspace(folder: Path) -> Workspace:
    library = shipped()
    store = FolderStore(folder, summariser(library), lambda: "another", SetClock())
    library.add(store.questionnaires())
    return Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: "new")


def content(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): sha256(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def test_an_earlier_version_s_folder_says_what_it_said(written: Path) -> None:
    store = FolderStore(written, summariser(shipped()), lambda: "another", SetClock(), read_only=True)
    before = content(written)
    expected = said(written)
    assert store.device() == expected["device"]
    assert store.settings().model_dump(mode="json", exclude_defaults=True) == expected["settings"]
    for audit_id, audit in expected["audits"].items():
        assert store.audit(audit_id).model_dump(mode="json", exclude_defaults=True) == audit["audit"]
        assert store.place(audit_id) == audit["place"]
        found = [one.model_dump(mode="json", exclude_defaults=True) for one in store.entries(audit_id)]
        assert found == audit["entries"]
    assert set(dict(store.damaged())) <= {"audit-4"}, "but for a questionnaire that was not asked for here"
    assert content(written) == before, "it was only read"


def test_an_earlier_version_s_folder_is_worked_on(written: Path) -> None:
    workspace = a_workspace(written)
    item = next(workspace.questionnaire("partnership-health").items).id
    for line in workspace.audits():
        if line.questionnaire == "partnership-health":
            assert workspace.answer(line.id, item, Answer(option="1")).standing(item).answer == Answer(option="1")
            assert workspace.results(line.id).n
            workspace.plan(line.id)
    assert workspace.damaged() == ()
    workspace.close()
    health = doctor.check(written)
    assert (health.damaged, health.settings, health.questionnaires) == ((), "", ())


def test_an_audit_that_an_earlier_version_removed_is_restored(written: Path) -> None:
    with FolderStore(written, summariser(shipped()), lambda: "another", SetClock()) as store:
        store.restore("audit-3")
        assert len(store.entries("audit-3")) == 1


def test_an_earlier_version_s_backup_repairs_its_audit(written: Path) -> None:
    journal = written / "audits" / "audit-1" / "journal.jsonl"
    journal.write_bytes(b"spilt coffee" + journal.read_bytes()[1000:])
    with FolderStore(written, summariser(shipped()), lambda: "another", SetClock()) as store:
        (done,) = doctor.repair(store, MORNING)
        assert done.repaired
        found = [one.model_dump(mode="json", exclude_defaults=True) for one in store.entries("audit-1")]
    assert found == said(written)["audits"]["audit-1"]["entries"]


# How a format changes; the step stands for one that is to come


def by_is_said_first(state: migrations.Documents) -> migrations.Documents:
    """A step that no reader can miss: every author is written with a letter before the name."""
    return {
        table: {
            key: {**document, "by": f"© {document['by']}"} if table == "entries" else document
            for key, document in rows.items()
        }
        for table, rows in state.items()
    }


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A data folder with two audits that was written before the step."""
    with a_folder_store(tmp_path / "data") as store:
        for audit_id in ("one", "two"):
            store.create(an_audit(id=audit_id))
            store.keep(audit_id, [an_answer(1), an_answer(2)])
    return tmp_path / "data"


@pytest.fixture
def next_format(request: pytest.FixtureRequest) -> Iterator[None]:
    request.getfixturevalue("older")  # is written first
    newer = replace(migrations.JOURNAL, steps=(*migrations.JOURNAL.steps, by_is_said_first))
    with patch.object(migrations, "JOURNAL", newer):
        yield


def version_of(journal: Path) -> int:
    header = lines.decode(journal.read_bytes().split(b"\n")[0])
    assert header is not None
    assert isinstance(header.value, dict)
    return int(header.value["format_version"])


@pytest.mark.usefixtures("next_format")
def test_an_older_file_is_read_through_the_step_and_left_as_it_is(older: Path) -> None:
    before = content(older / "audits")
    with a_folder_store(older) as store:
        assert {entry.by for entry in store.entries("one")} == {"© Ann"}
    assert content(older / "audits") == before


@pytest.mark.usefixtures("next_format")
def test_the_first_change_writes_an_older_file_anew_once(older: Path) -> None:
    journal = older / "audits" / "one" / "journal.jsonl"
    was = version_of(journal)
    with a_folder_store(older) as store:
        store.keep("one", [an_answer(3)])
        store.keep("one", [an_answer(4)])
        assert version_of(journal) == was + 1
        assert version_of(older / "audits" / "two" / "journal.jsonl") == was
    with a_folder_store(older) as store:
        assert [entry.by for entry in store.entries("one")] == ["© Ann", "© Ann", "Ann", "Ann"]
        assert len(stamps(store.entries("one"))) == 4


@pytest.mark.usefixtures("next_format")
def test_an_app_of_the_older_format_refuses_the_newer_file_and_leaves_it(older: Path) -> None:
    with a_folder_store(older) as store:
        store.keep("one", [an_answer(3)])
    journal = older / "audits" / "one" / "journal.jsonl"
    before = journal.read_bytes()
    with patch.object(migrations, "JOURNAL", replace(migrations.JOURNAL, steps=migrations.JOURNAL.steps[:-1])):
        with pytest.raises(NewerFormatError, match="written by a newer version"):
            Journal(journal)
        with a_folder_store(older) as store:
            with pytest.raises(NewerFormatError):
                store.keep("one", [an_answer(5)])
            assert not any(one.repaired for one in doctor.repair(store, MORNING))
            assert len(store.entries("two")) == 2
    assert journal.read_bytes() == before


@pytest.mark.usefixtures("next_format")
def test_a_disk_that_fails_while_a_file_is_written_anew_leaves_the_old_file_or_the_new_one(older: Path) -> None:
    journal = older / "audits" / "one" / "journal.jsonl"
    was = version_of(journal)
    counted = Journal(Path(shutil.copy(journal, older / "counted")))
    with faulty() as disk:
        counted.renew()
    assert disk.calls > 3
    for fault in FAULTS:
        for at in range(1, disk.calls + 1):
            tried = Path(shutil.copy(journal, older / "tried"))
            opened = Journal(tried)
            expected = opened.read()
            with faulty(fault, at), pytest.raises(OSError, match=r"."):
                opened.renew()
            assert Journal(tried).read() == expected
            opened.change({"place": {"here": {"item": "purpose_b"}}})
            assert version_of(tried) == was + 1
            assert Journal(tried).read() == {**(expected or {}), "place": {"here": {"item": "purpose_b"}}}


@pytest.mark.usefixtures("next_format")
def test_what_comes_to_an_older_file_is_taken_back_as_a_whole(older: Path) -> None:
    """A merge that fails half way shortens the file that it had lengthened: of the new format, not the old one."""
    with a_folder_store(older) as store:
        before = store.entries("one"), store.entries("two")
        full = patch("audit_app.storage.audit_file.AuditFile.keep_responses", side_effect=OSError(28, "full"))
        with full, pytest.raises(KeepError):
            store.merge([a_content("one", an_answer(7)), a_content("two", an_answer(8))])
        assert (store.entries("one"), store.entries("two")) == before
