"""“Are you still there?”: above everything, so that nobody reads on what is about to go."""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.runtime import Action, handler
from audit_app.ui.text import respondent as text


def still_there(stay: Action) -> ft.AlertDialog:
    return ft.AlertDialog(
        semantics_label=text.STILL_THERE,
        on_dismiss=handler(stay),
        title=ft.Text(text.STILL_THERE, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        scrollable=True,
        content=ft.Container(ft.Text(text.STILL_TEXT, theme_style=theme.BODY), width=theme.grown(440)),
        actions=[button(text.STILL_HERE, stay, kind="primary", autofocus=True)],
    )
