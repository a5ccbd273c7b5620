"""How we will know: the success criteria of a priority, and who monitors it."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import flet as ft
from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans.model import Criterion, CriterionState
from audit_app.ui.components.choice import Option
from audit_app.ui.components.select import select
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.runtime import Action, NoticeKind, component
from audit_app.ui.screens.plan_adding import adding
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.screens.priority_fields import LONG, Fields, beside, group
from audit_app.ui.screens.priority_line import line
from audit_app.ui.text import plan_life as life_text
from audit_app.ui.text import priority as text

STATE_KINDS: dict[CriterionState, NoticeKind | None] = {
    "not started": None,
    "in progress": "info",
    "not met": "error",
    "partially met": "warning",
    "met": "success",
}


class EmptyCriterionError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.EMPTY_CRITERION)


class CriterionGoneError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.CRITERION_GONE)


Criteria: TypeAlias = tuple[Criterion, ...]


def replaced(criteria: Criteria, place: int, old: Criterion, new: Criterion | None) -> Criteria:
    """The list with one criterion changed, or without it; found by its text where others came or went meanwhile.

    Raises EmptyCriterionError, CriterionGoneError.
    """
    if new is not None and not new.text.strip():
        raise EmptyCriterionError
    texts = [one.text for one in criteria]
    if texts[place : place + 1] != [old.text]:
        if old.text not in texts:
            raise CriterionGoneError
        place = texts.index(old.text)
    return (*criteria[:place], *([new] if new else []), *criteria[place + 1 :])


@component
def how_we_know(
    fields: Fields,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """The success criteria, which are one field of the priority, and the monitoring."""
    gone: tuple[int, Criterion] | None
    set_gone: Callable[[tuple[int, Criterion] | None], None]
    gone, set_gone = ft.use_state(None)
    turn, set_turn = ft.use_state(0)
    keeping, priority = fields.keeping, fields.priority

    async def add(words: str) -> None:
        if not words.strip():
            raise EmptyCriterionError
        await keeping.do(_changing(fields, lambda now: (*now, Criterion(text=words.strip()))))

    async def remove(place: int, one: Criterion) -> None:
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
        _criterion(fields, place, one, partial(remove, place, one), key=f"{turn} {place}")
        for place, one in enumerate(priority.criteria)
    ]
    if gone is not None:  # in the place of what it puts back
        shown.insert(gone[0], undo_notice(gone[1].text, undo, key=f"gone {turn}"))
    parts = [small(text.CRITERIA_EXPLAINED), *(shown or [paragraph(text.NO_CRITERIA)])]
    new = f"{priority.id}/new criterion"
    parts.append(adding(text.NEW_CRITERION, text.ADD_CRITERION, add, keeping.typed, new, limit=LONG, key="new"))
    people = [
        fields.words("monitored_by", life_text.MONITORED_BY),
        fields.words("monitored_when", life_text.MONITORED_WHEN),
    ]
    parts.append(beside(fields.app, people, key="who"))
    parts.append(fields.words("monitoring", text.MONITORING, hint=text.MONITORING_HINT, lines=2))
    return group(text.HOW_WE_KNOW, *parts)


def _changing(fields: Fields, change: Callable[[Criteria], Criteria]) -> Callable[[str], None]:
    """A verb that changes the criteria as they stand when it runs: the screen's may be a moment older."""
    workspace, priority = fields.app.workspace, fields.priority.id

    def changing(audit: str) -> None:
        now = next((one.criteria for one in workspace.plan(audit).priorities if one.id == priority), ())
        said: list[JsonValue] = [one.model_dump(mode="json") for one in change(now)]
        workspace.set_priority(audit, priority, {"criteria": said})

    return changing


def _criterion(fields: Fields, place: int, one: Criterion, remove: Action, *, key: str) -> ft.Control:
    name = text.criterion_name(place + 1)
    at = f"{fields.priority.id}/criteria/{place}"

    def keep(field: str) -> Action:
        async def kept(value: str) -> None:
            def change(now: Criteria) -> Criteria:
                return replaced(now, place, one, one.model_copy(update={field: value.strip()}))

            await fields.keeping.keep(f"{at}/{field}", value, _changing(fields, change))

        return kept

    def inner() -> list[ft.Control]:
        words, state = fields.keeping.value(f"{at}/text", one.text), fields.keeping.value(f"{at}/state", one.state)
        return [
            text_field(
                text.SEEN,
                words,
                keep("text"),
                error=fields.keeping.error(f"{at}/text"),
                lines=2,
                limit=LONG,
                name=text.seen(name),
                key=f"{at} {key}",
            ),
            select(
                text.HOW_FAR,
                [Option(code, label) for code, label in text.CRITERION_STATES.items()],
                state,
                keep("state"),
                error=fields.keeping.error(f"{at}/state"),
                name=text.state(name),
                key="state",
            ),
        ]

    return line(name, one.text, "", (text.CRITERION_STATES[one.state], STATE_KINDS[one.state]), inner, remove, key=key)
