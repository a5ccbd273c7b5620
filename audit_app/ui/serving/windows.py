"""Windows: how many browser windows show the app, so that closing the last one ends it."""

from collections.abc import Callable

LOADING_SECONDS = 60.0
"""A slow laptop may take that long from asking for the page to being connected; a reload must not end the app."""


class Windows:
    """Counts connections. Before the first one, the app waits for ever."""

    def __init__(self, clock: Callable[[], float], grace: float) -> None:
        self._clock = clock
        self._grace = grace
        self._open = 0
        self._last_closed: float | None = None
        self._loading_until: float | None = None

    def loading(self) -> None:
        """A page was asked for, so a window is about to connect."""
        self._loading_until = self._clock() + LOADING_SECONDS

    def opened(self) -> None:
        """A window has connected."""
        self._open += 1
        self._loading_until = None

    def closed(self) -> None:
        """A window has gone, or is being reloaded."""
        self._open -= 1
        self._last_closed = self._clock()

    def all_closed(self) -> bool:
        """Whether there was a window, none is left, and none is on its way."""
        if self._open or self._last_closed is None:
            return False
        now = self._clock()
        return now >= self._last_closed + self._grace and (self._loading_until is None or now >= self._loading_until)
