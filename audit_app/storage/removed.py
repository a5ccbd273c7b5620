"""Removed: audits that were taken out of the list, `removed/<id>/<moment>/`, each as it was."""

from contextlib import suppress
from pathlib import Path

from audit_app.errors import AuditError
from audit_app.storage.audit_file import JOURNAL, content_in, is_name
from audit_app.storage.backups import moment_of
from audit_app.storage.health import Removed

REMOVED = "removed"


def removed_folders(folder: Path, audit_id: str) -> list[Path]:
    """Oldest first."""
    return sorted((folder / REMOVED / audit_id).glob("*"))


def removed_in(folder: Path) -> tuple[Removed, ...]:
    """The last removal of each audit that can be read, the last one first."""
    found = []
    with suppress(FileNotFoundError):
        for audit in (folder / REMOVED).iterdir():
            if not is_name(audit.name):
                continue
            for place in reversed(removed_folders(folder, audit.name)):
                with suppress(AuditError, FileNotFoundError, NotADirectoryError):
                    content, _ = content_in((place / JOURNAL).read_bytes(), audit.name)
                    at = moment_of(place.with_name(f"{place.name}.jsonl"))
                    if at is not None:
                        found.append(Removed(audit=content.audit, at=at))
                        break
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))
