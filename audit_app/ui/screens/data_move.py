"""Where the data is, and moving it to another folder."""

from pathlib import Path
from typing import Any

import flet as ft

from audit_app.errors import AuditError
from audit_app.ui.components.buttons import button
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.keys import left_alone, typing_begins
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, handler, off_loop
from audit_app.ui.text import data as text


@component
def where_part(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    place = app.workspace.where()
    if place is None:
        return stack(heading(text.WHERE), paragraph(text.NOWHERE))
    return stack(
        heading(text.WHERE),
        label(str(place)),
        *([] if app.shows_demo else [disclosure(text.MOVE, lambda: moving(app, key="moving"), key="move")]),
    )


@component
def moving(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    folder: Any = ft.use_ref("")
    wrong, set_wrong = use_wrong("")
    done, set_done = ft.use_state("")

    def typed(event: ft.Event[ft.TextField]) -> None:
        folder.current = event.control.value or ""

    async def move() -> None:
        if not folder.current.strip():
            set_wrong(text.NO_NEW_FOLDER)
            return
        try:
            await off_loop(app.workspace.move_data, Path(folder.current.strip()))
        except AuditError as problem:
            set_wrong(str(problem))
        else:
            set_done(folder.current.strip())

    working = use_doing(move)
    if done:
        return notice("success", text.moved(done), key="moved")
    field = ft.TextField(
        value=folder.current,
        error=wrong or None,
        on_change=handler(typed),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone()),
        on_submit=handler(working.run),
    )
    dress(field)
    return stack(
        paragraph(text.MOVE_MEANS),
        named_field(text.MOVE_TO, text.MOVE_TO_HINT, field),
        left(button(text.MOVE_NOW, working.run)),
        *([waiting(text.MOVING)] if working.busy else []),
    )
