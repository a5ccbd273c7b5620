"""What every screen is given: the workspace, the settings, and the few things that only the shell can do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from audit_app.storage.protocol import Settings
from audit_app.ui.handing import Handing
from audit_app.ui.runtime import NoticeKind, Notify
from audit_app.ui.windows import Windows

if TYPE_CHECKING:
    from audit_app.workspace import Workspace

Bar: TypeAlias = Literal["whole", "entries", "menu"]
"""The app's name and every entry; the entries alone; or one button for all of them."""
Room: TypeAlias = tuple[bool, bool, bool, bool, Bar]
"""`slim`, `narrow`, `wide`, `low` and `bar` of an `AppContext`."""


class Go(Protocol):
    """To another place."""

    def __call__(self, place: str, notice: tuple[NoticeKind, str] | None = None) -> None: ...


@dataclass(frozen=True)
class AppContext:
    """One session's; replaced, never changed. A new `revision` makes every screen read again."""

    workspace: "Workspace"
    settings: Settings
    revision: int
    """Grows with every `refresh`."""
    narrow: bool
    """Too little width for things beside each other."""
    slim: bool
    """Too little even for a few words beside a link."""
    wide: bool
    """Enough width for a column beside the text."""
    low: bool
    """Too little height for a large title above what matters, and for air."""
    bar: Bar
    """How much of the navigation there is room for."""
    refresh: Callable[[], None]
    """Say that something was written: every screen draws itself again from what is on the disk."""
    notify: Notify
    """`notify("success", "The plan is saved.")`: under the navigation until dismissed, or until the next screen."""
    make_demo: Callable[[], None]
    """Takes seconds the first time, so do it off the loop."""
    enter_demo: Callable[[], None]
    """Show the demo partnership, once it is made, from now on; then refresh."""
    leave_demo: Callable[[], None]
    shows_demo: bool
    tour: int | None
    """At which stop of the way round the demo; None without one."""
    show_stop: Callable[[int | None], None]
    handing: Handing
    """For giving the device to a colleague who answers a survey."""
    windows: Windows
    """For telling the others what was kept in this one."""
    go: Go
    """`go(places.audit(audit_id))`; with `notice=("success", "…")` the message is shown there.

    In an action of `use_doing` whose screen has gone meanwhile, nobody is led anywhere: the notice is shown where they
    are.
    """

    def keep_settings(self, **changes: Any) -> None:
        """Keep some settings, and show their effect everywhere."""
        self.workspace.change_settings(lambda _settings: changes)
        self.refresh()
