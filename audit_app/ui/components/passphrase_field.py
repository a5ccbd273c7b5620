"""A passphrase to type: hidden unless the user asks to see it, and held by the screen alone."""

import flet as ft

from audit_app.ui.components.keys import left_alone, typing_begins
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.runtime import Action, call, handler


def passphrase_field(
    label: str,
    value: str,
    on_type: Action,
    *,
    shown: bool,
    hint: str = "",
    error: str = "",
    on_enter: Action | None = None,
    key: str | None = None,
) -> ft.Control:
    """`on_type(text)` with every key, to be held where no drawing follows from it. Nothing else keeps the text."""

    async def typed(event: ft.Event[ft.TextField]) -> None:
        await call(on_type, event.control.value or "")

    field = ft.TextField(
        value=value,
        password=not shown,
        error=error or None,
        autocorrect=False,
        enable_suggestions=False,
        on_change=handler(typed),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone()),
        on_submit=handler(on_enter),
    )
    dress(field)
    return ft.Container(named_field(label, hint, field), key=key)
