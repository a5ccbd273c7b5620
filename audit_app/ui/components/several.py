"""Several of a few: check boxes, each a whole line to press."""

from collections.abc import Collection, Sequence

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.choice import Option, grown_mark, mark_room
from audit_app.ui.runtime import Action, call, handler


def several(
    name: str,
    options: Sequence[Option],
    chosen: Collection[str],
    on_tick: Action,
    *,
    disabled: bool = False,
    key: str | None = None,
) -> ft.Control:
    """`on_tick(code, bool)`. `name` is the question; it is read aloud, and a heading shows it."""
    lines = [_line(option, option.code in chosen, on_tick, disabled) for option in options]
    column = ft.Column(lines, tight=True, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Semantics(container=True, label=name, key=key, content=column)


def _line(option: Option, ticked: bool, on_tick: Action, disabled: bool) -> ft.Control:
    """Merged, so that the box's name is the whole line; the line itself is only a larger place to press."""

    async def changed(event: ft.Event[ft.Checkbox]) -> None:
        await call(on_tick, option.code, bool(event.control.value))

    async def pressed() -> None:
        await call(on_tick, option.code, not ticked)

    edge = ft.BorderSide(2, theme.LINE)
    box = ft.Checkbox(value=ticked, on_change=handler(changed), disabled=disabled, border_side=edge)
    head = ft.Row(
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=theme.S,
        controls=[
            grown_mark(box, mark_room()),
            ft.Text(option.label, theme_style=theme.BODY, expand=True),
        ],
    )
    explained: list[ft.Control] = []
    if option.description:
        words = ft.Text(option.description, theme_style=theme.SMALL, color=theme.MUTED)
        explained.append(ft.Container(words, padding=ft.Padding.only(left=mark_room() + theme.S, bottom=theme.S)))
    return ft.MergeSemantics(
        key=option.code,
        content=ft.Container(
            padding=ft.Padding.symmetric(vertical=theme.XS, horizontal=theme.S + theme.XS),
            border=ft.Border.all(2, theme.PRIMARY if ticked else theme.FAINT_LINE),
            border_radius=theme.RADIUS,
            bgcolor=theme.INFO_GROUND if ticked else theme.CARD,
            on_click=None if disabled else handler(pressed),
            content=ft.Column([head, *explained], tight=True, spacing=0),
        ),
    )
