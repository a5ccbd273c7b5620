"""Import a questionnaire: choose a file, see every finding with its place, and add it when nothing has to be mended."""

import flet as ft

from audit_app.questionnaires.incoming import IncomingQuestionnaire
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.files import PickedFile, pick_files
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop, stoppable
from audit_app.ui.screens.import_findings import findings_part
from audit_app.ui.text import import_questionnaire as text
from audit_app.ui.text import library as library_text

NOTHING: tuple[PickedFile, IncomingQuestionnaire] | None = None
ENDINGS = ("xlsx", "json")


@component
def import_questionnaire_screen(app: AppContext) -> ft.Control:
    chosen, set_chosen = ft.use_state(NOTHING)

    async def choose() -> None:
        for file in await pick_files(text.CHOOSE, ENDINGS):
            set_chosen((file, await stoppable(app.workspace.read_questionnaire, file.name, file.content)))

    async def add() -> None:
        if chosen is not None:
            file, _ = chosen
            kept = await off_loop(app.workspace.import_questionnaire, file.name, file.content)
            app.refresh()
            app.go(places.questionnaire(kept.id), notice=("success", text.done(kept.title, kept.version)))

    choosing, adding = use_doing(choose), use_doing(add)
    found = chosen[1] if chosen else None
    can_be_added = found is not None and found.questionnaire is not None
    pick = starter(
        text.CHOOSE_ANOTHER if found else text.CHOOSE,
        choosing,
        kind="secondary" if can_be_added else "primary",
    )
    adding_row = button_row(
        button(text.IMPORT, adding.run, kind="primary"),
        button(text.CANCEL, lambda: set_chosen(None), kind="quiet", disabled=adding.busy),
    )
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        left(pick),
        *([working(text.READING, choosing)] if choosing.busy else []),
        *([waiting(text.READING)] if adding.busy else []),
        *(_found(app, found) if found else []),
        *([adding_row] if can_be_added else []),
        back=(library_text.BACK, lambda: app.go(places.LIBRARY)),
        width=theme.WIDE_WIDTH if found and found.findings and app.wide else theme.READING_WIDTH,
    )


def _found(app: AppContext, found: IncomingQuestionnaire) -> list[ft.Control]:
    one = found.questionnaire
    holds = [paragraph(text.holds(one.title, one.version, len(one.items_by_id), one.minutes))] if one else []
    errors, warnings = len(found.errors), len(found.findings) - len(found.errors)
    if errors:
        said = notice("error", text.TO_MEND, title=text.counts(errors, warnings))
    elif warnings:
        said = notice("warning", text.TO_LOOK_AT, title=text.counts(errors, warnings))
    else:
        said = notice("success", text.SOUND, title=text.READY)
    findings = [findings_part(found.findings, app.wide, key=found.name)] if found.findings else []
    return [heading(text.found_in(found.name)), *holds, said, *findings]
