"""Parts of a screen beside or below each other that scroll by themselves, each read and tabbed through as a whole."""

import flet as ft

from audit_app.ui import theme

WIDTH = 300


def together(content: ft.Control) -> ft.Control:
    """Tab goes through all of it before it leaves.

    Flutter tabs row by row across the whole window, and Flet has no control for keeping a part together. A radio group
    without radio buttons of its own does it: to Flutter it is a group for traversal (measured in Chromium: arrow keys
    in text fields, for scrolling and in radio groups inside work as before).
    """
    return ft.RadioGroup(content=content)


def main_content(content: ft.Control) -> ft.Control:
    """What the screen is there for: a landmark, which a screen reader can jump to."""
    return ft.Semantics(container=True, identifier="main", content=together(content), expand=True, key="screen")


def navigation(content: ft.Control) -> ft.Control:
    """Where one can go from everywhere; the other landmark."""
    return ft.Semantics(container=True, identifier="navigation", content=together(content), key="top")


def beside(name: str, side: ft.Control, main: ft.Control) -> ft.Control:
    """A narrow column beside the text, on a wide screen; first `side`, then `main`. `name` is read aloud."""
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
                content=ft.Semantics(container=True, label=name, content=together(column)),
            ),
            ft.Container(main, expand=True),
        ],
    )


def above(main: ft.Control, bar: ft.Control) -> ft.Control:
    """A bar that stays in sight below what scrolls; first `main`, then `bar`."""
    return ft.Column(
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[ft.Container(together(main), expand=True, key="main"), bar],
    )
