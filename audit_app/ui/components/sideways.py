"""What may be wider than the screen: it scrolls sideways by itself, with a finger, a wheel, or two buttons above it.

Flutter gives what scrolls sideways no place among the things that Tab reaches; the buttons, which are there only while
something is out of sight, have one.
"""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.runtime import component, handler
from audit_app.ui.text import common

STEP = 0.8
"""Of the width in sight: the last column stays, so that nobody loses the place."""


@component
def sideways(
    caption: str,
    content: ft.Control,
    *,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`caption` is read aloud as the name of the whole."""
    room, set_room = ft.use_state(0.0)
    need, set_need = ft.use_state(0.0)

    def has_room(event: ft.LayoutSizeChangeEvent[ft.Row]) -> None:
        set_room(event.width)

    def needs(event: ft.LayoutSizeChangeEvent[ft.Container]) -> None:
        set_need(event.width)

    async def move(part: float) -> None:
        await row.scroll_to(delta=part * room)

    async def left() -> None:
        await move(-STEP)

    async def right() -> None:
        await move(STEP)

    row = ft.Row(
        [ft.Container(content, on_size_change=handler(needs))],
        scroll=ft.ScrollMode.AUTO,
        on_size_change=handler(has_room),
    )
    named = ft.Semantics(container=True, label=caption, content=row)
    hidden = need > room + 1 > 1
    moving = button_row(
        button(common.FURTHER_LEFT, left, name=common.further_left(caption)),
        button(common.FURTHER_RIGHT, right, name=common.further_right(caption)),
    )
    return ft.Column(
        [*([moving] if hidden else []), ft.Container(named, key="named")],
        tight=True,
        spacing=theme.S,
    )
