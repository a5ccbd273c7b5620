"""What may be wider than the screen, a table above all: where there is no room for it, something else in its place.

Nothing is to be scrolled sideways: Flutter gives what does no place among the things that Tab reaches, and who enlarged
the text would see half of each line.
"""

from collections.abc import Callable

import flet as ft

from audit_app.ui import theme
from audit_app.ui.runtime import component, handler


@component
def fitting(
    caption: str,
    content: Callable[[], ft.Control],
    instead: Callable[[], ft.Control],
    *,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`caption` is read aloud as the name of the whole. How wide the content is shows when it is drawn: until then, and
    when the size of the text changes, it is there for a moment."""
    room, set_room = ft.use_state(0.0)
    need, set_need = ft.use_state((0, 0.0))
    size = theme.grown(100)

    def has_room(event: ft.LayoutSizeChangeEvent[ft.Row]) -> None:
        set_room(event.width)

    def needs(event: ft.LayoutSizeChangeEvent[ft.Container]) -> None:
        set_need((size, event.width))

    if need[0] == size and need[1] > room + 1 > 1:
        shown = ft.Row([ft.Container(instead(), expand=True)], on_size_change=handler(has_room), key="instead")
    else:
        measured = ft.Container(content(), on_size_change=handler(needs))
        shown = ft.Row([measured], scroll=ft.ScrollMode.AUTO, on_size_change=handler(has_room), key="content")
    return ft.Semantics(container=True, label=caption, content=shown)
