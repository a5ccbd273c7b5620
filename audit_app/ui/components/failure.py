"""What stands where a part of the screen failed. It needs nothing that could fail in its turn."""

from collections.abc import Callable
from typing import Any

import flet as ft

from audit_app.ui import theme
from audit_app.ui.text import common


def failure(sentence: str, again: Callable[[ft.Event[Any]], Any] | None) -> ft.Control:
    """The sentence, and a button that tries again."""
    return ft.Semantics(
        container=True,
        live_region=True,
        content=ft.Container(
            bgcolor=theme.ERROR_GROUND,
            border=ft.Border.only(left=ft.BorderSide(6, theme.ERROR)),
            padding=theme.M,
            content=ft.Column(
                tight=True,
                spacing=theme.S,
                controls=[
                    ft.Text(common.NOTICE_WORDS["error"], theme_style=theme.LABEL),
                    ft.Text(sentence),
                    ft.TextButton(common.TRY_AGAIN, on_click=again),
                ],
            ),
        ),
    )
