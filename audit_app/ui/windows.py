"""Windows: which of them show an audit, so that what one keeps the others show as well."""

from collections.abc import Callable
from contextvars import copy_context


class Windows:
    """One for the running app. Windows are told apart by the ids of their sessions."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[str, Callable[[], None]]] = {}

    def shows(self, window: str, audit: str, draw: Callable[[], None]) -> None:
        """Called by the window itself: which one `draw` draws depends on who calls it."""
        here = copy_context()
        self._shown[window] = (audit, lambda: here.copy().run(draw))

    def left(self, window: str) -> None:
        self._shown.pop(window, None)

    def tell_others(self, window: str, audit: str) -> None:
        """Something about the audit was kept in this window."""
        for other, (shown, draw) in [*self._shown.items()]:
            if other != window and shown == audit:
                draw()
