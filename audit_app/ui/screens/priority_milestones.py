"""Milestones of a priority, term by term."""

from datetime import date

import flet as ft

from audit_app.errors import AuditError
from audit_app.plans.model import Milestone
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import small
from audit_app.ui.runtime import Action, NoticeKind, component
from audit_app.ui.screens.priority_fields import LONG, SHORT, Fields, as_day, beside, group
from audit_app.ui.screens.priority_line import line
from audit_app.ui.screens.priority_list import Kind, use_list
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life as text
from audit_app.ui.text import priority as priority_text

YES, NO = "yes", "no"


class EmptyMilestoneError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.EMPTY_MILESTONE)


class MilestoneGoneError(AuditError):
    def __init__(self) -> None:
        super().__init__(text.MILESTONE_GONE)


OF_MILESTONES = Kind(
    field="milestones",
    make=Milestone,
    empty=EmptyMilestoneError,
    gone=MilestoneGoneError,
    none=text.NO_MILESTONES,
    label=text.NEW_MILESTONE,
    add=text.ADD_MILESTONE,
)


@component
def milestones_group(
    fields: Fields,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    return group(text.MILESTONES, small(text.MILESTONES_EXPLAINED), *use_list(fields, OF_MILESTONES, _milestone))


def _milestone(fields: Fields, place: int, one: Milestone, remove: Action, *, key: str) -> ft.Control:
    name = text.milestone_name(place + 1)
    when = ", ".join(filter(None, (one.term, plan_text.day(one.day) if one.day else "")))
    state: tuple[str, NoticeKind | None] = (text.REACHED[one.reached], "success" if one.reached else None)
    return line(
        name, one.text, when or priority_text.NO_DAY, state, lambda: _inner(fields, place, one, key), remove, key=key
    )


def _inner(fields: Fields, place: int, one: Milestone, key: str) -> list[ft.Control]:
    name, keeping = text.milestone_name(place + 1), fields.keeping
    at, keep = OF_MILESTONES.at(fields, one.text), OF_MILESTONES.keeps(fields, place, one)

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
            key=f"{fields.priority.id} {field} {key}",
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
                    key=f"{fields.priority.id} day {key}",
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
