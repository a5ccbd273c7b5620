"""Audit."""

import flet as ft

from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component


@component
def audit_screen(app: AppContext, audit: str, item: str = "") -> ft.Control:  # noqa: ARG001
    opened = app.workspace.audit(audit)
    return page_frame("Audit", paragraph(opened.audit.school.name))
