"""The doctor: is every file of a data folder sound, and what can be had back of one that isn't."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.files import write_safely
from audit_app.language import _, ngettext
from audit_app.regional import clock_time, day_words
from audit_app.responses.model import Audit, Entry
from audit_app.responses.standing import heads
from audit_app.responses.survey import Response, in_order, is_erased
from audit_app.responses.union import fuller
from audit_app.steps import steps
from audit_app.storage import lines
from audit_app.storage.audit_file import JOURNAL, AuditFile, audit_names, state_of
from audit_app.storage.backups import Backups, moment_of, name_of
from audit_app.storage.decisions import read_decisions, set_aside_decisions
from audit_app.storage.errors import UnreadableFolderError
from audit_app.storage.health import AuditHealth
from audit_app.storage.health import Health as Health
from audit_app.storage.health import Repair as Repair
from audit_app.storage.index import is_sound
from audit_app.storage.installation import read_settings, set_aside
from audit_app.storage.journal import content_of, salvage
from audit_app.storage.keys import read_known, set_aside_known
from audit_app.storage.meetings import read_meetings, set_aside_meetings
from audit_app.storage.own_questionnaires import OwnQuestionnaires
from audit_app.storage.protocol import DamagedAuditError

if TYPE_CHECKING:
    from audit_app.storage.folder import FolderStore  # which asks the doctor for itself


Turn = Callable[[], AbstractContextManager[None]]
"""Taken for one audit at a time, so that whoever works in the folder waits for one file, not for all."""


def check(folder: Path, turn: Turn = nullcontext) -> Health:
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
        read_decisions(folder)
        read_meetings(folder)
    except AuditError as problem:
        settings = str(problem)
    audits = tuple(_healths(folder / "audits", names, backups, turn))
    with turn():
        return Health(
            audits=audits,
            settings=settings,
            questionnaires=tuple(said for _, said in OwnQuestionnaires(folder).unreadable()),
            index_sound=is_sound(folder),
            last_backup=backups.last(),
        )


def plan_repair(folder: Path, turn: Turn = nullcontext) -> tuple[Repair, ...]:
    """What repairing would have back of every damaged audit; changes nothing."""
    backups = Backups(folder, datetime.now)
    planned = []
    for health in check(folder, turn).damaged:
        path = folder / "audits" / health.audit
        with turn():
            try:
                can_be = _is_damaged(path)
            except OSError:
                can_be = False
            unable = Repair(audit=health.audit, repaired=False, what=health.what)
            planned.append(_restored(path, backups, "") if can_be else unable)
    return tuple(planned)


def repair(store: "FolderStore", at: datetime) -> tuple[Repair, ...]:
    """Have back what can be had of every damaged audit, set damaged settings aside, and build the list anew.

    An audit is restored from its backups united with every line of the damaged file that is sound by itself. The
    damaged file stays beside it as `journal.damaged-<moment>.jsonl`.
    """
    moment = name_of(at)
    done = []
    problem: OSError | None = None
    for health in check(store.folder).damaged:
        path = store.folder / "audits" / health.audit
        try:
            if _is_damaged(path):
                store.forget(health.audit)
                done.append(_restored(path, store.backups, moment))
                continue
        except OSError as error:  # the others are repaired first, then it is said
            problem = problem or error
        done.append(Repair(audit=health.audit, repaired=False, what=health.what))
    when = moment.removesuffix("l").removesuffix(".json")
    set_aside(store.folder, f"settings.damaged-{when}.json")
    set_aside_known(store.folder, f"known-keys.damaged-{when}.json")
    set_aside_decisions(store.folder, f"decisions.damaged-{when}.json")
    set_aside_meetings(store.folder, f"meetings.damaged-{when}.json")
    store.rebuild_index()
    if problem is not None:
        raise problem
    return tuple(done)


def _is_damaged(folder: Path) -> bool:
    """Its journal is; what is wrong with others can't be mended from a backup. Raises OSError."""
    try:
        AuditFile(folder, read_only=True)
    except DamagedAuditError:
        return True
    except AuditError:
        return False
    return False


def _healths(audits: Path, names: Sequence[str], backups: Backups, turn: Turn) -> Iterator[AuditHealth]:
    """Of those that are still there when their turn comes."""
    for name in steps(names):
        with turn():
            found = _health(audits / name, backups) if (audits / name).is_dir() else None
        if found is not None:
            yield found


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
    for (_subject, field), group in heads(file.entries()).items():
        for entry in group:
            name = entry.value.get("sha256") if field == "evidence" and isinstance(entry.value, dict) else None
            if isinstance(name, str) and not entry.redacted:
                try:
                    file.attachment(name)
                except AuditError:
                    lost.append(str(entry.value["text"] if isinstance(entry.value, dict) else "")[:80] or name[:12])
    if not lost:
        return ""
    return _("In the audit “{id}” these evidence files are missing or damaged: {names}. Add them again.").format(
        id=file.id, names=", ".join(lost)
    )


class _Found:
    """What could be read of an audit so far."""

    def __init__(self) -> None:
        self.audit: Audit | None = None
        self.entries: dict[str, Entry] = {}
        self.responses: dict[str, Response] = {}
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
        elif table == "responses":
            self.responses[key] = Response.model_validate({"id": key, **document})
        elif table == "place":
            self.place = str(document.get("item") or "") or self.place


def _restored(folder: Path, backups: Backups, moment: str) -> Repair:
    """Without a moment nothing is written, and it says what would be."""
    name = folder.name
    path = folder / JOURNAL
    found = _Found()
    for backup in reversed(backups.of(name)):
        found.add(salvage(backup.read_bytes()))
    content = path.read_bytes() if path.exists() else b""
    found.add(salvage(content))
    if found.audit is None or found.audit.id != name:
        what = _(
            "The audit “{name}” can't be restored: it has no backup, and its file doesn't say what it is about."
        ).format(name=name)
        return Repair(audit=name, repaired=False, what=what)
    aside = f"journal.damaged-{moment}"
    if content and moment:
        write_safely(folder / aside, content, private=True)
    entries = sorted(found.entries.values(), key=lambda one: one.stamp)
    responses = () if is_erased(entries) else in_order(found.responses)
    if moment:
        write_safely(path, content_of(state_of(found.audit, entries, found.place, responses)), private=True)
    unreadable = sum(lines.decode(raw) is None for raw in content.split(b"\n") if raw)
    said = [_restored_with(name, len(entries), len(responses), done=bool(moment))]
    if entries and not moment:
        said.append(_("The last of them is of {moment}.").format(moment=_day_and_time(entries[-1].at)))
    if unreadable:
        said.append(
            ngettext(
                "One damaged line could not be read; {file} keeps the file as it was.",
                "{count} damaged lines could not be read; {file} keeps the file as it was.",
                unreadable,
            ).format(count=unreadable, file=aside if moment else _("a copy"))
        )
    return Repair(audit=name, repaired=True, what=" ".join(said))


def _restored_with(audit: str, entries: int, responses: int, *, done: bool) -> str:
    if responses:
        words = (
            _("The audit “{audit}” is restored with {entries} entries and {responses} responses.")
            if done
            else _("The audit “{audit}” can be restored with {entries} entries and {responses} responses.")
        )
    else:
        words = (
            _("The audit “{audit}” is restored with {entries} entries.")
            if done
            else _("The audit “{audit}” can be restored with {entries} entries.")
        )
    return words.format(audit=audit, entries=entries, responses=responses)


def _day_and_time(moment: datetime) -> str:
    at = moment.astimezone()
    return f"{day_words(at)}, {clock_time(at)}"
