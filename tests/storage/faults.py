"""Faults: the disk fails at one single call, or from one call on, while everything else is the real thing.

`uv run python -m tests.storage.faults` makes every scenario fail at every call in every way and prints the figures.
"""

import argparse
import errno
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.responses.known_keys import KnownKey
from audit_app.storage import journal, migrations
from audit_app.storage.folder import FolderStore
from audit_app.storage.protocol import AuditContent, AuditNotFoundError, Settings
from tests.builders import MORNING, a_response, an_audit, an_entry, the_terms
from tests.questionnaires.making import a_document
from tests.questionnaires.making import an_item as a_written_item
from tests.storage.stores import a_content, a_folder_store, an_answer, formats

CALLS = ("open", "write", "fsync", "replace", "rename", "ftruncate", "mkdir")


class Fault(NamedTuple):
    """What goes wrong at a call: an error, or half of a write and then an error."""

    name: str
    number: int
    short: bool = False
    stays: bool = False
    """Every later call fails as well, until the fault is lifted."""


FAULTS = (
    Fault("ENOSPC", errno.ENOSPC),
    Fault("ENOSPC for good", errno.ENOSPC, stays=True),
    Fault("EIO", errno.EIO),
    Fault("EIO for good", errno.EIO, stays=True),
    Fault("EACCES", errno.EACCES),
    Fault("short write", errno.ENOSPC, short=True),
)


