"""Buttons: one primary on a screen, the rest secondary or quiet. All at least 44 pixels high, all with a name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import flet as ft

from audit_app.ui import theme
from audit_app.ui.runtime import Action, handler

ButtonKind = Literal["primary", "secondary", "quiet", "danger"]

SHAPES: Mapping[ButtonKind, type[ft.FilledButton | ft.OutlinedButton | ft.TextButton]] = MappingProxyType(
    {"primary": ft.FilledButton, "danger": ft.FilledButton, "secondary": ft.OutlinedButton, "quiet": ft.TextButton}
)


def button(
    text: str,
    on_click: Action | None,
    *,
    kind: ButtonKind = "secondary",
    name: str | None = None,
    icon: ft.IconData | None = None,
    disabled: bool = False,
    autofocus: bool = False,
    key: str | None = None,
) -> ft.Control:
    """`name` is read aloud instead of the text, where the text alone does not say which (“Remove Ms Hill”)."""
    made = SHAPES[kind](
        content=ft.Text(text, semantics_label=name) if name else text,
        icon=icon,
        on_click=handler(on_click),
        disabled=disabled,
        autofocus=autofocus,
        key=key,
    )
    if kind == "danger":
        made.style = ft.ButtonStyle(bgcolor=theme.ERROR, color=ft.Colors.ON_ERROR)
    return made


def icon_button(
    icon: ft.IconData, name: str, on_click: Action | None, *, disabled: bool = False, key: str | None = None
) -> ft.Control:
    """A picture alone; its name is read aloud and shown when the pointer rests on it."""
    return ft.IconButton(
        ft.Icon(icon, semantics_label=name, color=theme.MUTED),
        tooltip=ft.Tooltip(message=name, exclude_from_semantics=True),
        on_click=handler(on_click),
        disabled=disabled,
        size_constraints=ft.BoxConstraints(min_width=theme.TARGET, min_height=theme.TARGET),
        key=key,
    )


def link(text: str, on_click: Action | None, *, name: str | None = None, key: str | None = None) -> ft.Control:
    """Goes somewhere: underlined, set in the text's own size."""
    return ft.TextButton(
        content=ft.Text(
            text,
            semantics_label=name,
            theme_style=theme.BODY,
            style=ft.TextStyle(decoration=ft.TextDecoration.UNDERLINE, color=theme.LINK),
        ),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(vertical=theme.S + 2),  # its words stand where other words begin
            alignment=ft.Alignment.CENTER_LEFT,
            side=theme.focus(apart=True),
        ),
        on_click=handler(on_click),
        key=key,
    )


def button_row(*buttons: ft.Control, space: int = theme.M) -> ft.Control:
    """Beside each other while there is room, then below each other."""
    return ft.Row(
        wrap=True,
        spacing=space,
        run_spacing=theme.S,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        controls=list(buttons),
    )
