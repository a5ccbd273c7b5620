"""Library: the questionnaires, what each asks, how long it takes and who it is for."""

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import panel
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import library as text


@component
def library_screen(app: AppContext) -> ft.Control:
    return page_frame(
        text.TITLE, paragraph(text.INTRO, muted=True), *(_card(app, one) for one in app.workspace.questionnaires())
    )


def _card(app: AppContext, one: Questionnaire) -> ft.Control:
    read = button(
        text.READ, lambda: app.go(places.questionnaire(one.id)), kind="primary", name=f"{text.READ}: {one.title}"
    )
    start = button(text.START, lambda: app.go(places.START), name=f"{text.START}: {one.title}")
    return panel(
        heading(one.title),
        paragraph(one.summary),
        paragraph(one.audience),
        small(text.SELF_AUDIT if one.mode == "self_audit" else text.SURVEY),
        small(text.about(len(one.items_by_id), one.minutes, one.version)),
        button_row(read, *([start] if one.mode == "self_audit" else [])),
        key=one.id,
    )
