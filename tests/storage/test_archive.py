"""The archive: everything comes back from it, and nothing but what this app wrote is ever taken for one."""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.responses.model import Audit, Entry
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.storage import archive_reading
from audit_app.storage.archive import (
    Manifest,
    NewerArchiveError,
    UnsoundArchiveError,
    write_archive,
)
from audit_app.storage.archive_reading import check_archive, read_archive
from audit_app.storage.doctor import repair
from audit_app.storage.protocol import Settings, Store
from audit_app.storage.restoring import RestorePlan, RestoreRefusedError, apply_restore, plan_restore
from tests.builders import MORNING, a_response, a_school, an_entry
from tests.storage.contract import a_form
from tests.storage.stores import a_content, a_folder_store, a_memory_store, an_answer

PHOTO = b"a photo"
EVIDENCE = an_entry({"kind": "file", "text": "p.jpg", "sha256": sha256(PHOTO), "size": 7}, minute=5, field="evidence")

DECISION = Decision(helper="100101", helped="birch", area="reading", verdict="fix", reason="Agreed", when=MORNING)
MEETING = Meeting(id="m1", day=date(2026, 10, 9), schools=("Alder", "Birch"), note="Reading at Alder")


def filled(store: Store) -> Store:
    store.keep_settings(Settings(school=a_school(), person="Ann", theme="dark"))
    store.keep_questionnaire(a_form())
    store.merge([a_content("autumn", an_answer(1), EVIDENCE, files=[PHOTO]), a_content("spring", an_answer(2))])
    store.keep_responses("spring", [a_response()])
    store.keep_place("autumn", "purpose_c")
    store.keep_decisions([DECISION])
    store.keep_meetings([MEETING])
    return store


def written(store: Store) -> bytes:
    target = io.BytesIO()
    write_archive(store, MORNING, target)
    return target.getvalue()


def anything_goes(_: Audit, __: Sequence[Entry], ___: Sequence[Entry]) -> None:
    pass


def planned(content: bytes, store: Store) -> RestorePlan:
    return plan_restore(read_archive(io.BytesIO(content)), store, anything_goes)


def everything(store: Store) -> object:
    audits = {
        line.id: (store.audit(line.id), store.entries(line.id), store.responses(line.id), store.place(line.id))
        for line in store.summaries()
    }
    settings = store.settings()
    mine = settings.school, settings.person, store.attachment("autumn", sha256(PHOTO))
    return audits, store.questionnaires(), mine, store.decisions(), store.meetings()


@pytest.fixture
def content() -> bytes:
    return written(filled(a_memory_store()))


# Out and in


def test_all_of_it_comes_back_elsewhere(content: bytes, tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "new", device="other") as store:
        plan = planned(content, store)
        assert [one.audit for one in plan.add] == ["autumn", "spring"]
        assert (plan.questionnaires, plan.settings, plan.made) == (("A form",), True, MORNING)
        assert [(one.entries, one.responses, one.files) for one in plan.add] == [(2, 0, 1), (1, 1, 0)]
        assert (plan.decisions, plan.meetings) == (1, 1)
        assert store.summaries() == ()
        apply_restore(plan, store)
        assert everything(store) == everything(filled(a_memory_store()))
        assert store.settings().theme == "system"
        assert store.device() == "other"


