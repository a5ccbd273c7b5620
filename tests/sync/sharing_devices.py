"""Devices for the tests of `sync`: each with a workspace in memory, all of one school."""

from datetime import datetime, timedelta

from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer, Entry
from audit_app.storage.memory import MemoryStore
from audit_app.sync.place import Place
from audit_app.sync.sharing import Share
from audit_app.sync.signing import fingerprint
from audit_app.sync.syncing import SyncPlan
from audit_app.workspace import Workspace, summariser
from tests.sync.builders import CREATED, ITEMS, OAKFIELD

LIBRARY = shipped()


class Device:
    """Its clock goes on by a second at each look."""

    def __init__(self, name: str, begun: int = 0) -> None:
        self.name = name
        self._seconds = begun
        self.store = MemoryStore(summariser(LIBRARY), lambda: name)
        self.workspace = Workspace(self.store, LIBRARY, self._now, self._now, lambda: f"by{name}")
        settings = self.workspace.settings().model_copy(update={"school": OAKFIELD, "person": name.capitalize()})
        self.workspace.keep_settings(settings)

    def starts(self) -> str:
        return self.workspace.start_audit("partnership-health", "Autumn 2026", OAKFIELD)

    def answers(self, audit: str, at: int, option: str) -> None:
        self.workspace.answer(audit, ITEMS[at], Answer(option=option))

    def knows(self, *others: "Device") -> tuple[str, ...]:
        """Fingerprints of other devices' keys, as people tell each other."""
        return tuple(fingerprint(key) for one in others if (key := one.workspace.own_key()))

    def looks(self, place: Place, share: Share | None = "full") -> SyncPlan:
        return self.workspace.plan_sync(place, share)

    def syncs(
        self,
        place: Place,
        share: Share | None = "full",
        *,
        accepting: tuple[str, ...] = (),
        accept_fewer: bool = False,
    ) -> SyncPlan:
        planned = self.workspace.plan_sync(place, share, accepting, accept_fewer=accept_fewer)
        return self.workspace.apply_sync(place, planned)

    def entries(self, audit: str) -> tuple[Entry, ...]:
        return self.store.entries(audit)

    def _now(self) -> datetime:
        self._seconds += 1
        return CREATED + timedelta(seconds=self._seconds)
