"""Import: choose files, see what would happen, then all of it or nothing."""

import flet as ft

from audit_app.sync.merge import ImportPlan, PlannedAudit
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.files import pick_files
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop, use_doing
from audit_app.ui.text import home as home_text
from audit_app.ui.text import import_bundle as text

NOTHING: ImportPlan | None = None


@component
def import_screen(app: AppContext) -> ft.Control:
    planned, set_planned = ft.use_state(NOTHING)

    async def choose() -> None:
        picked = await pick_files(text.CHOOSE, ("json",), many=True)
        if picked:
            sources = [(file.name, file.content) for file in picked]
            set_planned(await off_loop(app.workspace.plan_import, sources))

    async def apply() -> None:
        if planned is not None:
            await off_loop(app.workspace.apply_import, planned)
            count = len(planned.add) + len(planned.merge) + len(planned.conflict)
            app.refresh()
            app.go(places.AUDITS, notice=("success", text.done(count)))

    choosing, applying = use_doing(choose), use_doing(apply)
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        waiting(text.READING)
        if choosing.busy or applying.busy
        else left(button(text.CHOOSE, choosing.run, kind="secondary" if planned else "primary")),
        *([] if planned is None else _plan(app, planned)),
        *(
            [
                button_row(
                    button(text.APPLY, applying.run, kind="primary", disabled=applying.busy),
                    button(text.CANCEL, lambda: set_planned(None), kind="quiet"),
                )
            ]
            if planned is not None and planned.contents and not planned.refused
            else []
        ),
        back=(home_text.BACK, lambda: app.go(places.HOME)),
    )


def _plan(app: AppContext, planned: ImportPlan) -> list[ft.Control]:
    refused = [
        notice("error", f"{one.school}, {one.wave}: {one.reason}", title=text.REFUSED) for one in planned.refused
    ]
    parts = (
        (text.ADD, planned.add),
        (text.MERGE, planned.merge),
        (text.CONFLICT, planned.conflict),
        (text.SAME, planned.same),
    )
    new = planned.add or planned.merge or planned.conflict
    return [
        heading(text.WOULD),
        *refused,
        *([paragraph(text.ALL_OR_NOTHING)] if refused else []),
        *([paragraph(text.NOTHING_NEW)] if not new and not refused else []),
        *(
            panel(
                heading(title, 3),
                bullets(*(_line(app, one, is_known=title != text.ADD) for one in audits)),
                *([small(text.CONFLICT_MEANS)] if title == text.CONFLICT else []),
                key=title,
            )
            for title, audits in parts
            if audits
        ),
    ]


def _line(app: AppContext, one: PlannedAudit, *, is_known: bool) -> str:
    name = text.audit(one.school, app.workspace.questionnaire(one.questionnaire, one.version).title, one.wave)
    counts = [text.entries(one.new_entries)] if one.new_entries and is_known else []
    counts += [text.differ(len(one.conflicts))] if one.conflicts else []
    return f"{name} ({', '.join(counts)})" if counts else name
