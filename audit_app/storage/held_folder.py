"""A data folder held open: its lock, the audits that are open, and what stands around every reading and writing."""

import errno
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from audit_app.errors import AuditError
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary, with_responses
from audit_app.storage import erasing, installation
from audit_app.storage.arrivals import Known, arrivals
from audit_app.storage.audit_file import JOURNAL, AuditFile, is_name
from audit_app.storage.backups import Backups
from audit_app.storage.disk import make_private, sweep
from audit_app.storage.errors import (
    ChangedElsewhereError,
    FolderInUseError,
    KeepError,
    NewerFormatError,
    ReadOnlyStoreError,
    UnopenableFolderError,
    UnreadableFolderError,
)
from audit_app.storage.incoming import Incoming
from audit_app.storage.index import Index, Row, size_and_time
from audit_app.storage.own_questionnaires import FOLDER, OwnQuestionnaires
from audit_app.storage.protocol import (
    AuditContent,
    AuditNotFoundError,
    DamagedAuditError,
)
from audit_app.storage.relocating import FolderMovedError, moved_to

OPEN_AUDITS = 32
"""So many audits stay open at once; each is an open file and its entries in memory."""


class HeldFolder:
    """The only one that writes there, without its verbs (folder.py); any thread may use it.

    Raises FolderInUseError when another process has it open, unless it is only to be read.
    """

    def __init__(
        self,
        folder: Path,
        summarise: Callable[[Audit, Sequence[Entry]], Summary],
        new_device: Callable[[], str],
        now: Callable[[], datetime],
        *,
        read_only: bool = False,
        backup_every: timedelta | None = timedelta(minutes=15),
    ) -> None:
        self.folder = folder
        self.backups = Backups(folder, now, backup_every)
        self._summarise = summarise
        self._new_device = new_device
        self._now = now
        self._read_only = read_only
        self._moved = moved_to(folder)
        self._audits = folder / "audits"
        self._turn = threading.RLock()
        self._files: OrderedDict[str, AuditFile] = OrderedDict()
        self._index = Index(folder, self._row, read_only=read_only)
        self._own = OwnQuestionnaires(folder)
        self._incoming = Incoming(folder, self._opened, self.forget)
        self._lock = FileLock(folder / "data.lock", timeout=0, mode=0o600, thread_local=False)
        try:
            self._begin()
        except OSError as problem:
            raise UnopenableFolderError(folder, problem) from problem

    def forget(self, audit_id: str) -> None:
        """Close an audit's file, so that it is read again."""
        file = self._files.pop(audit_id, None)
        if file is not None:
            file.close()

    def close(self) -> None:
        """Make the backups, write the index, release the lock; whatever fails then is only a copy of what is kept."""
        with self._turn:
            if not self._read_only and self._moved is None:
                for audit_id in [*self._files]:
                    self._let_go(audit_id)
                with suppress(OSError):
                    self._index.save()
            for audit_id in [*self._files]:
                self.forget(audit_id)
            self._read_only = True
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self) -> None:
        if self._moved is not None:
            raise FolderMovedError(self.folder, self._moved)
        if self._read_only:
            self._finish_if_nobody_else_does()
            return
        make_private(self.folder)
        try:
            self._lock.acquire()
        except Timeout:
            raise FolderInUseError(self.folder) from None
        try:
            sweep(self.folder)
            sweep(self.folder / FOLDER)
            self._incoming.finish()
            erasing.finish(self.folder, self.backups)
        except BaseException:
            self._lock.release()
            raise

    def _finish_if_nobody_else_does(self) -> None:
        """A merge that a killed process left half done is finished even for a reader."""
        if self._incoming.is_waiting():
            with suppress(OSError, Timeout), self._lock:
                self._read_only = False
                try:
                    self._incoming.finish()
                finally:
                    for audit_id in [*self._files]:
                        self.forget(audit_id)
                    self._read_only = True

    def _bring_in(self, contents: Iterable[AuditContent]) -> None:
        found = arrivals(erasing.refuse_erased(contents, erasing.erased_in(self.folder)), self._known)
        if not found:
            return
        erases = [one.audit.id for one in found if not one.is_new and any(entry.erased for entry in one.entries)]
        for one in found:
            self._index.will_change(one.audit.id)
        for audit_id in erases:
            erasing.note_erasing(self.folder, audit_id)
        self._incoming.bring_in(found)
        for audit_id in erases:
            erasing.purge(self.folder, self._opened(audit_id), self.backups)

    def _known(self, audit_id: str) -> Known | None:
        return self._opened(audit_id).known if self._path(audit_id).exists() else None

    @contextmanager
    def _changing(self, audit_id: str, what: str) -> Iterator[AuditFile]:
        with self._writing(what):
            file = self._opened(audit_id)
            self._index.will_change(audit_id)
            self.backups.before_change(audit_id, file.journal)
            try:
                yield file
            except ChangedElsewhereError:
                self.forget(audit_id)
                raise
            file.tidy()
            self.backups.after_change(audit_id, file.journal)

    @contextmanager
    def _rewriting(self, audit_id: str, what: str) -> Iterator[AuditFile]:
        with self._changing(audit_id, what) as file:
            try:
                yield file
            except OSError:
                self.forget(audit_id)  # the old file stands or the new one
                raise

    @contextmanager
    def _writing(self, what: str) -> Iterator[None]:
        with self._turn:
            if self._moved is not None:
                raise FolderMovedError(self.folder, self._moved)
            if self._read_only:
                raise ReadOnlyStoreError
            try:
                self._must_be_there()
                self._incoming.finish(only_unfinished=True)
                yield
            except OSError as problem:
                raise KeepError(problem, what) from problem

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._turn:
            try:
                self._incoming.finish(only_unfinished=True)
                yield
            except OSError as problem:
                raise UnreadableFolderError(problem) from problem

    def _must_be_there(self) -> None:
        """A stick that was pulled out leaves no folder, or an empty one: that is not “nothing yet”. Raises OSError."""
        signs = ("data.lock", installation.DEVICE)
        if not self._read_only and not any((self.folder / name).exists() for name in signs):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.folder))

    def _path(self, audit_id: str) -> Path:
        if not is_name(audit_id):
            raise AuditNotFoundError(audit_id)
        return self._audits / audit_id

    def _opened(self, audit_id: str) -> AuditFile:
        found = self._files.get(audit_id)
        if found is None:
            self._must_be_there()
            try:
                found = AuditFile(self._path(audit_id), read_only=self._read_only)
            except (DamagedAuditError, NewerFormatError):
                self._index.reread(audit_id)
                raise
            self._files[audit_id] = found
            if len(self._files) > OPEN_AUDITS:
                self._let_go(next(iter(self._files)))
        self._files.move_to_end(audit_id)
        return found

    def _row(self, audit_id: str) -> Row | None:
        size, time = size_and_time(self._path(audit_id) / JOURNAL)
        try:
            file = self._files.get(audit_id) or AuditFile(self._path(audit_id), read_only=True)
            line = with_responses(self._summarise(file.audit, file.entries()), file.responses())
            return Row(id=audit_id, size=size, time=time, summary=line)
        except AuditNotFoundError:
            return None
        except AuditError as damage:
            return Row(id=audit_id, size=size, time=time, damage=str(damage))
        except OSError as problem:
            return Row(id=audit_id, size=size, time=time, damage=str(UnreadableFolderError(problem)), may_pass=True)

    def _let_go(self, audit_id: str) -> None:
        file = self._files.pop(audit_id)
        if file.written:
            self.backups.try_to_make(audit_id, file.journal)
        file.close()
