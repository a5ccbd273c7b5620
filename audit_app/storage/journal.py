"""The journal: a TinyDB storage that adds one line for each change instead of writing the whole file again.

The first line names the format. Every other line is a patch: for each table the documents that changed, whole, by their
ids; null in a document's place removes it. Replaying the patches in order gives the state, so the file reads as the
history of what was kept. A line is flushed to the disk before the change counts. A file of an older format
(migrations.py) is written anew before the first change to it.
"""

import json
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from audit_app.files import write_safely
from audit_app.language import _
from audit_app.storage import lines, migrations
from audit_app.storage.disk import GrowingFile
from audit_app.storage.errors import NewerFormatError, ReadOnlyStoreError, UnkeepableValueError
from audit_app.storage.packed import Packed, Stored
from audit_app.storage.protocol import DamagedAuditError

State: TypeAlias = dict[str, dict[str, Stored]]
Tables: TypeAlias = Mapping[str, Mapping[str, Stored]]
Patch: TypeAlias = Mapping[str, Mapping[str, Stored | None]]

SPARE_LINES = 200
"""So many lines that no longer count are worth less than rewriting the file."""


class Journal(Storage):
    """One audit's file. Opening it reads it and changes nothing; `name` stands in the sentence about damage.

    Raises DamagedAuditError, NewerFormatError and OSError; a file that is not there is made by the first write.
    """

    def __init__(self, path: Path, name: str = "", *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        self._state: dict[str, Packed] = {}
        self._lines = 0
        self._is_older = False
        self._file: GrowingFile | None = None
        self._perhaps: tuple[list[bytes], Tables] | None = None
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return
        reading = replay(content, name or path.name)
        self._state = _packed(reading.state)
        self._lines = reading.lines
        self._is_older = reading.is_older
        self._file = GrowingFile(path, reading.sound, len(content))

    def read(self) -> State | None:
        """A copy, because TinyDB changes what it was given."""
        return {name: dict(rows) for name, rows in self._state.items()} or None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """TinyDB's way: the whole new state, of which only the difference is written."""
        self.change(difference(self._state, data))

    def table(self, name: str) -> Mapping[str, Stored]:
        """Each made anew when it is looked at."""
        return self._state.get(name, {})

    def change(self, patch: Patch) -> None:
        """Keep one change as one line. Raises OSError, ChangedElsewhereError, UnkeepableValueError."""
        if not patch:
            return
        if self._read_only:
            raise ReadOnlyStoreError
        self._settle()
        self.renew()
        line = lines.encode(self._lines, patch)
        as_written = lines.decode(line[:-1])
        if as_written is None:
            raise UnkeepableValueError(lines.DEEPEST)  # json writes deeper than it reads
        if self._file is None:
            state: State = {}
            apply(state, as_written.value)
            self._rewrite(state)
            return
        self._file.append(line)
        apply(self._state, as_written.value, Packed)
        self._lines += 1

    def replace(self, tables: Mapping[str, Mapping[str, Stored]]) -> None:
        """Put these in the place of the tables' documents, in this order, in a file that is written anew as a whole.

        When it raises OSError the old file stands or the new one, so whoever goes on opens the journal again.
        """
        if self._read_only:
            raise ReadOnlyStoreError
        self._settle()
        together = {**self._state, **tables}
        self._rewrite({name: rows for name, rows in together.items() if rows})

    @property
    def documents(self) -> int:
        """How many there are; the compacted file has a line for each, and one more."""
        return sum(map(len, self._state.values()))

    @property
    def is_worth_compacting(self) -> bool:
        return self._lines > 2 * self.documents + SPARE_LINES

    def renew(self) -> None:
        """Write a file of an older format as one of this; a crash leaves the old file or the new one."""
        if self._is_older:
            self.compact()

    def compact(self) -> None:
        """Write the file anew with a line for each document; a crash leaves the old file or the new one."""
        self._rewrite(self._state)

    def content(self) -> bytes:
        """The compacted file."""
        return content_of(self._state)

    @property
    def end(self) -> int:
        """The file's length in bytes that count."""
        return self._file.end if self._file else 0

    def rewind(self, end: int) -> None:
        """Take back every line after this length; the journal must then be opened anew."""
        self._settle()
        if self._file is not None:
            self._file.rewind(end)
        self.close()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _rewrite(self, state: Tables) -> None:
        written = _content(state)
        content = b"".join(written)
        self.close()  # Windows renames over no open file
        try:
            write_safely(self.path, content, private=True)
        except OSError:
            if self._file is not None:
                self._perhaps = written, state
            raise
        self._state = _packed(state)
        self._stands(written)

    def _settle(self) -> None:
        """After a rewriting that failed the old file stands or the new one. Raises OSError."""
        if self._perhaps is not None:
            written, state = self._perhaps
            if self.path.read_bytes() == b"".join(written):
                self._state = _packed(state)
                self._stands(written)
            self._perhaps = None

    def _stands(self, written: list[bytes]) -> None:
        length = sum(map(len, written))
        self._lines = len(written)
        self._is_older = False
        self._file = GrowingFile(self.path, length, length)


class Replay:
    """What a journal's bytes say."""

    def __init__(self, state: State, lines_read: int, sound: int, *, is_older: bool) -> None:
        self.state = state
        """In this format, whichever the file is in."""
        self.lines = lines_read
        self.sound = sound
        """Bytes up to a torn tail."""
        self.is_older = is_older


def replay(content: bytes, name: str) -> Replay:
    """Raises NewerFormatError and DamagedAuditError."""
    _refuse_newer(content, name)
    reading = lines.read(content)
    damage = reading.damage
    version = _version(reading.values)
    if not damage and not version:
        damage = _("its first line doesn't say what it is") if content.strip(b"\0") else _("its file is empty")
    state: State = {}
    try:
        for patch in reading.values[1:]:
            apply(state, patch)
        state = migrations.JOURNAL.brought_up(state, version)
    except (AttributeError, KeyError, TypeError, ValueError):
        damage = damage or _("it holds something that is not an audit")
    if damage:
        raise DamagedAuditError(name, damage)
    return Replay(state, len(reading.values), reading.sound, is_older=version < migrations.JOURNAL.version)


def salvage(content: bytes) -> list[object]:
    """The patches in every line that is sound by itself, in this format, whatever is missing around them."""
    values = lines.salvage(content)
    version = _version(values) or migrations.JOURNAL.version
    if version == migrations.JOURNAL.version:
        return values
    state: State = {}
    for patch in values[1:]:
        with suppress(AttributeError, TypeError):
            apply(state, patch)
    try:
        return [migrations.JOURNAL.brought_up(state, version)]
    except (AttributeError, KeyError, TypeError, ValueError):
        return []


def difference(before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]) -> Patch:
    """The patch that makes the second state of the first."""
    patch: dict[str, dict[str, Stored | None]] = {}
    for table in [*before, *(table for table in after if table not in before)]:
        old, new = before.get(table, {}), after.get(table, {})
        changed: dict[str, Stored | None] = {str(key): dict(new[key]) for key in new if old.get(str(key)) != new[key]}
        kept = {str(key) for key in new}
        changed.update((key, None) for key in old if key not in kept)
        if changed:
            patch[table] = changed
    return patch


