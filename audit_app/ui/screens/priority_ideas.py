"""Ideas for actions: what the questionnaire and the field suggest, by whose leave and how much work they need."""

from functools import partial
from typing import cast

import flet as ft

from audit_app.plans.action_library import Effort, Idea, Leave
from audit_app.plans.ideas import ideas_for, taken_up
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.choice import Option
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.select import select
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.runtime import component
from audit_app.ui.screens.priority_fields import Fields, beside
from audit_app.ui.text import plan_life as text

AT_ONCE = 6
LEAVE: Leave = "head"
EFFORT: Effort = "large"
"""What is shown first: a head is likely to be asked, a board only once a term."""


@component
def ideas(
    fields: Fields,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Those in the actions when it was opened are left out; one that is added now stays, and can be taken out again."""
    leave, set_leave = ft.use_state(LEAVE)
    effort, set_effort = ft.use_state(EFFORT)
    count, set_count = ft.use_state(AT_ONCE)
    asked = ft.use_memo(lambda: fields.app.workspace.audit(audit).questionnaire, [audit])
    fitting = ideas_for(fields.priority, asked, cast("Leave", leave), cast("Effort", effort))
    before, _ = ft.use_state(frozenset(one.text for one in fields.priority.actions))
    found = [one for one in fitting if one.text not in before]
    filters = [
        select(text.WHOSE_LEAVE, [Option(*one) for one in text.LEAVES.items()], leave, set_leave, width=300),
        select(text.HOW_MUCH, [Option(*one) for one in text.EFFORTS.items()], effort, set_effort, width=300),
    ]
    more = button(text.MORE_IDEAS, lambda: set_count(count + AT_ONCE), kind="quiet", key="more")
    return stack(
        small(text.IDEAS_EXPLAINED),
        beside(fields.app, filters, key="filters"),
        *([_idea(fields, one) for one in found[:count]] or [paragraph(text.NO_IDEAS)]),
        *([left(more)] if len(found) > count else []),
    )


def _idea(fields: Fields, one: Idea) -> ft.Control:
    """One button adds it and, once it is there, takes it out: so the keyboard stays where it is."""
    keeping, workspace, priority = fields.keeping, fields.app.workspace, fields.priority.id
    action, name = taken_up(fields.priority, one), one.title or one.text
    toggle = (
        button(
            text.TAKE_OUT,
            partial(keeping.do, workspace.remove_action, priority, action),
            name=text.take_out_name(name),
            key="toggle",
        )
        if action
        else button(
            text.ADD_IDEA,
            partial(keeping.do, workspace.take_up, priority, one),
            name=text.add_idea_name(name),
            key="toggle",
        )
    )
    return ft.Container(
        border=ft.Border.only(left=ft.BorderSide(4, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
        key=one.id,
        content=stack(
            *([heading(one.title, 3)] if one.title else []),
            paragraph(one.text),
            paragraph(text.first_step(one.first_step)),
            small(text.needs(one)),
            *([tag(text.IN_ACTIONS, "success")] if action else []),
            left(toggle),
            space=theme.S,
        ),
    )
