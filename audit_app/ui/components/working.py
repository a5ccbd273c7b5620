"""Long work on the screen: that it goes on, how far it is, and a way to stop it."""

import asyncio
from collections.abc import Callable

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import ButtonKind, button, button_row
from audit_app.ui.components.failure import failure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.progress import progress, waiting
from audit_app.ui.components.words import small
from audit_app.ui.doing import Doing
from audit_app.ui.runtime import component, handler, use_effect
from audit_app.ui.text import common

TICK = 0.2
"""Seconds between two looks at how far the work is: a thread can't ask to be drawn."""
SOON = 3
"""Looks, until there is something to stop: what is done before would only flicker."""


@component
def working(
    name: str,
    doing: Doing,
    far: Callable[[int, int], str] = common.out_of,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`far` says how many of how many are done."""
    looks, look_again = ft.use_state(0)
    gone = ft.use_ref(False)

    async def watch() -> None:
        while not gone.current:
            await asyncio.sleep(TICK)
            if not gone.current:
                look_again(lambda times: times + 1)

    def leave() -> None:
        gone.current = True

    use_effect(watch, [], leave)
    going = doing.going
    shown = progress(name, going.done, going.of, words=far(going.done, going.of)) if going.of else waiting(name)
    stop = button_row(button(common.STOP, going.stop), small(common.STOP_MEANS))
    return stack(shown, *([stop] if looks >= SOON and going.can_be_stopped else []), space=theme.S)


def starter(
    text: str,
    doing: Doing,
    *,
    kind: ButtonKind = "secondary",
    name: str | None = None,
    icon: ft.IconData | None = None,
    disabled: bool = False,
    key: str = "start",
) -> ft.Control:
    """The button that begins it. While it goes on it stays, and is not off, though a press does nothing: the keyboard
    would go elsewhere. After a stop it has the keyboard, which stood on the button that went."""
    return button(
        text,
        doing.run,
        kind=kind,
        name=name,
        icon=icon,
        disabled=disabled,
        autofocus=doing.stops > 0,
        key=f"{key} {doing.stops}",
    )


def awaited(name: str, reading: Doing) -> ft.Control:
    """Instead of what a screen reads by itself: that it is being read, was stopped, or can't be."""
    if reading.failed:
        return failure(reading.failed, handler(reading.run))
    if reading.stopped:
        return notice("info", common.STOPPED, left(starter(common.TRY_AGAIN, reading)), key="stopped")
    return working(name, reading)
