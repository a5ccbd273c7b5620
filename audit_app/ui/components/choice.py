"""One of a few: radio buttons, each a whole line to press, with its explanation if it has one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.notice import wrong_here
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import label, small
from audit_app.ui.runtime import Action, call, component, handler, memo

RADIO = 40
"""Pixels that Flet's radio button or box takes, with what is to be pressed around it, beside a line of usual text."""
LINE = 24
"""Pixels of that line."""
AIR = 2
"""Pixels between what belongs together."""
EDGE = 2
"""Pixels. Two grounds, one on the other, are painted in half the time of one with a border and cut corners."""


@dataclass(frozen=True)
class Option:
    """One thing to choose: `code` is kept, `label` is read, `description` explains, `mark` sets it apart."""

    code: str
    label: str
    description: str = ""
    mark: str = ""


@component
def choice(
    name: str,
    options: Sequence[Option],
    value: str | None,
    on_choose: Action,
    *,
    show_name: bool = True,
    short: str = "",
    hint: str = "",
    error: str = "",
    disabled: bool = False,
    close: bool = False,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`on_choose(code)`. `name` is the question; leave it off the screen when a heading says it already, or show it
    `short` where what stands around it says of what. `close` leaves less air, where there is little height."""
    latest: ft.MutableRef[Action] = ft.use_ref(lambda: on_choose)
    latest.current = on_choose

    async def choose_now(code: str) -> None:
        await call(latest.current, code)

    choose = ft.use_callback(choose_now, [])  # stays the same, so that only the lines that change are drawn again

    async def chosen(event: ft.Event[ft.RadioGroup]) -> None:
        await choose(event.control.value or "")

    words: list[ft.Control] = [label(short or name)] if show_name else []
    words += [small(hint)] if hint else []
    words += [wrong_here(error)] if error else []
    group = ft.RadioGroup(
        value=value,
        on_change=handler(chosen),
        disabled=disabled,
        content=ft.Column(
            tight=True,
            spacing=theme.XS if close else theme.S,
            controls=[
                _line(
                    option,
                    option.code == value,
                    bool(option.code == value or (option.mark and not value)),
                    disabled,
                    close,
                    choose,
                    mark_room(),
                    key=option.code,
                )
                for option in options
            ],
        ),
    )
    called = f"{name}\n{error}" if error else name
    return ft.Column(
        tight=True,
        spacing=theme.S,
        controls=[*words, ft.Semantics(container=True, identifier="radiogroup", label=called, content=group)],
    )


def _air(*, close: bool) -> ft.Padding:
    """Above and below the words of an option with a description; its circle has its own."""
    return ft.Padding.only(top=theme.S, bottom=AIR if close else theme.XS)


def mark_room() -> int:
    """Pixels for a circle or a box as high as a line of text, at the text size of this window."""
    return RADIO - LINE + theme.grown(LINE)


def grown_mark(mark: ft.LayoutControl, room: int) -> ft.Control:
    """Flet's circles and boxes have one size: in larger text they are enlarged as they are painted."""
    if room == RADIO:
        return mark
    mark.scale = (room - RADIO + LINE) / LINE
    return ft.Container(mark, width=room, height=room, alignment=ft.Alignment.CENTER)


@component
def _line(
    option: Option,
    selected: bool,
    edged: bool,
    disabled: bool,
    close: bool,
    choose: Callable[[str], Awaitable[None]],
    room: int,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Merged, so that the button's name is the whole line; the line itself is only a larger place to press."""
    label_style = theme.LABEL if option.description else theme.BODY
    words: list[ft.Control] = [
        ft.Row(
            spacing=theme.S,
            controls=[
                ft.Text(option.label, theme_style=label_style, expand=True),
                *([tag(option.mark, "info")] if option.mark else []),
            ],
        )
    ]
    if option.description:
        words.append(ft.Text(option.description, theme_style=theme.BODY))
    line = ft.Row(
        vertical_alignment=ft.CrossAxisAlignment.START if option.description else ft.CrossAxisAlignment.CENTER,
        spacing=theme.S,
        controls=[
            grown_mark(
                ft.Radio(
                    value=option.code,
                    fill_color={ft.ControlState.SELECTED: theme.PRIMARY, ft.ControlState.DEFAULT: theme.LINE},
                ),
                room,
            ),
            ft.Container(
                ft.Column(words, tight=True, spacing=AIR),
                expand=True,
                padding=_air(close=close) if option.description else None,
            ),
        ],
    )

    async def pressed() -> None:
        if not selected:
            await choose(option.code)

    return ft.MergeSemantics(
        content=ft.Container(
            padding=EDGE,
            border_radius=theme.RADIUS,
            clip_behavior=ft.ClipBehavior.NONE,
            bgcolor=theme.PRIMARY if edged else theme.FAINT_LINE,
            on_click=None if disabled else handler(pressed),
            content=ft.Container(
                padding=ft.Padding.symmetric(vertical=0 if close else AIR, horizontal=theme.S + theme.XS),
                border_radius=theme.RADIUS - EDGE,
                clip_behavior=ft.ClipBehavior.NONE,
                bgcolor=theme.INFO_GROUND if selected else theme.CARD,
                content=line,
            ),
        ),
    )


_line = memo(_line)
