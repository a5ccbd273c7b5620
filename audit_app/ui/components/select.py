"""One of many: a list that opens. For up to about six, `choice` is kinder."""

from collections.abc import Sequence

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.choice import Option
from audit_app.ui.components.text_field import dress
from audit_app.ui.components.words import label as label_text
from audit_app.ui.components.words import small
from audit_app.ui.runtime import Action, call, handler
from audit_app.ui.text import common


def select(
    label: str,
    options: Sequence[Option],
    value: str | None,
    on_choose: Action,
    *,
    hint: str = "",
    error: str = "",
    width: int = 360,
    disabled: bool = False,
    name: str | None = None,
    key: str | None = None,
) -> ft.Control:
    """`on_choose(code)`. The name read aloud (`name` instead of the label, where the label alone does not say which)
    carries the value, because Flet's own has neither."""

    async def chosen(event: ft.Event[ft.Dropdown]) -> None:
        await call(on_choose, event.control.value)

    shown = next((option.label for option in options if option.code == value), common.CHOOSE)
    opened = ft.Dropdown(
        value=value,
        options=[ft.DropdownOption(key=option.code, text=option.label) for option in options],
        on_select=handler(chosen),
        hint_text=common.CHOOSE,
        error_text=error or None,
        width=_room(width),
        disabled=disabled,
    )
    dress(opened)
    words: list[ft.Control] = [label_text(label)]
    words += [small(hint)] if hint else []
    return ft.Column(
        tight=True,
        spacing=theme.XS,
        key=key,
        controls=[*words, ft.Semantics(container=True, label=f"{name or label}: {shown}", content=opened)],
    )


def _room(width: int) -> int:
    """More where text is larger, but never more than a card has."""
    page = ft.context.page
    inside = min(theme.READING_WIDTH, int(page.width or theme.READING_WIDTH) - 2 * theme.L) - 2 * theme.L
    return min(theme.grown(width), inside)
