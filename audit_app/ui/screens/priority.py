"""Priority."""

import flet as ft

from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component


@component
def priority_screen(app: AppContext, audit: str, priority: str) -> ft.Control:  # noqa: ARG001
    opened = app.workspace.audit(audit)
    return page_frame("Priority", paragraph(opened.audit.school.name))
