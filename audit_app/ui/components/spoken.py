"""What a screen reader is told when something has come that nobody looked for, and the keyboard stays where it is."""

from collections.abc import Sequence

import flet as ft

from audit_app.ui.runtime import use_effect


def use_spoken(sentence: str) -> None:
    """A hook: said when it changes; nothing is said of an empty one."""

    async def say() -> None:
        if sentence:
            await ft.SemanticsService().announce_message(sentence)

    use_effect(say, [sentence])


def counted(title: str, parts: Sequence[tuple[str, Sequence[object]]]) -> str:
    """What stands under a heading, as headings and counts: “What importing does. New here: 2.”"""
    return " ".join([f"{title}.", *(f"{name}: {len(ones)}." for name, ones in parts if ones)])
