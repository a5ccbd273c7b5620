"""Small marks: a state in a word, a level with its number and word. Colour only repeats what the word says."""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.notice import LOOKS
from audit_app.ui.runtime import NoticeKind


def tag(text: str, kind: NoticeKind | None = None) -> ft.Control:
    """A state, such as “Submitted”."""
    ground = LOOKS[kind][2] if kind else theme.TINT
    return _mark([ft.Text(text, theme_style=theme.SMALL_LABEL, color=theme.TEXT)], ground)


def level_mark(code: str, word: str, colour: ft.Colors | None) -> ft.Control:
    """“3 Established” beside its coloured square; grey where it has no score."""
    side = theme.grown(14)
    square = ft.Container(width=side, height=side, border_radius=3, bgcolor=colour or theme.LINE)
    return _mark([square, ft.Text(f"{code} {word}", theme_style=theme.SMALL_LABEL, color=theme.TEXT)], theme.TINT)


def _mark(parts: list[ft.Control], ground: ft.Colors) -> ft.Control:
    return ft.Row(
        tight=True,
        controls=[
            ft.Container(
                bgcolor=ground,
                border=theme.edge(),
                border_radius=theme.SMALL_RADIUS,
                padding=ft.Padding.symmetric(vertical=theme.XS, horizontal=theme.S + 2),
                content=ft.Row(parts, tight=True, spacing=theme.S),
            )
        ],
    )
