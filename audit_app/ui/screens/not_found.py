"""An address that leads nowhere."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import not_found as text


@component
def not_found_screen(app: AppContext, elsewhere: str = "") -> ft.Control:  # noqa: ARG001  what was looked for
    return page_frame(
        text.TITLE,
        paragraph(text.WHAT_TO_DO),
        left(button(text.GO_HOME, lambda: app.go(places.HOME), kind="primary")),
    )
