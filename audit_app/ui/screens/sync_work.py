"""Shared folder: the work behind the screen, off the loop, told as it goes and stopped when somebody asks."""

from contextlib import closing
from dataclasses import dataclass, field

from audit_app.sync.places.login import Login
from audit_app.sync.sharing import Share
from audit_app.sync.syncing import SyncPlan
from audit_app.ui.runtime import off_loop, stoppable
from audit_app.workspace import Workspace


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


async def look(workspace: Workspace, asked: Asked) -> SyncPlan:
    """In an action: raises StoppedError at once, even while the network keeps the thread waiting."""

    def work() -> SyncPlan:
        with closing(workspace.open_place(asked.address, asked.login)) as place:
            return workspace.plan_sync(place, asked.share, asked.accepted, accept_fewer=asked.accept_fewer)

    return await stoppable(work)


async def carry_out(workspace: Workspace, asked: Asked, planned: SyncPlan) -> SyncPlan:
    def work() -> SyncPlan:
        with closing(workspace.open_place(asked.address, asked.login)) as place:
            return workspace.apply_sync(place, planned)

    return await off_loop(work)
