"""The journal as a TinyDB storage, line by line."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where

from audit_app.files import sha256
from audit_app.storage import lines
from audit_app.storage.errors import ChangedElsewhereError, NewerFormatError, ReadOnlyStoreError, UnkeepableValueError
from audit_app.storage.journal import SPARE_LINES, Journal, Patch, State, apply, difference
from audit_app.storage.protocol import DamagedAuditError
from audit_app.storage.tables import AuditDatabase
from tests.examples import examples

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(st.text(max_size=5), VALUES, max_size=3)
STATES = st.dictionaries(
    st.sampled_from(["audit", "entries", "place"]), st.dictionaries(st.sampled_from("abcde"), DOCUMENTS, max_size=4)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def written(path: Path, *patches: Patch) -> Journal:
    journal = Journal(path)
    for patch in patches:
        journal.change(patch)
    return journal


def three_lines(path: Path) -> bytes:
    written(path, *({"entries": {key: {"n": n}}} for n, key in enumerate("abc"))).close()
    return path.read_bytes()


# What a file says


def test_a_journal_that_is_not_there_is_empty_and_made_by_the_first_write(path: Path) -> None:
    journal = Journal(path)
    assert journal.read() is None
    assert not path.exists()
    journal.change({"entries": {"a": {"n": 1}}})
    assert Journal(path).read() == {"entries": {"a": {"n": 1}}}


def test_the_first_line_names_the_format(path: Path) -> None:
    first = three_lines(path).split(b"\n")[0]
    assert first.endswith(b' 0 {"format":"audit-app/journal","format_version":2}')


def test_a_line_is_a_checksum_its_number_and_what_changed(path: Path) -> None:
    assert three_lines(path).split(b"\n")[3] == b"%s 3 %s" % (
        sha256(b'3 {"entries":{"c":{"n":2}}}')[:16].encode(),
        b'{"entries":{"c":{"n":2}}}',
    )


def test_each_change_is_one_line_added_to_the_file(path: Path) -> None:
    journal = written(path, {"entries": {"a": {"n": 1}}})
    for n in range(5):
        before = path.read_bytes()
        journal.change({"entries": {str(n): {"words": "x" * 9000}, "a": {"n": n}}, "place": {"here": {"at": n}}})
        after = path.read_bytes()
        assert after.startswith(before)
        assert after[len(before) :].count(b"\n") == 1


def test_each_change_is_flushed_before_it_counts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[tuple[str, int]] = []

    def flush(handle: int) -> None:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        flushed.append(("folder", 0) if folder else ("file", os.fstat(handle).st_size))

    monkeypatch.setattr(os, "fsync", flush)
    journal = written(path, {"entries": {"a": {"n": 1}}})
    assert flushed == [("file", path.stat().st_size), ("folder", 0)]
    journal.change({"entries": {"b": {"n": 2}}})
    assert flushed[2:] == [("file", path.stat().st_size)]
    journal.compact()
    assert flushed[3:] == [("file", path.stat().st_size), ("folder", 0)]


def test_writing_what_is_there_already_adds_nothing(path: Path) -> None:
    before = three_lines(path)
    journal = Journal(path)
    journal.write(journal.read() or {})
    assert path.read_bytes() == before


def test_null_in_the_place_of_a_document_removes_it(path: Path) -> None:
    written(path, {"t": {"a": {}, "b": {}}}, {"t": {"a": None}}).close()
    assert Journal(path).read() == {"t": {"b": {}}}


@settings(deadline=None, max_examples=examples(40))
@given(STATES, STATES)
def test_a_difference_makes_the_second_state_of_the_first(before: State, after: State) -> None:
    patch = difference(before, after)
    apply(before, patch)
    assert {name: rows for name, rows in before.items() if rows} == {name: rows for name, rows in after.items() if rows}


@settings(deadline=None, max_examples=examples(20))
@given(st.lists(STATES, min_size=1, max_size=4))
def test_a_journal_opened_again_says_what_was_written_last(
    tmp_path_factory: pytest.TempPathFactory, states: list[State]
) -> None:
    path = tmp_path_factory.mktemp("journal") / "j"
    journal = Journal(path)
    for state in states:
        journal.write(state)
    journal.close()
    rows = {name: rows for name, rows in (Journal(path).read() or {}).items() if rows}
    assert rows == {name: rows for name, rows in states[-1].items() if rows}


@given(st.text() | st.just("\ud800 half a pair \0\n\x85\u2028"))
def test_any_text_comes_back_from_a_line(text: str) -> None:
    line = lines.encode(7, text)
    assert line.count(b"\n") == 1
    assert b"\0" not in line
    assert lines.decode(line[:-1]) == (7, text)


@pytest.mark.parametrize("value", [float("nan"), [float("inf")]])
def test_what_json_can_not_hold_is_refused_and_nothing_is_written(path: Path, value: object) -> None:
    before = three_lines(path)
    with pytest.raises(UnkeepableValueError):
        Journal(path).change({"entries": {"d": {"n": value}}})
    assert path.read_bytes() == before


# Torn and damaged


def test_a_file_cut_anywhere_in_its_last_line_says_what_stood_before_it(path: Path) -> None:
    whole = three_lines(path)
    last = whole.rstrip(b"\n").rindex(b"\n") + 1
    for length in range(last, len(whole)):
        path.write_bytes(whole[:length])
        journal = Journal(path)
        assert journal.read() == {"entries": {"a": {"n": 0}, "b": {"n": 1}}}
        assert path.read_bytes() == whole[:length]  # only read
        journal.change({"entries": {"c": {"n": 2}}})
        assert path.read_bytes() == whole


@pytest.mark.parametrize("tail", [b"\0" * 5000, b"abc\0\0\0def\n", b"abc", b"\0\n", b"0" * 9000])
def test_a_tail_that_never_reached_the_disk_whole_is_dropped_before_the_next_line(path: Path, tail: bytes) -> None:
    whole = three_lines(path)
    path.write_bytes(whole + tail)
    journal = Journal(path)
    journal.change({"entries": {"d": {"n": 3}}})
    assert path.read_bytes().startswith(whole)
    assert set(Journal(path).table("entries")) == set("abcd")


def test_any_changed_byte_before_the_last_line_is_noticed(path: Path) -> None:
    """One that makes a higher number of the format's looks like a newer app's file; that is refused as well."""
    whole = three_lines(path)
    last = whole.rstrip(b"\n").rindex(b"\n")
    for at in range(last):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises((DamagedAuditError, NewerFormatError)):
            Journal(path)


def test_a_changed_letter_in_the_last_line_is_damage_too(path: Path) -> None:
    whole = three_lines(path)
    path.write_bytes(whole[:-5] + b"7" + whole[-4:])
    with pytest.raises(DamagedAuditError, match="line 4 is not as it was written"):
        Journal(path)


def test_a_missing_line_is_damage(path: Path) -> None:
    found = three_lines(path).splitlines(keepends=True)
    path.write_bytes(b"".join([*found[:2], *found[3:]]))
    with pytest.raises(DamagedAuditError, match="line 3 is missing; line 4 stands there"):
        Journal(path)


def test_a_line_that_stands_twice_is_damage(path: Path) -> None:
    found = three_lines(path).splitlines(keepends=True)
    path.write_bytes(b"".join([*found, found[-1]]))
    with pytest.raises(DamagedAuditError):
        Journal(path)


def test_damage_is_left_as_it_is(path: Path) -> None:
    content = three_lines(path).replace(b'"n":1', b'"n":7')
    path.write_bytes(content)
    with pytest.raises(DamagedAuditError):
        Journal(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("value", [[1], "text", {"entries": [1]}, {"entries": {"a": 3}}, {"entries": None}])
def test_a_sound_line_that_is_no_patch_is_damage(path: Path, value: object) -> None:
    path.write_bytes(three_lines(path) + lines.encode(4, value))
    with pytest.raises(DamagedAuditError):
        Journal(path)


@pytest.mark.parametrize(
    "first",
    [
        b'{"format":"audit-app/journal","format_version":3}',
        b'v2 {"format":"audit-app/journal","format_version":9,"x":1}',
    ],
)
def test_a_newer_format_is_refused_whatever_its_lines_look_like(path: Path, first: bytes) -> None:
    path.write_bytes(first + b"\n\x00\x01\x02 something else\n")
    with pytest.raises(NewerFormatError):
        Journal(path)


def test_a_very_deep_line_is_damage_and_no_traceback(path: Path) -> None:
    body = b'4 {"entries":{"d":{"n":' + b"[" * 100_000 + b"]" * 100_000 + b"}}}"
    path.write_bytes(three_lines(path) + sha256(body)[:16].encode() + b" " + body + b"\n")
    with pytest.raises(DamagedAuditError):
        Journal(path)


# Compaction


def test_compaction_leaves_a_line_for_each_document(path: Path) -> None:
    journal = written(path, *({"place": {"here": {"at": n}}, "entries": {"a": {"n": 1}}} for n in range(50)))
    assert path.read_bytes().count(b"\n") == 52
    journal.compact()
    assert path.read_bytes().count(b"\n") == 3
    journal.change({"entries": {"b": {"n": 2}}})
    assert Journal(path).read() == {"place": {"here": {"at": 49}}, "entries": {"a": {"n": 1}, "b": {"n": 2}}}


def test_a_journal_is_worth_compacting_when_most_of_its_lines_no_longer_count(path: Path) -> None:
    journal = written(path, {"entries": {str(n): {} for n in range(100)}})
    assert not journal.is_worth_compacting
    for n in range(SPARE_LINES + 110):
        journal.change({"place": {"here": {"at": n}}})
    assert journal.is_worth_compacting


def test_a_line_taken_back_is_gone(path: Path) -> None:
    before = three_lines(path)
    journal = Journal(path)
    end = journal.end
    journal.change({"entries": {"d": {"n": 4}}})
    journal.rewind(end)
    assert path.read_bytes() == before


def test_a_file_that_was_replaced_is_not_written_to(path: Path) -> None:
    three_lines(path)
    journal = Journal(path)
    journal.change({"entries": {"d": {}}})
    other = path.with_name("other")
    other.write_bytes(path.read_bytes() + b"x")
    other.replace(path)
    with pytest.raises(ChangedElsewhereError):
        journal.change({"entries": {"e": {}}})
    assert path.read_bytes().endswith(b"x")


def test_a_journal_for_reading_refuses_to_write(path: Path) -> None:
    before = three_lines(path)
    with pytest.raises(ReadOnlyStoreError):
        Journal(path, read_only=True).change({"entries": {"d": {}}})
    assert path.read_bytes() == before


# As TinyDB knows it


def test_tinydb_works_on_it_as_on_its_own_storages(path: Path) -> None:
    with TinyDB(path, storage=Journal) as database:
        table = database.table("things")
        table.insert_multiple([{"n": n, "tags": ["a"]} for n in range(5)])
        table.update({"n": 70}, where("n") == 0)
        table.remove(where("n") == 1)
        table.upsert({"n": 2, "extra": True}, where("n") == 2)
        assert table.count(where("n") >= 2) == 4
        database.drop_table("nothing")
        before = {row.doc_id: dict(row) for row in table.all()}
    with TinyDB(path, storage=Journal) as database:
        assert {row.doc_id: dict(row) for row in database.table("things").all()} == before
        database.drop_tables()
    assert not any((Journal(path).read() or {}).values())


def test_a_database_of_ours_gives_what_tinydb_gives(path: Path) -> None:
    database = AuditDatabase(path)
    table = database.rows("entries")
    table.put({"a": {"n": 1, "inner": {"x": 1}}, "b": {"n": 2}})
    found = table.get(doc_id="a")  # type: ignore[call-overload]
    found["inner"]["x"] = 9
    table.search(where("n") == 1)[0]["n"] = 9
    for row in table:
        row["n"] = 9
    assert table.raw() == {"a": {"n": 1, "inner": {"x": 1}}, "b": {"n": 2}}
    table.update({"n": 5}, where("n") == 2)
    table.remove(doc_ids=["a"])  # type: ignore[list-item]
    assert table.contains(doc_id="b")  # type: ignore[arg-type]
    assert len(table) == 1
    assert table.all() == [{"n": 5}]
    database.close()
    assert AuditDatabase(path).rows("entries").raw() == {"b": {"n": 5}}
    last = json.loads(path.read_bytes().splitlines()[-1].split(b" ", 2)[2])
    assert last == {"entries": {"a": None}}


def test_an_update_that_fails_half_way_changes_nothing(path: Path) -> None:
    database = AuditDatabase(path)
    table = database.rows("entries")
    table.put({"a": {"n": 1}, "b": {"n": 2}})
    before = path.read_bytes()

    def spoil(row: object) -> None:
        row["n"] = 1 / (2 - row["n"])  # type: ignore[index]

    with pytest.raises(ZeroDivisionError):
        table.update(spoil)
    assert table.raw() == {"a": {"n": 1}, "b": {"n": 2}}
    assert path.read_bytes() == before


def test_what_was_read_may_be_changed_without_changing_what_is_kept(path: Path) -> None:
    journal = written(path, {"entries": {"a": {"n": [1]}}})
    state = journal.read()
    assert state is not None
    state["entries"]["a"]["n"].append(2)
    assert journal.read() == {"entries": {"a": {"n": [1]}}}
