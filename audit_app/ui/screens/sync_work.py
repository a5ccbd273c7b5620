"""Shared folder: the work behind the screen, off the loop, told as it goes and stopped when somebody asks."""

import asyncio
from contextlib import closing
from dataclasses import dataclass, field

from audit_app.errors import AuditError
from audit_app.sync.places.login import Login
from audit_app.sync.sharing import Share
from audit_app.sync.syncing import SyncPlan
from audit_app.ui.runtime import off_loop
from audit_app.ui.text import sync as text
from audit_app.workspace import Workspace

TICK = 0.2
"""Seconds between two looks at how far the work is."""


@dataclass(frozen=True)
class Asked:
    """What was typed and chosen. Name and password stand here alone, until the screen goes."""

    address: str = ""
    share: Share = "scores"
    user: str = ""
    password: str = field(default="", repr=False)
    accepted: tuple[str, ...] = ()
    """Fingerprints that the user accepted, or “unsigned”."""
    accept_fewer: bool = False

    @property
    def login(self) -> Login | None:
        return Login(self.user, self.password) if self.password else None


@dataclass
class Progress:
    """Between the thread that works and the window that shows it."""

    done: int = 0
    of: int = 0
    stopped: bool = False

    def tell(self, done: int, of: int) -> None:
        """Raises StoppedError."""
        if self.stopped:
            raise StoppedError
        self.done, self.of = done, of


class StoppedError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.STOPPED)


async def look(workspace: Workspace, asked: Asked, progress: Progress) -> SyncPlan:
    """Raises StoppedError at once, even while the network keeps the thread waiting."""

    def work() -> SyncPlan:
        with closing(workspace.open_place(asked.address, asked.login)) as place:
            return workspace.plan_sync(
                place, asked.share, asked.accepted, accept_fewer=asked.accept_fewer, tell=progress.tell
            )

    working = asyncio.ensure_future(off_loop(work))
    while not working.done():
        await asyncio.wait({working}, timeout=TICK)
        if progress.stopped and not working.done():
            working.add_done_callback(_forget)
            raise StoppedError
    return working.result()


async def carry_out(workspace: Workspace, asked: Asked, planned: SyncPlan, progress: Progress) -> SyncPlan:
    def work() -> SyncPlan:
        with closing(workspace.open_place(asked.address, asked.login)) as place:
            return workspace.apply_sync(place, planned, progress.tell)

    return await off_loop(work)


def _forget(working: "asyncio.Future[SyncPlan]") -> None:
    """Whatever becomes of it, nobody waits for it any more."""
    if not working.cancelled():
        working.exception()
