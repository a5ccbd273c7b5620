"""A process that is killed at any moment loses nothing that it said was saved."""

import os
from pathlib import Path

import pytest

from tests.storage.kill import PHASES, kill_many_times


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_killed_process_loses_no_acknowledged_answer_and_leaves_files_that_open(tmp_path: Path) -> None:
    """Twice in each phase; `python -m tests.storage.kill --times 2000` makes sure."""
    figures = kill_many_times(2 * len(PHASES), tmp_path)
    assert figures.kills == 2 * len(PHASES)
    assert figures.acknowledged > 0
    assert figures.all_well
