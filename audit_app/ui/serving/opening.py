"""Opening: one start of the app, from the data folder to the browser.

A second start on the same folder opens the app that already runs. Nothing here imports Flet's server before the browser
was told to open: the browser takes about as long to start as those imports do, so they happen side by side.
"""

import contextlib
import os
import secrets
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from audit_app.errors import AuditError
from audit_app.ui.serving.guard import BROWSER_LINK_SECONDS, Guard
from audit_app.ui.serving.log_file import LOG_FILE, events_to
from audit_app.ui.serving.running import (
    DataFolderError,
    DataFolderInUseError,
    RunningApp,
    announced,
    ask_for_link,
    claim,
    find,
)
from audit_app.ui.serving.windows import Windows

if TYPE_CHECKING:
    from flet.app import AppCallable

GRACE_SECONDS = 5.0
"""A reload comes back sooner."""

STARTING_SECONDS = 30.0
"""How long a second start waits for a first one that has the lock but does not answer yet."""


class PortInUseError(AuditError):
    """The port that the user named is not free."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} cannot be used: another program has it, or the system keeps it. Name another with --port, "
            "or leave --port out and a free one is found."
        )


def open_app(
    prepare: "Callable[[], AppCallable]",
    data: Path,
    say: Callable[[str], None],
    *,
    port: int | None = None,
    open_page: bool = True,
    browse: Callable[[str], object] = webbrowser.open,
    grace: float = GRACE_SECONDS,
) -> None:
    """Run the app in the default browser until it ends; or open the one that already runs on this data folder.

    `prepare` opens the workspace and returns Flet's `main(page)`; it is called only when this start is the one that
    runs. `say` gets the one line for the person, with an address that works once. Ends when a signal comes, or `grace`
    seconds after the last window was closed; one that went without a goodbye is waited for. Raises DataFolderError,
    DataFolderInUseError, PortInUseError, and what `prepare` raises.
    """
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(data, error.strerror or str(error)) from error
    give_up = time.monotonic() + STARTING_SECONDS
    while (lock := claim(data)) is None:
        if (app := find(data)) and (link := ask_for_link(app)):
            say(f"School Audit is already open for this data folder: {link}")
            if open_page and (link := ask_for_link(app)):
                browse(link)
            return
        if time.monotonic() > give_up:
            raise DataFolderInUseError(data)
        time.sleep(0.2)
    try:
        with events_to(data / LOG_FILE), contextlib.suppress(KeyboardInterrupt):  # Ctrl-C while it still starts
            _run(prepare, data, say, port=port, browse=browse if open_page else None, grace=grace)
    finally:
        lock.release()


def _run(
    prepare: "Callable[[], AppCallable]",
    data: Path,
    say: Callable[[str], None],
    *,
    port: int | None,
    browse: Callable[[str], object] | None,
    grace: float,
) -> None:
    with _listener(port) as listener:
        main = prepare()
        guard = Guard(listener.getsockname()[1], lambda: secrets.token_urlsafe(32), time.monotonic)
        app = RunningApp(port=guard.port, pid=os.getpid(), secret=guard.instance_secret)
        with announced(data, app):
            say(f"School Audit is open. Press Ctrl-C here, or close its window, to end it: {guard.new_link()}")
            if browse:
                # a browser may take its time, and one in a terminal never returns
                threading.Thread(target=browse, args=[guard.new_link(BROWSER_LINK_SECONDS)], daemon=True).start()
            from audit_app.ui.serving import server  # a second of imports, while the browser starts

            server.run(main, listener, guard, Windows(time.monotonic, grace))


def _listener(port: int | None) -> socket.socket:
    """A socket that already accepts connections, so that a browser may be sent there before the server runs."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # only there it means what is wanted: the port of an app that has just ended is free
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port or 0))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortInUseError(port or 0) from error
    return listener
