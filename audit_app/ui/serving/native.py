"""Native: the app in Flet's own window instead of the browser."""

from collections.abc import Callable
from importlib.util import find_spec

import flet as ft
from flet.app import AppCallable
from flet.utils import is_linux_server
from flet.version import flet_version

from audit_app.errors import AuditError
from audit_app.files import assets_folder


class NoNativeWindowError(AuditError):
    """This computer has no window for Flet's own client."""

    def __init__(self) -> None:
        super().__init__(
            "School Audit cannot open its own window here: Flet’s desktop client is missing, or there is no screen. "
            f"Leave out --native to use your browser, or install it with “pip install flet-desktop=={flet_version}”."
        )


def open_in_window(prepare: Callable[[], AppCallable]) -> None:
    """Run until the window is closed. Without a screen Flet would start an unguarded web server, so that is refused."""
    no_screen = is_linux_server()  # type: ignore[no-untyped-call] # Flet's own is not typed
    if no_screen or find_spec("flet_desktop") is None:
        raise NoNativeWindowError
    ft.run(prepare(), assets_dir=str(assets_folder()))
