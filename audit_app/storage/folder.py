"""A data folder: the store on a disk, open in one process at a time.

data.lock  settings.json  device  index.jsonl
signing-key  known-keys.json   whose bundles are whose (keys.py); they never travel
decisions.json  meetings.json  a gardener's own lists; they never travel either
audits/<id>/journal.jsonl   one TinyDB each (journal.py)
audits/<id>/files/<sha256>  evidence
backups/<id>/<moment>.jsonl
incoming/                   a merge on its way in
questionnaires/<id>-<version>.json   its own
removed/<id>/<moment>/      audits taken out of the list
"""

import errno
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary, with_responses
from audit_app.responses.survey import Response
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.storage import erasing, installation, keys
from audit_app.storage.arrivals import Known, arrivals
from audit_app.storage.audit_file import JOURNAL, AuditFile, is_name
from audit_app.storage.backups import Backups, name_of
from audit_app.storage.decisions import keep_decisions, read_decisions
from audit_app.storage.disk import make_private, move, sweep
from audit_app.storage.doctor import check, plan_repair, repair
from audit_app.storage.errors import (
    ChangedElsewhereError,
    FolderInUseError,
    KeepError,
    NewerFormatError,
    ReadOnlyStoreError,
    UnopenableFolderError,
    UnreadableFolderError,
)
from audit_app.storage.health import ErasedAudit, Health, Removed, Repair
from audit_app.storage.incoming import Incoming
from audit_app.storage.index import Index, Row, size_and_time
from audit_app.storage.meetings import keep_meetings, read_meetings
from audit_app.storage.own_questionnaires import FOLDER, OwnQuestionnaires
from audit_app.storage.protocol import (
    AuditContent,
    AuditExistsError,
    AuditNotFoundError,
    DamagedAuditError,
    Settings,
)
from audit_app.storage.relocating import FolderMovedError, moved_to, relocate
from audit_app.storage.removed import removed_folders, removed_in

OPEN_AUDITS = 32
"""So many audits stay open at once; each is an open file and its entries in memory."""


