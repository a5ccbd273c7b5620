"""A line to add: typed, then added by its button or by Enter. Until then it waits with the window."""

import flet as ft

from audit_app.errors import AuditError
from audit_app.ui.components.buttons import button
from audit_app.ui.components.keys import left_alone, typing_begins
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.runtime import Action, call, component, handler, use_effect
from audit_app.ui.text import common


@component
def adding(
    label: str,
    add: str,
    on_add: Action,
    typed: dict[str, str],
    place: str,
    *,
    hint: str = "",
    limit: int = 0,
    many: bool = True,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`on_add(text)`; when that fails, the reason stands at the field and the text stays. `typed` keeps it at `place`
    while the window is open. After adding one of `many`, the field is empty and has the keyboard again; otherwise
    `on_add` leads elsewhere, and a field that gets the keyboard while it goes freezes the browser (measured)."""
    wrong, set_wrong = use_wrong("")
    added, set_added = ft.use_state(0)

    def change(event: ft.Event[ft.TextField]) -> None:
        typed[place] = event.control.value or ""

    async def finish() -> None:
        words = typed.get(place, "")
        if 0 < limit < len(words):
            set_wrong(common.too_long(limit))
            return
        try:
            await call(on_add, words)
        except AuditError as error:
            set_wrong(str(error))
        else:
            typed.pop(place, None)
            if many:
                set_wrong("")
                set_added(added + 1)

    field = ft.TextField(
        value=typed.get(place, ""),
        error=wrong or None,
        on_change=handler(change),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone()),
        on_submit=handler(finish),
    )
    dress(field)

    async def go_on_typing() -> None:
        if added:
            await field.focus()  # type: ignore[no-untyped-call] # Flet’s own

    use_effect(go_on_typing, [added])
    return stack(named_field(label, hint, field), left(button(add, finish, key="add")))
