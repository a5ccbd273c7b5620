"""The frame of every screen: its title (heading 1 and browser tab), one column, its own scrolling."""

import asyncio
from collections.abc import Sequence

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.about import use_about
from audit_app.ui.components.buttons import link
from audit_app.ui.components.words import heading, unbroken
from audit_app.ui.runtime import Action, component, use_effect
from audit_app.ui.text import common

FONTS_COME = 0.7
"""Seconds."""


def part(name: str) -> ft.ScrollKey:
    """The key of something that a screen can begin with."""
    return ft.ScrollKey(name)  # type: ignore[call-arg]  # Flet's decorator hides the argument from mypy


@component
def page_frame(
    title: str,
    *controls: ft.Control,
    back: tuple[str, Action] | None = None,
    where: str = "",
    looks: int = 1,
    width: int = theme.READING_WIDTH,
    tab: str | None = None,
    show: str = "",
    begin: str = "",
    close: bool = False,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`back` is the text and the action of a link above the title, and `where` what stands after it: the place from
    which it leads back. `looks` is the heading whose size the title has. `tab` replaces it in the browser tab.

    `show` names the `part` to scroll to, at first and when it changes; when `begin` changes, it is the top. `close`
    leaves less air, where there is little height.
    """
    shown = common.window_title(tab or title)
    moved = ft.use_ref(False)
    about, said = use_about()

    async def name_window() -> None:
        page = ft.context.page
        came_from_elsewhere = page.title not in (shown, common.APP_NAME)
        page.title = shown  # tells the browser by itself
        if came_from_elsewhere:  # a browser announces a new page; ours it takes for the old one
            await ft.SemanticsService().announce_message(tab or title)

    async def scroll() -> None:
        if show:
            await column.scroll_to(scroll_key=part(show))
            if not moved.current:  # the fonts of a fresh window may still come, and move everything
                await asyncio.sleep(FONTS_COME)
                await column.scroll_to(scroll_key=part(show))
        elif moved.current:
            await column.scroll_to(offset=0)
        moved.current = True

    use_effect(name_window, [shown])
    use_effect(scroll, [show, begin])
    top = _top(heading(title, 1, looks=looks), link(*back) if back else None, where, about, said)
    column = ft.Column(
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        controls=[
            ft.Container(
                width=theme.grown(width) + 2 * theme.L,
                padding=ft.Padding.only(
                    left=theme.L,
                    right=theme.L,
                    top=(theme.XS if close else theme.S) if back else theme.L,
                    bottom=theme.XXL,
                ),
                content=ft.Column(
                    tight=True,
                    spacing=theme.S if close else theme.M,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                    controls=[*top, *controls],
                ),
            )
        ],
    )
    return column


def _top(
    title: ft.Control, back: ft.Control | None, where: str, about: ft.Control | None, said: ft.Control | None
) -> list[ft.Control]:
    """As many controls for as long as the screen is there: what stands below would be made anew otherwise."""
    if back is None:
        return [_over(_apart([title, about]), said)] if about else [title]
    if where:
        mark = ft.Icon(ft.Icons.CHEVRON_RIGHT, size=theme.grown(20), color=theme.MUTED)
        place = ft.Container(unbroken(where), expand=True)
        return [_over(ft.Row([back, mark, place, *([about] if about else [])], spacing=theme.S), said), title]
    return [_over(_apart([back, about]), said), title]


def _apart(controls: Sequence[ft.Control | None]) -> ft.Control:
    """At the two ends of a line, or below each other where there is no room."""
    return ft.Row(
        [one for one in controls if one],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        wrap=True,
        run_spacing=0,
    )


def _over(line: ft.Control, said: ft.Control | None) -> ft.Control:
    return ft.Column(
        [line, *([said] if said else [])],
        tight=True,
        spacing=theme.XS,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
