"""A folder between devices: whatever a cloud client does to it, all devices come to the same, and nothing is lost."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from audit_app.responses.content import AuditContent
from audit_app.responses.standing import standings
from audit_app.responses.union import united
from audit_app.sync.folder import (
    EmptyPlaceError,
    Found,
    PlaceNotFoundError,
    PlaceUnusableError,
    own_name,
    read_place,
    to_write,
    write_place,
)
from audit_app.sync.merge import ImportPlan, contents_to_keep, plan_import
from tests.sync.builders import ITEMS, LIBRARY, OAKFIELD, a_file, a_stamp, an_audit, everything, level


@dataclass
class Device:
    """A device with its audits in memory."""

    name: str
    audits: dict[str, AuditContent] = field(default_factory=dict)
    seen: tuple[str, ...] = ()

    def sync(self, place: Path) -> tuple[Found, ImportPlan, list[str]]:
        found = read_place(place, self.name, self.seen)
        plan = plan_import(found.bundles, self.audits.get, LIBRARY)
        for content in contents_to_keep(plan):
            ours = self.audits.get(content.audit.id, content)
            self.audits[content.audit.id] = AuditContent(
                audit=content.audit,
                entries=united([*ours.entries, *content.entries]),
                files=tuple(sorted({*ours.files, *content.files})),
            )
        outgoing = to_write(found, self.audits.values(), OAKFIELD, "full", self.name)
        write_place(place, outgoing)
        self.seen = (*found.names, *(one.name for one in outgoing))
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


def test_each_device_writes_only_its_own_files(tmp_path: Path) -> None:
    head, deputy = Device("head", with_answer(1, "3", "head")), Device("deputy")
    _, _, written = head.sync(tmp_path)
    before = (tmp_path / written[0]).read_bytes()
    deputy.sync(tmp_path)
    assert (tmp_path / written[0]).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        own_name("deputy", "oakfield-1"),
        own_name("head", "oakfield-1"),
    ]


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


def test_a_place_that_is_suddenly_empty_is_refused(tmp_path: Path) -> None:
    head = Device("head", with_answer(1, "3", "head"))
    head.sync(tmp_path)
    for path in tmp_path.iterdir():
        path.unlink()
    with pytest.raises(EmptyPlaceError, match="now none"):
        head.sync(tmp_path)
    assert not [*tmp_path.iterdir()]
    head.seen = ()
    assert head.sync(tmp_path)[2]


def test_a_file_that_vanished_takes_nothing_away(tmp_path: Path) -> None:
    head, deputy = Device("head", with_answer(1, "3", "head")), Device("deputy", with_answer(2, "2", "deputy"))
    for device in (head, deputy, head):
        device.sync(tmp_path)
    known = head.audits["oakfield-1"]
    (tmp_path / own_name("deputy", "oakfield-1")).unlink()
    head.sync(tmp_path)
    assert head.audits["oakfield-1"] == known


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
    assert read_place(place, "deputy", ()).bundles == ()


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    for name in ("minutes.pdf", "desktop.ini", ".school-audit-head.json.tmp", "~$school-audit.docx"):
        (tmp_path / name).write_bytes(b"x")
    found = read_place(tmp_path, "deputy", ())
    assert (found.bundles, found.unread, found.names) == ((), (), ())


def test_one_bad_file_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / own_name("head", "oakfield-1")).write_bytes(a_file(everything()))
    (tmp_path / own_name("mallory", "x")).write_bytes(b"[" * 10_000)
    found, plan, _ = Device("deputy").sync(tmp_path)
    assert len(found.unread) == 1
    assert [one.audit for one in plan.add] == ["oakfield-1"]


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlaceNotFoundError, match="not there"):
        read_place(tmp_path / "stick", "head", ())


def test_a_place_that_vanishes_before_writing_is_said(tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    outgoing = to_write(read_place(place, "head", ()), [everything()], OAKFIELD, "full", "head")
    place.rmdir()
    with pytest.raises(PlaceUnusableError, match="safe here"):
        write_place(place, outgoing)
