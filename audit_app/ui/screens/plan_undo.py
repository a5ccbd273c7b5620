"""What was removed a moment ago, with a button that puts it back."""

from collections.abc import Callable

import flet as ft

from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left
from audit_app.ui.runtime import Action, component, handler, use_effect
from audit_app.ui.text import plan as text


@component
def undo_notice(
    what: str,
    undo: Action,
    takes_keyboard: Callable[[], bool] = lambda: True,
    said: Callable[[str], str] = text.removed,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """The keyboard goes to its button once, where the one that removed it went; `key` is the record's id."""
    back = ft.OutlinedButton(text.UNDO, on_click=handler(undo))

    async def take_keyboard() -> None:
        if takes_keyboard():
            await back.focus()  # type: ignore[no-untyped-call]  # autofocus leaves it where it was

    use_effect(take_keyboard, [])
    return notice("success", said(what), left(back))
