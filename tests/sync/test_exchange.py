"""A folder between devices: whatever a cloud client does to it, all devices come to the same, and nothing is lost."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from audit_app.responses.content import AuditContent
from audit_app.responses.standing import standings
from audit_app.responses.union import united
from audit_app.sync.exchange import Found, Outgoing, Unsent, own_name, read_place, to_write
from audit_app.sync.limits import LARGEST_BUNDLE, BundleTooLargeToWriteError
from audit_app.sync.merge import ImportPlan, contents_to_keep, plan_import
from audit_app.sync.place_errors import (
    FewerFilesError,
    PlaceForbiddenError,
    PlaceFullError,
    PlaceNotFoundError,
)
from audit_app.sync.places.folder import FolderPlace
from audit_app.sync.refusals import UnopenedFileError
from tests.sync.builders import ITEMS, LIBRARY, a_file, a_stamp, an_audit, everything, level


@dataclass
class Device:
    """A device with its audits in memory."""

    name: str
    audits: dict[str, AuditContent] = field(default_factory=dict)
    expected: tuple[str, ...] = ()

    def sync(self, folder: Path) -> tuple[Found, ImportPlan, list[str]]:
        place = FolderPlace(folder)
        found = read_place(place, self.name, self.expected)
        plan = plan_import(found.bundles, self.audits.get, LIBRARY)
        for content in contents_to_keep(plan):
            ours = self.audits.get(content.audit.id, content)
            self.audits[content.audit.id] = AuditContent(
                audit=content.audit,
                entries=united([*ours.entries, *content.entries]),
                files=tuple(sorted({*ours.files, *content.files})),
            )
        outgoing = [
            one for one in to_write(found, self.audits.values(), "full", self.name) if isinstance(one, Outgoing)
        ]
        for one in outgoing:
            place.write(one.name, one.content)
        self.expected = found.expected
        return found, plan, [one.name for one in outgoing]


def with_answer(second: int, option: str, device: str) -> dict[str, AuditContent]:
    content = AuditContent(audit=an_audit(), entries=(level(second, option, ITEMS[second], device=device),))
    return {content.audit.id: content}


def test_two_devices_come_to_the_same(tmp_path: Path) -> None:
    head = Device("head", with_answer(1, "3", "head"))
    deputy = Device("deputy", with_answer(2, "2", "deputy"))
    for device in (head, deputy, head, deputy):
        device.sync(tmp_path)
    assert head.audits == deputy.audits
    answers = [one.answer for one in standings(head.audits["oakfield-1"].entries).values()]
    assert {answer.option for answer in answers if answer} == {"2", "3"}


def test_each_device_writes_only_its_own_files_and_only_of_what_it_worked_on(tmp_path: Path) -> None:
    head, deputy = Device("head", with_answer(1, "3", "head")), Device("deputy")
    _, _, written = head.sync(tmp_path)
    before = (tmp_path / written[0]).read_bytes()
    assert not deputy.sync(tmp_path)[2]
    deputy.audits["oakfield-1"] = AuditContent(
        audit=an_audit(), entries=(*deputy.audits["oakfield-1"].entries, level(2, "2", ITEMS[2], device="deputy"))
    )
    deputy.sync(tmp_path)
    assert (tmp_path / written[0]).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        own_name("deputy", "oakfield-1"),
        own_name("head", "oakfield-1"),
    ]


def test_what_a_place_lost_comes_back_from_whoever_has_it(tmp_path: Path) -> None:
    head, deputy = Device("head", {"oakfield-1": everything()}), Device("deputy")
    for device in (head, deputy):
        device.sync(tmp_path)
    (tmp_path / own_name("head", "oakfield-1")).unlink()
    deputy.expected = ()
    assert deputy.sync(tmp_path)[2] == [own_name("deputy", "oakfield-1")]
    third = Device("third")
    third.sync(tmp_path)
    assert third.audits["oakfield-1"] == everything()


def test_two_places_are_one_for_whoever_uses_both(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
    head, between, far = Device("head", {"oakfield-1": everything()}), Device("between"), Device("far")
    head.sync(one)
    between.sync(one)
    between.expected = ()
    between.sync(other)
    far.sync(other)
    assert far.audits == head.audits


def test_evidence_comes_along(tmp_path: Path) -> None:
    head, deputy = Device("head", {"oakfield-1": everything()}), Device("deputy")
    head.sync(tmp_path)
    deputy.sync(tmp_path)
    assert deputy.audits["oakfield-1"] == everything()


def test_two_devices_cloned_from_one_disk_still_come_to_the_same(tmp_path: Path) -> None:
    one, other = Device("head", with_answer(1, "3", "head")), Device("head", with_answer(2, "2", "clone"))
    for device in (one, other, one):
        device.sync(tmp_path)
    assert one.audits == other.audits


def test_what_a_device_lost_comes_back_from_its_own_file(tmp_path: Path) -> None:
    Device("head", with_answer(1, "3", "head")).sync(tmp_path)
    fresh = Device("head")
    fresh.sync(tmp_path)
    assert fresh.audits == with_answer(1, "3", "head")


def test_a_second_sync_changes_and_writes_nothing(tmp_path: Path) -> None:
    head, deputy = Device("head", with_answer(1, "3", "head")), Device("deputy")
    for device in (head, deputy, head):
        device.sync(tmp_path)
    for device in (head, deputy):
        _, plan, written = device.sync(tmp_path)
        assert not written
        assert [one.audit for one in plan.same] == ["oakfield-1"]


def test_a_half_copied_file_is_passed_over_until_it_is_whole(tmp_path: Path) -> None:
    name = own_name("head", "oakfield-1")
    whole = a_file(everything())
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    deputy = Device("deputy")
    found, plan, _ = deputy.sync(tmp_path)
    assert [one.name for one in found.unread] == [name]
    assert "not copied or downloaded completely" in found.unread[0].reason
    assert plan == ImportPlan()
    (tmp_path / name).write_bytes(whole)
    assert [one.audit for one in deputy.sync(tmp_path)[1].add] == ["oakfield-1"]


@pytest.mark.parametrize("copy", ["{} (1).json", "{}-DESKTOP-A1B2C3 (conflicted copy).json", "{} - Copy.json"])
def test_the_copies_of_an_unsure_cloud_client_are_read_like_any_other(tmp_path: Path, copy: str) -> None:
    for device in ("head", "deputy"):
        name = copy.format(own_name(device, "oakfield-1").removesuffix(".json"))
        (tmp_path / name).write_bytes(a_file(everything()))
        receiver = Device("deputy")
        receiver.sync(tmp_path)
        assert receiver.audits["oakfield-1"] == everything()
        (tmp_path / name).unlink()


def test_a_place_without_the_files_of_others_that_it_had_is_refused(tmp_path: Path) -> None:
    head, deputy = Device("head", with_answer(1, "3", "head")), Device("deputy", with_answer(2, "2", "deputy"))
    for device in (head, deputy, head):
        device.sync(tmp_path)
    for path in tmp_path.iterdir():
        path.unlink()
    with pytest.raises(FewerFilesError, match="now none"):
        head.sync(tmp_path)
    assert not [*tmp_path.iterdir()]
    known = head.audits["oakfield-1"]
    head.expected = ()
    assert head.sync(tmp_path)[2]
    assert head.audits["oakfield-1"] == known


def test_one_missing_file_of_several_is_refused_too(tmp_path: Path) -> None:
    devices = [Device(name, with_answer(at, "3", name)) for at, name in enumerate(("head", "deputy", "bursar"), 1)]
    for device in (*devices, devices[0]):
        device.sync(tmp_path)
    (tmp_path / own_name("deputy", "oakfield-1")).unlink()
    with pytest.raises(FewerFilesError, match="1 file of them is no longer there"):
        devices[0].sync(tmp_path)


def test_a_copy_of_a_cloud_client_may_come_and_go(tmp_path: Path) -> None:
    head, deputy = Device("head", with_answer(1, "3", "head")), Device("deputy", with_answer(2, "2", "deputy"))
    head.sync(tmp_path)
    copies = [own_name("head", "oakfield-1").replace(".json", ending) for ending in (" (1).json", "-PC7.json")]
    for copy in copies:
        (tmp_path / copy).write_bytes((tmp_path / own_name("head", "oakfield-1")).read_bytes())
    deputy.sync(tmp_path)
    for copy in copies:
        (tmp_path / copy).unlink()
    deputy.sync(tmp_path)
    assert deputy.expected == (own_name("head", "oakfield-1"),)


def test_an_older_file_that_comes_back_changes_nothing(tmp_path: Path) -> None:
    head = Device("head", with_answer(1, "1", "head"))
    head.sync(tmp_path)
    old = (tmp_path / own_name("head", "oakfield-1")).read_bytes()
    newer = level(5, "4", ITEMS[1], replaces=[a_stamp(1, "head")], device="head")
    head.audits["oakfield-1"] = AuditContent(audit=an_audit(), entries=(*head.audits["oakfield-1"].entries, newer))
    head.sync(tmp_path)
    deputy = Device("deputy")
    deputy.sync(tmp_path)
    (tmp_path / own_name("head", "oakfield-1")).write_bytes(old)
    deputy.sync(tmp_path)
    head.sync(tmp_path)
    assert deputy.audits == head.audits
    answer = standings(deputy.audits["oakfield-1"].entries)[ITEMS[1]].answer
    assert answer is not None
    assert answer.option == "4"


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (tmp_path / "elsewhere.json").write_bytes(a_file(everything()))
    (place / own_name("head", "oakfield-1")).symlink_to(tmp_path / "elsewhere.json")
    found = read_place(FolderPlace(place), "deputy", ())
    assert (found.read, found.unread) == ((), ())


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    for name in ("minutes.pdf", "desktop.ini", ".school-audit-head.json.tmp", "~$school-audit.docx"):
        (tmp_path / name).write_bytes(b"x")
    found = read_place(FolderPlace(tmp_path), "deputy", ())
    assert (found.read, found.unread, found.expected) == ((), (), ())


def test_one_bad_file_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / own_name("head", "oakfield-1")).write_bytes(a_file(everything()))
    (tmp_path / own_name("mallory", "x")).write_bytes(b"[" * 10_000)
    found, plan, _ = Device("deputy").sync(tmp_path)
    assert len(found.unread) == 1
    assert [one.audit for one in plan.add] == ["oakfield-1"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / own_name("mallory", "x")).open("wb") as file:
        file.truncate(LARGEST_BUNDLE * 200)  # eight gigabytes on paper
    found = read_place(FolderPlace(tmp_path), "deputy", ())
    assert "larger than a bundle can be" in found.unread[0].reason


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_a_link_or_a_pipe_that_appears_between_looking_and_reading_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_bytes(a_file(everything()))
    (tmp_path / "link.json").symlink_to(tmp_path / "secret.json")
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("link.json", "pipe.json"):
        with pytest.raises(UnopenedFileError):
            FolderPlace(tmp_path).read(name, LARGEST_BUNDLE)


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_laid_where_a_file_is_about_to_be_written_leads_nowhere(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_bytes(b"mine")
    place = tmp_path / "place"
    place.mkdir()
    for name in ("a.json", "a.json.tmp"):
        (place / name).symlink_to(precious)
    FolderPlace(place).write("a.json", b"shared")
    assert precious.read_bytes() == b"mine"
    assert not (place / "a.json").is_symlink()
    assert (place / "a.json").read_bytes() == b"shared"


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlaceNotFoundError, match="not there"):
        read_place(FolderPlace(tmp_path / "stick"), "head", ())
    with pytest.raises(PlaceNotFoundError, match="not there"):
        FolderPlace(tmp_path / "stick").write("a.json", b"x")


def test_a_place_that_may_not_be_used_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(PlaceForbiddenError, match="no permission"):
        FolderPlace(tmp_path).files()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_place_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = FolderPlace(tmp_path)
    place.write("a.json", b"old")
    monkeypatch.setattr(os, "fsync", lambda _: Path("/dev/full").write_bytes(b"x"))
    with pytest.raises(PlaceFullError, match="is full"):
        place.write("a.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"old"


def test_an_audit_that_fits_into_no_file_holds_up_no_other() -> None:
    def write(contents: Sequence[AuditContent], *_: object) -> bytes:
        if contents[0].audit.id == "oakfield-1":
            raise BundleTooLargeToWriteError
        return b"{}"

    other = an_audit("oakfield-2")
    both = [AuditContent(audit=one, entries=()) for one in (an_audit(), other)]
    unsent, sent = to_write(Found(), both, "full", "head", write)
    assert isinstance(unsent, Unsent)
    assert "more than a bundle can hold" in unsent.reason
    assert isinstance(sent, Outgoing)
    assert sent.audit == other
