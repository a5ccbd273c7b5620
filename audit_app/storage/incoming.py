"""Incoming: bringing several audits in as one step, whatever happens in between.

Everything is written to `incoming/1.part` first. Renaming that to `incoming/1` is the moment at which it counts: from
then on it is carried out, after a crash by the next process. What can't be carried out is taken back as a whole.
"""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from audit_app.errors import AuditError
from audit_app.files import flush_folder, write_safely
from audit_app.storage.arrivals import Arrival
from audit_app.storage.audit_file import FILES, AuditFile, write_audit
from audit_app.storage.disk import make_private

NEW = "new"
KNOWN = "known"
PART = ".part"


class Incoming:
    """`opened` gives an audit that is there; `forget` closes it, so that it is read again."""

    def __init__(self, folder: Path, opened: Callable[[str], AuditFile], forget: Callable[[str], None]) -> None:
        self._folder = folder / "incoming"
        self._audits = folder / "audits"
        self._opened = opened
        self._forget = forget
        self._unfinished = False

    def bring_in(self, arrivals: Iterable[Arrival]) -> None:
        """All of it, or nothing when it raises OSError."""
        part = self._folder / f"1{PART}"
        _discard(part)
        undo: list[Callable[[], None]] = []
        staged = part.with_suffix("")
        try:
            for one in arrivals:
                folder = part / (NEW if one.is_new else KNOWN) / one.audit.id
                write_audit(folder, one.audit, one.entries, one.files, one.responses)
            make_private(self._audits)
        except BaseException:
            _discard(part)
            raise
        try:
            part.replace(staged)
            flush_folder(self._folder)
            self._carry_out(staged, undo)
        except OSError:
            self._take_back(staged, undo)
            raise
        _discard(_withdrawn(staged))

    def is_waiting(self) -> bool:
        return any(staged.suffix != PART for staged in _folders(self._folder))

    def finish(self, *, only_unfinished: bool = False) -> None:
        """Carry out what counts already and discard what doesn't. Raises OSError."""
        if only_unfinished and not self._unfinished:
            return
        self._unfinished = True
        left: list[Path] = []
        with suppress(FileNotFoundError):
            left = sorted(self._folder.iterdir())
        for staged in left:
            if staged.suffix != PART:
                with suppress(AuditError):  # waits for the damaged audit to be repaired
                    self._carry_out(staged, [])
                    _discard(_withdrawn(staged))
            else:
                _discard(staged)
        self._unfinished = False

    def _carry_out(self, staged: Path, undo: list[Callable[[], None]]) -> None:
        moved = False
        for source in _folders(staged / NEW):
            target = self._audits / source.name
            if target.exists():
                self._unite(source, undo)
                continue
            source.replace(target)
            undo.append(_moving(target, source))
            moved = True
        if moved:
            flush_folder(self._audits)
            flush_folder(staged / NEW)
        for source in _folders(staged / KNOWN):
            self._unite(source, undo)

    def _unite(self, source: Path, undo: list[Callable[[], None]]) -> None:
        staged = AuditFile(source, read_only=True)
        file = self._opened(source.name)
        for content in _files(source / FILES):
            file.attach(content.read_bytes())
        undo.append(self._restoring(file) if staged.responses() else self._shortening(file))
        file.keep(staged.entries())
        file.keep_responses(staged.responses())

    def _shortening(self, file: AuditFile) -> Callable[[], None]:
        file.journal.renew()
        end = file.journal.end

        def shorten() -> None:
            self._forget(file.id)
            file.journal.rewind(end)

        return shorten

    def _restoring(self, file: AuditFile) -> Callable[[], None]:
        """For a file that is going to be written anew."""
        path, before = file.journal.path, file.journal.path.read_bytes()

        def restore() -> None:
            self._forget(file.id)
            write_safely(path, before, private=True)

        return restore

    def _take_back(self, staged: Path, undo: list[Callable[[], None]]) -> None:
        try:
            for step in reversed(undo):
                step()
            if staged.exists():
                _discard(_withdrawn(staged))
        except OSError:
            self._unfinished = True  # it counts, and is carried out before anything else is done


def _withdrawn(staged: Path) -> Path:
    """From now on it doesn't count."""
    part = staged.with_name(staged.name + PART)
    staged.replace(part)
    flush_folder(staged.parent)
    return part


def _moving(source: Path, target: Path) -> Callable[[], None]:
    def move() -> None:
        source.replace(target)
        flush_folder(source.parent)

    return move


def _discard(part: Path) -> None:
    shutil.rmtree(part, ignore_errors=True)


def _folders(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError):
        return sorted(one for one in folder.iterdir() if one.is_dir())
    return []


def _files(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError):
        return sorted(one for one in folder.iterdir() if one.suffix != ".tmp")
    return []
