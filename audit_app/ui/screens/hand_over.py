"""Before the device goes to a colleague: what that means, and the digits that bring it back."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.components.words import bullets, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.handing import HandedOver
from audit_app.ui.runtime import component, handler
from audit_app.ui.text import surveys as text

DIGITS = 4


@component
def hand_over_screen(app: AppContext, audit: str) -> ft.Control:
    typed: ft.MutableRef[str] = ft.use_ref("")
    wrong, set_wrong = use_wrong("")
    one = app.workspace.survey(audit)
    back = (text.BACK_TO_SURVEY, lambda: app.go(places.survey(audit)))
    if one.closed or one.erased or one.over:
        return page_frame(text.HANDING_TITLE, paragraph(text.CANT_HAND_OVER), back=back)

    def changed(event: ft.Event[ft.TextField]) -> None:
        typed.current = event.control.value or ""

    def give() -> None:
        code = (typed.current or "").strip()
        if len(code) == DIGITS and code.isascii() and code.isdigit():
            app.handing.hand_over(HandedOver(survey=audit), code)
        else:
            set_wrong(text.CODE_WRONG)

    field = ft.TextField(
        value=typed.current,
        error=wrong or None,
        width=220,
        keyboard_type=ft.KeyboardType.NUMBER,
        enable_suggestions=False,
        autocorrect=False,
        on_change=handler(changed),
        on_submit=handler(give),
    )
    dress(field)
    return page_frame(
        text.HANDING_TITLE,
        bullets(*text.HANDING),
        notice("warning", text.HANDING_HONEST, live=False),
        named_field(text.CODE, text.CODE_HINT, field),
        left(button(text.HAND_OVER_NOW, give, kind="primary", key="give")),
        back=back,
    )
