"""A visit: who sits there, where they are, and whether they are still there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, cast

import flet as ft

from audit_app.ui.handing import Timing
from audit_app.ui.runtime import use_made_state
from audit_app.ui.screens.respondent_sitting import Asking, Sitting
from audit_app.ui.stillness import use_stillness
from audit_app.ui.text import respondent as text

Step = Literal["notice", "group", "item", "check", "thanks"]
SITTING = "audit_app.sitting"
"""Where a window's session has the sitting, so that it ends when the window goes."""


@dataclass(frozen=True)
class At:
    """Where the colleague is."""

    step: Step = "notice"
    item: str = ""
    said: str = ""
    """A sentence that comes along: why one is here, or what went wrong."""
    again: Callable[[], Awaitable[object]] | None = None
    """Gives the response file once more."""


@dataclass(frozen=True)
class Visit:
    sitting: Sitting
    at: At
    asks: bool
    """Whether to show “Are you still there?”."""
    touch: Callable[[], None]
    begin: Callable[[], None]
    move: Callable[[At], None]
    end: Callable[[At], None]
    """Nothing of the sitting is left."""


def use_visit(timing: Timing, asking: Asking, on_sitting: Callable[[bool], None]) -> Visit:
    """A hook."""
    page = ft.context.page
    _, draw = ft.use_state(0)
    sitting, set_sitting = use_made_state(lambda: Sitting(0, lambda: None, over=True))
    at, go = use_made_state(At)
    stillness = use_stillness(timing, not sitting.over, lambda: end(At(said=text.TIMED_OUT)))

    def begin() -> None:
        groups = asking.terms.groups
        only = groups[0].id if len(groups) == 1 else None
        new = Sitting(sitting.number + 1, lambda: None, only)
        page.session.store.set(SITTING, new)
        set_sitting(new)
        on_sitting(True)
        go(At("group" if only is None else "item", asking.questionnaire.sections[0].items[0].id))

    def end(where: At) -> None:
        sitting.end()
        page.session.store.set(SITTING, None)
        go(where)
        on_sitting(False)

    def move(where: At) -> None:
        """Not back into what is over: handing in may fail after the time was up."""
        stillness.touch()
        if not sitting.over or where.step == "notice":
            go(where)

    def given() -> None:
        stillness.touch()
        draw(lambda times: times + 1)

    sitting.draw = given
    return Visit(sitting, at, stillness.asks and not sitting.over, stillness.touch, begin, move, end)


def end_sitting(page: ft.Page) -> None:
    """The window is gone, and with it what was on its screen."""
    sitting = cast("Sitting | None", page.session.store.get(SITTING))
    if sitting is not None:
        sitting.end()
        page.session.store.set(SITTING, None)