class Disk:
    """Counts the calls that reach the disk, and fails at the one it is told to."""

    def __init__(self, fault: Fault | None = None, at: int = 0) -> None:
        self.calls = 0
        self._fault = fault
        self._at = at

    def check(self) -> bool:
        """True when half of a write is to be done first."""
        self.calls += 1
        fault = self._fault
        if fault is None or self.calls < self._at or (self.calls > self._at and not fault.stays):
            return False
        if fault.short:
            return True
        raise OSError(fault.number, os.strerror(fault.number))

    def fail(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class FaultyFile:
    """A file opened with `open`, whose writes are counted."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file = file
        self._disk = disk

    def write(self, content: bytes) -> int:
        if self._disk.check():
            self._file.write(content[: len(content) // 2])
            self._disk.fail()
        return int(self._file.write(content))

    def __enter__(self) -> "FaultyFile":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._file)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def faulty(fault: Fault | None = None, at: int = 0) -> Iterator[Disk]:
    """The disk as it is, but for one fault at one call. Flushes are only counted, to be quick."""
    disk = Disk(fault, at)
    real: Mapping[str, Callable[..., Any]] = {name: getattr(os, name) for name in CALLS}
    real_open = io.open

    def counted(name: str) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            if not disk.check():
                return None if name == "fsync" else real[name](*given, **more)
            if name == "write":
                real[name](given[0], bytes(given[1])[: len(given[1]) // 2])
            return disk.fail()

        return call

    def opened(*given: Any, **more: Any) -> Any:
        if disk.check():
            disk.fail()
        return FaultyFile(real_open(*given, **more), disk)

    patches = [patch.object(os, name, counted(name)) for name in CALLS]
    patches.append(patch.object(io, "open", opened))
    for one in patches:
        one.start()
    try:
        yield disk
    finally:
        for one in patches:
            one.stop()


# What is tried

SPARE_LINES = 10
JUST_ENOUGH = SPARE_LINES + 5
"""One more change of the place makes so many lines that the journal is compacted."""


def fill(folder: Path) -> None:
    """Two audits with answers, one damaged, one removed, evidence, settings, backups; “one” is soon compacted."""
    with a_folder_store(folder, backup_every=timedelta(days=1)) as store:
        store.keep_settings(Settings(person="Ann"))
        store.device()
        for audit_id in ("one", "two", "gone"):
            store.create(an_audit(id=audit_id))
            store.keep(audit_id, [an_answer(1), an_answer(2)])
        store.attach("one", b"a photo")
        store.remove("gone")
        store.merge([AuditContent(audit=an_audit(id="wave", mode="survey"), entries=(the_terms(),))])
        store.keep_responses("wave", [a_response("a"), a_response("b")])
        store.create(an_audit(id="hurt"))
        store.keep("hurt", [an_answer(1), an_answer(2)])
        for step in range(JUST_ENOUGH):
            store.keep_place("one", f"step_{step}")
    hurt = folder / "audits" / "hurt" / "journal.jsonl"
    hurt.write_bytes(b"x" + hurt.read_bytes())
    (folder / "index.jsonl").unlink()
    a_folder_store(folder).close()  # its list says so


def state(store: FolderStore) -> object:
    """Everything that a store can say."""
    audits, listed = {}, store.summaries()
    for line in listed:
        photos = []
        for content in (b"a photo", b"another"):
            with suppress(AuditError):
                photos.append(store.attachment(line.id, sha256(content)))
        said = store.entries(line.id), store.responses(line.id)
        audits[line.id] = (store.audit(line.id), said, store.place(line.id), photos)
    lines = {line.id: line.answered for line in listed}
    return audits, store.settings(), store.damaged(), lines, store.questionnaires(), store.known_keys()


def _keep(store: FolderStore) -> None:
    store.keep("one", [an_answer(3), an_answer(4)])


def _keep_and_close(store: FolderStore) -> None:
    _keep(store)
    store.close()


def _repair(store: FolderStore) -> None:
    """What could not be repaired is said in what it returns."""
    for one in store.repair():
        if not one.repaired:
            raise AuditError(one.what)


def _attach(store: FolderStore) -> None:
    store.attach("one", b"another")


def _merge(store: FolderStore) -> None:
    store.merge(
        [
            a_content("one", an_answer(5)),
            a_content("new", an_answer(1), files=[b"another"]),
            a_content("two", an_answer(6), an_answer(7)),
        ]
    )


def _merge_responses(store: FolderStore) -> None:
    known = AuditContent(audit=an_audit(id="wave", mode="survey"), entries=(), responses=(a_response("d"),))
    new = AuditContent(audit=an_audit(id="wave-2", mode="survey"), entries=(the_terms(),), responses=(a_response("e"),))
    store.merge([known, a_content("one", an_answer(5)), new])


ERASED = an_entry({"day": "2027-11-22"}, minute=9, subject="survey", field="erased")
MIGRATION = "an older file, kept on"
OWN = a_document(a_written_item("ours"))
KEYS = (KnownKey(school="Oakfield Primary", key="0" * 64, accepted=MORNING.date()),)
SCENARIOS: Mapping[str, Callable[[FolderStore], object]] = {
    "keep, with a backup": _keep,
    "place, with a compaction": lambda store: store.keep_place("one", "purpose_b"),
    "create": lambda store: store.create(an_audit(id="new")),
    "merge": _merge,
    "a response": lambda store: store.keep_responses("wave", [a_response("c")]),
    "merge responses": _merge_responses,
    "erase responses": lambda store: store.erase_responses("wave", [ERASED]),
    "attach": _attach,
    "settings": lambda store: store.keep_settings(Settings(person="Bob")),
    "remove": lambda store: store.remove("two"),
    "restore": lambda store: store.restore("gone"),
    "own questionnaire": lambda store: store.keep_questionnaire(OWN),
    "known keys": lambda store: store.keep_known_keys(KEYS),
    "repair": _repair,
    MIGRATION: _keep,
    "rebuild the index": lambda store: store.rebuild_index(),
    "keep and close": _keep_and_close,
}


class Outcome(NamedTuple):
    tried: int
    refused: int
    """Faults that the user was told of; the others were in what is only a copy, and cost nothing."""


def scenario_fails_everywhere(name: str, place: Path, *, every_way: bool) -> Outcome:
    """Raises AssertionError for a third state, a traceback, or a store that can't go on."""
    no_flush = patch.object(os, "fsync", lambda _: None)  # what is flushed outlives the power, and here it stays on
    with no_flush, patch.object(journal, "SPARE_LINES", SPARE_LINES):
        return _everywhere(name, place, every_way=every_way)


def _everywhere(name: str, place: Path, *, every_way: bool) -> Outcome:
    act = SCENARIOS[name]
    filled = place / "filled"
    if not filled.exists():
        fill(filled)
    with patch.object(migrations, "JOURNAL", formats(2) if name == MIGRATION else migrations.JOURNAL):
        return _at_every_call(act, name, filled, place, every_way=every_way)


def _at_every_call(
    act: Callable[[FolderStore], object], name: str, filled: Path, place: Path, *, every_way: bool
) -> Outcome:
    with _opened(_copy(filled, place / "tried")) as store:
        before = state(store)
        with faulty() as disk:
            act(store)
    assert name != "place, with a compaction" or _is_compact(place / "tried"), "the scenario is not what it says"
    with a_folder_store(place / "tried") as store:
        after = state(store)
    tried = refused = 0
    for at in range(1, disk.calls + 1):
        for fault in FAULTS if every_way else (FAULTS[at % len(FAULTS)],):
            tried += 1
            where = f"“{name}” with {fault.name} at call {at} of {disk.calls}"
            refused += _once(act, _copy(filled, place / "tried"), before, after, fault, at, where)
    return Outcome(tried, refused)


def _once(
    act: Callable[[FolderStore], object], folder: Path, before: object, after: object, fault: Fault, at: int, where: str
) -> bool:
    store = _opened(folder)
    assert state(store) == before
    sentence = ""
    with faulty(fault, at):
        try:
            act(store)
        except AuditError as problem:
            sentence = str(problem)
    # a process that is killed now leaves this
    crashed = _copy(folder, folder.with_name("crashed"))
    with a_folder_store(crashed) as next_one:
        assert state(next_one) in ((before, after) if sentence else (after,)), where
    if not store._read_only:  # closed
        now = state(store)
        assert now in ((before, after) if sentence else (after,)), where
        store.keep("one", [an_answer(99, item="purpose_d")])
        following = store.entries("one")
        with suppress(AuditNotFoundError):
            store.keep("two", [an_answer(99, item="purpose_d")])
        final = state(store)
        store.close()
        with a_folder_store(folder) as next_one:
            assert state(next_one) == final, where
            assert next_one.entries("one") == following, where
    assert not sentence or (sentence[0].isupper() and sentence.endswith(".")), f"{where}: {sentence}"
    return bool(sentence)


@contextmanager
def quick_place() -> Iterator[Path]:
    """A temporary folder in memory where the system has one: thousands of folders are made and removed in it."""
    memory = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        yield Path(place)


def _opened(folder: Path) -> FolderStore:
    return a_folder_store(folder, backup_every=timedelta(0))


def _is_compact(folder: Path) -> bool:
    return (folder / "audits" / "one" / "journal.jsonl").read_bytes().count(b"\n") < 10


def _copy(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, copy_function=shutil.copy2)
    return target


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("names", nargs="*", help="these scenarios; else all")
    total = Outcome(0, 0)
    names = given.parse_args().names or SCENARIOS
    with quick_place() as place:
        for name in names:
            found = scenario_fails_everywhere(name, place, every_way=True)
            total = Outcome(total.tried + found.tried, total.refused + found.refused)
            print(f"{name:24} {found.tried:5} faults, {found.refused:5} said, 0 third states")
    print(f"{'all':24} {total.tried:5} faults, {total.refused:5} said, 0 third states, 0 tracebacks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
