"""Resting: what was freed goes back to the system, while the app runs.

The C library keeps what was freed for whoever asks next. After papers and many screens that is a tenth of the process,
in pieces that fit nobody, and more with every hour. glibc gives whole pages back when it is asked to; where there is
another library, nothing is asked.
"""

import asyncio
import ctypes
import sys
from collections.abc import Callable
from functools import partial

PAUSE = 30.0
"""Seconds. Giving back takes a hundredth of one, beside the screens."""


async def give_back_now_and_then(pause: float = PAUSE) -> None:
    """Until it is cancelled."""
    give_back = _giving_back()
    while give_back is not None:
        await asyncio.sleep(pause)
        await asyncio.to_thread(give_back)


def _giving_back() -> Callable[[], int] | None:
    """glibc's `malloc_trim`, to which 0 says that nothing need be kept at hand."""
    if sys.platform != "linux":
        return None
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return None if trim is None else partial(trim, ctypes.c_size_t(0))
