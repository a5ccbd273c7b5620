"""The actions of a priority: each in two lines, with its fields behind a button."""

from collections.abc import Callable
from datetime import date
from functools import partial

import flet as ft

from audit_app.plans.model import Action, ActionState
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import paragraph
from audit_app.ui.runtime import NoticeKind, component
from audit_app.ui.screens.plan_adding import adding
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.screens.priority_fields import LONG, SHORT, Fields, as_day, beside, group, school_select
from audit_app.ui.screens.priority_ideas import ideas
from audit_app.ui.screens.priority_line import line
from audit_app.ui.text import joint_plan as joint_text
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life as life_text
from audit_app.ui.text import priority as text

STATE_KINDS: dict[ActionState, NoticeKind | None] = {"not started": None, "in progress": "info", "done": "success"}


@component
def what_we_will_do(
    fields: Fields,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    gone: Action | None
    set_gone: Callable[[Action | None], None]
    gone, set_gone = ft.use_state(None)
    keeping, workspace, priority = fields.keeping, fields.app.workspace, fields.priority

    async def add(words: str) -> None:
        await keeping.do(workspace.add_action, priority.id, words)

    async def add_for_every(words: str) -> None:
        await keeping.do(workspace.share_out, priority.id, words)

    async def remove(action: Action) -> None:
        await keeping.do(workspace.remove_action, priority.id, action.id)
        keeping.forget(f"{priority.id}/{action.id}")
        set_gone(action)

    async def undo() -> None:
        if gone is not None:
            await keeping.do(workspace.restore, priority.id, gone.id)
        set_gone(None)

    def shown(number: int, action: Action) -> ft.Control:
        name = text.action_name(number)
        due = text.by_day(plan_text.day(action.due)) if action.due else ""
        return line(
            name,
            action.text,
            _more(action, text.who_and_when(", ".join(filter(None, (action.school, action.owner))), due)),
            (text.ACTION_STATES[action.state], STATE_KINDS[action.state]),
            lambda: action_fields(fields, action, name),
            partial(remove, action),
            key=action.id,
        )

    parts = [(one.id, shown(number, one)) for number, one in enumerate(priority.actions, 1)]
    if gone is not None:  # in the place of what it puts back
        parts.append((gone.id, undo_notice(gone.text, undo, key=f"gone {gone.id}")))
    listed = [part for _, part in sorted(parts, key=lambda pair: pair[0])] or [paragraph(text.NO_ACTIONS)]
    place = f"{priority.id}/new action"
    new = adding(text.NEW_ACTION, text.ADD_ACTION, add, keeping.typed, place, limit=LONG, key="new")
    every = f"{priority.id}/for every school"
    shared = adding(
        joint_text.FOR_EVERY,
        joint_text.ADD_FOR_EVERY,
        add_for_every,
        keeping.typed,
        every,
        hint=joint_text.FOR_EVERY_HINT,
        limit=LONG,
        key="every",
    )
    more = disclosure(life_text.IDEAS, lambda: ideas(fields, audit, key="ideas"), key="more ideas")
    return group(text.ACTIONS, *listed, new, *([shared] if fields.schools else []), more)


def _more(action: Action, who: str) -> str:
    """A first step is of use until it is taken."""
    begins = action.state == "not started" and bool(action.first_step)
    return f"{who}\n{life_text.first_step(action.first_step)}" if begins else who


def action_fields(fields: Fields, action: Action, name: str) -> list[ft.Control]:
    """`name` (“Action 2”) begins what is read aloud of each; on the screen it stands above them."""
    keeping, priority = fields.keeping, fields.priority.id

    def place(field: str) -> str:
        return f"{priority}/{action.id}/{field}"

    def words(field: str, label: str, said: str, limit: int, lines: int = 1, hint: str = "") -> ft.Control:
        return text_field(
            label,
            keeping.value(place(field), getattr(action, field)),
            lambda typed: keeping.keep_action(priority, action.id, field, typed),
            error=keeping.error(place(field)),
            hint=hint,
            limit=limit,
            lines=lines,
            name=said,
            key=place(field),
        )

    async def keep_day(day: date | None) -> None:
        await keeping.keep_action(priority, action.id, "due", day.isoformat() if day else "")

    async def keep_state(state: str) -> None:
        await keeping.keep_action(priority, action.id, "state", state)

    due = as_day(keeping.value(place("due"), action.due))
    by_when = date_field(
        text.BY_WHEN, due, keep_day, error=keeping.error(place("due")), name=text.by_when(name), key=place("due")
    )

    async def keep_school(school: str) -> None:
        await keeping.keep_action(priority, action.id, "school", school)

    school = keeping.value(place("school"), action.school)
    whose = school_select(
        fields,
        joint_text.WHICH_SCHOOL,
        school,
        keep_school,
        keeping.error(place("school")),
        name=joint_text.of_school(name),
        key="school",
    )
    return [
        words("text", text.WHAT, text.what(name), LONG, 2),
        words("first_step", life_text.FIRST_STEP, life_text.step_of(name), LONG, 2),
        *([whose] if fields.schools else []),
        beside(fields.app, [words("owner", text.WHO, text.who(name), SHORT, hint=text.WHO_HINT), by_when], key="who"),
        choice(
            text.state(name),
            [Option(code, label) for code, label in text.ACTION_STATES.items()],
            keeping.value(place("state"), action.state),
            keep_state,
            short=text.HOW_FAR,
            error=keeping.error(place("state")),
            key="state",
        ),
    ]
