"""What the screens' tests share: a real workspace, in memory, with a clock that stands and ids that count."""

import itertools

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING


@pytest.fixture
def a_workspace() -> Workspace:
    """Empty; the shipped questionnaires."""
    library = shipped()
    numbers = itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    return Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")
