"""The keys of an installation on the disk: private, made once, and never mistaken for sound when they are not."""

import os
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from audit_app.responses.known_keys import KeysBySchool, KnownKey
from audit_app.responses.model import School
from audit_app.storage import keys
from audit_app.storage.doctor import check, repair
from audit_app.storage.errors import DamagedKnownKeysError, NewerFormatError
from tests.builders import MORNING, a_school, an_audit
from tests.storage.stores import a_folder_store, an_answer

A_KEY = KnownKey.of(a_school(), "a" * 64, date(2026, 11, 22))


def another_each_time() -> Callable[[], bytes]:
    numbers = count(1)
    return lambda: bytes([next(numbers)]) * 32


@pytest.mark.skipif(os.name != "posix", reason="this system knows no owner's permissions")
def test_the_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    keys.secret(tmp_path, another_each_time())
    assert (tmp_path / keys.OWN).stat().st_mode & 0o777 == 0o600


def test_the_secret_is_the_same_after_a_new_start_and_for_who_only_reads(tmp_path: Path) -> None:
    new = another_each_time()
    with a_folder_store(tmp_path, read_only=True) as reader:
        first = reader.secret(new)
    with a_folder_store(tmp_path) as writer, a_folder_store(tmp_path, read_only=True) as reader:
        assert first == writer.secret(new) == reader.secret(new) == b"\1" * 32


def test_of_two_that_make_it_at_once_the_first_wins(tmp_path: Path) -> None:
    def slower() -> bytes:
        keys.secret(tmp_path, lambda: b"f" * 32)
        return b"s" * 32

    assert keys.secret(tmp_path, slower) == b"f" * 32
    assert [one.name for one in tmp_path.iterdir()] == [keys.OWN]


def test_a_damaged_secret_is_made_anew(tmp_path: Path) -> None:
    new = another_each_time()
    keys.secret(tmp_path, new)
    (tmp_path / keys.OWN).write_bytes(b"\0" * 64)
    assert keys.secret(tmp_path, new) == keys.secret(tmp_path, new) == b"\2" * 32


def test_where_it_can_not_be_kept_there_is_no_secret(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    assert keys.secret(in_the_way / "data", another_each_time()) is None


def test_no_backup_takes_the_secret_along(tmp_path: Path) -> None:
    with a_folder_store(tmp_path) as store:
        secret = store.secret(another_each_time())
        assert secret is not None
        store.create(an_audit(id="autumn"))
        store.keep("autumn", [an_answer(1)])
    holding = [one for one in tmp_path.rglob("*") if one.is_file() and secret.hex().encode() in one.read_bytes()]
    assert holding == [tmp_path / keys.OWN]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format_version": 1, "keys": [{"key": "x"}]}', b"[" * 9999])
def test_damaged_known_keys_are_said_not_written_over_and_set_aside_by_the_doctor(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / keys.KNOWN).write_bytes(content)
    with a_folder_store(tmp_path) as store:
        with pytest.raises(DamagedKnownKeysError, match=r"known-keys\.json"):
            store.keep_known_keys([A_KEY])
        assert "known-keys.json in the data folder is damaged" in check(tmp_path).sentence
        repair(store, MORNING)
        assert store.known_keys() == ()
        store.keep_known_keys([A_KEY])
    assert check(tmp_path).sound
    assert next(tmp_path.glob("known-keys.damaged-*.json")).read_bytes() == content


def test_known_keys_of_a_newer_app_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / keys.KNOWN).write_bytes(b'{"format_version": 2, "keys": "whatever"}')
    with pytest.raises(NewerFormatError):
        keys.keep_known(tmp_path, [A_KEY])
    assert not keys.set_aside_known(tmp_path, "aside")


@pytest.mark.parametrize(
    ("school", "name", "urn", "same"),
    [
        (School(name="Oakfield", urn="123456"), "Oakfield Academy", "123456", True),  # renamed
        (School(name="St Mary’s", urn="123456"), "St Mary’s", "654321", False),  # namesakes
        (School(name="Oakfield  primary"), "oakfield Primary", "123456", True),  # its number was added later
        (School(name="Oakfield"), "Ashfield", None, False),
    ],
)
def test_a_school_is_the_same_by_its_number_where_both_have_one_else_by_its_name(
    school: School, name: str, urn: str | None, same: bool
) -> None:
    known = KnownKey(school=name, urn=urn, key="a" * 64, accepted=date(2026, 11, 22))
    assert bool(KeysBySchool([known]).of(school)) is same
