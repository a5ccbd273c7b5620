"""Two abreast: short texts beside each other on a wide screen, where lines as long as it would be hard to read."""

from collections.abc import Sequence
from itertools import zip_longest

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.panel import stack


def two_abreast(controls: Sequence[ft.Control], *, wide: bool, space: int = theme.M, even: bool = False) -> ft.Control:
    """Each is read as a whole, row by row; below each other unless `wide`. `even`: two cards are of one height."""
    if not wide:
        return stack(*controls, space=space)
    pairs = zip_longest(controls[::2], controls[1::2])
    return stack(*(_pair(left, right, even=even) for left, right in pairs), space=space)


def _pair(left: ft.Control, right: ft.Control | None, *, even: bool) -> ft.Control:
    """The last one of an odd number keeps its half."""
    return ft.Row(
        [_half(left), _half(right)],
        spacing=theme.L,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH if even else ft.CrossAxisAlignment.START,
        intrinsic_height=even,
        key=left.key,
    )


def _half(one: ft.Control | None) -> ft.Control:
    return ft.Container(ft.Semantics(container=True, content=each_by_itself(one)) if one else None, expand=True)


def each_by_itself(content: ft.Control) -> ft.Control:
    """Its texts stay where they stand when it is read.

    Flutter makes one name of all the words in a container and reads it first, before a heading and what can be pressed.
    A card that is no container of its own keeps them apart; this one is not seen.
    """
    return ft.Card(content, semantic_container=False, elevation=0, margin=0, bgcolor=ft.Colors.TRANSPARENT)
