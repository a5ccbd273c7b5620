"""A value with its interval on a scale that never moves: a dot on a band, and the same in words above it."""

import flet as ft

from audit_app.regional import plain
from audit_app.ui import theme

DOT, BAND, LINE = 14, 8, 2
"""Heights in pixels."""
STEPS = 100
"""Places on the scale for each level."""


def interval_bar(
    title: str, words: str, value: float, low: float, high: float, *, bottom: float, top: float
) -> ft.Control:
    """`words` say the value and its interval. Read aloud as one sentence."""
    head = ft.Row(
        [
            ft.Text(title, theme_style=theme.BODY, color=theme.TEXT),
            ft.Text(words, theme_style=theme.SMALL, color=theme.MUTED),
        ],
        wrap=True,
        spacing=theme.M,
        run_spacing=0,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    scale = ft.Container(ft.Container(height=LINE, bgcolor=theme.FAINT_LINE), alignment=ft.Alignment.CENTER, height=DOT)
    marks = ft.Row(
        [
            *_space(low - bottom),
            *_band(value - low),
            ft.Container(width=DOT, height=DOT, border_radius=DOT / 2, bgcolor=theme.PRIMARY),
            *_band(high - value),
            *_space(top - high),
        ],
        spacing=0,
        height=DOT,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    line = ft.Stack([scale, marks], height=DOT, fit=ft.StackFit.EXPAND, expand=True)
    return ft.Semantics(
        container=True,
        label=f"{title}: {words}",
        exclude_semantics=True,
        content=ft.Column(
            [head, ft.Row([_end(bottom), line, _end(top)], spacing=theme.S)],
            tight=True,
            spacing=theme.XS,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _end(score: float) -> ft.Control:
    return ft.Text(plain(score), theme_style=theme.SMALL, color=theme.MUTED)


def _space(levels: float) -> list[ft.Control]:
    return [ft.Container(expand=places)] if (places := round(levels * STEPS)) > 0 else []


def _band(levels: float) -> list[ft.Control]:
    colour = ft.Colors.with_opacity(0.4, theme.PRIMARY)
    return [ft.Container(expand=places, height=BAND, bgcolor=colour)] if (places := round(levels * STEPS)) > 0 else []
