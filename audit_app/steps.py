"""Steps: long work says how far it is, and hears there that nobody waits for it any more.

Nothing says so to work in between: Python can't end a thread. So what takes long comes by here often: once for each
audit, file, page or attempt. Only what has changed nothing yet is ever stopped, so nothing is left half.
"""

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
Tell = Callable[[int, int], None]
"""Called with how many are done, and of how many; 0 of 0 where nobody knows. May raise StoppedError."""


class StoppedError(Exception):
    """Somebody stopped it. Not an AuditError: nothing on its way may take it for a damaged file and go on."""


class Several(Sized, Iterable[T_co], Protocol[T_co]):
    """Whose number is known."""


def quietly(done: int, of: int) -> None:
    """Tells nobody."""


_TELL: ContextVar[Tell] = ContextVar("tell", default=quietly)
"""A thread that is begun with `asyncio.to_thread` takes it along."""


def step(done: int = 0, of: int = 0) -> None:
    """So many of so many are done. Raises StoppedError."""
    _TELL.get()(done, of)


def steps(several: Several[T_co]) -> Iterator[T_co]:
    """Each of them, with a step before it, and one after the last."""
    for done, one in enumerate(several):
        step(done, len(several))
        yield one
    step(len(several), len(several))


@contextmanager
def told_to(tell: Tell) -> Iterator[None]:
    """Whoever waits for the work that is begun within."""
    before = _TELL.set(tell)
    try:
        yield
    finally:
        _TELL.reset(before)
