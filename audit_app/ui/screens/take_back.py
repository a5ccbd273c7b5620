"""Taking the device back: the four digits that were chosen when it was handed over."""

from collections.abc import Callable

import flet as ft

from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.handing import Handing
from audit_app.ui.runtime import Action, component, handler
from audit_app.ui.text import respondent as text


@component
def take_back_page(handing: Handing, take_back: Callable[[str], bool], go_back: Action) -> ft.Control:
    typed: ft.MutableRef[str] = ft.use_ref("")
    wrong, set_wrong = use_wrong("")

    def changed(event: ft.Event[ft.TextField]) -> None:
        typed.current = event.control.value or ""

    def submit() -> None:
        if not take_back(typed.current or ""):
            set_wrong(text.wait(handing.wait) if handing.wait else text.WRONG_CODE)

    field = ft.TextField(
        error=wrong or None,
        password=True,
        width=220,
        keyboard_type=ft.KeyboardType.NUMBER,
        enable_suggestions=False,
        autocorrect=False,
        on_change=handler(changed),
        on_submit=handler(submit),
    )
    dress(field)
    return page_frame(
        text.TAKE_BACK,
        paragraph(text.TAKE_BACK_TEXT),
        named_field(text.CODE, "", field),
        button_row(
            button(text.TAKE_BACK, submit, kind="primary", key="take-back"),
            button(text.NOT_YET, go_back, kind="quiet", key="not-yet"),
        ),
        small(text.FORGOTTEN),
        tab=text.TAB,
    )
