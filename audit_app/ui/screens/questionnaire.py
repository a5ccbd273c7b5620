"""Questionnaire."""

import flet as ft

from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component


@component
def questionnaire_screen(app: AppContext, questionnaire: str) -> ft.Control:
    asked = app.workspace.questionnaire(questionnaire)
    return page_frame("Questionnaire", paragraph(asked.title))
