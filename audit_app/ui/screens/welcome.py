"""Welcome: what this is, where the data stays, and the school's profile; or a look around first."""

import flet as ft

from audit_app.responses.model import School
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.school_form import school_form
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop, use_doing
from audit_app.ui.text import welcome as text


@component
def welcome_screen(app: AppContext) -> ft.Control:
    async def look() -> None:
        await off_loop(app.enter_demo)
        app.refresh()
        app.go(places.HOME)

    doing = use_doing(look)

    def start(school: School, person: str) -> None:
        app.keep_settings(school=school, person=person)
        app.go(places.HOME)

    return page_frame(
        text.TITLE,
        paragraph(text.WHAT),
        panel(heading(text.WHERE), bullets(*text.STAYS), tint=True),
        heading(text.SCHOOL),
        paragraph(text.ONLY_THE_NAME, muted=True),
        school_form(app.settings.school, app.settings.person, text.START, start, brief=True),
        heading(text.OR_LOOK),
        paragraph(text.LOOK_TEXT),
        waiting(text.MAKING) if doing.busy else left(button(text.LOOK, doing.run)),
    )
