"""Your data: is all of it sound, a backup and back, what was taken out, where it is, and the log."""

import flet as ft

from audit_app.storage.health import Health, Repair
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.components.working import awaited, starter
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing, use_reading
from audit_app.ui.runtime import component, off_loop, stoppable
from audit_app.ui.screens.data_backup import backup_part
from audit_app.ui.screens.data_log import log_part
from audit_app.ui.screens.data_move import where_part
from audit_app.ui.screens.data_removed import removed_part
from audit_app.ui.screens.data_restore import restore_part
from audit_app.ui.text import data as text

UNKNOWN: Health | None = None
NO_REPAIRS: tuple[Repair, ...] = ()


@component
def data_screen(app: AppContext) -> ft.Control:
    return page_frame(
        text.TITLE,
        health_part(app, key="health"),
        backup_part(app, key="backup"),
        restore_part(app, key="restore"),
        removed_part(app, key="removed"),
        where_part(app, key="where"),
        log_part(key="log"),
        back=(text.BACK, lambda: app.go(places.SETTINGS)),
    )


@component
def health_part(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Everything is read each time: only then it is true."""
    health, set_health = ft.use_state(UNKNOWN)
    planned, set_planned = ft.use_state(NO_REPAIRS)
    done, set_done = ft.use_state(NO_REPAIRS)

    async def look() -> None:
        found = await stoppable(app.workspace.health)
        set_planned(await stoppable(app.workspace.plan_repair) if found.damaged else ())
        set_health(found)

    async def repair() -> None:
        set_done(await off_loop(app.workspace.repair))
        set_health(UNKNOWN)
        app.refresh()

    repairing, looking = use_doing(repair), use_reading(look, [app.revision])
    if health is None:
        return awaited(text.CHECKING, looking)
    if repairing.busy:
        return waiting(text.REPAIRING)
    return panel(
        _state(health, done),
        *([_repairs(health, planned)] if _wrong(health) else []),
        *([] if health.sound else [left(button(_remedy(health), repairing.run, kind="primary"))]),
        small(text.AUTOMATIC),
        *([awaited(text.CHECKING, looking)] if looking.busy or looking.failed else []),
        left(starter(text.CHECK_AGAIN, looking)),
    )


def _state(health: Health, done: tuple[Repair, ...]) -> ft.Control:
    what = bullets(*(one.what for one in done)) if done else None
    if health.sound:
        said = f"{health.state} {health.backed_up}"
        return notice("success", said, *([what] if what else []), title=text.REPAIRED if done else text.SOUND, key="ok")
    wrong = _wrong(health)
    if not wrong:
        return notice("warning", f"{health.state} {text.LIST_MEANS}", title=text.LIST_OLD, key="list")
    return notice("error", health.state, bullets(*wrong), title=text.NOT_SOUND, key="damaged")


def _wrong(health: Health) -> list[str]:
    """Nothing where all that somebody typed is there; the list of audits can always be made again."""
    return [one.what for one in health.damaged] + [one for one in (health.settings, *health.questionnaires) if one]


def _remedy(health: Health) -> str:
    return text.REPAIR if _wrong(health) else text.RENEW_LIST


def _repairs(health: Health, planned: tuple[Repair, ...]) -> ft.Control:
    return ft.Column(
        tight=True,
        controls=[
            heading(text.REPAIR_TITLE, 3),
            paragraph(text.REPAIR_MEANS, muted=True),
            bullets(*(one.what for one in planned)),
            small(health.backed_up),
        ],
    )
