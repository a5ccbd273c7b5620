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
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "laptop")
    workspace = Workspace(store, library, lambda: NOW, lambda: NOW, lambda: "new")
    fill(workspace)
    return workspace
