"""One line of a list in a priority: what it says, and its fields for who wants to change it."""

from collections.abc import Callable, Sequence

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.runtime import Action, NoticeKind
from audit_app.ui.text import priority as text


def line(
    name: str,
    words: str,
    more: str,
    state: tuple[str, NoticeKind | None],
    fields: Callable[[], Sequence[ft.Control]],
    remove: Action,
    *,
    key: str,
) -> ft.Control:
    """`name` (“Action 2”) begins it and names its buttons; `fields` is called only while it is open."""

    def opened() -> ft.Control:
        return stack(*fields(), left(button(text.REMOVE, remove, name=text.remove(name), key="remove")))

    head = ft.Row([small(name), tag(*state)], spacing=theme.S + theme.XS, wrap=True, run_spacing=theme.XS)
    return ft.Container(
        border=ft.Border.only(left=ft.BorderSide(4, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
        content=ft.Column(
            [
                head,
                paragraph(words),
                *([small(more)] if more else []),
                disclosure(text.change(name), opened, key=f"change {key}"),
            ],
            tight=True,
            spacing=theme.XS,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        key=key,
    )
