"""Resting: what nobody needs any more goes back to the system."""

import asyncio
import gc
import random
import sys
import weakref
from contextlib import suppress
from pathlib import Path

import pytest

from audit_app.ui.serving.resting import give_back_now_and_then

STATUS = Path("/proc/self/status")
PIECES = 20_000
BYTES = 1_500
"""Less than what the library asks the system for by itself."""


def in_memory() -> int:
    """Bytes of this process."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


async def rest_for(seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(give_back_now_and_then(pause=0.001), seconds)


@pytest.mark.skipif(sys.platform != "linux", reason="asks glibc and reads /proc")
def test_what_was_freed_between_what_is_kept_goes_back_to_the_system() -> None:
    runs = [[bytes(BYTES) for _ in range(20)] for _ in range(PIECES // 20)]
    kept = [run[0] for run in runs]
    random.Random(1).shuffle(runs)
    before = in_memory()
    runs.clear()
    asyncio.run(rest_for(0.1))
    assert before - in_memory() > PIECES * BYTES // 2
    assert len(kept) == PIECES // 20


class Circle:
    def __init__(self) -> None:
        self.itself = self


def test_what_only_knows_itself_is_gone_after_a_rest() -> None:
    async def app() -> bool:
        resting = asyncio.create_task(give_back_now_and_then(pause=0.001))
        await asyncio.sleep(0)
        gone = weakref.ref(Circle())
        await asyncio.sleep(0.05)
        resting.cancel()
        return gone() is None

    assert asyncio.run(app())


def test_what_was_there_before_is_looked_through_again_once_resting_has_ended() -> None:
    asyncio.run(rest_for(0.01))
    assert gc.get_freeze_count() == 0


def test_resting_ends_with_the_app() -> None:
    async def app() -> bool:
        resting = asyncio.create_task(give_back_now_and_then(pause=60))
        await asyncio.sleep(0)
        resting.cancel()
        await asyncio.wait([resting], timeout=1)
        return resting.done()

    assert asyncio.run(app())
