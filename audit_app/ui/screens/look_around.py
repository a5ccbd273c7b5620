"""The way into the demo partnership, from the welcome and from the settings."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop, use_doing
from audit_app.ui.screens.tour import FIRST
from audit_app.ui.text import welcome as text


@component
def look_around(app: AppContext) -> ft.Control:
    async def look() -> None:
        await off_loop(app.enter_demo)
        app.show_stop(FIRST)
        app.refresh()
        app.go(places.HOME)

    doing = use_doing(look)
    return stack(paragraph(text.LOOK_TEXT), waiting(text.MAKING) if doing.busy else left(button(text.LOOK, doing.run)))
