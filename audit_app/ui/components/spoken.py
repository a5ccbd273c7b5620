"""What a screen reader is told when something has come that nobody looked for, and the keyboard stays where it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

import flet as ft

from audit_app.ui.runtime import use_effect

Wrong = TypeVar("Wrong", str, dict[str, str], Mapping[str, str])
"""What is wrong: a sentence, or one for each field."""


def use_spoken(sentence: str) -> None:
    """A hook: said when it changes; nothing is said of an empty one."""

    async def say() -> None:
        if sentence:
            await ft.SemanticsService().announce_message(sentence)

    use_effect(say, [sentence])


def use_wrong(nothing: Wrong) -> tuple[Wrong, Callable[[Wrong], None]]:
    """`ft.use_state` for what is wrong with what somebody tried. The same found again is said again: nothing changes on
    the screen then, and whoever doesn't see it would take silence for success."""
    found, set_found = ft.use_state(cast("Any", (nothing, 0)))
    wrong, times = found
    use_said_again(wrong if isinstance(wrong, str) else " ".join(dict.fromkeys(wrong.values())), times)

    def find(now: Wrong) -> None:
        set_found(lambda before: (now, before[1] + 1))

    return wrong, find


def use_said_again(sentence: str, times: int) -> None:
    """A hook: said when something was tried once more and the same sentence is on the screen as before. The first time
    the screen says it by itself."""
    drawn = ft.use_ref("")

    async def say() -> None:
        before, drawn.current = drawn.current, sentence
        if sentence and sentence == before:
            await ft.SemanticsService().announce_message(sentence)

    use_effect(say, [sentence, times])


def counted(title: str, parts: Sequence[tuple[str, Sequence[object]]]) -> str:
    """What stands under a heading, as headings and counts: “What importing does. New here: 2.”"""
    return " ".join([f"{title}.", *(f"{name}: {len(ones)}." for name, ones in parts if ones)])
