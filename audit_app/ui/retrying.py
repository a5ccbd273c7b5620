"""Retrying: what could not be kept is tried again by itself, at growing intervals, until it is on the disk."""

import asyncio
from collections.abc import Awaitable, Callable

from audit_app.errors import AuditError
from audit_app.storage.errors import ChangedElsewhereError, KeepError, UnreadableFolderError
from audit_app.ui.runtime import guarded

FIRST_PAUSE = 2.0
LONGEST_PAUSE = 15.0
"""Seconds: a disk on which there is room again is noticed before anybody wonders."""


def may_pass(problem: Exception) -> bool:
    """The disk said no, and may say yes later: it is full, read-only, or not there. Everything else is for a person."""
    if isinstance(problem, AuditError):
        return isinstance(problem, KeepError | UnreadableFolderError | ChangedElsewhereError)
    return isinstance(problem, OSError)


class Retrying:
    """`again` tries once; `waits` says whether something still does."""

    def __init__(self, again: Callable[[], Awaitable[None]], waits: Callable[[], bool]) -> None:
        self._again = guarded(again)
        self._waits = waits
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """From now on, unless it is at it already."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._go_on())

    async def _go_on(self) -> None:
        pause = FIRST_PAUSE
        while self._waits():
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
            await self._again()
