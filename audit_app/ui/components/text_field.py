"""A field to type in: its name above it, a hint below the name, what is wrong below the field."""

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.drafts import leaving, use_draft
from audit_app.ui.components.keys import left_alone, typing_begins
from audit_app.ui.runtime import Action, component, handler, use_effect
from audit_app.ui.text import common


@component
def text_field(
    label: str,
    value: str,
    on_save: Action,
    *,
    hint: str = "",
    error: str = "",
    lines: int = 1,
    limit: int = 0,
    width: int | None = None,
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    save_while_typing: bool = True,
    begins: bool = False,
    name: str | None = None,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`on_save(text)` after a pause and when the field is left, only with a text that was not saved yet.

    `lines` above 1 makes room for that many and grows. `limit` in characters is said, not cut off.
    `name` is read aloud instead of the label, where the label alone does not say which. `key` is the record's id.
    `begins`: somebody pressed something to write here, so it takes the keyboard as it comes.
    """
    draft = use_draft(value, on_save, limit)
    _, draw = ft.use_state(0)

    def typed(event: ft.Event[ft.TextField]) -> None:
        was_too_long = draft.too_long
        draft.typed(event.control.value or "", save_soon=save_while_typing)
        if draft.too_long != was_too_long:
            draw(lambda times: times + 1)

    field = ft.TextField(
        value=draft.text,
        error=common.too_long(limit) if draft.too_long else error or None,
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        max_lines=lines * 4 if lines > 1 else None,
        width=width,
        keyboard_type=keyboard,
        on_change=handler(typed),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone(leaving(draft))),
        on_submit=handler(leaving(draft)) if lines == 1 else None,
    )
    dress(field)

    async def begin() -> None:
        if begins:
            await field.focus()  # type: ignore[no-untyped-call]  # autofocus would leave it on what opened this

    use_effect(begin, [])
    return named_field(label, hint, field, name)


def dress(field: ft.TextField) -> None:
    """The look of everything to fill in."""
    field.border = {
        ft.ControlState.ERROR: _edge(2, theme.ERROR),
        ft.ControlState.FOCUSED: _edge(3, theme.PRIMARY),
        ft.ControlState.DEFAULT: _edge(1, theme.LINE),
    }
    field.bgcolor = field.fill_color = theme.CARD
    field.filled = True
    field.error_max_lines = 4
    field.content_padding = ft.Padding.symmetric(vertical=14, horizontal=12)


def _edge(width: int, colour: ft.Colors) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, colour), border_radius=theme.SMALL_RADIUS)


def named_field(label: str, hint: str, field: ft.TextField, name: str | None = None) -> ft.Control:
    """Name and hint above a field; merged, so that they are the field's accessible name."""
    words: list[ft.Control] = [ft.Text(label, theme_style=theme.LABEL, color=theme.TEXT, semantics_label=name)]
    if hint:
        words.append(ft.Text(hint, theme_style=theme.SMALL, color=theme.MUTED))
    return ft.MergeSemantics(
        content=ft.Column(
            tight=True,
            spacing=theme.XS,
            horizontal_alignment=ft.CrossAxisAlignment.START if field.width else ft.CrossAxisAlignment.STRETCH,
            controls=[*words, field],
        )
    )
