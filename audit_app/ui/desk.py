"""The desk: which data folder the windows show, the school's own or the demo's. One for the running app."""

import threading
from collections.abc import Callable
from contextlib import suppress

from audit_app.errors import AuditError
from audit_app.storage.protocol import Settings
from audit_app.ui.handing import SYSTEM_TIMING, Handing, Timing
from audit_app.ui.windows import Windows
from audit_app.workspace import Workspace

LOOK = ("theme", "text_size", "language", "keys", "move_on", "whole_section")
"""The settings that are about the person, not about the school."""


class Desk:
    """The school's own workspace, and the demo's beside it, which is opened (and made) when somebody first asks."""

    def __init__(self, own: Workspace, open_demo: Callable[[], Workspace], timing: Timing = SYSTEM_TIMING) -> None:
        self.handing = Handing(timing)
        self.windows = Windows()
        self._own = own
        self._open_demo = open_demo
        self._demo: Workspace | None = None
        self._making = threading.Lock()
        """Whoever stopped the making and begins it again waits until the first try let go of the folder."""
        self.shows_demo = False

    @property
    def workspace(self) -> Workspace:
        """The one that is shown."""
        return self._demo if self.shows_demo and self._demo is not None else self._own

    def make_demo(self) -> None:
        """Takes seconds the first time, and can be stopped."""
        with self._making:
            if self._demo is None:
                self._demo = self._open_demo()

    def enter_demo(self) -> None:
        """The demo that was made. How somebody reads best comes along, where they have said so."""
        self.shows_demo = True
        with suppress(AuditError):  # then it looks as it did last time
            own, usual = self._own.settings(), Settings()
            said = {name: value for name in LOOK if (value := getattr(own, name)) != getattr(usual, name)}
            if said:
                self.workspace.change_settings(lambda _: said)

    def leave_demo(self) -> None:
        self.shows_demo = False
