"""“About this screen”: a quiet button at the same place on every screen, and its paragraph for who asks."""

from collections.abc import Callable
from functools import partial

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button_row, link
from audit_app.ui.components.words import paragraph
from audit_app.ui.runtime import handler
from audit_app.ui.session import SESSION, Session
from audit_app.ui.text import about as text


def paragraph_of(route: str) -> str:
    """What is said about the screen at this address; of several patterns that fit, the most literal one counts."""
    parts = _parts(route)
    fitting = [pattern for pattern in text.PARAGRAPHS if _fits(_parts(pattern), parts)]
    literal = max(fitting, key=lambda pattern: pattern.count("/") - pattern.count(":"), default=None)
    return text.PARAGRAPHS[literal] if literal is not None else text.NOWHERE


def _parts(address: str) -> list[str]:
    return [part for part in address.partition("?")[0].split("/") if part]


def _fits(pattern: list[str], parts: list[str]) -> bool:
    return len(pattern) == len(parts) and all(
        one.startswith(":") or one == other for one, other in zip(pattern, parts, strict=True)
    )


def use_about() -> tuple[ft.Control | None, ft.Control | None]:
    """A hook: the button, and the paragraph while it is open. Nothing for a colleague who was handed the device."""
    session: Session | None = ft.use_context(SESSION)
    route: str = ft.use_memo(lambda: ft.context.page.route, [])
    is_open: bool
    set_open: Callable[[bool], None]
    is_open, set_open = ft.use_state(False)
    if session is None or session.app.handing.current is not None:
        return None, None
    app = session.app
    words = ft.Text(text.BUTTON, theme_style=theme.SMALL, color=theme.MUTED)
    mark = ft.Icon(ft.Icons.EXPAND_LESS if is_open else ft.Icons.HELP_OUTLINE, size=theme.grown(20), color=theme.MUTED)
    pressed = ft.MergeSemantics(
        content=ft.Semantics(
            expanded=is_open,
            content=ft.TextButton(
                content=ft.Row([mark, words], tight=True, spacing=theme.XS + 2),
                style=ft.ButtonStyle(padding=ft.Padding.symmetric(vertical=theme.S + theme.XS, horizontal=theme.S)),
                on_click=handler(lambda: set_open(not is_open)),
            ),
        )
    )
    if not is_open:
        return pressed, None
    further = ((text.WORDS, places.GLOSSARY), (text.HELP, places.HELP))
    said = ft.Container(
        bgcolor=theme.TINT,
        border=theme.edge(),
        border_radius=theme.RADIUS,
        padding=ft.Padding.only(left=theme.M, right=theme.M, top=theme.S + theme.XS, bottom=theme.XS),
        content=ft.Column(
            tight=True,
            spacing=theme.XS,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            controls=[
                ft.Semantics(container=True, live_region=True, content=paragraph(paragraph_of(route))),
                button_row(*(link(words, partial(app.go, there)) for words, there in further if there != route)),
            ],
        ),
    )
    return pressed, said
