"""The way into the demo partnership, from the welcome and from the settings."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.words import paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.going import is_left_behind
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.screens.tour import FIRST
from audit_app.ui.text import welcome as text


@component
def look_around(app: AppContext) -> ft.Control:
    async def look() -> None:
        await stoppable(app.make_demo)
        if is_left_behind():
            return
        app.enter_demo()
        app.show_stop(FIRST)
        app.refresh()
        app.go(places.HOME)

    doing = use_doing(look)
    shown = [working(text.MAKING, doing)] if doing.busy else []
    return stack(paragraph(text.LOOK_TEXT), left(starter(text.LOOK, doing)), *shown)
