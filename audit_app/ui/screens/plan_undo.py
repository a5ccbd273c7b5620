"""What was removed a moment ago, with a button that puts it back; the keyboard goes there, as its own button went."""

import flet as ft

from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left
from audit_app.ui.runtime import Action, component, handler, use_effect
from audit_app.ui.text import plan as text


@component
def undo_notice(
    what: str,
    undo: Action,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`key` is the record's id, so that the next one removed takes the keyboard again."""
    back = ft.OutlinedButton(text.UNDO, on_click=handler(undo))

    async def take_keyboard() -> None:
        await back.focus()  # type: ignore[no-untyped-call]  # autofocus leaves it where it was

    use_effect(take_keyboard, [])
    return notice("success", text.removed(what), left(back))
