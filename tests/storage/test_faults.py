"""A disk that fails at any call leaves the old state or the new one, with a sentence, and the next write works."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from audit_app.storage.errors import UnopenableFolderError
from tests.storage.faults import FAULTS, SCENARIOS, Fault, faulty, fill, quick_place, scenario_fails_everywhere, state
from tests.storage.stores import a_folder_store


@pytest.fixture(scope="module")
def filled() -> Iterator[Path]:
    with quick_place() as place:
        fill(place / "filled")
        yield place


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_disk_that_fails_leaves_the_old_state_or_the_new_one(name: str, filled: Path) -> None:
    """At every call, in one way each; `python -m tests.storage.faults` tries every way at every call."""
    assert scenario_fails_everywhere(name, filled, every_way=False).tried > 0


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_folder_that_can_not_be_opened_is_said_and_left_as_it_was(filled: Path, fault: Fault) -> None:
    folder = filled / "filled"
    with a_folder_store(folder) as store:
        before = state(store)
    with faulty() as disk:
        a_folder_store(folder).close()
    said = 0
    for at in range(1, disk.calls + 1):
        with faulty(fault, at), suppress(UnopenableFolderError):
            said += 1
            a_folder_store(folder).close()
            said -= 1
        with a_folder_store(folder) as store:
            assert state(store) == before
    assert said > 0
