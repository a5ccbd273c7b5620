"""Wires everything: the only place that asks the clock, the system and the environment."""

import os
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from audit_app.errors import AuditError
from audit_app.questionnaires.library import Library, shipped
from audit_app.workspace import Workspace

if TYPE_CHECKING:
    from flet.app import AppCallable

    from audit_app.storage.doctor import Health, Repair
    from audit_app.storage.folder import FolderStore

DATA_VARIABLE = "AUDIT_APP_DATA"
DEMO_FOLDER = "demo"
"""Inside the data folder: a data folder of its own, so that the demo never mixes with a school's audits."""


class BadSourceDateError(AuditError):
    def __init__(self, value: str) -> None:
        super().__init__(f"SOURCE_DATE_EPOCH is “{value[:40]}”, which is not a whole number of seconds since 1970.")


def data_folder(named: Path | None) -> Path:
    """The folder that the user named, else AUDIT_APP_DATA, else the system's place for an application's data.

    Where its data was moved, the folder to which. Raises MovedAwayError.
    """
    from audit_app.storage.relocating import followed

    if named is not None:
        return followed(named.expanduser())
    if chosen := os.environ.get(DATA_VARIABLE):
        return followed(Path(chosen).expanduser())
    import platformdirs

    return followed(Path(platformdirs.user_data_dir("school-audit", appauthor=False, roaming=False)))


def now() -> datetime:
    return datetime.now(UTC)


def paper_time() -> datetime:
    """The date of every paper and export: SOURCE_DATE_EPOCH when it is set, else now."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return now()
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        raise BadSourceDateError(given) from None


def new_id() -> str:
    return secrets.token_hex(6)


def open_workspace(data: Path, *, read_only: bool = False) -> Workspace:
    """The data folder, opened for use; close it afterwards."""
    library = shipped()
    return Workspace(open_store(data, library, read_only=read_only), library, now, paper_time, new_id)


def open_store(data: Path, library: Library, *, read_only: bool = False) -> "FolderStore":
    from audit_app.storage.folder import FolderStore
    from audit_app.workspace import summariser

    store = FolderStore(data, summariser(library), new_id, now, read_only=read_only)
    library.add(store.questionnaires())  # before any audit is looked at: it may have been answered to one of them
    return store


def check_health(data: Path) -> "Health":
    """Read every file; changes nothing."""
    from audit_app.storage.doctor import check

    return check(data)


def repair(data: Path) -> "tuple[Repair, ...]":
    """Have back what can be had of whatever is damaged."""
    from audit_app.storage.doctor import repair

    with open_store(data, shipped()) as store:
        return repair(store, now())


def log_of(data: Path) -> Path | None:
    """What the app wrote down about its own failures; None where it has not run yet."""
    from audit_app.ui.serving.log_file import LOG_FILE

    log = data / LOG_FILE
    return log if log.is_file() else None


def run(
    data: Path,
    say: Callable[[str], None],
    *,
    port: int | None = None,
    open_page: bool = True,
    native: bool = False,
) -> None:
    """The app itself, until it is closed."""
    with ExitStack() as opened:
        if native:
            from audit_app.ui.serving.log_file import LOG_FILE, events_to
            from audit_app.ui.serving.native import open_in_window

            opened.enter_context(events_to(data / LOG_FILE))
            open_in_window(lambda: _prepare(data, opened))
            return
        from audit_app.ui.serving.opening import open_app

        open_app(lambda: _prepare(data, opened), data, say, port=port, open_page=open_page)


def _prepare(data: Path, opened: ExitStack) -> "AppCallable":
    """What serves a window. Every data folder that it opens is closed with `opened`."""
    from audit_app.ui.main import make_main

    def opening(folder: Path) -> Workspace:
        workspace = open_workspace(folder)
        opened.callback(workspace.close)
        return workspace

    def open_demo() -> Workspace:
        from audit_app.demo.fill import fill

        workspace = open_workspace(data / DEMO_FOLDER)
        with ExitStack() as otherwise:  # stopped, or the disk is full: the next try opens it anew
            otherwise.callback(workspace.close)
            if not workspace.audits(1):
                fill(workspace)
            opened.push(otherwise.pop_all())
        return workspace

    return make_main(opening(data), open_demo)


def main() -> None:
    """The entry of a packaged app, which has no command line."""
    run(data_folder(None), print, native=True)
