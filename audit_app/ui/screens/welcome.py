"""Welcome: what this is, where the data stays, and the school's profile; or a look around first."""

import flet as ft

from audit_app.responses.model import School
from audit_app.ui import places
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import panel
from audit_app.ui.components.school_form import school_form
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.look_around import look_around
from audit_app.ui.text import welcome as text


@component
def welcome_screen(app: AppContext) -> ft.Control:
    def start(school: School, person: str) -> None:
        app.keep_settings(school=school, person=person)
        app.go(places.HOME)

    return page_frame(
        text.TITLE,
        paragraph(text.WHAT),
        panel(label(text.WHERE), paragraph(text.STAYS), tint=True),
        heading(text.SCHOOL),
        paragraph(text.ONLY_THE_NAME, muted=True),
        school_form(app.settings.school, app.settings.person, text.START, start, brief=True),
        heading(text.OR_LOOK),
        look_around(app),
    )
