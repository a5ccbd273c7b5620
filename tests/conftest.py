"""For every test: how long an example takes is no assertion, because machines are busy at times.

All tests together run in two processes: the journeys in one, because two browsers would make each other late, and the
files of the others wherever there is room. Files that are named run in one process, which starts sooner.
"""

import gc
import os

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from tests.examples import examples

settings.register_profile("here", deadline=None, max_examples=examples(100))
settings.load_profile("here")

MOST_PROCESSES = 2
JOURNEYS = "tests/e2e/"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """`-n 0` runs everything in one process, `-n 4` in four."""
    if any(argument.partition("::")[0].endswith(".py") for argument in config.args):
        return 0
    return min(MOST_PROCESSES, os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """The libraries and the tests themselves stay: to look for garbage among them, and at every few controls of a
    screen, was a sixth of the screens' tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


class JourneysTogether(LoadFileScheduling):  # type: ignore[misc] # xdist ships no types
    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> JourneysTogether:
    return JourneysTogether(config, log)
