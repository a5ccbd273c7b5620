"""Whatever two to five devices do, in the end all say the same, and nothing that was said is lost."""

import pytest

from tests.sync.devices import run


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_devices_that_do_whatever_comes_agree_in_the_end() -> None:
    """A few histories; `python -m tests.sync.devices --steps 20000` makes sure."""
    done = run(12, 30)
    assert done.total() > 100
    assert {"answer", "import", "sync"} <= done.keys()
