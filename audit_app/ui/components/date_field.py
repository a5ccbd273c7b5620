"""A date to type, in any of the ways in which people here write one."""

from datetime import date, datetime

import flet as ft

from audit_app.regional import months_in_english
from audit_app.ui.components.text_field import text_field
from audit_app.ui.runtime import Action, component, use_effect
from audit_app.ui.text import common

WAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y")


def read_date(text: str) -> date | None:
    """The date, or None when the text is not one."""
    plain = months_in_english(" ".join(text.replace(" /", "/").replace("/ ", "/").split()))
    for way in WAYS:
        try:
            return datetime.strptime(plain, way).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
    return None


def written(day: date | None) -> str:
    """As it stands in the field."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""


@component
def date_field(
    label: str,
    value: date | None,
    on_save: Action,
    *,
    hint: str = common.DATE_HINT,
    error: str = "",
    name: str | None = None,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`on_save(date | None)` when the field is left with a date, or emptied. `name` is read aloud instead of the label.

    `key` is the record's id.
    """
    wrong, set_wrong = ft.use_state("")

    def save(text: str) -> object:
        day = read_date(text)
        if day is None and text.strip():
            set_wrong(text)
            return None
        set_wrong("")
        return on_save(day)

    async def say() -> None:
        if wrong:  # nobody who goes on with Tab would hear of it
            await ft.SemanticsService().announce_message(common.NOT_A_DATE)

    use_effect(say, [wrong])
    return text_field(
        label,
        wrong or written(value),
        save,
        hint=hint,
        error=common.NOT_A_DATE if wrong else error,
        name=name,
        width=220,
        keyboard=ft.KeyboardType.DATETIME,
        save_while_typing=False,
    )
