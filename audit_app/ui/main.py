"""Main: what happens when a window opens."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import flet as ft

from audit_app.errors import AuditError
from audit_app.questionnaires.conditions import compiled
from audit_app.storage.protocol import Settings
from audit_app.ui import theme
from audit_app.ui.components.files import connect_handing
from audit_app.ui.desk import Desk
from audit_app.ui.handing import SYSTEM_TIMING, Timing
from audit_app.ui.late_answers import let_answers_come_late
from audit_app.ui.moving import show_first_and_tell_then
from audit_app.ui.routes import ROUTES, nowhere
from audit_app.ui.runtime import component, connect_ways, handler, log, off_loop, use_effect
from audit_app.ui.screens.data import data_screen
from audit_app.ui.screens.handed_over import handed_over_screen
from audit_app.ui.screens.respondent_visit import end_sitting
from audit_app.ui.session import SESSION, use_session
from audit_app.ui.text import common

if TYPE_CHECKING:
    from audit_app.workspace import Workspace

FIRST_LOOK = 1.5
"""Seconds until the first screen stands."""


def make_main(
    workspace: "Workspace", open_demo: "Callable[[], Workspace] | None" = None, timing: Timing = SYSTEM_TIMING
) -> Callable[[ft.Page], None]:
    """What Flet calls for each window. Without `open_demo` there is no demo to look around in."""
    desk = Desk(workspace, open_demo or (lambda: workspace), timing)

    def main(page: ft.Page) -> None:
        let_answers_come_late(page)
        connect_handing(page, desk.handing)
        show_first_and_tell_then(page)
        settings = _settings(desk.workspace)
        page.title = common.APP_NAME
        page.theme_animation_style = ft.AnimationStyle.no_animation()
        page.views[0].padding = 0
        page.fonts = dict(theme.FONTS)
        theme.apply(page, settings.theme, settings.text_size)
        page.on_disconnect = handler(lambda: _leave_nothing(page, desk))
        page.render(root, desk)

    return main


def _leave_nothing(page: ft.Page, desk: Desk) -> None:
    """A reloaded window gets what it showed before. While colleagues answer, that is nothing: it begins afresh."""
    end_sitting(page)
    if desk.handing.current is not None:
        page.views[0].controls = []
        page.on_connect = handler(lambda: page.render(root, desk))


@component
def root(desk: Desk) -> ft.Control:
    session = use_session(desk)
    use_effect(_warm_up, [])
    handed_over = desk.handing.current
    alone = handed_over is not None or not session.readable
    connect_ways(ft.context.page, None if alone else session.app.go)
    if handed_over is not None:
        answering: ft.Control = SESSION(session, lambda: handed_over_screen(session, handed_over))
        return answering
    if not session.readable:
        repairing: ft.Control = SESSION(session, lambda: data_screen(session.app))
        return repairing
    routed: ft.Control = SESSION(session, lambda: ft.Router(ROUTES, not_found=nowhere))
    return routed


async def _warm_up() -> None:
    """What reads conditions takes up to a second to import; better while somebody looks at the first screen."""
    await asyncio.sleep(FIRST_LOOK)
    await off_loop(compiled, "true()")


def _settings(workspace: "Workspace") -> Settings:
    """For the look alone: where they can't be read, `root` finds out too, and shows how to repair them."""
    try:
        return workspace.settings()
    except AuditError:
        log.exception("The settings can't be read")
        return Settings()
