"""Collecting: Python looks through all it holds, again and again, for circles that nobody needs any more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused(when: bool) -> Iterator[None]:
    """For work that makes millions of values and no circles: the search takes a third of its time for nothing."""
    if not (when and gc.isenabled()):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
