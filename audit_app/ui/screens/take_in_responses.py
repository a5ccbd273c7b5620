"""Response files from other devices: choose them, see what would happen, then all of them or none."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import ButtonKind, button, button_row
from audit_app.ui.components.files import pick_files
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import use_spoken
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop, stoppable
from audit_app.ui.text import home as home_text
from audit_app.ui.text import surveys as text
from audit_app.verbs.responding import ResponsePlan

Files = tuple[tuple[str, bytes], ...]
NO_FILES: Files = ()
NO_PLAN: ResponsePlan | None = None


@component
def take_in_responses_screen(app: AppContext) -> ft.Control:
    files, set_files = ft.use_state(NO_FILES)
    planned, set_planned = ft.use_state(NO_PLAN)

    async def choose() -> None:
        picked = await pick_files(text.CHOOSE_FILES, ("json",), many=True)
        if picked:
            chosen = tuple((file.name, file.content) for file in picked)
            forget()
            set_planned(await stoppable(app.workspace.plan_responses, chosen))
            set_files(chosen)

    def forget() -> None:
        set_planned(None)
        set_files(NO_FILES)

    async def take_in() -> None:
        done = await off_loop(app.workspace.take_in_responses, files)
        app.refresh()
        place = places.survey(done.waves[0]) if len(done.waves) == 1 else places.SURVEYS
        app.go(place, notice=("success", text.taken_in(done.add)))

    choosing, taking = use_doing(choose), use_doing(take_in)
    kind: ButtonKind = "secondary" if files else "primary"
    pick = left(starter(text.CHOOSE_FILES, choosing, kind=kind, disabled=taking.busy, key="choose"))
    use_spoken(f"{text.WOULD}. {_said(app, planned)}" if planned and (planned.add or planned.same) else "")
    ready = planned is not None and planned.add and not planned.refused
    go_on = button_row(
        button(text.TAKE_THEM_IN, taking.run, kind="primary", key="take-in"),
        button(text.DONT, forget, kind="quiet", disabled=taking.busy, key="dont"),
    )
    return page_frame(
        text.TAKE_IN_TITLE,
        paragraph(text.TAKE_IN_INTRO),
        pick,
        *([working(text.READING, choosing)] if choosing.busy else []),
        *([waiting(text.READING)] if taking.busy else []),
        *([] if planned is None else _plan(app, planned)),
        *([go_on] if ready else []),
        back=(text.BACK, lambda: app.go(places.SURVEYS)),
    )


def _plan(app: AppContext, planned: ResponsePlan) -> list[ft.Control]:
    return [
        heading(text.WOULD),
        *(notice("error", _why(one.file, one.reason), title=text.REFUSED, key=one.file) for one in planned.refused),
        *([paragraph(text.ALL_OR_NOTHING)] if planned.refused else []),
        *([panel(paragraph(_said(app, planned)), key="comes")] if planned.add or planned.same else []),
        *([paragraph(text.NOTHING_NEW)] if not planned.add and not planned.refused else []),
    ]


def _said(app: AppContext, planned: ResponsePlan) -> str:
    into = []
    for wave in planned.waves:
        one = app.workspace.survey(wave)
        into.append(f"“{home_text.called(one.questionnaire.title, one.audit.wave)}”")
    return " ".join([text.comes(planned.add, planned.same), *([text.into(into)] if into else [])])


def _why(file: str, reason: str) -> str:
    """Most reasons name the file themselves."""
    return reason if f"“{file}”" in reason else f"{file}: {reason}"
