"""Restoring: choose a backup, see what would come back, then all of it or nothing."""

from collections.abc import Sequence

import flet as ft

from audit_app.errors import AuditError
from audit_app.storage.restoring import RestoredAudit, RestorePlan
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.files import pick_files
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import counted, use_spoken, use_wrong
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop, stoppable
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import data as text

NOTHING: RestorePlan | None = None
NOT_YET: int | None = None


@component
def restore_part(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    planned, set_planned = ft.use_state(NOTHING)
    wrong, set_wrong = use_wrong("")
    came_back, set_came_back = ft.use_state(NOT_YET)

    async def choose() -> None:
        picked = await pick_files(text.CHOOSE, ("zip",))
        if not picked:
            return
        set_wrong("")
        set_planned(None)
        set_came_back(NOT_YET)
        try:
            set_planned(await stoppable(app.workspace.plan_restore, (picked[0].name, picked[0].content)))
        except AuditError as problem:
            set_wrong(str(problem))

    async def apply() -> None:
        if planned is not None:
            await off_loop(app.workspace.apply_restore, planned)
            set_came_back(len(planned.add) + len(planned.replace) + len(planned.merge))
            set_planned(None)
            app.refresh()

    choosing, applying = use_doing(choose), use_doing(apply)
    use_spoken(counted(text.WOULD, _parts(planned)) if planned else "")
    return stack(
        heading(text.RESTORE),
        paragraph(text.RESTORE_MEANS),
        *([notice("error", wrong, key="wrong")] if wrong else []),
        left(starter(text.CHOOSE, choosing, disabled=applying.busy)),
        *([working(text.READING, choosing)] if choosing.busy else []),
        *([waiting(text.RESTORING)] if applying.busy else []),
        *([] if came_back is None else _done(app, came_back)),
        *([] if planned is None else plan_part(app, planned)),
        *(
            [
                button_row(
                    button(text.APPLY, applying.run, kind="primary"),
                    button(text.CANCEL, lambda: set_planned(None), kind="quiet", disabled=applying.busy),
                )
            ]
            if planned is not None and planned.brings_something and not planned.refused
            else []
        ),
    )


def _done(app: AppContext, came_back: int) -> list[ft.Control]:
    """Where it was asked for, and with a way on: there is the keyboard, for “Restore” went."""
    way = left(button(text.SEE_AUDITS, lambda: app.go(places.AUDITS)))
    return [notice("success", text.restored(came_back), way, key="restored")]


def plan_part(app: AppContext, planned: RestorePlan) -> list[ft.Control]:
    """What restoring does, in words."""
    refused = [f"{one.school} {one.wave}: {one.reason}" for one in planned.refused]
    nothing = not planned.brings_something and not refused
    return [
        heading(text.WOULD, 3),
        paragraph(text.backup_of(audit_text.when(planned.made.astimezone()))),
        *([notice("error", text.REFUSED, bullets(*refused))] if refused else []),
        *([paragraph(text.NOTHING_NEW)] if nothing else []),
        *(
            panel(heading(title, 3), bullets(*(_line(app, one) for one in audits)), key=title)
            for title, audits in _parts(planned)
            if audits
        ),
        *(
            [panel(heading(text.QUESTIONNAIRES, 3), bullets(*planned.questionnaires), key="questionnaires")]
            if planned.questionnaires
            else []
        ),
        *([paragraph(text.lists(planned.meetings, planned.decisions))] if planned.lists else []),
        *([paragraph(text.SETTINGS)] if planned.settings else []),
        *([paragraph(text.LEFT_OUT), bullets(*planned.left_out)] if planned.left_out else []),
    ]


def _parts(planned: RestorePlan) -> Sequence[tuple[str, Sequence[RestoredAudit]]]:
    return (
        (text.ADD, planned.add),
        (text.REPLACE, planned.replace),
        (text.MERGE, planned.merge),
        (text.SAME, planned.same),
        (text.ERASED, planned.erased),
    )


def _line(app: AppContext, one: RestoredAudit) -> str:
    try:
        title = app.workspace.questionnaire(one.questionnaire, one.version).title
    except AuditError:  # it comes along, or the audit was erased here and its questionnaire is gone
        title = one.title or text.UNKNOWN_QUESTIONNAIRE
    counted = text.counts(one.entries, one.responses, one.files, len(one.conflicts))
    return f"{text.audit(one.school, one.wave, title)}{counted}"
