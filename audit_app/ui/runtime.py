"""Runtime: what keeps one mistake from taking the whole window with it.

Flet stops updating a session for good when a component raises, and shows a stack trace when a handler does. So every
component is made with `component` here, every handler goes through `handler`, every effect through `use_effect`, and
slow work through `off_loop`. A test refuses Flet's own in the rest of `ui`.
"""

import inspect
import logging
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar, cast

import flet as ft

from audit_app.errors import AuditError, NothingThereError
from audit_app.ui import places
from audit_app.ui.components.failure import failure
from audit_app.ui.elsewhere import way_on
from audit_app.ui.going import off_loop as off_loop
from audit_app.ui.going import stoppable as stoppable
from audit_app.ui.text import common

log = logging.getLogger("audit_app.ui")

P = ParamSpec("P")
R = TypeVar("R")

NoticeKind: TypeAlias = Literal["info", "success", "warning", "error"]
Notify: TypeAlias = Callable[[NoticeKind, str], None]
Action: TypeAlias = Callable[..., object]
"""What a screen gives to be done: with the event or without, plain or `async`."""

PRESSES = ("click", "submit")
"""Events that begin something: a button, and Enter in a field."""

_NOTIFY = "audit_app.notify"
_AFRESH = "audit_app.afresh"
_GO = "audit_app.go"
_BEING_DONE = "audit_app.being done"
SCREEN = "_screen"
"""How the components of whole screens are called."""


def component(function: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A Flet component that survives its own failure: it shows an error panel, is logged, and draws itself again when
    asked to or when what it is given changes. Declare `key: str = ""` as a parameter where a key is needed."""

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ft.Control:
        _, again = ft.use_state(0)  # a hook of our own, and always the first
        try:
            return function(*args, **kwargs)
        except Exception as error:
            return _failed(function.__name__, error, lambda: again(lambda tries: tries + 1))

    return cast("Callable[P, ft.Control]", ft.component(guarded))


def memo(made: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """Of a component: drawn again only when an argument differs. It does not notice a changed context."""
    return cast("Callable[P, ft.Control]", ft.memo(made))  # type: ignore[no-untyped-call]


def handler(action: Action | None) -> Callable[[ft.Event[Any]], Any] | None:
    """A control's handler: what the user must act on becomes a notice, anything else a plain sentence and the log.

    While an `async` action is being done, a second press of the same button (a double click) does nothing.
    """
    if action is None:
        return None
    takes_event = _takes_event(action)

    if inspect.iscoroutinefunction(action):

        async def handled_later(event: ft.Event[Any]) -> None:
            being_done, this = _being_done(), (event.control._i, event.name)
            if this in being_done and event.name in PRESSES:
                return
            being_done.add(this)
            try:
                await (action(event) if takes_event else action())
            except Exception as error:
                report(error)
            finally:
                being_done.discard(this)
                _keep_drawing()

        return handled_later

    def handled(event: ft.Event[Any]) -> None:
        try:
            action(event) if takes_event else action()
        except Exception as error:
            report(error)
        finally:
            _keep_drawing()

    return handled


def use_made_state(make: Callable[[], R]) -> tuple[R, Callable[[R], None]]:
    """`ft.use_state` whose first value is made at the first drawing: the same, with types that mypy understands."""
    value, set_value = ft.use_state(cast("Any", make))
    return cast("R", value), cast("Callable[[R], None]", set_value)


def use_made_ref(make: Callable[[], R]) -> "ft.MutableRef[R]":
    """`ft.use_ref`, likewise."""
    return cast("ft.MutableRef[R]", ft.use_ref(cast("Any", make)))


def use_effect(
    setup: Callable[[], object],
    dependencies: Sequence[object] | None = None,
    cleanup: Callable[[], object] | None = None,
) -> None:
    """`ft.use_effect`, guarded. Asynchronous work must be an `async def`: a lambda that calls one is never awaited."""
    ft.use_effect(guarded(setup), dependencies, guarded(cleanup) if cleanup else None)


async def call(action: Action, *values: object) -> None:
    """Hand values to a screen's action, plain or `async`."""
    result = action(*values)
    if inspect.isawaitable(result):
        await result


def connect_notices(page: ft.Page, notify: Notify, forget_error: Callable[[], None]) -> None:
    """Where this session's errors are shown, and taken away."""
    page.session.store.set(_NOTIFY, notify)
    page.session.store.set(_AFRESH, forget_error)


def connect_ways(page: ft.Page, go: Callable[[str], None] | None) -> None:
    """How one goes elsewhere from a screen that can't be shown; None while a window shows one screen alone."""
    page.session.store.set(_GO, go)


def begin_afresh() -> None:
    """Something is tried: what went wrong before is no longer on the screen, and said again if it goes wrong again."""
    forget_error = ft.context.page.session.store.get(_AFRESH)
    if forget_error is not None:
        forget_error()


def report(error: Exception) -> None:
    """Tell the user, and the log when it is not the user's to mend."""
    if isinstance(error, AuditError):
        log.info("A handler said %s", type(error).__name__)
    else:
        log.error("A handler failed", exc_info=error)
    tell("error", str(error) if isinstance(error, AuditError) else common.UNEXPECTED_ERROR)


def tell(kind: NoticeKind, sentence: str) -> None:
    page = ft.context.page
    notify = page.session.store.get(_NOTIFY)
    if notify is None:
        page.show_dialog(ft.SnackBar(ft.Text(sentence), show_close_icon=True, persist=True))
    else:
        notify(kind, sentence)


def _being_done() -> set[tuple[int, str]]:
    """This window's events whose actions have not ended: the control's number, and what happened to it."""
    store = ft.context.page.session.store
    if not store.contains_key(_BEING_DONE):
        store.set(_BEING_DONE, set())
    found: set[tuple[int, str]] = store.get(_BEING_DONE)
    return found


def _keep_drawing() -> None:
    """A control that can't be drawn ends the task that draws, and with it the window: start it again. Nothing happens
    while it lives."""
    ft.context.page.session.start_updates_scheduler()  # type: ignore[no-untyped-call]


def _failed(name: str, error: Exception, again: Callable[[], None]) -> ft.Control:
    sentence, retry = logged(name, error), None if isinstance(error, NothingThereError) else handler(again)
    if not name.endswith(SCREEN):
        return failure(sentence, retry)
    page = ft.context.page
    page.title = common.window_title(common.NOTICE_WORDS["error"])  # or the tab would keep the name of the one before
    go, way = page.session.store.get(_GO), way_on(page.route or places.HOME)
    if go is None or way is None:
        return failure(sentence, retry, whole=True)
    words, place = way
    return failure(sentence, retry, whole=True, elsewhere=words, go=handler(lambda: go(place)))


def logged(name: str, error: Exception) -> str:
    """The sentence for the screen."""
    if isinstance(error, AuditError):
        log.info("The component %s said %s", name, type(error).__name__)
        return str(error)
    log.error("The component %s failed", name, exc_info=error)
    return common.UNEXPECTED_ERROR_HERE


def guarded(function: Callable[[], object]) -> Callable[[], Any]:
    """A function without arguments, plain or `async`, whose failure is reported instead of raised."""
    if inspect.iscoroutinefunction(function):

        async def later() -> None:
            try:
                await function()
            except Exception as error:
                report(error)

        return later

    def now() -> object:
        try:
            return function()
        except Exception as error:
            report(error)
            return None

    return now


def _takes_event(action: Action) -> bool:
    required = [
        parameter
        for parameter in inspect.signature(action).parameters.values()
        if parameter.default is parameter.empty
        and parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
    ]
    return bool(required)
