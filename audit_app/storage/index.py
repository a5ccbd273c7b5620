"""The index: every audit's line in the list, so that a folder of 10,000 audits opens as fast as one of 10.

It is a cache. While something is being changed it is named `index.open.jsonl`; a process that was killed leaves it so,
and the next one looks at every journal's size and time and reads again those that changed. It stands in the order of
the list, audits that can't be read first, so the first screen needs only its first lines. What was read of it is
remembered.
"""

import heapq
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice, takewhile
from pathlib import Path
from typing import BinaryIO, TypeAlias, TypeVar

from pydantic import ValidationError

from audit_app.files import flush_folder, write_safely
from audit_app.responses.model import Frozen
from audit_app.responses.progress import Summary
from audit_app.storage import lines
from audit_app.storage.audit_file import JOURNAL, audit_names

CLEAN = "index.jsonl"
OPEN = "index.open.jsonl"
FORMAT_VERSION = 4
"""Another version is built anew; so raise it when `progress.summary` says something else about the same audit."""

AT_A_TIME = 20
"""Rows that are read of the file: the first screens need fewer."""


class Row(Frozen):
    """One audit, as it was when its journal had this size and time."""

    id: str
    size: int
    time: int
    """Nanoseconds."""
    summary: Summary | None = None
    damage: str = ""
    """Why it can't be read, where there is no summary."""
    may_pass: bool = False
    """The disk reported an error, so it is tried again at the next look."""


class Header(Frozen):
    index_version: int
    time: int
    """Of the folder `audits`, in nanoseconds: it changes when an audit comes or goes."""


Wanted: TypeAlias = Callable[[Summary], bool]
T = TypeVar("T")
Model = TypeVar("Model", Row, Header)


class UnsoundIndexError(Exception):
    """Never shown: the index is built anew."""


class Index:
    """`read` gives an audit's row as it is now, or None when there is no such audit."""

    def __init__(self, folder: Path, read: Callable[[str], Row | None], *, read_only: bool = False) -> None:
        self._folder = folder
        self._audits = folder / "audits"
        self._read = read
        self._read_only = read_only
        self._base: _Kept | list[Row] | None = None
        self._fresh: dict[str, Row | None] = {}
        self._stale: set[str] = set()
        self._marked = False
        self._unsaved = False

    def summaries(self, first: int | None = None, wanted: Wanted | None = None) -> tuple[Summary, ...]:
        if first is None:
            self._remember()
        return self._taken(lambda rows: islice(filter(wanted, (row.summary for row in rows if row.summary)), first))

    def damaged(self) -> tuple[Row, ...]:
        return self._taken(lambda rows: takewhile(lambda row: row.summary is None, rows))

    def will_change(self, audit_id: str) -> None:
        """To be called before an audit is written to. Raises OSError."""
        self._load()
        if not self._marked:
            with suppress(FileNotFoundError):
                (self._folder / CLEAN).replace(self._folder / OPEN)
                flush_folder(self._folder)
            if isinstance(self._base, _Kept):
                self._base.path = self._folder / OPEN
            self._marked = self._unsaved = True
        self._stale.add(audit_id)

    def reread(self, audit_id: str) -> None:
        """To be called when an audit turned out not to be as its row says."""
        self._load()
        self._unsaved = True
        self._stale.add(audit_id)

    def save(self) -> None:
        """Write it when anything changed. Raises OSError, after which it counts as open."""
        if self._read_only or not self._unsaved:
            return
        rows = self._taken(lambda rows: rows)
        write_safely(self._folder / CLEAN, self._content(rows), private=True)
        (self._folder / OPEN).unlink(missing_ok=True)
        self._base = _Kept(self._folder / CLEAN) if isinstance(self._base, _Kept) else [*rows]
        self._fresh = {}
        self._marked = self._unsaved = False

    def forget(self) -> None:
        """Build it anew from the audits."""
        self._base = None
        self._fresh, self._stale = {}, set()
        for name in (CLEAN, OPEN):
            (self._folder / name).unlink(missing_ok=True)
        self._load()

    def _remember(self) -> None:
        """Whoever wants all of it once wants it again at the next press."""
        rows = self._taken(lambda rows: rows)
        self._base, self._fresh = [*rows], {}

    def _taken(self, take: Callable[[Iterator[Row]], Iterator[T]]) -> tuple[T, ...]:
        try:
            return tuple(take(self._rows()))
        except UnsoundIndexError:
            self._base = self._compared()
            return tuple(take(self._rows()))

    def _rows(self) -> Iterator[Row]:
        self._load()
        for audit_id in [*self._stale]:
            row = self._fresh[audit_id] = self._read(audit_id)
            if row is None or not row.may_pass:
                self._stale.discard(audit_id)
        base = self._base or ()
        if not self._fresh:
            return iter(base)
        fresh = sorted((row for row in self._fresh.values() if row is not None), key=_order, reverse=True)
        kept = (row for row in base if row.id not in self._fresh)
        return heapq.merge(fresh, kept, key=_order, reverse=True)

    def _load(self) -> None:
        if self._base is not None:
            return
        path = self._folder / CLEAN
        with suppress(UnsoundIndexError):
            if _header(path).time == self._audits_time():
                base = _Kept(path)
                self._stale.update(row.id for row in takewhile(lambda row: row.summary is None, base))
                self._base = base
                return
        self._base = self._compared()

    def _compared(self) -> list[Row]:
        """The rows of the last index whose journals are as they were; the others are to be read."""
        old: dict[str, Row] = {}
        for name in (OPEN, CLEAN):
            with suppress(UnsoundIndexError):
                old.update({row.id: row for row in _read(self._folder / name)})
        self._unsaved = True
        found = []
        for name in audit_names(self._folder):
            row = old.get(name)
            if row is not None and row.summary and (row.size, row.time) == size_and_time(self._audits / name / JOURNAL):
                found.append(row)
            else:
                self._stale.add(name)
        return sorted(found, key=_order, reverse=True)

    def _content(self, rows: Iterable[Row]) -> bytes:
        header = Header(index_version=FORMAT_VERSION, time=self._audits_time())
        written = (row.model_dump(mode="json", exclude_defaults=True) for row in [header, *rows])
        return b"".join(lines.encode(number, row) for number, row in enumerate(written))

    def _audits_time(self) -> int:
        return size_and_time(self._audits)[1]


