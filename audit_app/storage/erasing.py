"""Erasing on the disk: what was erased is in no journal, no backup, no removed copy and no file of this folder.

First it is noted what is being erased, then it is done, so that a process that is killed meanwhile leaves it to the
next. `erased.json` names the audits that were erased as wholes; `erasing/<id>` those of which words are being erased.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from audit_app.errors import AuditError
from audit_app.files import flush_folder, write_safely
from audit_app.language import _
from audit_app.regional import day_words
from audit_app.responses.content import AuditContent
from audit_app.responses.evidence import files_named
from audit_app.responses.model import Entry
from audit_app.storage.audit_file import FILES, JOURNAL, AuditFile, documents_of, is_name, read_entries
from audit_app.storage.backups import Backups
from audit_app.storage.disk import make_private
from audit_app.storage.health import ErasedAudit
from audit_app.storage.journal import content_of, replay
from audit_app.storage.removed import REMOVED, removed_folders

ERASED = "erased.json"
ERASING = "erasing"
FORMAT = "audit-app/erased"
FORMAT_VERSION = 1
_LIST = TypeAdapter(tuple[ErasedAudit, ...])


class AuditErasedError(AuditError):
    def __init__(self, one: ErasedAudit) -> None:
        day = day_words(one.day)
        super().__init__(
            _(
                "The audit “{audit}” was erased here for good on {day}, so it is not taken in again. "
                "Nothing was changed."
            ).format(audit=one.audit, day=day)
        )


def refuse_erased(contents: Iterable[AuditContent], erased: Iterable[ErasedAudit]) -> tuple[AuditContent, ...]:
    """The contents. Raises AuditErasedError when one of them is of an audit that was erased."""
    coming, gone = tuple(contents), {one.audit: one for one in erased}
    for content in coming:
        if content.audit.id in gone:
            raise AuditErasedError(gone[content.audit.id])
    return coming


def erased_in(folder: Path) -> tuple[ErasedAudit, ...]:
    """The audits that were erased as wholes. A damaged list counts as none: it protects, it holds nothing."""
    with suppress(FileNotFoundError, ValueError, KeyError, TypeError, ValidationError):
        return _LIST.validate_python(json.loads((folder / ERASED).read_bytes())["audits"])
    return ()


def note_erased(folder: Path, audit_id: str, day: date) -> None:
    """From now on it counts as erased."""
    known = [one for one in erased_in(folder) if one.audit != audit_id]
    audits = [one.model_dump(mode="json") for one in (*known, ErasedAudit(audit=audit_id, day=day))]
    document = {"format": FORMAT, "format_version": FORMAT_VERSION, "audits": audits}
    write_safely(folder / ERASED, json.dumps(document, indent=1).encode(), private=True)


def remove_erased(folder: Path, audit_id: str) -> bool:
    """Everything that there is of an audit; True when there was something. Raises OSError."""
    there = False
    for place in ("audits", "backups", REMOVED):
        path = folder / place / audit_id
        if is_name(audit_id) and path.is_dir():
            shutil.rmtree(path)
            flush_folder(path.parent)
            there = True
    return there


def note_erasing(folder: Path, audit_id: str) -> None:
    """Before words of it are erased."""
    make_private(folder / ERASING)
    write_safely(folder / ERASING / audit_id, b"", private=True)


def finish(folder: Path, backups: Backups) -> None:
    """What a killed process left to do. Raises OSError."""
    for one in erased_in(folder):
        remove_erased(folder, one.audit)
    with suppress(FileNotFoundError):
        for left in sorted((folder / ERASING).iterdir()):
            path = folder / "audits" / left.name
            if is_name(left.name) and path.is_dir():
                with suppress(AuditError):  # a damaged one is tried again once it is repaired
                    file = AuditFile(path)
                    try:
                        purge(folder, file, backups)
                    finally:
                        file.close()
            else:
                left.unlink()


def purge(folder: Path, file: AuditFile, backups: Backups) -> None:
    """Wherever an erased entry still says something in this folder, it no longer does. Raises OSError."""
    entries = file.entries()
    erased = {entry.stamp: entry for entry in entries if entry.erased}
    file.journal.compact()
    _purge_beside(file.folder, files_named(entries))
    for path in backups.of(file.id):
        _scrub(path, file.id, erased)
    for place in removed_folders(folder, file.id):
        named = _scrub(place / JOURNAL, file.id, erased)
        _purge_beside(place, named)
    with suppress(FileNotFoundError):
        (folder / ERASING / file.id).unlink()
        flush_folder(folder / ERASING)


def _purge_beside(folder: Path, named: frozenset[str]) -> None:
    """Evidence that nothing names, and copies of the journal that were set aside as damaged."""
    for path in (*folder.glob("journal.damaged-*"), *folder.glob("*.tmp")):
        path.unlink(missing_ok=True)
    if (folder / FILES).is_dir():
        for path in (folder / FILES).iterdir():
            if path.name not in named:
                path.unlink(missing_ok=True)
        flush_folder(folder / FILES)
    if folder.is_dir():
        flush_folder(folder)


def _scrub(path: Path, audit_id: str, erased: Mapping[str, Entry]) -> frozenset[str]:
    """Write a journal anew without it, and give the files that it names.

    One that can't be read can't be vouched for, so it goes.
    """
    try:
        state = replay(path.read_bytes(), audit_id).state
        known = read_entries(state.get("entries", {}), audit_id)
    except FileNotFoundError:
        return frozenset()
    except AuditError:
        path.unlink()
        flush_folder(path.parent)
        return frozenset()
    known.update({stamp: entry for stamp, entry in erased.items() if stamp in known})
    in_order = [known[stamp] for stamp in known]
    content = content_of({**state, "entries": documents_of(in_order)})
    if content != path.read_bytes():
        write_safely(path, content, private=True)
    return files_named(in_order)
