"""What stands where a part of the screen failed, or all of it. It needs nothing that could fail in its turn."""

from collections.abc import Callable
from typing import Any, TypeAlias

import flet as ft

from audit_app.ui import theme
from audit_app.ui.text import common

Pressed: TypeAlias = Callable[[ft.Event[Any]], Any] | None


def failure(
    sentence: str, again: Pressed, *, whole: bool = False, elsewhere: str = "", go: Pressed = None
) -> ft.Control:
    """The sentence, and a button that tries again: None where that can't help. Of a whole screen it has the heading,
    and a button that leads elsewhere."""
    style = theme.HEADINGS[1] if whole else theme.LABEL
    word = ft.Text(common.NOTICE_WORDS["error"], theme_style=style, color=theme.TEXT)
    panel = ft.Semantics(
        container=True,
        live_region=True,
        content=ft.Container(
            bgcolor=theme.ERROR_GROUND,
            border=theme.edge(theme.ERROR),
            padding=theme.M,
            content=ft.Column(
                tight=True,
                spacing=theme.S,
                controls=[
                    ft.Semantics(container=True, heading_level=1, content=word) if whole else word,
                    ft.Text(sentence),
                    *([ft.TextButton(elsewhere, on_click=go)] if go else []),
                    *([ft.TextButton(common.TRY_AGAIN, on_click=again)] if again else []),
                ],
            ),
        ),
    )
    if not whole:
        return panel
    column = ft.Container(panel, width=theme.grown(theme.READING_WIDTH) + 2 * theme.L, padding=theme.L)
    return ft.Column(  # as every screen stands, but without what a frame does besides
        [column], scroll=ft.ScrollMode.AUTO, expand=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER
    )
