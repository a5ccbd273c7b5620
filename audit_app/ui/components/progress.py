"""How far along: a bar, and the same in words."""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.text import common

_STILL = "audit_app.still"


def keep_still(page: ft.Page, still: bool) -> None:
    """Whether this window's device asks for reduced motion."""
    page.session.store.set(_STILL, still)


def progress(name: str, done: int, total: int, *, words: str | None = None, show_name: bool = True) -> ft.Control:
    """`words` replaces "5 of 7". Read aloud as one sentence."""
    said = words or common.out_of(done, total)
    row: list[ft.Control] = [ft.Text(name, theme_style=theme.BODY, expand=True)] if show_name else []
    row.append(ft.Text(said, theme_style=theme.SMALL, color=theme.MUTED))
    return ft.Semantics(
        container=True,
        label=f"{name}: {said}",
        exclude_semantics=True,
        content=ft.Column(
            tight=True,
            spacing=theme.XS,
            controls=[
                ft.Row(row),
                ft.ProgressBar(
                    value=done / total if total else 0,
                    bar_height=8,
                    border_radius=theme.SMALL_RADIUS,
                    color=theme.PRIMARY,
                    bgcolor=theme.FAINT_LINE,
                    track_gap=0,
                    stop_indicator_radius=0,
                    year_2023=False,
                ),
            ],
        ),
    )


def waiting(name: str) -> ft.Control:
    """Something that takes a while, of unknown length. Where the device asks for reduced motion, nothing turns."""
    side = theme.grown(22)
    turning: ft.Control = ft.ProgressRing(width=side, height=side, stroke_width=3)
    if ft.context.page.session.store.get(_STILL):
        turning = ft.Icon(ft.Icons.HOURGLASS_EMPTY, size=side, color=theme.PRIMARY)
    return ft.Semantics(
        container=True,
        live_region=True,
        label=name,
        exclude_semantics=True,
        content=ft.Row(
            tight=True,
            spacing=theme.S + theme.XS,
            controls=[turning, ft.Text(name, theme_style=theme.BODY)],
        ),
    )
