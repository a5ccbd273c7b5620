"""The archive: a whole data folder as one .zip, to be kept elsewhere and brought back from.

Unpacked it is a data folder: `audits/<id>/journal.jsonl`, `audits/<id>/files/<sha256>`, `questionnaires/…`,
`settings.json`, `decisions.json`, `meetings.json`; beside them `manifest.json` with the size and SHA-256 of each. The
device's name and keys stay out, so that no two installations ever take themselves for one.
`archive_reading.py` reads it back.
"""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated, BinaryIO, Literal

from pydantic import AwareDatetime, Field

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.responses.content import AuditContent
from audit_app.responses.evidence import files_named
from audit_app.responses.model import Frozen
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.steps import steps
from audit_app.storage.audit_file import FILES, JOURNAL, state_of
from audit_app.storage.decisions import DECISIONS
from audit_app.storage.decisions import KEPT as DECISIONS_FILE
from audit_app.storage.errors import DamagedDecisionsError, DamagedMeetingsError, NewerFormatError
from audit_app.storage.installation import SETTINGS, settings_file
from audit_app.storage.journal import content_of
from audit_app.storage.meetings import KEPT as MEETINGS_FILE
from audit_app.storage.meetings import MEETINGS
from audit_app.storage.own_questionnaires import FOLDER, Document, name_of, sealed
from audit_app.storage.protocol import Settings, Store

FORMAT = "audit-app/backup"
FORMAT_VERSION = 2
"""In 2 decisions and meetings came along."""
MANIFEST = "manifest.json"
MOST_FILES = 60_000
MOST_BYTES = 4 * 1024**3 - 1
"""Unpacked, and as a file. More is rather copied as a folder."""
LARGEST_JOURNAL = 256 * 1024**2
LARGEST_LISTING = 64 * 1024**2
"""Of the zip's own list of files, and of the manifest."""
SHORT = 4096
"""Bytes whose packing is of no concern."""


class UnsoundArchiveError(AuditError):
    def __init__(self, why: str) -> None:
        super().__init__(
            _(
                "This file can't be used as a backup: {why}. Nothing was changed. Choose a file that this app wrote, "
                "or an older one."
            ).format(why=why)
        )


class NewerArchiveError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("This backup was written by a newer version of the app. Update the app, then try again."))


class ArchiveTooLargeError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Everything together is too large for one file (4 GB). Copy the data folder as a whole instead, while "
                "the app is closed."
            )
        )


class ArchivedFile(Frozen):
    name: str
    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Manifest(Frozen):
    """What the archive holds."""

    format: Literal["audit-app/backup"]
    format_version: Annotated[int, Field(ge=1)]
    made: AwareDatetime
    files: Annotated[tuple[ArchivedFile, ...], Field(max_length=MOST_FILES)]
    left_out: Annotated[tuple[str, ...], Field(max_length=MOST_FILES)] = ()
    """What could not be read when it was made, in sentences."""

    @property
    def audits(self) -> int:
        return sum(one.name.endswith(f"/{JOURNAL}") for one in self.files)

    @property
    def evidence(self) -> int:
        return sum(f"/{FILES}/" in one.name for one in self.files)


class Archive(Frozen):
    """An archive, opened and checked."""

    manifest: Manifest
    settings: Settings | None
    questionnaires: tuple[Document, ...]
    contents: tuple[AuditContent, ...]
    places: Mapping[str, str]
    """Audit to the item where the user stopped."""
    decisions: tuple[Decision, ...] = ()
    meetings: tuple[Meeting, ...] = ()


def write_archive(store: Store, made: datetime, target: BinaryIO) -> Manifest:
    """Everything that can be read; a step for each audit. Raises ArchiveTooLargeError."""
    files: list[ArchivedFile] = []
    left_out = [said for _, said in (*store.damaged(), *store.unreadable_questionnaires())]
    total = 0

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, allowZip64=False) as archive:

        def add(name: str, content: bytes) -> None:
            nonlocal total
            total += len(content)
            if total > MOST_BYTES or len(files) >= MOST_FILES:
                raise ArchiveTooLargeError
            files.append(ArchivedFile(name=name, size=len(content), sha256=sha256(content)))
            _write(archive, name, content, made)

        with suppress(AuditError):
            add(SETTINGS, settings_file(store.settings()))
        try:
            if decisions := store.decisions():
                add(DECISIONS, DECISIONS_FILE.sealed(decisions))
        except (DamagedDecisionsError, NewerFormatError) as problem:
            left_out.append(str(problem))
        try:
            if meetings := store.meetings():
                add(MEETINGS, MEETINGS_FILE.sealed(meetings))
        except (DamagedMeetingsError, NewerFormatError) as problem:
            left_out.append(str(problem))
        for one in store.questionnaires():
            add(f"{FOLDER}/{name_of(one.id, one.version)}", sealed(store.questionnaire_document(one.id, one.version)))
        for line in steps(sorted(store.summaries(), key=lambda line: line.id)):
            left_out += _add_audit(store, line.id, add)
        manifest = Manifest(
            format=FORMAT, format_version=FORMAT_VERSION, made=made, files=tuple(files), left_out=tuple(left_out)
        )
        try:
            _write(archive, MANIFEST, manifest.model_dump_json(indent=1).encode(), made)
        except zipfile.LargeZipFile:
            raise ArchiveTooLargeError from None
    return manifest


def _add_audit(store: Store, audit_id: str, add: Callable[[str, bytes], None]) -> list[str]:
    """Sentences about what of it could not be read."""
    missing = []
    try:
        audit, entries = store.audit(audit_id), store.entries(audit_id)
        state = state_of(audit, entries, store.place(audit_id), store.responses(audit_id))
    except AuditError as problem:
        return [str(problem)]
    journal = content_of(state)
    if len(journal) > LARGEST_JOURNAL:
        raise ArchiveTooLargeError
    add(f"audits/{audit_id}/{JOURNAL}", journal)
    for name in sorted(files_named(entries)):
        try:
            add(f"audits/{audit_id}/{FILES}/{name}", store.attachment(audit_id, name))
        except ArchiveTooLargeError:
            raise
        except AuditError as problem:
            missing.append(str(problem))
    return missing if audit.mode == "self_audit" and not all(one.redacted for one in entries) else []


def _write(archive: zipfile.ZipFile, name: str, content: bytes, made: datetime) -> None:
    info = zipfile.ZipInfo(name, made.astimezone(UTC).timetuple()[:6])
    info.external_attr = 0o600 << 16
    is_evidence = f"/{FILES}/" in name  # packed already, most of it
    packs_too_well = not is_evidence and len(content) > SHORT and len(zlib.compress(content)) * 150 < len(content)
    kind = zipfile.ZIP_STORED if is_evidence or packs_too_well else zipfile.ZIP_DEFLATED
    archive.writestr(info, content, kind)
