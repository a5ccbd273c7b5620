"""The doctor: is every file of a data folder sound, and what can be had back of one that isn't."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError, computed_field

from audit_app.errors import AuditError
from audit_app.files import write_safely
from audit_app.responses.model import Audit, Entry, Frozen
from audit_app.responses.standing import heads
from audit_app.responses.union import fuller
from audit_app.storage import lines
from audit_app.storage.audit_file import JOURNAL, AuditFile, audit_names, state_of
from audit_app.storage.backups import Backups, moment_of, name_of
from audit_app.storage.errors import UnreadableFolderError
from audit_app.storage.folder import FolderStore
from audit_app.storage.index import is_sound
from audit_app.storage.installation import read_settings, set_aside
from audit_app.storage.journal import content_of
from audit_app.storage.keys import read_known, set_aside_known
from audit_app.storage.own_questionnaires import OwnQuestionnaires
from audit_app.storage.protocol import DamagedAuditError


class AuditHealth(Frozen):
    """One audit, after all of it was read."""

    audit: str
    sound: bool
    what: str = ""
    """What is wrong and what to do; empty when it is sound."""
    entries: int = 0
    backups: int = 0
    last_backup: datetime | None = None


class Health(Frozen):
    """A data folder, after all of it was read."""

    audits: tuple[AuditHealth, ...] = ()
    settings: str = ""
    """What is wrong with the settings; empty when they are sound."""
    questionnaires: tuple[str, ...] = ()
    """What is wrong with each of the folder's own questionnaires that can't be read."""
    index_sound: bool = True
    """The list agrees with the audits, or will be compared with them when it is next opened."""
    last_backup: datetime | None = None

    @property
    def damaged(self) -> tuple[AuditHealth, ...]:
        return tuple(one for one in self.audits if not one.sound)

    @computed_field  # type: ignore[prop-decorator] # mypy knows no decorator on a property
    @property
    def sound(self) -> bool:
        return not (self.damaged or self.settings or self.questionnaires) and self.index_sound

    @computed_field  # type: ignore[prop-decorator] # mypy knows no decorator on a property
    @property
    def sentence(self) -> str:
        """All of it in one or two sentences."""
        total, damaged = len(self.audits), len(self.damaged)
        if damaged:
            said = f"{damaged} of {total} audits {'is' if damaged == 1 else 'are'} not sound."
        else:
            said = {0: "There are no audits yet.", 1: "Your audit is sound."}.get(
                total, f"All {total} audits are sound."
            )
        at = self.last_backup.astimezone() if self.last_backup else None
        when = f"Last backup: {at.day} {at:%B %Y, %H:%M}." if at else "No backup yet."
        index = "" if self.index_sound else "The list of audits is out of date: “audit-app doctor --repair” renews it."
        return " ".join(part for part in (said, self.settings, *self.questionnaires, index, when) if part)


class Repair(Frozen):
    """What became of one damaged audit."""

    audit: str
    repaired: bool
    what: str


def check(folder: Path) -> Health:
    """Read every file; changes nothing, and may be done while the app has the folder open."""
    backups = Backups(folder, datetime.now)
    try:
        names = audit_names(folder)
    except OSError as problem:
        raise UnreadableFolderError(problem) from problem
    settings = ""
    try:
        read_settings(folder)
        read_known(folder)
    except AuditError as problem:
        settings = str(problem)
    return Health(
        audits=tuple(_health(folder / "audits" / name, backups) for name in names),
        settings=settings,
        questionnaires=tuple(said for _, said in OwnQuestionnaires(folder).unreadable()),
        index_sound=is_sound(folder),
        last_backup=backups.last(),
    )


def repair(store: FolderStore, at: datetime) -> tuple[Repair, ...]:
    """Have back what can be had of every damaged audit, set damaged settings aside, and build the list anew.

    An audit is restored from its backups united with every line of the damaged file that is sound by itself. The
    damaged file stays beside it as `journal.damaged-<moment>.jsonl`.
    """
    moment = name_of(at)
    done = []
    for health in check(store.folder).damaged:
        path = store.folder / "audits" / health.audit
        try:
            AuditFile(path, read_only=True)
        except DamagedAuditError:
            store.forget(health.audit)
            done.append(_repaired(path, store.backups, moment))
        except (AuditError, OSError):
            done.append(Repair(audit=health.audit, repaired=False, what=health.what))
        else:
            done.append(Repair(audit=health.audit, repaired=False, what=health.what))
    when = moment.removesuffix("l").removesuffix(".json")
    set_aside(store.folder, f"settings.damaged-{when}.json")
    set_aside_known(store.folder, f"known-keys.damaged-{when}.json")
    store.rebuild_index()
    return tuple(done)


def _health(folder: Path, backups: Backups) -> AuditHealth:
    made = backups.of(folder.name)
    last = moment_of(made[0]) if made else None
    known: dict[str, Any] = {"audit": folder.name, "backups": len(made), "last_backup": last}
    try:
        file = AuditFile(folder, read_only=True)
        lost = _lost_evidence(file)
    except AuditError as problem:
        return AuditHealth(sound=False, what=str(problem), **known)
    except OSError as problem:
        return AuditHealth(sound=False, what=str(UnreadableFolderError(problem)), **known)
    return AuditHealth(sound=not lost, what=lost, entries=len(file.entries()), **known)


def _lost_evidence(file: AuditFile) -> str:
    """In words; empty when every evidence file that stands is there and as it was added."""
    lost = []
    for (_, field), group in heads(file.entries()).items():
        for entry in group:
            name = entry.value.get("sha256") if field == "evidence" and isinstance(entry.value, dict) else None
            if isinstance(name, str) and not entry.redacted:
                try:
                    file.attachment(name)
                except AuditError:
                    lost.append(str(entry.value["text"] if isinstance(entry.value, dict) else "")[:80] or name[:12])
    if not lost:
        return ""
    return f"In the audit “{file.id}” these evidence files are missing or damaged: {', '.join(lost)}. Add them again."


class _Found:
    """What could be read of an audit so far."""

    def __init__(self) -> None:
        self.audit: Audit | None = None
        self.entries: dict[str, Entry] = {}
        self.place: str | None = None

    def add(self, values: Iterable[object]) -> None:
        for patch in values:
            for table, documents in patch.items() if isinstance(patch, Mapping) else ():
                for key, document in documents.items() if isinstance(documents, Mapping) else ():
                    if isinstance(document, Mapping):
                        with suppress(ValidationError, TypeError):
                            self._add_document(table, key, document)

    def _add_document(self, table: str, key: str, document: Mapping[str, Any]) -> None:
        if table == "audit":
            self.audit = Audit.model_validate(document)
        elif table == "entries":
            entry = Entry.model_validate({"stamp": key, **document})
            known = self.entries.get(key)
            self.entries[key] = (fuller(known, entry) or known) if known else entry
        elif table == "place":
            self.place = str(document.get("item") or "") or self.place


def _repaired(folder: Path, backups: Backups, moment: str) -> Repair:
    name = folder.name
    path = folder / JOURNAL
    found = _Found()
    for backup in reversed(backups.of(name)):
        found.add(lines.salvage(backup.read_bytes()))
    content = path.read_bytes() if path.exists() else b""
    found.add(lines.salvage(content))
    if found.audit is None or found.audit.id != name:
        what = f"The audit “{name}” can't be restored: it has no backup, and its file doesn't say what it is about."
        return Repair(audit=name, repaired=False, what=what)
    aside = f"journal.damaged-{moment}"
    if content:
        write_safely(folder / aside, content, private=True)
    state = state_of(found.audit, sorted(found.entries.values(), key=lambda one: one.stamp), found.place)
    write_safely(path, content_of(state), private=True)
    unreadable = sum(lines.decode(raw) is None for raw in content.split(b"\n") if raw)
    what = f"The audit “{name}” is restored with {len(found.entries)} entries."
    if unreadable:
        how_many = "One damaged line" if unreadable == 1 else f"{unreadable} damaged lines"
        what += f" {how_many} could not be read; {aside} keeps the file as it was."
    return Repair(audit=name, repaired=True, what=what)
