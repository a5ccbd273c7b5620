"""Export: a passphrase for the file, typed twice, and how to tell it to the other school."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import flet as ft

from audit_app.errors import AuditError
from audit_app.sync.sealing import check_passphrase
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.panel import panel
from audit_app.ui.components.passphrase_field import passphrase_field
from audit_app.ui.components.words import paragraph
from audit_app.ui.runtime import component
from audit_app.ui.text import share as text


@dataclass(frozen=True)
class Typed:
    """What stands in the two fields, while the screen is open and nowhere else."""

    first: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True)
class Wrong:
    """What is wrong with which field."""

    first: str = ""
    again: str = ""


NOT_WRONG = Wrong()


def what_is_wrong(typed: Typed) -> Wrong:
    """Nothing, where the passphrase can be used."""
    try:
        check_passphrase(typed.first)
    except AuditError as problem:
        return Wrong(first=str(problem))
    return NOT_WRONG if typed.first == typed.again else Wrong(again=text.NOT_THE_SAME)


@component
def seal_part(typed: "ft.MutableRef[Typed]", wrong: Wrong, on_enter: Callable[[], object]) -> ft.Control:
    """Two fields whose texts stand in `typed`, which no drawing follows."""
    shown, show = ft.use_state(False)

    def first(value: str) -> None:
        typed.current = replace(typed.current, first=value)

    def again(value: str) -> None:
        typed.current = replace(typed.current, again=value)

    return panel(
        passphrase_field(
            text.SEAL_FIELD, typed.current.first, first, shown=shown, hint=text.SEAL_HINT, error=wrong.first
        ),
        passphrase_field(text.AGAIN, typed.current.again, again, shown=shown, error=wrong.again, on_enter=on_enter),
        checkbox(text.SHOW, shown, show),
        paragraph(text.HOW_TO_TELL),
        paragraph(text.NO_WAY_BACK),
    )
