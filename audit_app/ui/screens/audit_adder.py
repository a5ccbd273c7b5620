"""Writing a piece of evidence: words or a link, added when the user says so, and never lost before that."""

from typing import Literal

import flet as ft

from audit_app.errors import AuditError
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.keys import left_alone, typing_begins
from audit_app.ui.components.panel import stack
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.runtime import Action, call, component, handler, use_effect
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.text import audit as text


@component
def adder(
    item_id: str,
    kind: Literal["text", "link"],
    keeping: Keeping,
    close: Action,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    wrong, set_wrong = use_wrong("")
    label, hint = (text.WORDS, text.WORDS_HINT) if kind == "text" else (text.LINK, text.LINK_HINT)

    def typed(event: ft.Event[ft.TextField]) -> None:
        keeping.drafts[item_id, kind] = event.control.value or ""

    async def add() -> None:
        try:
            await keeping.add(item_id, kind, keeping.drafts.get((item_id, kind), ""))
        except AuditError as error:
            set_wrong(str(error))
        except OSError as error:
            set_wrong(text.disk_problem(error.strerror or ""))
        else:
            await leave()

    async def leave() -> None:
        keeping.drafts.pop((item_id, kind), None)
        await call(left_alone(close))

    field = ft.TextField(
        value=keeping.drafts.get((item_id, kind), ""),
        error=wrong or None,
        multiline=kind == "text",
        min_lines=2 if kind == "text" else None,
        max_lines=8 if kind == "text" else None,
        keyboard_type=ft.KeyboardType.TEXT if kind == "text" else ft.KeyboardType.URL,
        on_change=handler(typed),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone()),
        on_submit=handler(add) if kind == "link" else None,
    )
    dress(field)

    async def begin() -> None:
        await field.focus()  # type: ignore[no-untyped-call]  # autofocus would leave the focus on the button that opened this

    use_effect(begin, [])

    return stack(
        named_field(label, hint, field),
        button_row(
            button(text.ADD[kind], add, kind="primary", key="add"),
            button(text.CANCEL_ADDING, leave, kind="quiet", key="cancel"),
        ),
    )
