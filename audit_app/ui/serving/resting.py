"""Resting: what nobody needs any more goes back to the system, while the app runs.

Screens are full of circles (a control knows its handler, the handler its screen), so what is gone with a screen is only
found by looking through all that there is. Python does that when there is a quarter more of it, which takes long and
lets ten megabytes lie about. Here it is done now and then, and what was there before the first window, most of all that
there is, is left out: it stays anyhow.

The C library then keeps what was freed for whoever asks next, in pieces that fit nobody. glibc gives whole pages back
when it is asked to; where there is another library, nothing is asked.
"""

import asyncio
import ctypes
import gc
import sys
from collections.abc import Callable
from functools import partial

PAUSE = 20.0
"""Seconds. Each time takes a hundredth of one."""


async def give_back_now_and_then(pause: float = PAUSE) -> None:
    """Until it is cancelled. To be begun when everything is there but windows."""
    give_back = _giving_back()
    gc.freeze()
    try:
        while True:
            await asyncio.sleep(pause)
            gc.collect()
            if give_back is not None:
                await asyncio.to_thread(give_back)
    finally:
        gc.unfreeze()


def _giving_back() -> Callable[[], int] | None:
    """glibc's `malloc_trim`, to which 0 says that nothing need be kept at hand."""
    if sys.platform != "linux":
        return None
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return None if trim is None else partial(trim, ctypes.c_size_t(0))