def test_a_folder_and_a_store_in_memory_write_the_same(content: bytes, tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data") as store:
        assert written(filled(store)) == content


def test_unpacked_it_is_a_data_folder(content: bytes, tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path / "data")  # our own
    with a_folder_store(tmp_path / "data") as store:
        assert everything(store) == everything(filled(a_memory_store()))


def test_no_device_and_no_key_goes_along(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data") as store:
        filled(store).secret(lambda: b"k" * 32)
        names = zipfile.ZipFile(io.BytesIO(written(store))).namelist()
    lists = {"settings.json", "decisions.json", "meetings.json"}
    assert {name.partition("/")[0] for name in names} == {*lists, "questionnaires", "audits", "manifest.json"}


def test_restoring_twice_changes_nothing(content: bytes) -> None:
    store = a_memory_store()
    apply_restore(planned(content, store), store)
    before = everything(store)
    again = planned(content, store)
    assert not again.brings_something
    assert [one.audit for one in again.same] == ["autumn", "spring"]
    apply_restore(again, store)
    assert everything(store) == before


def test_what_is_here_is_united_and_never_written_over(content: bytes) -> None:
    store = a_memory_store()
    store.keep_settings(Settings(school=a_school("Another"), person="Bob"))
    store.merge([a_content("autumn", an_answer(9, "1", by="Bob"), an_answer(8, "4", "purpose_b"))])
    plan = planned(content, store)
    (merged,) = plan.merge
    assert (merged.audit, merged.entries, merged.files, merged.conflicts) == ("autumn", 2, 1, ("purpose_a",))
    apply_restore(plan, store)
    assert len(store.entries("autumn")) == 4
    assert (store.settings().person, store.place("autumn")) == ("Bob", None)


def test_the_gardeners_lists_are_united_and_what_was_changed_here_stays(content: bytes) -> None:
    store = a_memory_store()
    ours = Meeting(id="m2", day=date(2026, 11, 13)), MEETING.model_copy(update={"note": "Reading and rivers"})
    store.keep_meetings(ours)
    store.keep_decisions([DECISION])
    plan = planned(content, store)
    assert (plan.decisions, plan.meetings) == (0, 0)
    apply_restore(plan, store)
    assert (store.decisions(), store.meetings()) == ((DECISION,), ours)
    store.keep_meetings(ours[:1])
    assert planned(content, store).brings_something
    apply_restore(planned(content, store), store)
    assert store.meetings() == (ours[0], MEETING)


def test_lists_alone_are_worth_a_backup() -> None:
    first, second = a_memory_store(), a_memory_store()
    first.keep_meetings([MEETING])
    plan = planned(written(first), second)
    assert plan.brings_something
    apply_restore(plan, second)
    assert second.meetings() == (MEETING,)


def test_a_damaged_list_here_is_repaired_first(content: bytes, tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data") as store:
        (tmp_path / "data" / "meetings.json").write_bytes(b"spilt coffee")
        plan = planned(content, store)
        assert "doctor --repair" in plan.refused[0].reason
        with pytest.raises(RestoreRefusedError, match="Nothing was restored"):
            apply_restore(plan, store)
        repair(store, MORNING)
        apply_restore(planned(content, store), store)
        assert store.meetings() == (MEETING,)


def test_a_backup_of_before_there_were_lists_comes_back(content: bytes) -> None:
    def older(files: dict[str, bytes]) -> None:
        del files["decisions.json"], files["meetings.json"]
        manifest = json.loads(files["manifest.json"])
        listed = [one for one in manifest["files"] if one["name"] in files]
        files["manifest.json"] = json.dumps({**manifest, "format_version": 1, "files": listed}).encode()

    plan = planned(altered(content, older, listed=False), a_memory_store())
    assert ([one.audit for one in plan.add], plan.meetings) == (["autumn", "spring"], 0)


def test_an_audit_that_was_erased_here_stays_erased(content: bytes) -> None:
    store = a_memory_store()
    apply_restore(planned(content, store), store)
    store.erase("autumn", MORNING.date())
    plan = planned(content, store)
    assert [one.audit for one in plan.erased] == ["autumn"]
    apply_restore(plan, store)
    assert [line.id for line in store.summaries()] == ["spring"]


def test_one_audit_that_can_not_be_restored_holds_all_back(content: bytes) -> None:
    store = a_memory_store()
    store.merge([a_content("autumn", school="Another school")])
    plan = planned(content, store)
    assert [one.audit for one in plan.refused] == ["autumn"]
    with pytest.raises(RestoreRefusedError, match="Nothing was restored"):
        apply_restore(plan, store)
    assert [line.id for line in store.summaries()] == ["autumn"]


def test_what_the_app_would_not_have_written_holds_all_back(content: bytes) -> None:
    class WrongError(AuditError):
        pass

    def refuse(_: Audit, __: Sequence[Entry], ___: Sequence[Entry]) -> None:
        raise WrongError("No.")

    plan = plan_restore(read_archive(io.BytesIO(content)), a_memory_store(), refuse)
    assert [one.reason for one in plan.refused] == ["No.", "No."]


def test_an_audit_damaged_beyond_repair_is_replaced_and_kept_aside(content: bytes, tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data", backup_every=None) as store:
        apply_restore(planned(content, store), store)
    (tmp_path / "data/audits/autumn/journal.jsonl").write_bytes(b"nothing of it is left\n")
    with a_folder_store(tmp_path / "data") as store:
        plan = planned(content, store)
        assert [one.audit for one in plan.replace] == ["autumn"]
        apply_restore(plan, store)
        assert len(store.entries("autumn")) == 2
        assert list((tmp_path / "data/removed/autumn").iterdir())


def test_a_damaged_audit_that_can_be_repaired_is_repaired_first(content: bytes, tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data") as store:
        apply_restore(planned(content, store), store)
        store.keep("autumn", [an_answer(7)])
    journal = tmp_path / "data/audits/autumn/journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"purpose", b"purposE", 1))
    with a_folder_store(tmp_path / "data") as store:
        assert "Repair it first" in planned(content, store).refused[0].reason


def test_what_can_not_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data", backup_every=None) as store:
        filled(store)
    (tmp_path / "data/audits/autumn/journal.jsonl").write_bytes(b"damaged\n")
    with a_folder_store(tmp_path / "data") as store:
        plan = planned(written(store), a_memory_store())
    assert [one.audit for one in plan.add] == ["spring"]
    assert any("“autumn” can't be read" in said for said in plan.left_out)


@pytest.mark.parametrize(("name", "left"), [("meetings.json", (1, 0)), ("decisions.json", (0, 1))])
def test_a_list_that_can_not_be_read_is_left_out_alone_and_said(
    tmp_path: Path, name: str, left: tuple[int, int]
) -> None:
    with a_folder_store(tmp_path / "data") as store:
        filled(store)
        (tmp_path / "data" / name).write_bytes(b"damaged\n")
        plan = planned(written(store), a_memory_store())
    assert (plan.decisions, plan.meetings) == left
    assert any(name in said for said in plan.left_out)


def test_evidence_that_is_missing_is_said(tmp_path: Path) -> None:
    with a_folder_store(tmp_path / "data") as store:
        filled(store)
        (tmp_path / "data/audits/autumn/files" / sha256(PHOTO)).unlink()
        manifest = check_archive(io.BytesIO(written(store)))
    assert manifest.evidence == 0
    assert len(manifest.left_out) == 1


def test_what_packs_very_well_is_read_back() -> None:
    store = a_memory_store()
    store.merge(
        [a_content("autumn", an_entry("a" * 20_000), *(an_entry("b" * 20_000, minute=n) for n in range(1, 90)))]
    )
    assert check_archive(io.BytesIO(written(store))).audits == 1


# Hostile files

Change = Callable[[dict[str, bytes]], object]


def altered(content: bytes, change: Change, *, listed: bool = True) -> bytes:
    """The archive with other files in it, its list put right again."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    if listed:
        manifest = json.loads(files["manifest.json"])
        manifest["files"] = [
            {"name": name, "size": len(one), "sha256": sha256(one)}
            for name, one in files.items()
            if name != "manifest.json"
        ]
        files["manifest.json"] = json.dumps(manifest).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, one in files.items():
            archive.writestr(name, one)
    return target.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(UnsoundArchiveError) as why:
        read_archive(io.BytesIO(content))
    return str(why.value)


STRANGE = [
    "../outside.json",
    "/etc/passwd",
    "audits/../../x/journal.jsonl",
    "audits/a/files/../../../x",
    "audits/autumn/journal.jsonl/",
    "C:\\x.json",
    "device",
    "signing-key",
    "audits/autumn/files/nothash",
    "audits/-x/journal.jsonl",
    "questionnaires/../x-1.json",
]


@pytest.mark.parametrize("name", STRANGE)
def test_no_file_stands_where_a_data_folder_has_none(content: bytes, name: str) -> None:
    said = refused(altered(content, lambda files: files.update({name: b"x"})))
    assert "no part of a backup" in said or "does not hold" in said


def test_a_changed_file_is_noticed(content: bytes) -> None:
    name = "audits/autumn/journal.jsonl"
    changed = altered(content, lambda files: files.update({name: files[name].replace(b"3", b"4")}), listed=False)
    assert "not as it was" in refused(changed)


def test_a_file_that_is_missing_or_not_listed_is_noticed(content: bytes) -> None:
    assert "does not hold" in refused(altered(content, lambda files: files.pop("settings.json"), listed=False))
    assert "no list" in refused(altered(content, lambda files: files.pop("manifest.json"), listed=False))


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files.update({"audits/autumn/journal.jsonl": b"{}\n"}),
        lambda files: files.update({"settings.json": b"[1"}),
        lambda files: files.update({"questionnaires/a-form-1.json": b"{}"}),
        lambda files: files.update({f"audits/autumn/files/{'0' * 64}": b"x"}),
        lambda files: files.update({f"audits/never/files/{sha256(b'x')}": b"x"}),
        lambda files: files.update({"audits/other/journal.jsonl": files["audits/autumn/journal.jsonl"]}),
    ],
    ids=("a journal", "settings", "a questionnaire", "evidence", "evidence of nothing", "another audit"),
)
def test_what_is_in_it_must_be_what_its_name_says(content: bytes, change: Change) -> None:
    refused(altered(content, change))


def test_a_link_is_no_file(content: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            if info.filename == "settings.json":
                info.external_attr = 0o120777 << 16
            new.writestr(info, old.read(info.filename))
    assert "not a plain file" in refused(target.getvalue())


def test_a_name_twice_is_refused(content: bytes) -> None:
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("settings.json", b"{}")
    assert "a file twice" in refused(target.getvalue())


def test_a_bomb_is_not_unpacked(content: bytes) -> None:
    bomb = b"0" * 50_000_000
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        files = {name: old.read(name) for name in old.namelist()}
        manifest = Manifest.model_validate_json(files.pop("manifest.json"))
        listed = [{**one.model_dump()} for one in manifest.files if one.name != "settings.json"]
        listed.append({"name": "settings.json", "size": len(bomb), "sha256": sha256(bomb)})
        files["settings.json"] = bomb
        files["manifest.json"] = json.dumps({**manifest.model_dump(mode="json"), "files": listed}).encode()
        for name, one in files.items():
            new.writestr(name, one)
    assert len(target.getvalue()) < 100_000
    assert "larger than it may be" in refused(target.getvalue())


def test_a_list_that_is_too_long_is_not_read_into_memory(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_reading, "LARGEST_LISTING", 100)
    assert "more files" in refused(content)


def test_evidence_larger_than_evidence_may_be_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_reading, "LARGEST_FILE", 3)
    assert "larger than it may be" in refused(content)


def test_an_archive_of_a_newer_app_is_said_to_be_one(content: bytes) -> None:
    def newer(files: dict[str, bytes]) -> None:
        files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), "format_version": 3}).encode()

    with pytest.raises(NewerArchiveError, match="Update the app"):
        read_archive(io.BytesIO(altered(content, newer)))


def test_a_backup_from_before_decisions_and_meetings_is_brought_back(content: bytes) -> None:
    def older(files: dict[str, bytes]) -> None:
        del files["decisions.json"], files["meetings.json"]
        files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), "format_version": 1}).encode()

    store = a_memory_store()
    apply_restore(planned(altered(content, older), store), store)
    assert [line.id for line in store.summaries()] == ["autumn", "spring"]
    assert (store.decisions(), store.meetings()) == ((), ())


def test_whatever_is_cut_or_changed_in_it_gets_one_sentence(content: bytes) -> None:
    store = a_memory_store()
    for at in range(0, len(content), 37):
        for broken in (content[:at], content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]):
            with suppress(AuditError):  # anything else is a traceback
                assert not planned(broken, store).refused
    assert store.summaries() == ()
