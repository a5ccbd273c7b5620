"""Decisions about matches on the disk: after a new start, and when the file is damaged or newer."""

from pathlib import Path

import pytest

from audit_app.results.matching.model import Decision
from audit_app.storage import decisions
from audit_app.storage.doctor import check, repair
from audit_app.storage.errors import DamagedDecisionsError, NewerFormatError
from tests.builders import MORNING
from tests.storage.stores import a_folder_store

SAID = Decision(helper="100101", helped="birch", area="reading", verdict="fix", reason="Agreed", by="Ann", when=MORNING)


def test_they_are_there_after_a_new_start(tmp_path: Path) -> None:
    with a_folder_store(tmp_path) as store:
        store.keep_decisions([SAID])
    with a_folder_store(tmp_path, read_only=True) as again:
        assert again.decisions() == (SAID,)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format_version": 1, "decisions": [{"verdict": "sing"}]}', b"\xff"])
def test_damaged_ones_are_said_and_never_written_over_and_the_doctor_sets_them_aside(
    tmp_path: Path, content: bytes
) -> None:
    with a_folder_store(tmp_path) as store:
        path = tmp_path / decisions.DECISIONS
        path.write_bytes(content)
        with pytest.raises(DamagedDecisionsError, match="doctor --repair"):
            store.keep_decisions([SAID])
        assert path.read_bytes() == content
        assert "decisions.json" in check(tmp_path).settings
        repair(store, MORNING)
        assert check(tmp_path).settings == ""
        assert [one.read_bytes() for one in tmp_path.glob("decisions.damaged-*.json")] == [content]
        store.keep_decisions([SAID])
        assert store.decisions() == (SAID,)


def test_those_of_a_newer_app_are_left_alone(tmp_path: Path) -> None:
    content = b'{"format_version": 2, "decisions": []}'
    with a_folder_store(tmp_path) as store:
        (tmp_path / decisions.DECISIONS).write_bytes(content)
        with pytest.raises(NewerFormatError):
            store.keep_decisions([SAID])
        repair(store, MORNING)
        assert (tmp_path / decisions.DECISIONS).read_bytes() == content