class FolderStore:
    """Fulfils `protocol.Store`; any thread may use it.

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

    def settings(self) -> Settings:
        """Raises DamagedSettingsError, NewerFormatError."""
        with self._reading():
            self._must_be_there()
            return installation.read_settings(self.folder)

    def keep_settings(self, settings: Settings) -> None:
        with self._writing(_("Your settings")):
            installation.keep_settings(self.folder, settings)

    def device(self) -> str:
        with self._reading():
            return installation.device(self.folder, self._new_device, read_only=self._read_only)

    def secret(self, new: Callable[[], bytes]) -> bytes | None:
        with self._turn:
            return keys.secret(self.folder, new)

    def known_keys(self) -> tuple[KnownKey, ...]:
        """Raises DamagedKnownKeysError, NewerFormatError."""
        with self._reading():
            return keys.read_known(self.folder)

    def keep_known_keys(self, known: Sequence[KnownKey]) -> None:
        with self._writing(_("The keys of other schools")):
            keys.keep_known(self.folder, known)

    def decisions(self) -> tuple[Decision, ...]:
        """Raises DamagedDecisionsError, NewerFormatError."""
        with self._reading():
            return read_decisions(self.folder)

    def keep_decisions(self, decisions: Sequence[Decision]) -> None:
        with self._writing(_("Your decisions about matches")):
            keep_decisions(self.folder, decisions)

    def meetings(self) -> tuple[Meeting, ...]:
        """Raises DamagedMeetingsError, NewerFormatError."""
        with self._reading():
            return read_meetings(self.folder)

    def keep_meetings(self, meetings: Sequence[Meeting]) -> None:
        with self._writing(_("The list of meetings")):
            keep_meetings(self.folder, meetings)

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        with self._reading():
            return self._own.all()

    def unreadable_questionnaires(self) -> tuple[tuple[str, str], ...]:
        with self._reading():
            return self._own.unreadable()

    def questionnaire_document(self, questionnaire_id: str, version: int) -> Mapping[str, object]:
        with self._reading():
            return self._own.document(questionnaire_id, version)

    def keep_questionnaire(self, document: Mapping[str, object]) -> Questionnaire:
        with self._writing(_("The questionnaire")):
            kept = self._own.keep(document)
            for row in self._index.damaged():  # it may be what they waited for
                self._index.reread(row.id)
            return kept

    def summaries(
        self, first: int | None = None, wanted: Callable[[Summary], bool] | None = None
    ) -> tuple[Summary, ...]:
        with self._reading():
            self._must_be_there()
            return self._index.summaries(first, wanted)

    def damaged(self) -> tuple[tuple[str, str], ...]:
        with self._reading():
            self._must_be_there()
            return tuple((row.id, row.damage) for row in self._index.damaged())

    def audit(self, audit_id: str) -> Audit:
        with self._reading():
            return self._opened(audit_id).audit

    def entries(self, audit_id: str) -> tuple[Entry, ...]:
        with self._reading():
            return self._opened(audit_id).entries()

    def create(self, audit: Audit) -> None:
        with self._writing(_("The new audit")):
            if self._path(audit.id).exists():
                raise AuditExistsError(audit.id)
            self._bring_in([AuditContent(audit=audit, entries=())])

    def keep(self, audit_id: str, entries: Sequence[Entry]) -> None:
        erases = any(entry.erased for entry in entries)
        with self._changing(audit_id, _("What was to be erased") if erases else _("Your last answer")) as file:
            if erases:
                erasing.note_erasing(self.folder, audit_id)
            file.keep(entries)
            if erases:
                erasing.purge(self.folder, file, self.backups)

    def responses(self, audit_id: str) -> tuple[Response, ...]:
        with self._reading():
            return self._opened(audit_id).responses()

    def keep_responses(self, audit_id: str, responses: Iterable[Response]) -> None:
        with self._rewriting(audit_id, _("The response")) as file:
            file.keep_responses(responses)

    def erase_responses(self, audit_id: str, said: Sequence[Entry]) -> None:
        with self._rewriting(audit_id, _("That the responses are erased")) as file:
            file.erase_responses(said)
            self.backups.start_again(audit_id, file.journal)

    def place(self, audit_id: str) -> str | None:
        with self._reading():
            return self._opened(audit_id).place()

    def keep_place(self, audit_id: str, item_id: str) -> None:
        with self._changing(audit_id, _("Where you stopped")) as file:
            file.keep_place(item_id)

    def attach(self, audit_id: str, content: bytes) -> str:
        with self._writing(_("The evidence file")):
            return self._opened(audit_id).attach(content)

    def attachment(self, audit_id: str, sha256: str) -> bytes:
        """Raises AttachmentNotFoundError, DamagedAttachmentError."""
        with self._reading():
            return self._opened(audit_id).attachment(sha256)

    def merge(self, contents: Iterable[AuditContent]) -> None:
        with self._writing(_("What was to be brought in")):
            self._bring_in(contents)

    def remove(self, audit_id: str) -> None:
        with self._writing(_("That change")):
            path = self._path(audit_id)
            if not path.is_dir():
                raise AuditNotFoundError(audit_id)
            self._index.will_change(audit_id)
            self.forget(audit_id)
            place = self.folder / "removed" / audit_id
            make_private(place)
            move(path, place / name_of(self._now()).removesuffix(".jsonl"))

    def restore(self, audit_id: str) -> None:
        """Bring a removed audit back. Raises AuditNotFoundError, AuditExistsError."""
        with self._writing(_("That change")):
            path = self._path(audit_id)
            if path.exists():
                raise AuditExistsError(audit_id)
            removed = sorted((self.folder / "removed" / audit_id).glob("*"))
            if not removed:
                raise AuditNotFoundError(audit_id)
            self._index.will_change(audit_id)
            move(removed[-1], path)

    def removed(self) -> tuple[Removed, ...]:
        with self._reading():
            gone = removed_in(self.folder)
            return tuple(one for one in gone if not self._path(one.audit.id).exists())

    def erase(self, audit_id: str, day: date) -> None:
        with self._writing(_("What was to be erased")):
            path = self._path(audit_id)
            if not path.is_dir() and not removed_folders(self.folder, audit_id):
                raise AuditNotFoundError(audit_id)
            self._index.will_change(audit_id)
            self.forget(audit_id)
            erasing.note_erased(self.folder, audit_id, day)
            erasing.remove_erased(self.folder, audit_id)
            self._index.save()

    def erased(self) -> tuple[ErasedAudit, ...]:
        with self._reading():
            return erasing.erased_in(self.folder)

    def where(self) -> Path:
        return self.folder

    def move_to(self, place: Path) -> None:
        with self._writing(_("Your data")):
            for audit_id in [*self._files]:
                self._let_go(audit_id)
            relocate(self.folder, place)
            self._moved = moved_to(self.folder)

    def health(self) -> Health:
        with self._reading():
            found = check(self.folder)
            for one in found.damaged:
                self._index.reread(one.audit)
            return found

    def plan_repair(self) -> tuple[Repair, ...]:
        with self._reading():
            return plan_repair(self.folder)

    def repair(self) -> tuple[Repair, ...]:
        with self._writing(_("What was to be repaired")):
            damaged = [row.id for row in self._index.damaged()]
            try:
                return repair(self, self._now())
            finally:  # when the disk fails, some of them may be repaired
                for audit_id in damaged:
                    self._index.reread(audit_id)

    def forget(self, audit_id: str) -> None:
        """Close an audit's file, so that it is read again."""
        file = self._files.pop(audit_id, None)
        if file is not None:
            file.close()

    def rebuild_index(self) -> None:
        with self._writing(_("The list of audits")):
            self._incoming.finish()
            self._index.forget()
            self._index.save()

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

    def __enter__(self) -> "FolderStore":
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
