"""Meetings on the disk: after a new start, and when the file is damaged or newer."""

from datetime import date
from pathlib import Path

import pytest

from audit_app.results.meetings import Meeting
from audit_app.storage import meetings
from audit_app.storage.doctor import check, repair
from audit_app.storage.errors import DamagedMeetingsError, NewerFormatError
from tests.builders import MORNING
from tests.storage.stores import a_folder_store

SAID = Meeting(id="m1", day=date(2026, 10, 9), schools=("Alder",), note="Agreed")


def test_they_are_there_after_a_new_start(tmp_path: Path) -> None:
    with a_folder_store(tmp_path) as store:
        store.keep_meetings([SAID])
    with a_folder_store(tmp_path, read_only=True) as again:
        assert again.meetings() == (SAID,)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format_version": 1, "meetings": [{"day": "soon"}]}', b"\xff"])
def test_damaged_ones_are_said_and_never_written_over_and_the_doctor_sets_them_aside(
    tmp_path: Path, content: bytes
) -> None:
    with a_folder_store(tmp_path) as store:
        path = tmp_path / meetings.MEETINGS
        path.write_bytes(content)
        with pytest.raises(DamagedMeetingsError, match="doctor --repair"):
            store.keep_meetings([SAID])
        assert path.read_bytes() == content
        assert "meetings.json" in check(tmp_path).settings
        repair(store, MORNING)
        assert check(tmp_path).settings == ""
        assert [one.read_bytes() for one in tmp_path.glob("meetings.damaged-*.json")] == [content]
        store.keep_meetings([SAID])
        assert store.meetings() == (SAID,)


def test_those_of_a_newer_app_are_left_alone(tmp_path: Path) -> None:
    content = b'{"format_version": 2, "meetings": []}'
    with a_folder_store(tmp_path) as store:
        (tmp_path / meetings.MEETINGS).write_bytes(content)
        with pytest.raises(NewerFormatError):
            store.keep_meetings([SAID])
        repair(store, MORNING)
        assert (tmp_path / meetings.MEETINGS).read_bytes() == content
