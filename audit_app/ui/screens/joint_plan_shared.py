"""What the schools of a joint plan share, as suggestions: read off the loop, and only when somebody asks."""

from typing import cast

import flet as ft

from audit_app.errors import AuditError
from audit_app.plans.suggestions import Suggestion
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.spoken import use_spoken
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.screens.plan_suggestions import suggestion_card, taken_from
from audit_app.ui.text import joint_plan as text


@component
def what_we_share(
    app: AppContext,
    audit: str,
    keeping: PlanKeeping,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    found, keep_found = ft.use_state(cast("tuple[Suggestion, ...] | str | None", None))

    async def look() -> None:
        try:
            keep_found(await stoppable(app.workspace.joint_suggestions))
        except AuditError as nothing_to_compare:
            keep_found(str(nothing_to_compare))

    looking = use_doing(look)
    use_spoken(_in_words(found))
    taken = taken_from(app.workspace.plan(audit))
    match found:
        case str():
            shown: list[ft.Control] = [paragraph(found)]
        case ():
            shown = [paragraph(text.NOTHING_SHARED)]
        case _:
            shown = [suggestion_card(app, one, taken.get(one.section), keeping) for one in found or ()]
    return panel(
        heading(text.SHARED),
        paragraph(text.SHARED_EXPLAINED),
        left(starter(text.LOOK, looking, key="look")),
        *([working(text.LOOKING, looking)] if looking.busy else []),
        *shown,
    )


def _in_words(found: tuple[Suggestion, ...] | str | None) -> str:
    match found:
        case str():
            return found
        case ():
            return text.NOTHING_SHARED
        case _:
            return ". ".join((text.SHARED, *(one.title for one in found))) if found else ""
