"""Import: the passphrase of a sealed file."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from audit_app.ui.components.buttons import button
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.passphrase_field import passphrase_field
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.runtime import component
from audit_app.ui.text import import_bundle as text


@component
def sealed_part(
    names: Sequence[str], typed: "ft.MutableRef[str]", wrong: str, on_open: Callable[[], Awaitable[None]]
) -> ft.Control:
    """File by file: what a passphrase opens stays open, and the next is asked for.

    What is typed stands in `typed` alone, so a wrong one can be put right without typing it all again.
    """
    shown, show = ft.use_state(False)

    def keep(value: str) -> None:
        typed.current = value

    return panel(
        heading(text.sealed(names[0]), 2),
        paragraph(text.SEALED_MEANS),
        *([paragraph(text.also_sealed(names[1:]))] if names[1:] else []),
        passphrase_field(text.SEAL_FIELD, typed.current, keep, shown=shown, error=wrong, on_enter=on_open),
        checkbox(text.SHOW, shown, show),
        left(button(text.OPEN, on_open, kind="primary")),
    )
