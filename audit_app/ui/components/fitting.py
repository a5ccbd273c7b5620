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
    """`caption` is read aloud as the name of the whole. How wide the content is shows when it is laid out: until then,
    and when the room or the size of the text changes, it is not painted where it may have no room."""
    size = theme.grown(100)
    (of_size, room, need), measure = ft.use_state((size, 0.0, 0.0))
    fits = of_size != size or not need > room + 1 > 1
    known = of_size == size and room > 0 and need > 0
    doubtful = (ft.context.page.width or theme.WIDE_WIDTH) < theme.grown(theme.WIDE)

    def has_room(event: ft.LayoutSizeChangeEvent[ft.Row]) -> None:
        measure(lambda was: (size, event.width, was[2] if fits or event.width == was[1] else 0.0))

    def needs(event: ft.LayoutSizeChangeEvent[ft.Container]) -> None:
        measure(lambda was: (size, was[1], event.width))

    if fits:
        measured = ft.Container(
            content(), on_size_change=handler(needs), opacity=0.0 if doubtful and not known else 1.0
        )
        shown = ft.Row([measured], scroll=ft.ScrollMode.AUTO, on_size_change=handler(has_room), key="content")
    else:
        shown = ft.Row([ft.Container(instead(), expand=True)], on_size_change=handler(has_room), key="instead")
    return ft.Semantics(container=True, label=caption, content=shown)
