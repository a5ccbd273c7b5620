"""Going: work that is under way, between the thread that does it, the window that shows it and whoever stops it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from audit_app.steps import StoppedError, told_to

P = ParamSpec("P")
R = TypeVar("R")


class Going:
    """One piece of work, from its beginning to its end."""

    def __init__(self) -> None:
        self.done = 0
        self.of = 0
        """0 while nobody knows."""
        self.can_be_stopped = False
        """Only while nothing has been changed yet."""
        self.is_stopped = False
        self.is_left = False
        """Whoever began it went to another screen meanwhile."""
        self.stopping = asyncio.Event()

    def tell(self, done: int, of: int) -> None:
        """Called by the thread. Raises StoppedError."""
        if self.is_stopped:
            raise StoppedError
        if of:
            self.done, self.of = done, of

    def stop(self) -> None:
        """Called by the window; does nothing once it is too late."""
        if self.can_be_stopped:
            self.give_up()

    def give_up(self) -> None:
        """Nobody wants what comes of it."""
        self.is_stopped = True
        self.stopping.set()


_GOING: ContextVar[Going | None] = ContextVar("going", default=None)
"""What is under way here."""


async def under_way(going: Going, action: Callable[[], Awaitable[object]]) -> None:
    """Do it so that its steps are told, and that it can be stopped. Raises StoppedError."""
    here = _GOING.set(going)
    try:
        with told_to(going.tell):
            await action()
    finally:
        _GOING.reset(here)


def is_left_behind() -> bool:
    """Of what is under way here: whether its screen has gone. Nobody is fetched back to what comes of it."""
    going = _GOING.get()
    return going is not None and going.is_left


async def off_loop(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Slow work on another thread, so that the window stays alive; in the browser's Python, which has none, at once."""
    if sys.platform == "emscripten":
        await asyncio.sleep(0)
        return function(*args, **kwargs)
    return await asyncio.to_thread(function, *args, **kwargs)


async def stoppable(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """`off_loop` for work that changes nothing, in an action of `use_doing` or `use_reading`: once that is stopped
    nobody waits for it, and it ends by itself at its next step. Raises StoppedError."""
    going = _GOING.get()
    if going is None:
        return await off_loop(function, *args, **kwargs)
    if going.is_stopped:
        raise StoppedError
    going.can_be_stopped = True
    working = asyncio.ensure_future(off_loop(function, *args, **kwargs))
    working.add_done_callback(lambda done: None if done.cancelled() else done.exception())  # perhaps nobody waits then
    stopping = asyncio.ensure_future(going.stopping.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        going.can_be_stopped = False
        stopping.cancel()
    if going.is_stopped:
        raise StoppedError
    return working.result()
