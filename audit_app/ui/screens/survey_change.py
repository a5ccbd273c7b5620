"""Changing a survey that is open: its last day, how many were asked, a further group, who is responsible."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.survey_form import days_part, groups_part, look_again, notice_part
from audit_app.ui.screens.survey_start import use_form
from audit_app.ui.screens.survey_terms import Errors, fields_of, read_terms
from audit_app.ui.text import surveys as text

NONE_WRONG: Errors = {}


@component
def change_survey_screen(app: AppContext, audit: str) -> ft.Control:
    one = app.workspace.survey(audit)
    errors, set_errors = use_wrong(NONE_WRONG)
    typed = use_form(lambda: fields_of(one.terms), errors, running=True)

    def save() -> None:
        terms, wrong = read_terms(typed.latest(), app.workspace.today(), one.terms)
        set_errors(wrong)
        if terms is not None:
            app.workspace.change_terms(audit, terms)
            app.refresh()
            app.go(places.survey(audit), notice=("success", text.SAVED))

    return page_frame(
        text.CHANGE_TITLE,
        paragraph(text.CHANGE_TEXT),
        *days_part(typed.form),
        *groups_part(typed.form),
        *notice_part(typed.form),
        *look_again(errors, typed.form.fields),
        left(button(text.SAVE, save, kind="primary", key="save")),
        back=(text.BACK_TO_SURVEY, lambda: app.go(places.survey(audit))),
    )
