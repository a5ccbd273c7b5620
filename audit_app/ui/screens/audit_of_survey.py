"""A survey at an audit's address: answers there would be those of one named person, so the way to its page instead."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.text import audit as text
from audit_app.ui.text import surveys
from audit_app.workspace import OpenAudit


def survey_instead(app: AppContext, opened: OpenAudit) -> ft.Control:
    survey, title = opened.audit, opened.questionnaire.title
    return page_frame(
        title,
        small(text.caption(survey.school.name, survey.wave, title)),
        notice("info", surveys.ANSWERED_ELSEWHERE, live=False),
        left(button(surveys.SEE, lambda: app.go(places.survey(survey.id)), kind="primary")),
        back=(text.BACK, lambda: app.go(places.AUDITS)),
    )
