"""Stores for tests: opened the way the app opens them, on a clock that a test can set."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from pydantic import JsonValue

from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary, summary
from audit_app.storage import migrations
from audit_app.storage.folder import FolderStore
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import AuditContent
from tests.builders import MORNING, a_questionnaire, a_school, an_audit, an_entry

QUESTIONNAIRE = a_questionnaire()


class SetClock:
    """The time that a test says it is."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, **time: float) -> None:
        self.moment += timedelta(**time)


def summarise(audit: Audit, entries: Sequence[Entry]) -> Summary:
    return summary(audit, QUESTIONNAIRE, entries)


def a_folder_store(
    folder: Path,
    now: SetClock | None = None,
    *,
    device: str = "laptop",
    read_only: bool = False,
    backup_every: timedelta | None = timedelta(minutes=15),
) -> FolderStore:
    return FolderStore(
        folder, summarise, lambda: device, now or SetClock(), read_only=read_only, backup_every=backup_every
    )


def a_memory_store(device: str = "laptop") -> MemoryStore:
    return MemoryStore(summarise, lambda: device)


def a_content(
    audit_id: str, *entries: Entry, files: Iterable[bytes] = (), school: str = "Foxglove Lane Primary"
) -> AuditContent:
    return AuditContent(audit=an_audit(id=audit_id, school=a_school(school)), entries=entries, files=tuple(files))


def an_answer(minute: int, option: str = "3", item: str = "purpose_a", **more: str) -> Entry:
    value: JsonValue = {"option": option}
    return an_entry(value, minute=minute, subject=f"item/{item}", field="answer", **more)  # type: ignore[arg-type]


def stamps(entries: Iterable[Entry]) -> list[str]:
    return [entry.stamp for entry in entries]


def real_time() -> datetime:
    return datetime.now(UTC)


def formats(version: int) -> migrations.Format:
    """The journal's format as it may come to be: each step notes that it was taken."""
    return migrations.Format(migrations.JOURNAL.name, tuple(partial(_noting, at) for at in range(1, version)))


def _noting(number: int, state: migrations.Documents) -> migrations.Documents:
    taken = state.get("steps", {}).get("taken", {"numbers": []})
    return {**state, "steps": {"taken": {"numbers": [*taken["numbers"], number]}}}
