"""Results of a survey: three things that matter first, then who answered, the sections, the gaps, and the rest."""

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.results.survey_model import SurveyResults
from audit_app.ui import places
from audit_app.ui.components.buttons import link
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.screens.results_balance import balance
from audit_app.ui.screens.results_beside import beside_results
from audit_app.ui.screens.results_ways_on import on_to_the_plan, ways_on
from audit_app.ui.screens.survey_results_comments import comments
from audit_app.ui.screens.survey_results_gaps import gaps
from audit_app.ui.screens.survey_results_items import statements
from audit_app.ui.screens.survey_results_method import method
from audit_app.ui.screens.survey_results_sections import sections
from audit_app.ui.screens.survey_results_short import in_short, who_answered
from audit_app.ui.text import results as results_text
from audit_app.ui.text import survey_results as text
from audit_app.workspace import OpenAudit


def survey_results(app: AppContext, opened: OpenAudit) -> ft.Control:
    audit = opened.audit.id
    found = app.workspace.survey_results(audit)
    back = (
        (results_text.BACK_TO_AUDITS, lambda: app.go(places.AUDITS))
        if opened.received
        else (text.BACK, lambda: app.go(places.survey(audit)))
    )
    said = results_text.received(found.school)
    copy = notice("info", said, title=results_text.RECEIVED_TITLE, live=False, key="received")
    return page_frame(
        results_text.TITLE,
        small(text.caption(found.questionnaire.title, found.school, found.wave)),
        *([copy] if opened.received else []),
        *(_nothing(app, opened, found) if found.reason else _what_it_says(app, opened, found)),
        back=back,
        tab=results_text.tab(found.school, found.wave),
    )


def _nothing(app: AppContext, opened: OpenAudit, found: SurveyResults) -> list[ft.Control]:
    """Open, erased, incomplete, or answered by too few: why, and how many answered."""
    go = left(link(text.TO_SURVEY, lambda: app.go(places.survey(opened.audit.id))))
    title = text.NOTHING_YET if found.status == "open" else text.NOTHING_TITLE
    actions = [] if opened.received else [go]
    return [
        notice("info", found.reason or "", *actions, title=title, live=False, key="nothing"),
        who_answered(found),
    ]


def _what_it_says(app: AppContext, opened: OpenAudit, found: SurveyResults) -> list[ft.Control]:
    asked: Questionnaire = opened.questionnaire
    audit = opened.audit.id
    return [
        *ways_on(app, opened, text.SHARE),
        in_short(asked, found),
        who_answered(found),
        sections(asked, found),
        gaps(found),
        beside_results(app, audit, key="beside"),
        statements(asked, found),
        *([balance(app, found.balance)] if found.balance else []),
        comments(found, key="comments"),
        method(found),
        *on_to_the_plan(app, opened, text.NEXT_EXPLAINED),
    ]
