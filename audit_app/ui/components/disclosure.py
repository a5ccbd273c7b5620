"""More, for who wants it: a button that opens and closes what stands below it."""

from collections.abc import Callable

import flet as ft

from audit_app.ui import theme
from audit_app.ui.runtime import component, handler


@component
def disclosure(
    summary: str,
    content: Callable[[], ft.Control],
    *,
    name: str | None = None,
    opened: bool = False,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`content` is called only while it is open. `key` is the record's id.

    `name` is read aloud instead of `summary`, where many say the same.
    """
    is_open, set_open = ft.use_state(opened)
    mark = ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE
    head = ft.MergeSemantics(
        content=ft.Semantics(
            expanded=is_open,
            content=ft.TextButton(
                ft.Text(summary, semantics_label=name) if name else summary,
                icon=mark,
                style=ft.ButtonStyle(
                    padding=ft.Padding.only(
                        top=theme.S + theme.XS, right=theme.S + theme.XS, bottom=theme.S + theme.XS
                    ),  # at the left the mark is in line with the text above it
                    icon_size=theme.grown(20),
                ),
                on_click=handler(lambda: set_open(not is_open)),
            ),
        )
    )
    body = (
        ft.Container(
            content(),
            padding=ft.Padding.only(left=theme.M),
            border=ft.Border.only(left=ft.BorderSide(3, theme.FAINT_LINE)),
        )
        if is_open
        else None
    )
    return ft.Column(
        tight=True,
        spacing=theme.S,
        horizontal_alignment=ft.CrossAxisAlignment.START,
        controls=[head, *([body] if body else [])],
    )
