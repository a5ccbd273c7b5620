"""A narrow column beside the text, on a wide screen."""

import flet as ft

from audit_app.ui import theme

WIDTH = 300


def beside(name: str, side: ft.Control, main: ft.Control) -> ft.Control:
    """`side` is read and tabbed through as a whole, then `main`; both scroll by themselves. `name` is read aloud.

    People tab row by row across columns, and Flet has no control for keeping a column together. A radio group without
    radios does it (measured in Chromium): to Flutter it is a group for traversal.
    """
    column = ft.Column(
        [side], scroll=ft.ScrollMode.AUTO, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    return ft.Row(
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            ft.Container(
                width=WIDTH,
                bgcolor=theme.CARD,
                border=ft.Border.only(right=ft.BorderSide(1, theme.FAINT_LINE)),
                padding=ft.Padding.only(left=theme.L, right=theme.M, top=theme.L, bottom=theme.L),
                content=ft.Semantics(container=True, label=name, content=ft.RadioGroup(content=column)),
            ),
            ft.Container(main, expand=True),
        ],
    )
