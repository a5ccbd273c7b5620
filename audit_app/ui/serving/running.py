"""Running: one app for each data folder, and how a second start finds the first.

Whoever holds the lock on `running.lock` is the running app; the system lets go of it when the process dies, however it
dies. `running.json`, readable by its owner only, says where that app listens and what secret it wants to hear. What it
says is believed only while the lock is held, and the holder's first act is to remove what an earlier one left.
"""

import contextlib
import http.client
import json
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from audit_app.errors import AuditError

LOCK_FILE = "running.lock"
RUNNING_FILE = "running.json"
ANSWER_SECONDS = 10.0


class DataFolderError(AuditError):
    """The data folder cannot be made, written or locked."""

    def __init__(self, data: Path, reason: str) -> None:
        super().__init__(
            f"The data folder {data} cannot be used ({reason}). Choose one of your own on this computer with --data."
        )


class DataFolderInUseError(AuditError):
    """Something holds the lock, but no app on this computer answers."""

    def __init__(self, data: Path) -> None:
        super().__init__(
            f"Another School Audit uses the data folder {data}, and it does not answer from this computer. "
            "Close it there, then start again; if it hangs, end it or restart the computer. Nothing is lost."
        )


class RunningApp(BaseModel):
    """Where the running app listens, and what it wants to hear from a second start."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    port: int
    pid: int
    """For a person who looks for the process; never used to decide whether it lives."""
    secret: str


def claim(data: Path) -> FileLock | None:
    """The lock, held, when no app runs on this folder; otherwise None."""
    lock = FileLock(data / LOCK_FILE, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
        (data / RUNNING_FILE).unlink(missing_ok=True)
    except Timeout:
        return None
    except (OSError, NotImplementedError) as error:
        lock.release()
        raise DataFolderError(data, str(error)) from error
    return lock


@contextlib.contextmanager
def announced(data: Path, app: RunningApp) -> Iterator[None]:
    """While inside, a second start finds the app."""
    file = data / RUNNING_FILE
    draft = file.with_suffix(".tmp")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as writer:
        writer.write(app.model_dump_json())
    draft.replace(file)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def find(data: Path) -> RunningApp | None:
    """What the running app announced, or None while it is still starting."""
    try:
        return RunningApp.model_validate_json((data / RUNNING_FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def ask_for_link(app: RunningApp) -> str | None:
    """A one-time address from the running app; None when it does not answer, or is not the one that wrote the file."""
    connection = http.client.HTTPConnection("127.0.0.1", app.port, timeout=ANSWER_SECONDS)
    try:
        connection.request("POST", "/instance/open", headers={"Authorization": f"Bearer {app.secret}"})
        answer = connection.getresponse()
        link = json.loads(answer.read()) if answer.status == http.HTTPStatus.OK else None
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()
    return link if isinstance(link, str) and link.startswith(f"http://127.0.0.1:{app.port}/") else None
