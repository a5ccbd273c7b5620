"""How we will know: the success criteria of a priority, and who monitors it."""

import flet as ft

from audit_app.errors import AuditError
from audit_app.plans.model import Criterion, CriterionState
from audit_app.ui.components.choice import Option
from audit_app.ui.components.select import select
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import small
from audit_app.ui.runtime import Action, NoticeKind, component
from audit_app.ui.screens.priority_fields import LONG, Fields, beside, group
from audit_app.ui.screens.priority_line import line
from audit_app.ui.screens.priority_list import Kind, use_list
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


OF_CRITERIA = Kind(
    field="criteria",
    make=Criterion,
    empty=EmptyCriterionError,
    gone=CriterionGoneError,
    none=text.NO_CRITERIA,
    label=text.NEW_CRITERION,
    add=text.ADD_CRITERION,
)


@component
def how_we_know(
    fields: Fields,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """The success criteria, and the monitoring."""
    people = [
        fields.words("monitored_by", life_text.MONITORED_BY),
        fields.words("monitored_when", life_text.MONITORED_WHEN),
    ]
    return group(
        text.HOW_WE_KNOW,
        small(text.CRITERIA_EXPLAINED),
        *use_list(fields, OF_CRITERIA, _criterion),
        beside(fields.app, people, key="who"),
        fields.words("monitoring", text.MONITORING, hint=text.MONITORING_HINT, lines=2),
    )


def _criterion(fields: Fields, place: int, one: Criterion, remove: Action, *, key: str) -> ft.Control:
    name = text.criterion_name(place + 1)
    at, keep = OF_CRITERIA.at(fields, one.text), OF_CRITERIA.keeps(fields, place, one)

    def inner() -> list[ft.Control]:
        words, state = fields.keeping.value(f"{at}/text", one.text), fields.keeping.value(f"{at}/state", one.state)
        return [
            text_field(
                text.SEEN,
                words,
                lambda typed: keep("text", typed.strip()),
                error=fields.keeping.error(f"{at}/text"),
                lines=2,
                limit=LONG,
                name=text.seen(name),
                key=f"{fields.priority.id} {key}",
            ),
            select(
                text.HOW_FAR,
                [Option(code, label) for code, label in text.CRITERION_STATES.items()],
                state,
                lambda code: keep("state", code),
                error=fields.keeping.error(f"{at}/state"),
                name=text.state(name),
                key="state",
            ),
        ]

    return line(name, one.text, "", (text.CRITERION_STATES[one.state], STATE_KINDS[one.state]), inner, remove, key=key)
