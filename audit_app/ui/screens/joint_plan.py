"""A joint plan: one's own part first, then what all will do together, who does what, and handing it out."""

import flet as ft

from audit_app.plans.joint import Part, named_in, part_of, parts
from audit_app.plans.model import Action, Plan, Priority
from audit_app.responses.model import Audit
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.joint_plan_out import give_up, hand_out
from audit_app.ui.screens.joint_plan_shared import what_we_share
from audit_app.ui.screens.plan_asked import asked_panel
from audit_app.ui.screens.plan_chosen import chosen
from audit_app.ui.screens.plan_days import days_panel
from audit_app.ui.screens.plan_differences import differences_panel
from audit_app.ui.screens.plan_keeping import PlanKeeping, use_plan_keeping, with_saved
from audit_app.ui.screens.plan_reviews import reviews_panel
from audit_app.ui.screens.plan_suggestions import own_priority
from audit_app.ui.screens.priority_actions import STATE_KINDS, action_fields
from audit_app.ui.screens.priority_fields import Fields
from audit_app.ui.text import joint_plan as text
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life
from audit_app.ui.text import priority as priority_text


@component
def joint_plan_screen(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    keeping = use_plan_keeping(app, audit)
    opened, plan = app.workspace.audit(audit), app.workspace.plan(audit)
    own = named_in(plan, app.settings.school)
    figures = parts(plan, app.workspace.today())
    begun, _ = ft.use_state(bool(plan.priorities))  # so that nothing moves while the first are added
    out = hand_out(app, opened, tuple(one.school for one in figures if one.school), own, begun=begun, key="out")
    frame = page_frame(
        text.TITLE,
        small(text.caption(opened.audit.school.name, opened.audit.wave)),
        *([out] if begun else []),
        *differences_panel(app, audit, plan, keeping),
        *([_your_part(app, opened.audit, plan, own, figures, keeping)] if own else []),
        chosen(app, audit, plan, keeping, text.TOGETHER),
        own_priority(app, audit, keeping),
        what_we_share(app, audit, keeping, key="shared"),
        _who_does_what(app, audit, plan, figures, keeping),
        *(
            [days_panel(app, opened, plan_life.DAYS_OF_ALL), reviews_panel(app, audit, plan, keeping)]
            if plan.priorities
            else []
        ),
        asked_panel(app, audit, plan, keeping, text.AGREED),
        *([] if begun else [out]),
        give_up(app, audit, key="give up"),
        back=(text.BACK, lambda: app.go(places.JOINT_PLANS)),
        tab=text.tab(opened.audit.school.name, opened.audit.wave),
    )
    return with_saved(app, opened, keeping, "plan", frame)


def _your_part(
    app: AppContext, audit: Audit, plan: Plan, own: str, figures: tuple[Part, ...], keeping: PlanKeeping
) -> ft.Control:
    """Each of the school's own actions with its state, which can be said right here."""
    mine = next(one for one in figures if one.school == own)
    whole = {one.id: (number, one) for number, one in enumerate(plan.priorities, 1)}
    lines = [
        _line(Fields(app, keeping, whole[part.id][1], plan.schools), whole[part.id][0], action, audit.id)
        for part in part_of(plan, own).priorities
        for action in part.actions
    ]
    return panel(
        heading(text.YOUR_PART),
        paragraph(text.your_part(mine)),
        *(lines or [paragraph(text.NO_PART_YET, muted=True)]),
        key="your part",
    )


def _line(fields: Fields, number: int, action: Action, audit: str) -> ft.Control:
    priority: Priority = fields.priority
    at = next(at for at, one in enumerate(priority.actions, 1) if one.id == action.id)
    name = text.action_of(plan_text.numbered(number), priority_text.action_name(at))
    due = priority_text.by_day(plan_text.day(action.due)) if action.due else ""
    state = tag(priority_text.ACTION_STATES[action.state], STATE_KINDS[action.state])
    there = link(plan_text.title_of(priority), lambda: fields.app.go(places.priority(audit, priority.id)), key="open")
    return ft.Container(
        border=ft.Border.only(left=ft.BorderSide(4, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
        content=stack(
            ft.Row([small(name), state], spacing=theme.S + theme.XS, wrap=True, run_spacing=theme.XS),
            paragraph(action.text),
            small(priority_text.who_and_when(action.owner, due)),
            disclosure(
                text.say_how_far(name), lambda: stack(*action_fields(fields, action, name)), key=f"far {action.id}"
            ),
            left(there),
            space=theme.XS,
        ),
        key=action.id,
    )


def _who_does_what(
    app: AppContext, audit: str, plan: Plan, figures: tuple[Part, ...], keeping: PlanKeeping
) -> ft.Control:
    columns = [
        Column(text.SCHOOL, width=340),
        *(Column(name, numeric=True) for name in (text.LEADS, text.ACTIONS, text.DONE, text.OVERDUE)),
    ]
    rows = [[one.school or text.NOBODY, *map(str, (one.leads, one.actions, one.done, one.overdue))] for one in figures]

    async def keep(lines: str) -> None:
        await keeping.keep("schools", lines, app.workspace.name_schools, lines.splitlines())

    return panel(
        heading(text.WHO_DOES_WHAT),
        table(text.WHO_DOES_WHAT, columns, rows, show_caption=False),
        text_field(
            text.SCHOOLS,
            keeping.value("schools", "\n".join(plan.schools)),
            keep,
            hint=text.SCHOOLS_HINT,
            error=keeping.error("schools"),
            lines=3,
            key=f"schools {audit}",
        ),
        key="who",
    )
