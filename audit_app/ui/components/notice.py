"""A message: its colour, a word that says the same, and a voice (a live region) for those who don't see it appear."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import icon_button
from audit_app.ui.runtime import Action, NoticeKind, component, use_effect, use_made_ref
from audit_app.ui.text import common

LOOKS: Mapping[NoticeKind, tuple[ft.IconData, ft.Colors, ft.Colors]] = MappingProxyType(
    {
        "info": (ft.Icons.INFO_OUTLINE, theme.PRIMARY, theme.INFO_GROUND),
        "success": (ft.Icons.CHECK_CIRCLE_OUTLINE, theme.SUCCESS, theme.SUCCESS_GROUND),
        "warning": (ft.Icons.WARNING_AMBER_ROUNDED, theme.WARNING, theme.WARNING_GROUND),
        "error": (ft.Icons.ERROR_OUTLINE, theme.ERROR, theme.ERROR_GROUND),
    }
)

CALLED_OUT = 2.0
"""Seconds. A live region that stays one is called out again by Flutter whenever a dialog closes that hid it."""


def notice(
    kind: NoticeKind,
    text: str,
    *controls: ft.Control,
    title: str | None = None,
    on_dismiss: Action | None = None,
    live: bool = True,
    key: str | None = None,
) -> ft.Control:
    """`title` replaces the kind's own word. Further controls (a link, a button) stand below the text.

    `live=False` for one that is there from the start: it is read in its turn, not called out.
    """
    icon, colour, ground = LOOKS[kind]
    words = _words(title or common.NOTICE_WORDS[kind], text, live)
    column = ft.Column([words, *controls], tight=True, spacing=theme.S, expand=True)
    parts: list[ft.Control] = [ft.Icon(icon, color=colour, size=theme.grown(26)), column]
    if on_dismiss is not None:
        parts.append(icon_button(ft.Icons.CLOSE, common.DISMISS, on_dismiss))
    return ft.Container(
        key=key,
        bgcolor=ground,
        border=theme.edge(colour),
        padding=ft.Padding.symmetric(vertical=theme.S + theme.XS, horizontal=theme.M),
        content=ft.Row(parts, spacing=theme.S + theme.XS, vertical_alignment=ft.CrossAxisAlignment.START),
    )


@component
def _words(title: str, text: str, live: bool) -> ft.Control:
    called = use_call(text if live else "", at_first=True)
    words: list[ft.Control] = [
        ft.Text(title, theme_style=theme.LABEL, color=theme.TEXT),
        ft.Text(text, theme_style=theme.BODY, color=theme.TEXT),
    ]
    return called_out(ft.Column(words, tight=True, spacing=theme.XS), live=called)


@component
def wrong_here(
    error: str,
    style: ft.TextThemeStyle = theme.BODY,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """What is wrong with what stands beside it, called out when it appears: only a text field does so by itself."""
    words = ft.Text(error, theme_style=style, color=theme.ERROR)
    return called_out(words, live=use_call(error, at_first=True))


def use_call(text: str, *, at_first: bool) -> bool:
    """A hook: whether the text is called out now. Without `at_first` only what comes instead of the first one is."""
    last = use_made_ref(lambda: (text, 1))
    heard, hear = ft.use_state(0 if at_first else 1)
    gone = ft.use_ref(False)
    if last.current[0] != text:  # counted, for the same words can come again before they fell silent
        last.current = (text, last.current[1] + 1)
    number = last.current[1]
    calls = bool(text) and heard < number

    async def fall_silent() -> None:
        await asyncio.sleep(CALLED_OUT)
        if not gone.current:
            hear(number)

    def leave() -> None:
        gone.current = True

    use_effect(fall_silent if calls else lambda: None, [number])
    use_effect(lambda: None, [], leave)
    return calls


def called_out(words: ft.Control, *, live: bool = True) -> ft.Control:
    """Words without any colour that screen readers say as soon as they appear."""
    return ft.Semantics(container=True, live_region=live, content=words)
