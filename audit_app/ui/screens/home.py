"""Home: the school's own audits, each with its next step; below them what other schools sent."""

from collections.abc import Sequence

import flet as ft

from audit_app.responses.progress import Summary
from audit_app.ui import places
from audit_app.ui.components.audit_card import audit_card
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.plan_days import due_on_home
from audit_app.ui.screens.surveys import is_own_survey, survey_card
from audit_app.ui.screens.welcome import welcome_screen
from audit_app.ui.text import data as data_text
from audit_app.ui.text import home as text

RECENT = 60
"""Audits looked at, the most recently changed; the rest is in “See all audits”."""
SHOWN = 4
"""Audits in each list here: what somebody with ten minutes looks for is among the last."""


@component
def home_screen(app: AppContext) -> ft.Control:
    recent = app.workspace.audits(RECENT)
    school = app.settings.school
    if school is None and not recent:
        return welcome_screen(app)
    surveys = [one for one in recent if is_own_survey(one)]
    own = [one for one in recent if (school is None or one.school.name == school.name) and one not in surveys]
    others = [one for one in recent if one not in own and one not in surveys]
    drafts = [one for one in own if one.status == "draft"]
    done = [one for one in own if one.status != "draft"]
    start = button(text.START, lambda: app.go(places.START), kind="secondary" if drafts else "primary")
    return page_frame(
        text.TITLE,
        *_damaged(app),
        *(() if own else [empty_state(text.NOTHING_YET, text.NOTHING_YET_TEXT, left(start))]),
        *([paragraph(school.name, muted=True)] if school else []),
        *_list(app, text.IN_PROGRESS, drafts, own=True),
        *due_on_home(app),
        *([button_row(start)] if own else []),
        *_open_surveys(app, surveys),
        *_list(app, text.DONE, done, own=True),
        *_list(app, text.FROM_OTHERS, others, own=False),
        button_row(
            *([link(text.ALL, lambda: app.go(places.AUDITS))] if recent else []),
            link(text.IMPORT, lambda: app.go(places.IMPORT)),
            link(text.SHARED_FOLDER, lambda: app.go(places.SYNC)),
        ),
    )


def _list(app: AppContext, title: str, audits: Sequence[Summary], *, own: bool) -> list[ft.Control]:
    if not audits:
        return []
    most_likely = audits[0].id if own and audits[0].status == "draft" else ""
    cards = [
        audit_card(one, own, app.workspace.today(), app.go, one.id == most_likely, key=one.id) for one in audits[:SHOWN]
    ]
    return [heading(title), *cards]


def _open_surveys(app: AppContext, surveys: Sequence[Summary]) -> list[ft.Control]:
    found = [survey_card(app, one.id, key=one.id) for one in surveys if one.status == "draft"]
    return [heading(text.OPEN_SURVEYS), *found[:SHOWN]] if found else []


def _damaged(app: AppContext) -> list[ft.Control]:
    found = app.workspace.damaged()
    if not found:
        return []
    there = left(button(data_text.PROBLEM_LINK, lambda: app.go(places.DATA)))
    return [notice("error", text.DAMAGED, bullets(*(sentence for _, sentence in found)), there, live=False)]
