"""A survey or a joint plan at an audit's address: nothing is answered there, so the way to its own page instead."""

import flet as ft

from audit_app.plans.joint import is_joint
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.text import audit as text
from audit_app.ui.text import joint_plan, surveys
from audit_app.workspace import OpenAudit


def shown_elsewhere(app: AppContext, opened: OpenAudit) -> ft.Control | None:
    """None for an audit. Answers to a survey would be those of one named person here; a joint plan has no answers."""
    if opened.audit.mode == "survey":
        return _survey_instead(app, opened)
    return plan_instead(app, opened) if is_joint(opened.audit) else None


def plan_instead(app: AppContext, opened: OpenAudit) -> ft.Control:
    """For what an audit has and a joint plan has not: answers, results."""
    plan = opened.audit
    return page_frame(
        joint_plan.TITLE,
        small(joint_plan.caption(plan.school.name, plan.wave)),
        notice("info", joint_plan.ELSEWHERE, live=False),
        left(button(joint_plan.OPEN, lambda: app.go(places.plan(plan.id)), kind="primary")),
        back=(joint_plan.BACK, lambda: app.go(places.JOINT_PLANS)),
        tab=joint_plan.tab(plan.school.name, plan.wave),
    )


def _survey_instead(app: AppContext, opened: OpenAudit) -> ft.Control:
    survey, title = opened.audit, opened.questionnaire.title
    return page_frame(
        title,
        small(text.caption(survey.school.name, survey.wave, title)),
        notice("info", surveys.ANSWERED_ELSEWHERE, live=False),
        left(button(surveys.SEE, lambda: app.go(places.survey(survey.id)), kind="primary")),
        back=(text.BACK, lambda: app.go(places.AUDITS)),
    )
