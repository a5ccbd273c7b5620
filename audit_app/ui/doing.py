"""Doing: work that may take a while, begun by a press or by a screen that reads. A second press does nothing, and it
can be stopped."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.steps import StoppedError
from audit_app.ui.going import Going, under_way
from audit_app.ui.runtime import begin_afresh, logged, tell, use_effect, use_made_ref
from audit_app.ui.text import common


@dataclass(frozen=True)
class Doing:
    """An action that may take a while. The component `working` shows it, with a button that stops it."""

    run: Callable[[], Awaitable[None]]
    busy: bool
    """True from the press until it ended; show it, and disable the button."""
    begun: "ft.MutableRef[Going]"
    stops: int
    """How often somebody stopped it: what begins it has the keyboard again then."""
    stopped: bool
    """Somebody stopped it, and it was not begun again."""
    failed: str = ""
    """Why there is nothing to show, of what a screen reads by itself."""

    @property
    def going(self) -> Going:
        """What is under way, or was last."""
        going: Going = self.begun.current
        return going


def use_doing(action: Callable[[], Awaitable[object]]) -> Doing:
    """An `async` action for one button: a second press while it runs does nothing.

    It goes on when the screen goes: a paper is still handed out. But then `go` stays where the user is by now.
    """
    busy, set_busy = ft.use_state(False)
    stops, count_stops = ft.use_state(0)
    stopped, set_stopped = ft.use_state(False)
    going = use_made_ref(Going)
    running = ft.use_ref(False)

    async def run() -> None:
        if running.current:
            return
        running.current = True
        begin_afresh()
        going.current = Going()
        set_stopped(False)
        set_busy(True)
        try:
            await under_way(going.current, action)
        except StoppedError:
            set_stopped(True)
            count_stops(lambda times: times + 1)
            tell("info", common.STOPPED)
        finally:
            running.current = False
            set_busy(False)

    def leave() -> None:
        going.current.is_left = True

    use_effect(lambda: None, [], leave)
    return Doing(run, busy, going, stops, stopped)


def use_reading(action: Callable[[], Awaitable[object]], dependencies: Sequence[object]) -> Doing:
    """The same for what a screen reads by itself, at first and when a dependency changes: what was under way until then
    is given up, and so it is when the screen goes."""
    busy, set_busy = ft.use_state(True)
    stops, count_stops = ft.use_state(0)
    stopped, set_stopped = ft.use_state(False)
    failed, set_failed = ft.use_state("")
    going = use_made_ref(Going)

    async def run() -> None:
        going.current.give_up()
        mine = going.current = Going()
        set_stopped(False)
        set_failed("")
        set_busy(True)
        try:
            await under_way(mine, action)
        except StoppedError:
            if mine is going.current:
                set_stopped(True)
                count_stops(lambda times: times + 1)
        except Exception as error:  # noqa: BLE001  nobody waits for an effect: logged, and said where its work would stand
            sentence = logged(action.__qualname__.partition(".")[0], error)
            if mine is going.current:
                set_failed(sentence)
        finally:
            if mine is going.current:
                set_busy(False)

    def give_up() -> None:
        before, going.current = going.current, Going()
        before.give_up()

    use_effect(run, dependencies, give_up)
    return Doing(run, busy, going, stops, stopped, failed)
