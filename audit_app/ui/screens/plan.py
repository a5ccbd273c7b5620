"""The action plan of one school: three to five priorities, what governors are asked, and the paper for them.

The joint plan of several schools has the same address, and a screen of its own.
"""

import flet as ft

from audit_app.plans.joint import is_joint
from audit_app.plans.model import Plan
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.governors_pdf import pdf_button
from audit_app.ui.screens.joint_plan import joint_plan_screen
from audit_app.ui.screens.plan_asked import asked_panel
from audit_app.ui.screens.plan_chosen import chosen
from audit_app.ui.screens.plan_days import days_panel
from audit_app.ui.screens.plan_differences import differences_panel
from audit_app.ui.screens.plan_keeping import PlanKeeping, use_plan_keeping, with_saved
from audit_app.ui.screens.plan_reviews import reviews_panel
from audit_app.ui.screens.plan_suggestions import own_priority, suggested, taken_from
from audit_app.ui.text import plan as text
from audit_app.workspace import OpenAudit


@component
def plan_screen(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    if is_joint(app.workspace.audit(audit).audit):
        return joint_plan_screen(app, audit, key=f"joint {audit}")
    return _own_plan_screen(app, audit, key=f"own {audit}")


@component
def _own_plan_screen(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    keeping = use_plan_keeping(app, audit)
    opened = app.workspace.audit(audit)
    plan = app.workspace.plan(audit)
    before, _ = ft.use_state(plan)  # so that nothing moves or goes while the first are chosen
    parts = [_received(app, audit)] if opened.received else _parts(app, opened, plan, keeping, before)
    frame = page_frame(
        text.TITLE,
        small(text.caption(opened.questionnaire.title, opened.audit.school.name, opened.audit.wave)),
        *parts,
        back=(text.BACK, lambda: app.go(places.results(audit))),
        tab=text.tab(opened.audit.school.name, opened.audit.wave),
    )
    return with_saved(app, opened, keeping, "plan", frame)


def _parts(app: AppContext, opened: OpenAudit, plan: Plan, keeping: PlanKeeping, before: Plan) -> list[ft.Control]:
    audit = opened.audit.id
    ours, suggestions = chosen(app, audit, plan, keeping), suggested(app, audit, plan, keeping, taken_from(before))
    year, own = _through_the_year(app, opened, plan, keeping), own_priority(app, audit, keeping)
    begun = [ours, *year, suggestions, own]
    asked = asked_panel(app, audit, plan, keeping, text.GOVERNORS)
    ways_on = button_row(
        pdf_button(app, opened, kind="primary" if plan.priorities else "secondary"),
        button(text.SEE_RESULTS, lambda: app.go(places.results(audit)), kind="quiet", key="results"),
    )
    if before.priorities:  # a plan of several screens: who comes back for the paper need not look for it
        return [ways_on, *differences_panel(app, audit, plan, keeping), *begun, asked]
    return [
        *differences_panel(app, audit, plan, keeping),
        *(paragraph(text.CHOOSE), suggestions, ours, own, *year, asked),
        panel(heading(text.HAND_OUT), paragraph(text.HAND_OUT_EXPLAINED), ways_on),
    ]


def _through_the_year(app: AppContext, opened: OpenAudit, plan: Plan, keeping: PlanKeeping) -> list[ft.Control]:
    """Once there is something to look back on and forward to."""
    if not plan.priorities:
        return []
    return [days_panel(app, opened), reviews_panel(app, opened.audit.id, plan, keeping)]


def _received(app: AppContext, audit: str) -> ft.Control:
    return notice(
        "info",
        text.RECEIVED,
        left(link(text.SEE_RESULTS, lambda: app.go(places.results(audit)))),
        title=text.RECEIVED_TITLE,
        live=False,
    )
