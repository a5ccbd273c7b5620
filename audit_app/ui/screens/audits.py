"""Audits."""

import flet as ft

from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component


@component
def audits_screen(app: AppContext) -> ft.Control:  # noqa: ARG001
    return page_frame("Audits")
