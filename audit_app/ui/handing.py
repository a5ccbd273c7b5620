"""Handing over: while a colleague has the device, every window shows the survey and nothing else.

It lives in the memory of the running app: a reload, another address or a second window changes nothing about it, and
closing the app ends it.
"""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit_app.verbs.responding import OpenInvitation

TRIES = 5
"""Wrong codes in a row before one has to wait."""
WAIT = 60.0
"""Seconds."""


@dataclass(frozen=True)
class Timing:
    """What time is, for whatever waits: a test has its own."""

    now: Callable[[], float]
    """Seconds, by a clock that goes on while the computer sleeps."""
    pause: Callable[[float], Awaitable[None]]


SYSTEM_TIMING = Timing(time.time, asyncio.sleep)


@dataclass(frozen=True)
class HandedOver:
    """What the colleague is to answer: a survey of this data folder, or one that an invitation brought."""

    survey: str = ""
    """The id of the wave."""
    invitation: "OpenInvitation | None" = None


class Handing:
    """Whether the device is handed over, and who may take it back. One for the running app."""

    def __init__(self, timing: Timing) -> None:
        self.timing = timing
        self.current: HandedOver | None = None
        self._code = ""
        self._wrong = 0
        self._locked_until = 0.0
        self._windows: dict[object, Callable[[], None]] = {}
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def has_code(self) -> bool:
        return bool(self._code)

    def hand_over(self, to_answer: HandedOver, code: str = "") -> None:
        """From now on until it is taken back. Without a code, whoever answers may go back to the app."""
        self.current, self._code, self._wrong = to_answer, code, 0
        self._draw_all()

    def take_back(self, code: str) -> bool:
        """False for a wrong code, and while `wait` is not over."""
        if self.wait:
            return False
        if not secrets.compare_digest(code.strip().encode(), self._code.encode()):
            self._wrong += 1
            if self._wrong % TRIES == 0:
                self._locked_until = self.timing.now() + WAIT
            return False
        self.current, self._code = None, ""
        self._draw_all()
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one.get_loop().call_soon_threadsafe(_end, one)
        return True

    async def back(self) -> None:
        """Until nobody else has the device."""
        while self.current is not None:
            waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(waiting)
            await waiting

    @property
    def wait(self) -> int:
        """Seconds until the next code is looked at."""
        return max(0, round(min(self._locked_until - self.timing.now(), WAIT)))

    def watch(self, window: object, draw: Callable[[], None]) -> None:
        """`draw` is called whenever it changes."""
        self._windows[window] = draw

    def forget(self, window: object) -> None:
        self._windows.pop(window, None)

    def _draw_all(self) -> None:
        for draw in [*self._windows.values()]:
            draw()


def _end(waiting: "asyncio.Future[None]") -> None:
    if not waiting.done():
        waiting.set_result(None)
