"""One of many: a button that says what is chosen, and opens the list. For up to about six, `choice` is kinder.

Flet's own list that opens has no name, no value, and a place among the things that Tab reaches of which screen readers
never hear.
"""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.choice import Option
from audit_app.ui.components.notice import wrong_here
from audit_app.ui.components.words import label as label_text
from audit_app.ui.components.words import small
from audit_app.ui.runtime import Action, call, component, handler
from audit_app.ui.text import common

TICK = 24
SELECT = "select"
"""Marks the button."""
OPTIONS = "options"
"""Marks the lines: in there `options.js` gives the arrow keys, Home, End and letters a meaning."""


@component
def select(
    label: str,
    options: Sequence[Option],
    value: str | None,
    on_choose: Action,
    *,
    hint: str = "",
    error: str = "",
    width: int = 360,
    disabled: bool = False,
    name: str | None = None,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`on_choose(code)`. The name read aloud (`name` instead of the label, where the label alone does not say which)
    carries the value."""
    is_open, set_open = ft.use_state(False)

    async def choose(code: str) -> None:
        set_open(False)
        if code != value:
            await call(on_choose, code)

    ft.use_dialog(_list(name or label, options, value, choose, lambda: set_open(False)) if is_open else None)
    shown = next((option.label for option in options if option.code == value), common.CHOOSE)
    called = f"{name or label}: {shown}" + (f"\n{error}" if error else "")
    words: list[ft.Control] = [label_text(label)]
    words += [small(hint)] if hint else []
    return ft.Column(
        tight=True,
        spacing=theme.XS,
        controls=[
            *words,
            _button(called, shown, _room(width), lambda: set_open(True), disabled, wrong=bool(error)),
            *([wrong_here(error, theme.SMALL)] if error else []),
        ],
    )


def _button(name: str, shown: str, width: int, opens: Action, disabled: bool, *, wrong: bool) -> ft.Control:
    edge = ft.BorderSide(2, theme.ERROR) if wrong else ft.BorderSide(1, theme.LINE)
    return ft.OutlinedButton(
        data=SELECT,
        width=width,
        disabled=disabled,
        on_click=handler(opens),
        style=ft.ButtonStyle(
            bgcolor=theme.CARD,
            color=theme.TEXT,
            padding=ft.Padding.symmetric(vertical=14, horizontal=12),
            shape=ft.RoundedRectangleBorder(radius=theme.SMALL_RADIUS),
            side={ft.ControlState.FOCUSED: ft.BorderSide(3, theme.PRIMARY), ft.ControlState.DEFAULT: edge},
        ),
        content=ft.Row(
            [
                ft.Text(shown, theme_style=theme.BODY, semantics_label=name, expand=True),
                ft.Icon(ft.Icons.ARROW_DROP_DOWN, color=theme.MUTED, size=theme.grown(TICK)),
            ]
        ),
    )


def _list(
    title: str, options: Sequence[Option], value: str | None, choose: Action, close: Callable[[], None]
) -> ft.AlertDialog:
    """The keyboard begins at what is chosen; the Escape key, or a press outside, leaves it."""
    first = value if any(option.code == value for option in options) else options[0].code if options else None
    return ft.AlertDialog(
        semantics_label=title,
        scrollable=True,
        on_dismiss=handler(close),
        title=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        content=ft.Semantics(
            container=True,
            identifier=OPTIONS,
            content=ft.Column(
                [_line(one, one.code == value, partial(choose, one.code), begins=one.code == first) for one in options],
                tight=True,
                spacing=0,
                width=theme.grown(440),
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ),
    )


def _line(option: Option, chosen: bool, choose: Action, *, begins: bool) -> ft.Control:
    """The one that is chosen has a tick, and says so to screen readers (`aria-current`)."""
    mark, tick = ft.Icons.CHECK if chosen else None, theme.grown(TICK)
    made = ft.TextButton(
        data=option.code,
        autofocus=begins,
        on_click=handler(choose),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(vertical=theme.S + theme.XS, horizontal=theme.S),
            shape=ft.RoundedRectangleBorder(radius=theme.SMALL_RADIUS),
        ),
        content=ft.Row(
            [
                ft.Icon(mark, color=theme.PRIMARY, size=tick) if mark else ft.Container(width=tick),
                ft.Text(option.label, theme_style=theme.BODY, color=theme.TEXT, expand=True),
            ]
        ),
    )
    return ft.MergeSemantics(content=ft.Semantics(selected=True if chosen else None, content=made))


def _room(width: int) -> int:
    """More where text is larger, but never more than a card has."""
    page = ft.context.page
    widest = theme.grown(theme.READING_WIDTH)
    inside = min(widest, int(page.width or widest) - 2 * theme.L) - 2 * theme.L
    return min(theme.grown(width), inside)
