"""One thing to say yes to."""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.choice import grown_mark, mark_room
from audit_app.ui.runtime import Action, call, handler


def checkbox(
    label: str, value: bool, on_change: Action, *, disabled: bool = False, key: str | None = None
) -> ft.Control:
    """`on_change(bool)`."""

    async def changed(event: ft.Event[ft.Checkbox]) -> None:
        await call(on_change, bool(event.control.value))

    async def pressed() -> None:
        await call(on_change, not value)

    edge = ft.BorderSide(2, theme.LINE)
    box = ft.Checkbox(value=value, on_change=handler(changed), disabled=disabled, border_side=edge)
    return ft.MergeSemantics(
        key=key,
        content=ft.Container(
            on_click=None if disabled else handler(pressed),
            padding=ft.Padding.symmetric(vertical=theme.XS),
            content=ft.Row(
                spacing=theme.S,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
                controls=[
                    grown_mark(box, mark_room()),
                    ft.Text(label, theme_style=theme.BODY, expand=True),
                ],
            ),
        ),
    )
