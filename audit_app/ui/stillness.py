"""Stillness: notices that nobody touches the screen, asks, and then lets go of what is on it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import flet as ft

from audit_app.ui.handing import Timing
from audit_app.ui.runtime import guarded, use_effect

ASK_AFTER = 5 * 60.0
END_AFTER = 6 * 60.0
"""Seconds without a touch. People read slowly, and are called away."""
LOOK = 5.0


@dataclass
class Stillness:
    """`touch()` whenever somebody does something."""

    timing: Timing
    asks: bool = False
    """Whether to show the question."""
    draw: Callable[[], None] = lambda: None
    touched: float = 0.0
    task: "asyncio.Task[None] | None" = field(default=None, repr=False)

    def touch(self) -> None:
        self.touched = self.timing.now()
        if self.asks:
            self.asks = False
            self.draw()

    def begin(self, end: Callable[[], None]) -> None:
        self.stop()
        self.touch()
        self.task = asyncio.create_task(guarded(partial(self._watch, end))())

    def stop(self) -> None:
        self.asks = False
        if self.task is not None:
            self.task.cancel()
            self.task = None

    async def _watch(self, end: Callable[[], None]) -> None:
        while True:
            await self.timing.pause(LOOK)
            still = abs(self.timing.now() - self.touched)  # a clock that was set back is no reason to wait longer
            if still >= END_AFTER:
                self.asks, self.task = False, None
                end()
                return
            if still >= ASK_AFTER and not self.asks:
                self.asks = True
                self.draw()


def use_stillness(timing: Timing, active: bool, end: Callable[[], None]) -> Stillness:
    """While `active`, `end` is called when nobody answered the question in time."""
    _, draw = ft.use_state(0)
    found: ft.MutableRef[Stillness] = ft.use_ref(lambda: Stillness(timing))
    stillness: Stillness = found.current
    stillness.draw = lambda: draw(lambda times: times + 1)
    use_effect(lambda: stillness.begin(end) if active else stillness.stop(), [active], stillness.stop)
    return stillness
