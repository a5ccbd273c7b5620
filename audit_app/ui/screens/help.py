"""Help: how to begin, the keys, what the words mean, and a way round."""

from collections.abc import Sequence

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, paragraph, steps
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, component, handler
from audit_app.ui.screens.look_around import look_around
from audit_app.ui.screens.tour import FIRST
from audit_app.ui.text import data as data_text
from audit_app.ui.text import helping as text

KEY_WIDTH = 150


@component
def help_screen(app: AppContext) -> ft.Control:
    def again() -> None:
        app.show_stop(FIRST)
        app.go(places.HOME)

    keys_off = [] if app.settings.keys else [paragraph(text.KEYS_OFF, muted=True)]
    return page_frame(
        text.TITLE,
        heading(text.BEGIN),
        steps(*text.STEPS),
        panel(paragraph(text.STAYS), left(link(data_text.LINK, lambda: app.go(places.DATA))), tint=True),
        heading(text.WORDS),
        left(link(text.ALL_WORDS, lambda: app.go(places.GLOSSARY))),
        heading(text.LOOK),
        left(button(text.TOUR_BEGIN, again, name=text.LOOK)) if app.shows_demo else look_around(app),
        heading(text.KEYS_TITLE),
        paragraph(text.KEYS_EXPLAINED, muted=True),
        *keys_off,
        keys_list((*text.KEYS_SINGLE, *text.KEYS_ALWAYS)),
        back=(text.BACK, lambda: app.go(places.SETTINGS)),
    )


def keys_list(keys: Sequence[tuple[str, str]]) -> ft.Control:
    """Each key beside what it does; read as one."""
    return stack(*(_key(*one) for one in keys), space=theme.S)


def _key(key: str, does: str) -> ft.Control:
    return ft.MergeSemantics(
        content=ft.Row(
            spacing=theme.M,
            vertical_alignment=ft.CrossAxisAlignment.START,
            controls=[
                ft.Container(ft.Text(key, theme_style=theme.LABEL, color=theme.TEXT), width=theme.grown(KEY_WIDTH)),
                ft.Container(paragraph(does), expand=True),
            ],
        )
    )


def keys_dialog(close: Action) -> ft.AlertDialog:
    """What “?” shows, over any screen."""
    return ft.AlertDialog(
        semantics_label=text.KEYS_TITLE,
        scrollable=True,
        on_dismiss=handler(close),
        title=ft.Text(text.KEYS_TITLE, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        content=ft.Container(keys_list((*text.KEYS_SINGLE, *text.KEYS_ALWAYS)), width=theme.grown(560)),
        actions=[button(text.CLOSE, close, kind="primary", autofocus=True)],
    )
