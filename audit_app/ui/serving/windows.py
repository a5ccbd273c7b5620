"""Windows: which browser windows show the app, so that closing the last one ends it, and nothing else does.

A window that is closed or reloaded says goodbye (`start.js`). One that goes without a word was put away by the browser
to save memory, or its computer sleeps: its person may come back to it any time that day.
"""

from collections import Counter
from collections.abc import Callable
from math import inf

LOADING_SECONDS = 60.0
"""A slow laptop may take that long from asking for the page to being connected; a reload must not end the app."""

AWAY_SECONDS = 12 * 3600.0
"""A window that never said goodbye is waited for: from the morning until everybody has gone home."""

GOODBYE_SECONDS = 10.0
"""Between a window's goodbye and the end of its connection; what was said earlier belongs to an earlier page."""


class Windows:
    """Each is named by its page, the same before and after a reload. Before the first one, the app waits for ever."""

    def __init__(self, clock: Callable[[], float], grace: float, away: float = AWAY_SECONDS) -> None:
        """`grace` in seconds: how long the app outlives a goodbye."""
        self._clock = clock
        self._grace = grace
        self._away = away
        self._open: Counter[str] = Counter()
        """Connections: a window that was duplicated has the name of the other."""
        self._goodbyes: dict[str, float] = {}
        self._gone_without_a_word: dict[str, float] = {}
        self._last_closed: float | None = None
        self._loading_until: float | None = None

    def loading(self) -> None:
        """A page was asked for, so a window is about to connect."""
        self._loading_until = self._clock() + LOADING_SECONDS

    def opened(self, window: str = "") -> None:
        """A window has connected, for the first time or again."""
        self._open[window] += 1
        self._goodbyes.pop(window, None)
        self._gone_without_a_word.pop(window, None)
        self._loading_until = None

    def said_goodbye(self, window: str) -> None:
        """It is being closed or reloaded; its connection ends just before or after."""
        self._goodbyes[window] = self._clock()
        self._gone_without_a_word.pop(window, None)

    def closed(self, window: str = "") -> None:
        """A connection has ended."""
        now = self._clock()
        self._last_closed = now
        self._open[window] -= 1
        if self._open[window] <= 0:
            del self._open[window]
            if now - self._goodbyes.pop(window, -inf) > GOODBYE_SECONDS:
                self._gone_without_a_word[window] = now

    def all_closed(self) -> bool:
        """Whether there was a window, none is left, none is on its way, and none may come back."""
        if self._open or self._last_closed is None:
            return False
        now = self._clock()
        if any(now < since + self._away for since in self._gone_without_a_word.values()):
            return False
        return now >= self._last_closed + self._grace and (self._loading_until is None or now >= self._loading_until)
