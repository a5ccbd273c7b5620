"""Milestones of a priority, term by term. They are one field of it, as the success criteria are."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeAlias

import flet as ft
from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans.model import Milestone
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.runtime import Action, NoticeKind, component
from audit_app.ui.screens.plan_adding import adding
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.screens.priority_fields import LONG, SHORT, Fields, as_day, beside, group
from audit_app.ui.screens.priority_line import line
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life as text
from audit_app.ui.text import priority as priority_text

Milestones: TypeAlias = tuple[Milestone, ...]
YES, NO = "yes", "no"


class EmptyMilestoneError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.EMPTY_MILESTONE)


class MilestoneGoneError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.MILESTONE_GONE)


def replaced(milestones: Milestones, place: int, old: Milestone, new: Milestone | None) -> Milestones:
    """The list with one changed, or without it; found by its text where others came or went meanwhile.

    Raises EmptyMilestoneError, MilestoneGoneError.
    """
    if new is not None and not new.text.strip():
        raise EmptyMilestoneError
    texts = [one.text for one in milestones]
    if texts[place : place + 1] != [old.text]:
        if old.text not in texts:
            raise MilestoneGoneError
        place = texts.index(old.text)
    return (*milestones[:place], *([new] if new else []), *milestones[place + 1 :])


@component
def milestones_group(
    fields: Fields,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    gone: tuple[int, Milestone] | None
    set_gone: Callable[[tuple[int, Milestone] | None], None]
    gone, set_gone = ft.use_state(None)
    turn, set_turn = ft.use_state(0)
    keeping, priority = fields.keeping, fields.priority

    async def add(words: str) -> None:
        if not words.strip():
            raise EmptyMilestoneError
        await keeping.do(_changing(fields, lambda now: (*now, Milestone(text=words.strip()))))

    async def remove(place: int, one: Milestone) -> None:
        await keeping.do(_changing(fields, lambda now: replaced(now, place, one, None)))
        set_gone((place, one))
        set_turn(turn + 1)  # places have moved, so their fields begin afresh

    async def undo() -> None:
        if gone is not None:
            place, one = gone
            await keeping.do(_changing(fields, lambda now: (*now[:place], one, *now[place:])))
        set_gone(None)
        set_turn(turn + 1)

    shown = [
        _milestone(fields, place, one, partial(remove, place, one), key=f"{turn} {place}")
        for place, one in enumerate(priority.milestones)
    ]
    if gone is not None:  # in the place of what it puts back
        shown.insert(gone[0], undo_notice(gone[1].text, undo, key=f"gone {turn}"))
    new = f"{priority.id}/new milestone"
    return group(
        text.MILESTONES,
        small(text.MILESTONES_EXPLAINED),
        *(shown or [paragraph(text.NO_MILESTONES)]),
        adding(text.NEW_MILESTONE, text.ADD_MILESTONE, add, keeping.typed, new, limit=LONG, key="new"),
    )


def _changing(fields: Fields, change: Callable[[Milestones], Milestones]) -> Callable[[str], None]:
    """A verb that changes the milestones as they stand when it runs: the screen's may be a moment older."""
    workspace, priority = fields.app.workspace, fields.priority.id

    def changing(audit: str) -> None:
        now = next((one.milestones for one in workspace.plan(audit).priorities if one.id == priority), ())
        said: list[JsonValue] = [one.model_dump(mode="json") for one in change(now)]
        workspace.set_priority(audit, priority, {"milestones": said})

    return changing


def _milestone(fields: Fields, place: int, one: Milestone, remove: Action, *, key: str) -> ft.Control:
    name = text.milestone_name(place + 1)
    when = ", ".join(filter(None, (one.term, plan_text.day(one.day) if one.day else "")))
    state: tuple[str, NoticeKind | None] = (text.REACHED[one.reached], "success" if one.reached else None)
    return line(
        name, one.text, when or priority_text.NO_DAY, state, lambda: _inner(fields, place, one, key), remove, key=key
    )


def _inner(fields: Fields, place: int, one: Milestone, key: str) -> list[ft.Control]:
    name, keeping = text.milestone_name(place + 1), fields.keeping
    at = f"{fields.priority.id}/milestones/{place}"

    async def keep(field: str, value: str | bool) -> None:
        def change(now: Milestones) -> Milestones:
            there = next((each for each in now[place : place + 1] if each.text == one.text), one)
            return replaced(now, place, one, there.model_copy(update={field: value}))

        await keeping.keep(f"{at}/{field}", value, _changing(fields, change))

    def words(field: str, label: str, said: str, limit: int, lines: int = 1, hint: str = "") -> ft.Control:
        return text_field(
            label,
            keeping.value(f"{at}/{field}", getattr(one, field)),
            lambda typed: keep(field, typed.strip()),
            hint=hint,
            error=keeping.error(f"{at}/{field}"),
            lines=lines,
            limit=limit,
            name=said,
            key=f"{at} {field} {key}",
        )

    def keep_day(day: date | None) -> object:
        return keep("day", day.isoformat() if day else "")

    return [
        words("text", text.WHAT_IS_REACHED, text.reach(name), LONG, 2),
        beside(
            fields.app,
            [
                words("term", text.BY_TERM, text.term(name), SHORT, hint=text.TERM_HINT),
                date_field(
                    priority_text.BY_WHEN,
                    as_day(keeping.value(f"{at}/day", one.day)),
                    keep_day,
                    error=keeping.error(f"{at}/day"),
                    name=priority_text.by_when(name),
                    key=f"{at} day {key}",
                ),
            ],
            key="when",
        ),
        choice(
            text.is_reached(name),
            [Option(NO, text.REACHED[False]), Option(YES, text.REACHED[True])],
            YES if keeping.value(f"{at}/reached", one.reached) else NO,
            lambda code: keep("reached", code == YES),
            short=text.IS_REACHED,
            error=keeping.error(f"{at}/reached"),
            key="reached",
        ),
    ]
