"""Going: work that is under way, between the thread that does it, the window that shows it and whoever stops it."""

import asyncio

from audit_app.steps import StoppedError


class Going:
    """One piece of work, from its beginning to its end."""

    def __init__(self) -> None:
        self.done = 0
        self.of = 0
        """0 while nobody knows."""
        self.can_be_stopped = False
        """Only while nothing has been changed yet."""
        self.is_stopped = False
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
