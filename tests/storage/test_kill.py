"""A process that is killed at any moment loses nothing that it said was saved."""

import os
from pathlib import Path

import pytest

from tests.storage.kill import kill_many_times


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_killed_process_loses_no_acknowledged_answer_and_leaves_files_that_open(tmp_path: Path) -> None:
    """Eight times; `python -m tests.storage.kill --times 2000` makes sure."""
    figures = kill_many_times(8, tmp_path)
    assert figures.kills == 8
    assert figures.acknowledged > 10
    assert (figures.lost, figures.torn, figures.unreadable) == (0, 0, 0)
