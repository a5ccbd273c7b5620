"""Panels: what belongs together, on a card; and what to say where there is nothing yet."""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.words import heading, paragraph


def panel(*controls: ft.Control, tint: bool = False, key: str | None = None) -> ft.Control:
    """A card. `tint` for something in passing, on a coloured ground."""
    return ft.Container(
        key=key,
        bgcolor=theme.TINT if tint else theme.CARD,
        border=theme.edge() if tint else ft.Border.all(1, theme.FAINT_LINE),
        border_radius=theme.RADIUS,
        clip_behavior=ft.ClipBehavior.NONE,  # nothing in it reaches the corners, and cutting them costs time
        padding=ft.Padding.only(left=theme.L, top=theme.M, right=theme.L, bottom=theme.L),  # headings bring their own
        content=ft.Column(
            list(controls),
            tight=True,
            spacing=theme.S + theme.XS,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def empty_state(title: str, text: str, *actions: ft.Control, level: int = 2) -> ft.Control:
    """Nothing here yet: says why, and what to do about it."""
    return panel(heading(title, level), paragraph(text), *actions, tint=True)


def stack(*controls: ft.Control, space: int = theme.M, key: str | None = None) -> ft.Column:
    """Controls below each other, as wide as they may be."""
    return ft.Column(
        list(controls), tight=True, spacing=space, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, key=key
    )


def left(control: ft.Control) -> ft.Control:
    """Keeps a button or a short field from being stretched across a `stack`, a panel or the page."""
    return ft.Row([control], tight=True, wrap=True)
