"""A tiny app in a process of its own, with warnings as errors there too."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.browser import RunningProcess, started

TINY_APP = (sys.executable, "-W", "error", "-m", "tests.ui.serving.tiny_app")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningProcess]:
    """One for all tests of a module that only talk to it."""
    with started(tmp_path_factory.mktemp("served") / "data", command=TINY_APP) as app:
        yield app


@pytest.fixture
def start() -> Callable[..., AbstractContextManager[RunningProcess]]:
    """`with start(data, *options) as app:`, for tests that end or kill it."""
    return partial(started, command=TINY_APP)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"
