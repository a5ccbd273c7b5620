"""A distribution bar: how many answers there are at each level, as widths with numbers, and as a key in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.ui import theme


@dataclass(frozen=True)
class Share:
    """One level."""

    colour: ft.Colors | None
    """None where there is no level, such as for “I cannot tell”."""
    words: str
    """For the key: “2 Started: 3”."""
    count: int


SMALLEST = 1 / 20
"""Of the whole bar: a narrower part has no room for its number, which the key says."""
FRAME = 1
"""Pixels."""


def distribution(name: str, shares: Sequence[Share]) -> ft.Control:
    """`name` says everything that is seen, and of what there is none. While there is nothing to count, only the key is
    shown."""
    whole = sum(one.count for one in shares)
    segments: list[ft.Control] = [_segment(one, whole) for one in shares if one.count]
    bar = ft.Container(
        ft.Row(segments, spacing=2), border_radius=theme.SMALL_RADIUS, clip_behavior=ft.ClipBehavior.ANTI_ALIAS
    )
    named = [one for one in shares if one.count] or shares
    key = ft.Row([_key(one) for one in named], wrap=True, spacing=theme.M, run_spacing=theme.XS)
    parts: list[ft.Control] = [bar, key] if segments else [key]
    return ft.Semantics(
        image=True,
        label=name,
        exclude_semantics=True,
        content=ft.Column(parts, tight=True, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )


def _segment(one: Share, whole: int) -> ft.Control:
    """Filled with its level's colour; an empty frame where there is none."""
    level = one.colour
    number = str(one.count) if one.count / whole >= SMALLEST else ""
    return ft.Container(
        ft.Text(number, theme_style=theme.SMALL_LABEL, color=theme.ON_PRIMARY if level else theme.TEXT),
        expand=one.count,
        padding=ft.Padding.symmetric(vertical=6 if level else 6 - FRAME),
        alignment=ft.Alignment.CENTER,
        bgcolor=level or theme.TINT,
        border=None if level else ft.Border.all(FRAME, theme.LINE),
    )


def _key(one: Share) -> ft.Control:
    level = one.colour
    square = ft.Container(
        width=14,
        height=14,
        border_radius=3,
        bgcolor=level or theme.TINT,
        border=None if level else ft.Border.all(FRAME, theme.LINE),
    )
    return ft.Row([square, ft.Text(one.words, theme_style=theme.SMALL, color=theme.TEXT)], tight=True, spacing=theme.S)
