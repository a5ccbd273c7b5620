"""Whatever two to five devices do, in the end all say the same, and nothing that was said is lost."""

from unittest.mock import patch

import pytest

from audit_app.responses import changes
from audit_app.responses.standing import tips
from tests.sync.devices import run


def test_devices_that_do_whatever_comes_agree_in_the_end() -> None:
    """A few histories; `python -m tests.sync.devices --steps 20000` makes sure."""
    done = run(8, 25)
    assert done.total() > 80
    assert {"answer", "import", "sync"} <= done.keys()


def test_an_answer_that_leaves_a_rival_standing_would_be_found() -> None:
    """The machine is worth something: with a fault in what an answer replaces, it fails."""

    def only_the_latest(*given: object) -> dict[tuple[str, str], tuple[object, ...]]:
        return {key: group[-1:] for key, group in tips(*given).items()}  # type: ignore[arg-type]

    with patch.object(changes, "tips", only_the_latest), pytest.raises(AssertionError):
        run(40, 30, seed=1, shrink=False)
