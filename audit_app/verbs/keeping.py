"""Kept safe: is all of it sound, a copy of all of it elsewhere and back, what was removed, another place, erasing."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit_app.errors import AuditError
from audit_app.files import write_safely
from audit_app.language import _
from audit_app.questionnaires.library import UnknownQuestionnaireError, UnknownVersionError, questionnaire_of
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses import erasing
from audit_app.responses.continuing import line_of
from audit_app.responses.model import Audit, Entry
from audit_app.responses.refusals import UnknownItemError
from audit_app.steps import quietly, told_to
from audit_app.storage.archive import Manifest, write_archive
from audit_app.storage.archive_reading import check_archive, read_archive
from audit_app.storage.health import Health as Health
from audit_app.storage.health import Removed as Removed
from audit_app.storage.health import Repair as Repair
from audit_app.storage.protocol import AuditNotFoundError
from audit_app.storage.restoring import RestorePlan as RestorePlan
from audit_app.storage.restoring import apply_restore, plan_restore
from audit_app.sync.soundness import DifferentQuestionnaireError, check_sound
from audit_app.verbs.audits import AuditVerbs

OUT_OF_REACH = (
    _("Bundles, PDFs and other files that were already handed out: ask whoever has them to delete them."),
    _("Backup files (.zip) and copies of the data folder: delete those, and make a new backup."),
    _("Other devices and shared places, until they take in this device’s next bundle or sync with it."),
)
"""What erasing does not reach, in sentences."""


class UnreadableBackupError(AuditError):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("“{name}” can't be read: {reason}. Check that it is there, then try again.").format(
                name=name, reason=reason
            )
        )


class UnwritableBackupError(AuditError):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("The backup can't be written to “{name}”: {reason}. Choose another place. Your data is safe.").format(
                name=name, reason=reason
            )
        )


@dataclass(frozen=True)
class Erased:
    """What was erased, and what was not."""

    entries: int
    """So many comments, pieces of evidence, answers in words or names."""
    still_named: int = 0
    """Texts in which the name still stands among other words."""
    out_of_reach: tuple[str, ...] = OUT_OF_REACH


class KeepingVerbs(AuditVerbs):
    """Verbs about the data folder as a whole, and about what must be gone from it."""

    def where(self) -> Path | None:
        """The data folder; None where nothing is on a disk."""
        return self._store.where()

    def health(self) -> Health:
        """Read everything that is kept; changes nothing."""
        return self._store.health()

    def plan_repair(self) -> tuple[Repair, ...]:
        """What repairing would have back."""
        return self._store.plan_repair()

    def repair(self) -> tuple[Repair, ...]:
        with self._turn:
            return self._store.repair()

    def removed_audits(self) -> tuple[Removed, ...]:
        """What was taken out of the list and can be brought back."""
        return self._store.removed()

    def bring_back(self, audit_id: str) -> None:
        """Raises AuditNotFoundError, AuditExistsError."""
        self._store.restore(audit_id)

    # A copy elsewhere

    def backup(self) -> tuple[bytes, Manifest]:
        """All of it as one .zip, opened again and checked. Takes a step for each audit, then for each file."""
        target = io.BytesIO()
        write_archive(self._store, self._now(), target)
        return target.getvalue(), check_archive(target)

    def backup_name(self) -> str:
        """What such a file is called, by the time of this computer."""
        return f"school-audit-{self._now().astimezone():%Y-%m-%d-%H%M}.zip"

    def back_up_to(self, place: Path) -> tuple[Path, Manifest]:
        """Into a folder, or to a file of this name; read back from there and checked. Raises UnwritableBackupError."""
        content, manifest = self.backup()
        return self.put_backup(place, content, manifest), manifest

    def put_backup(self, place: Path, content: bytes, manifest: Manifest) -> Path:
        """The same of one that was made already. From here on it is not stopped: the file is there, or it is not."""
        file = place / self.backup_name() if place.is_dir() else place
        try:
            write_safely(file, content, private=True)
            with file.open("rb") as written, told_to(quietly):
                if check_archive(written) != manifest:
                    raise UnwritableBackupError(str(file), _("what was written is not what is read back"))
        except OSError as problem:
            raise UnwritableBackupError(str(file), problem.strerror or str(problem)) from problem
        return file

    def plan_restore(self, source: Path | tuple[str, bytes]) -> RestorePlan:
        """What restoring this backup would do; changes nothing. Raises UnsoundArchiveError and others."""
        try:
            with source.open("rb") if isinstance(source, Path) else io.BytesIO(source[1]) as file:
                archive = read_archive(file)
        except OSError as problem:
            name = source.name if isinstance(source, Path) else source[0]
            raise UnreadableBackupError(name, problem.strerror or str(problem)) from None
        coming = [questionnaire_of(document, _("The backup")) for document in archive.questionnaires]
        brought = {(one.id, one.version): one for one in coming}

        def check(audit: Audit, here: Sequence[Entry], comes: Sequence[Entry]) -> None:
            check_sound(self._answered(audit, brought), audit, here, comes)

        return plan_restore(archive, self._store, check)

    def apply_restore(self, planned: RestorePlan) -> None:
        """All of it or nothing. Raises RestoreRefusedError."""
        with self._turn:
            apply_restore(planned, self._store)
            self._library.add(self._store.questionnaires())

    def move_data(self, place: Path) -> None:
        """Copy the data folder, check it there, and use it from the next start. Raises UnfitPlaceError."""
        with self._turn:
            self._store.move_to(place)

    # Gone for good

    def people(self, audit_id: str) -> Mapping[str, int]:
        """Who said something in an audit, and how much."""
        return erasing.people([one for name in self._line(audit_id) for one in self._store.entries(name)])

    def erase_words(self, audit_id: str, stamp: str) -> Erased:
        """One comment, piece of evidence or answer in words, with its earlier wordings."""
        return self._erase(audit_id, lambda entries: erasing.erase_one(entries, stamp))

    def erase_item(self, audit_id: str, item_id: str) -> Erased:
        """Everything that was ever said in words about one item."""
        opened = self.audit(audit_id)
        known = {one.subject.rpartition("/")[2] for one in opened.entries} | {*opened.questionnaire.items_by_id}
        if item_id not in known:
            raise UnknownItemError(item_id, opened.questionnaire)
        return self._erase(audit_id, lambda entries: erasing.erase_item(entries, item_id))

    def erase_person(self, audit_id: str, name: str) -> Erased:
        """A person's name; what they said stays."""
        done = self._erase(audit_id, lambda entries: erasing.erase_person(entries, name))
        return Erased(done.entries, erasing.still_named(self._store.entries(audit_id), name))

    def erase_audit(self, audit_id: str) -> Erased:
        """All of it, on every version of its questionnaire, with its backups."""
        with self._turn:
            line = self._line(audit_id)
            count = len(self._store.entries(audit_id)) if audit_id in line else 0
            for name in line or (audit_id,):
                self._store.erase(name, self.today())
        return Erased(count)

    def _erase(self, audit_id: str, make: Callable[[Sequence[Entry]], Sequence[Entry]]) -> Erased:
        with self._turn:
            line = self._line(audit_id)
            done = {one.stamp: one.erased for one in make(self._store.entries(audit_id))}
            for name in line:  # the same entries, there about other items perhaps
                here = [one for one in self._store.entries(name) if one.stamp in done]
                after = [erasing.scrubbed(one, done[one.stamp]) for one in here]
                if after != here:
                    self._store.keep(name, after)
        return Erased(len(done))

    def _line(self, audit_id: str) -> tuple[str, ...]:
        """The audits that continue one another on versions of a questionnaire: all hold the same words."""
        try:
            names = line_of(self._store.audit(audit_id), self._store.entries(audit_id))
        except AuditNotFoundError:
            if any(one.audit.id == audit_id for one in self._store.removed()):
                return ()
            raise
        return tuple(name for name in names if name == audit_id or self._ours(name) is not None)

    def _answered(self, audit: Audit, brought: Mapping[tuple[str, int], Questionnaire]) -> Questionnaire:
        """What it answers, known here or in the backup."""
        ref = audit.questionnaire
        try:
            found = brought.get((ref.id, ref.version)) or self._library.get(ref.id, ref.version)
        except UnknownQuestionnaireError:
            raise UnknownVersionError(ref.id, ref.version) from None
        if found.fingerprint != ref.fingerprint:
            raise DifferentQuestionnaireError(ref.id, ref.version)
        return found
