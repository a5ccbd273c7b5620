"""“Plan” in the navigation: what is due over all plans, then every plan; with one audit, its plan at once."""

from datetime import datetime

import flet as ft

from audit_app.plans.days import due_soon, overdue
from audit_app.responses.progress import PlanFigures, Summary
from audit_app.ui import places
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.plan import plan_screen
from audit_app.ui.screens.plan_days import due_list
from audit_app.ui.screens.results_landing import finished_or_begun, more
from audit_app.ui.text import home as home_text
from audit_app.ui.text import joint_plan as joint_text
from audit_app.ui.text import landing as text
from audit_app.ui.text import moments, plan_life
from audit_app.ui.text import plan as plan_text

AT_A_TIME = 10
MOST = 6
"""In each list, the earliest: the plans stand below it."""


@component
def plan_landing_screen(app: AppContext) -> ft.Control:
    shown, set_shown = ft.use_state(AT_A_TIME)
    found = finished_or_begun(app, shown + 1)
    if not found:
        start = left(button(text.START, lambda: app.go(places.START), kind="primary"))
        return page_frame(text.PLAN_TITLE, empty_state(text.PLAN_NONE, text.PLAN_NONE_TEXT, start), _joint(app))
    if len(found) == 1:
        return ft.Container(plan_screen(app, found[0].id), expand=True, key=found[0].id)
    listed = found[:shown]
    parts = [
        (text.PLANS, [one for one in listed if _has_plan(one)]),
        (text.NO_PLANS, [one for one in listed if not _has_plan(one)]),
    ]
    return page_frame(
        text.PLAN_TITLE,
        paragraph(text.PLAN_INTRO, muted=True),
        _due(app),
        *(
            stack(heading(title), *(_card(app, one, key=one.id) for one in ones), key=title)
            for title, ones in parts
            if ones
        ),
        *more(len(found), shown, lambda: set_shown(shown + AT_A_TIME)),
        _joint(app),
    )


def _has_plan(one: Summary) -> bool:
    return one.plan is not None and one.plan.priorities > 0


def _joint(app: AppContext) -> ft.Control:
    return left(link(joint_text.PLANS, lambda: app.go(places.JOINT_PLANS), key="joint plans"))


def _due(app: AppContext) -> ft.Control:
    """Overdue and soon, of all plans; what comes later stands in each."""
    days, today = app.workspace.due_here(), app.workspace.today()
    late, soon = ([one for one in days if pick((one.day,), today)] for pick in (overdue, due_soon))
    lists = [
        *due_list(app, plan_life.OVERDUE, late, 3, MOST),
        *due_list(app, plan_life.DUE_SOON, soon, 3, MOST),
    ]
    others = [paragraph(plan_life.OTHERS_LATE)] if app.workspace.others_are_late() else []
    nothing = plan_life.NOTHING_DUE_HERE if others else plan_life.NOTHING_DUE
    return panel(heading(plan_life.DAYS), *(lists or [paragraph(nothing)]), *others, key="due")


@component
def _card(
    app: AppContext,
    one: Summary,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    name = home_text.called(one.title, one.wave)
    step = text.OPEN_PLAN if _has_plan(one) else text.MAKE_PLAN
    changed = home_text.changed(moments.when(datetime.fromisoformat(one.changed), app.workspace.today()))
    return panel(
        heading(name, 3),
        *([paragraph(_how_far(one.plan))] if one.plan and _has_plan(one) else []),
        small(changed),
        left(button(step, lambda: app.go(places.plan(one.id)), name=home_text.next_step(step, name))),
    )


def _how_far(plan: PlanFigures) -> str:
    return f"{text.priorities(plan.priorities)} · {plan_text.actions_done(plan.done, plan.actions)}"