def apply(state: Any, patch: Any, new: Callable[[], MutableMapping[str, Stored]] = dict) -> None:
    """Make the patch's changes in the state. Raises AttributeError or TypeError for what is not a patch."""
    for table, documents in patch.items():
        rows = state.setdefault(table, new())
        for key, document in documents.items():
            if document is None:
                rows.pop(key, None)
            else:
                rows[key] = {**document}


def content_of(state: Tables) -> bytes:
    """A whole file that says this."""
    return b"".join(_content(state))


def _content(state: Tables) -> list[bytes]:
    """A line for the header and one for each document, so that damage costs one document at most."""
    patches = [{table: {key: document}} for table, rows in state.items() for key, document in rows.items()]
    header = {"format": migrations.JOURNAL.name, "format_version": migrations.JOURNAL.version}
    return [lines.encode(number, value) for number, value in enumerate([header, *patches])]


def _packed(tables: Tables) -> dict[str, Packed]:
    """Those that are packed already are not changed by anybody else."""
    return {name: rows if isinstance(rows, Packed) else Packed(rows) for name, rows in tables.items()}


def _version(values: list[object]) -> int:
    """As the first line says; 0 when it doesn't."""
    header = values[0] if values else None
    known = migrations.JOURNAL
    if (
        not isinstance(header, dict)
        or header.get("format") != known.name
        or not known.knows(header.get("format_version"))
    ):
        return 0
    return int(header["format_version"])


def _refuse_newer(content: bytes, name: str) -> None:
    """A later format may have another kind of line; its first one will hold this JSON."""
    first = content[: content.find(b"\n")] if b"\n" in content[:4096] else content[:4096]
    try:
        header = json.loads(first[first.index(b"{") :])
        version = header["format_version"] if header["format"] == migrations.JOURNAL.name else 0
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    if isinstance(version, int) and version > migrations.JOURNAL.version:
        raise NewerFormatError(_("The audit “{name}”").format(name=name), version, migrations.JOURNAL.version)
