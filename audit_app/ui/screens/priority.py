"""One priority of the plan: what and why, who and when, what we will do, how we'll know, how it stands."""

import flet as ft

from audit_app.plans.joint import is_joint, schools_in
from audit_app.plans.model import Priority
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.plan_keeping import use_plan_keeping, with_saved
from audit_app.ui.screens.priority_actions import what_we_will_do
from audit_app.ui.screens.priority_criteria import how_we_know
from audit_app.ui.screens.priority_fields import Fields, progress_panel, what_and_why, who_and_when
from audit_app.ui.screens.priority_milestones import milestones_group
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import priority as text


@component
def priority_screen(app: AppContext, audit: str, priority: str) -> ft.Control:
    keeping = use_plan_keeping(app, audit)
    opened = app.workspace.audit(audit)
    plan = app.workspace.plan(audit)
    found = next((one for one in plan.priorities if one.id == priority), None)

    def to_plan() -> None:
        app.go(places.plan(audit))

    if found is None:
        back = left(button(text.BACK, to_plan, kind="primary"))
        return page_frame(text.NOT_THERE, empty_state(plan_text.TITLE, text.NOT_THERE_MEANS, back))
    fields = Fields(app, keeping, found, schools_in(plan) if is_joint(opened.audit) else ())
    frame = page_frame(
        plan_text.title_of(found),
        small(_where_from(found)),
        what_and_why(fields),
        who_and_when(fields),
        what_we_will_do(fields, audit, key="actions"),
        milestones_group(fields, key="milestones"),
        how_we_know(fields, key="criteria"),
        progress_panel(fields),
        left(button(text.DONE, to_plan, kind="primary", key="done")),
        back=(text.BACK, to_plan),
        tab=text.tab(plan_text.title_of(found)),
    )
    return with_saved(app, opened, keeping, f"plan/{found.id}", frame)


def _where_from(priority: Priority) -> str:
    return text.SUGGESTED if priority.suggested else text.OWN
