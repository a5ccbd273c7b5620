"""What the tests of results beyond one audit share: the demo partnership, filled once, and only looked at."""

import functools
from datetime import UTC, datetime

from audit_app.demo.fill import fill
from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@functools.cache
def the_demo() -> Workspace:
    """Eight schools, three rounds."""
    return opened_anew()


def opened_anew() -> Workspace:
    """The same, and nothing of it was read yet."""
    return Workspace(_filled(), shipped(), lambda: NOW, lambda: NOW, lambda: "new")


@functools.cache
def _filled() -> MemoryStore:
    store = MemoryStore(summariser(shipped()), lambda: "laptop")
    fill(Workspace(store, shipped(), lambda: NOW, lambda: NOW, lambda: "new"))
    return store
