"""Shell: the name of the app, where one can go, where one is, and the last notice. Below it, the screen."""

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.beside import main_content, navigation
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.keys import left_alone, typing_begins, use_keys_everywhere
from audit_app.ui.components.notice import notice
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, handler, memo, use_effect
from audit_app.ui.screens.help import keys_dialog
from audit_app.ui.screens.tour import FIRST, tour_bar
from audit_app.ui.session import SESSION, Session
from audit_app.ui.text import common, helping, home

ENTRIES = (
    (common.HOME, places.HOME),
    (common.AUDITS, places.AUDITS),
    (common.SURVEYS, places.SURVEYS),
    (common.RESULTS, places.RESULTS),
    (common.PLAN, places.PLAN),
    (common.PARTNERSHIP, places.PARTNERSHIP),
    (common.LIBRARY, places.LIBRARY),
    (common.SETTINGS, places.SETTINGS),
)

OF_AN_AUDIT = {"results": places.RESULTS, "papers": places.RESULTS, "plan": places.PLAN}
"""Parts of an audit's address that have an entry of their own."""

BELONGS_TO = {
    places.WELCOME: places.HOME,
    places.START: places.AUDITS,
    places.IMPORT: places.AUDITS,
    places.SYNC: places.SETTINGS,
    places.DATA: places.SETTINGS,
    places.HELP: places.SETTINGS,
}
"""Addresses that an entry's own address does not begin."""


@component
def shell() -> ft.Control:
    """The frame of every route, everything in the order in which it is read."""
    session: Session = ft.use_context(SESSION)
    route = ft.use_route_location()
    screen = ft.use_route_outlet()
    use_effect(session.arrived, [route])
    shows_keys, show_keys = ft.use_state(False)
    use_keys_everywhere({"?": lambda: show_keys(True)} if session.app.settings.keys else {})
    ft.use_dialog(keys_dialog(lambda: show_keys(False)) if shows_keys else None)
    toured: ft.MutableRef[bool] = ft.use_ref(False)
    said = session.message
    return ft.Column(
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            _top(session.app, here(route), key="entries"),
            *_demo_and_tour(session.app, toured),
            *([notice(said.kind, said.text, on_dismiss=session.dismiss, key=f"notice {said.number}")] if said else []),
            main_content(screen),
        ],
    )


def _demo_and_tour(app: AppContext, toured: "ft.MutableRef[bool]") -> list[ft.Control]:
    """Where the tour was ended, the focus goes to where it could be begun again."""
    if app.tour is not None:
        toured.current = True
        return [tour_bar(app, app.tour, key="tour")]
    return [_demo(app, focused=toured.current)] if app.shows_demo else []


def _demo(app: AppContext, *, focused: bool) -> ft.Control:
    def leave() -> None:
        app.leave_demo()
        app.refresh()
        app.go(places.HOME)

    def begin() -> None:
        app.show_stop(FIRST)
        app.go(places.HOME)

    words = ft.Text(home.DEMO, theme_style=theme.BODY, color=theme.TEXT)
    ways = [
        button(helping.TOUR_BEGIN, begin, kind="quiet", autofocus=focused, key="tour"),
        button(home.LEAVE_DEMO, leave, key="leave"),
    ]
    return ft.Container(
        key="demo",
        bgcolor=theme.WARNING_GROUND,
        border=theme.edge(),
        padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.XS),
        content=(
            ft.Column([words, button_row(*ways)], tight=True, spacing=theme.XS)
            if app.bar == "menu"
            else ft.Row([ft.Container(words, expand=True), *ways], spacing=theme.M)
        ),
    )


def here(route: str) -> str:
    """The entry of the navigation that this route belongs to, or nothing."""
    first, *rest = route.removeprefix("/").split("/")
    if f"/{first}" == places.AUDITS and len(rest) > 1 and rest[1] in OF_AN_AUDIT:
        return OF_AN_AUDIT[rest[1]]
    found = BELONGS_TO.get(f"/{first}", f"/{first}")
    return found if any(found == place for _, place in ENTRIES) else ""


@component
def _top(
    app: AppContext,
    current: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    entries = [_entry(app, text, place, place == current) for text, place in ENTRIES]
    controls: list[ft.Control]
    match app.bar:
        case "whole":
            controls = [_name(common.APP_NAME), ft.Row(entries, spacing=theme.XS)]
        case "entries":
            controls = entries
        case _:
            here_now = next((text for text, place in ENTRIES if place == current), common.APP_NAME)
            controls = [ft.Container(_name(here_now), expand=True), _menu(app, current)]
    return navigation(
        ft.Container(
            bgcolor=theme.CARD,
            border=ft.Border.only(bottom=ft.BorderSide(1, theme.FAINT_LINE)),
            padding=ft.Padding.symmetric(horizontal=theme.S if app.bar == "entries" else theme.L),
            content=ft.Row(controls, alignment=ft.MainAxisAlignment.SPACE_BETWEEN, spacing=0),
        )
    )


_top = memo(_top)


def _name(text: str) -> ft.Text:
    return ft.Text(text, theme_style=ft.TextThemeStyle.TITLE_LARGE, color=theme.PRIMARY)


def _entry(app: AppContext, text: str, place: str, current: bool) -> ft.Control:
    """A button; the one that is here is underlined, and says so to screen readers (`aria-current`)."""
    words = ft.Text(text, theme_style=theme.LABEL, color=theme.PRIMARY if current else theme.TEXT)
    return ft.Container(
        border=ft.Border.only(bottom=ft.BorderSide(4, theme.PRIMARY if current else ft.Colors.TRANSPARENT)),
        padding=ft.Padding.only(top=theme.XS),
        content=ft.MergeSemantics(
            content=ft.Semantics(
                selected=True if current else None,
                content=ft.TextButton(content=words, on_click=handler(lambda: app.go(place))),
            )
        ),
    )


def _menu(app: AppContext, current: str) -> ft.Control:
    """The same, for a narrow screen."""
    return ft.PopupMenuButton(
        content=ft.Container(
            padding=theme.M,
            content=ft.Row(
                tight=True,
                controls=[
                    ft.Icon(ft.Icons.MENU, color=theme.PRIMARY, size=theme.grown(24)),
                    ft.Text(common.MENU, theme_style=theme.LABEL, color=theme.PRIMARY),
                ],
            ),
        ),
        tooltip="",
        on_open=handler(typing_begins),  # while it is open, no key does what is behind it
        on_cancel=handler(left_alone()),
        on_select=handler(left_alone()),
        items=[_menu_item(app, text, place, place == current) for text, place in ENTRIES],
    )


def _menu_item(app: AppContext, text: str, place: str, current: bool) -> ft.PopupMenuItem:
    return ft.PopupMenuItem(
        content=ft.Text(text, theme_style=theme.LABEL),
        checked=current,
        height=48 * app.settings.text_size // 100,
        on_click=handler(lambda: app.go(place)),
    )
