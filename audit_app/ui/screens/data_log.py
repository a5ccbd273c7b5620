"""The log file, for whoever helps: what happened in the app, without a word of the user's."""

import flet as ft

from audit_app.ui.components.buttons import button
from audit_app.ui.components.files import save_file
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.serving.log_file import LOG_FILE, log_so_far
from audit_app.ui.text import data as text


@component
def log_part(
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    missing, set_missing = ft.use_state(False)

    async def save() -> None:
        content = await off_loop(log_so_far)
        set_missing(content is None)
        if content is not None:
            await save_file(text.SAVE_LOG, f"school-audit-{LOG_FILE}", content)

    saving = use_doing(save)
    return stack(
        heading(text.LOG),
        paragraph(text.LOG_MEANS),
        *([notice("warning", text.NO_LOG, key="no log")] if missing else []),
        left(button(text.SAVE_LOG, saving.run)),
    )