def is_sound(folder: Path) -> bool:
    """A list that is trusted without looking at the audits agrees with all of them."""
    try:
        rows = {row.id: (row.size, row.time) for row in _read(folder / CLEAN)}
    except UnsoundIndexError:
        return not (folder / CLEAN).exists()
    return rows == {name: size_and_time(folder / "audits" / name / JOURNAL) for name in audit_names(folder)}


def size_and_time(path: Path) -> tuple[int, int]:
    """Zeros for what is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _order(row: Row) -> tuple[bool, str, str]:
    return row.summary is None, row.summary.changed if row.summary else "", row.id


class _Kept:
    """The rows of an index file: each is read once, when somebody gets to it first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows: list[Row] = []
        self._at = 0
        """Where the next one begins; 0 before the header."""
        self._file = (0, 0)
        self._complete = False

    def __iter__(self) -> Iterator[Row]:
        """Raises UnsoundIndexError."""
        number = 0
        while True:
            while number < len(self._rows):
                yield self._rows[number]
                number += 1
            if self._complete:
                return
            self._read_on()

    def _read_on(self) -> None:
        with _opened(self.path) as file:
            now = os.fstat(file.fileno())
            if self._at and self._file != (now.st_size, now.st_mtime_ns):
                raise UnsoundIndexError
            self._file = now.st_size, now.st_mtime_ns
            if not self._at:
                _value(Header, file.readline(), 0)
                self._at = file.tell()
            file.seek(self._at)
            found = [*islice(file, AT_A_TIME)]
        for raw in found:
            self._rows.append(_value(Row, raw, len(self._rows) + 1))
            self._at += len(raw)
        self._complete = len(found) < AT_A_TIME


def _header(path: Path) -> Header:
    with _opened(path) as file:
        return _value(Header, file.readline(), 0)


def _read(path: Path) -> Iterator[Row]:
    """Line by line, as far as asked. Raises UnsoundIndexError."""
    with _opened(path) as file:
        _value(Header, file.readline(), 0)
        for number, line in enumerate(file, 1):
            yield _value(Row, line, number)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise UnsoundIndexError from None
    with file:
        yield file


def _value(model: type[Model], raw: bytes, number: int) -> Model:
    line = lines.decode(raw.rstrip(b"\n"))
    if line is None or line.number != number:
        raise UnsoundIndexError
    try:
        found = model.model_validate(line.value)
    except ValidationError:
        raise UnsoundIndexError from None
    if isinstance(found, Header) and found.index_version != FORMAT_VERSION:
        raise UnsoundIndexError
    return found
