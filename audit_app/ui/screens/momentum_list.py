"""Is it going quiet? The gardener's list: what to feed, connect and weed, each with its reason and its day."""

import flet as ft

from audit_app.results.momentum_model import Care, Momentum, Task
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.files import save_file
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.text import momentum as text


@component
def gardeners_list(
    app: AppContext,
    found: Momentum,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    async def save() -> None:
        content = await off_loop(app.workspace.reminders, found)
        await save_file(text.CALENDAR, text.CALENDAR_FILE, content)
        app.notify("success", text.saved(text.CALENDAR_FILE))

    saving = use_doing(save)
    if not found.tasks:
        return panel(heading(text.GARDENER), paragraph(text.NO_TASKS))
    return panel(
        heading(text.GARDENER),
        paragraph(text.GARDENER_EXPLAINED),
        *(part for care in text.CARES for part in _care(care, found)),
        left(button(text.CALENDAR, saving.run, kind="primary", key="calendar")),
        small(text.CALENDAR_EXPLAINED),
    )


def _care(care: Care, found: Momentum) -> list[ft.Control]:
    tasks = [task for task in found.tasks if task.care == care]
    return [heading(text.CARES[care], 3), *(_task(task) for task in tasks)] if tasks else []


def _task(task: Task) -> ft.Control:
    return ft.Container(
        stack(label(task.title), small(text.by(task)), paragraph(task.reason, muted=True), space=2),
        border=ft.Border.only(left=ft.BorderSide(3, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
    )
