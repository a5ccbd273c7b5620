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

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary
from audit_app.responses.survey import Response
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.storage import erasing, installation, keys
from audit_app.storage.backups import name_of
from audit_app.storage.decisions import keep_decisions, read_decisions
from audit_app.storage.disk import make_private, move
from audit_app.storage.doctor import check, plan_repair, repair
from audit_app.storage.health import ErasedAudit, Health, Removed, Repair
from audit_app.storage.held_folder import HeldFolder
from audit_app.storage.meetings import keep_meetings, read_meetings
from audit_app.storage.protocol import (
    AuditContent,
    AuditExistsError,
    AuditNotFoundError,
    Settings,
)
from audit_app.storage.relocating import moved_to, relocate
from audit_app.storage.removed import removed_folders, removed_in


class FolderStore(HeldFolder):
    """Fulfils `protocol.Store`; any thread may use it. Raises FolderInUseError as `HeldFolder` does."""

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
            self._must_be_there()  # or the one that is made would say that it is
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
        with self._changing(audit_id, _("What was to be erased") if erases else _("What you did last")) as file:
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
        with self._writing(_("What was to be added")):
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
            self._must_be_there()
        found = check(self.folder, self._reading)
        with self._reading():
            for one in found.damaged:
                self._index.reread(one.audit)
        return found

    def plan_repair(self) -> tuple[Repair, ...]:
        with self._reading():
            self._must_be_there()
        return plan_repair(self.folder, self._reading)

    def repair(self) -> tuple[Repair, ...]:
        with self._writing(_("What was to be repaired")):
            damaged = [row.id for row in self._index.damaged()]
            try:
                return repair(self, self._now())
            finally:  # when the disk fails, some of them may be repaired
                for audit_id in damaged:
                    self._index.reread(audit_id)

    def rebuild_index(self) -> None:
        with self._writing(_("The list of audits")):
            self._incoming.finish()
            self._index.forget()
            self._index.save()
