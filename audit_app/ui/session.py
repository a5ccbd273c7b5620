"""Session: what one window remembers beside the data, and how it reaches the screens (a Flet context)."""

from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import flet as ft

from audit_app.errors import AuditError
from audit_app.storage.errors import DamagedSettingsError
from audit_app.storage.protocol import Settings
from audit_app.ui import theme
from audit_app.ui.components.keys import came, going
from audit_app.ui.context import AppContext, Bar, Room
from audit_app.ui.device import use_device
from audit_app.ui.going import is_left_behind
from audit_app.ui.moving import move, tell
from audit_app.ui.runtime import NoticeKind, connect_notices, handler, use_effect

if TYPE_CHECKING:
    from audit_app.ui.desk import Desk
    from audit_app.workspace import Workspace


@dataclass(frozen=True)
class Message:
    """The notice under the navigation; the number tells it from the one before with the same words."""

    kind: NoticeKind
    text: str
    number: int


@dataclass(frozen=True)
class Session:
    """One window's state as of this drawing."""

    app: AppContext
    message: Message | None
    dismiss: Callable[[], None]
    arrived: Callable[[], None]
    """The shell says that another screen is there: the notice goes, unless it came along."""
    readable: bool
    """The settings are: without them no screen knows whose folder this is, and only repairing helps."""


NO_MESSAGE = cast("Message | None", None)
NO_STOP = cast("int | None", None)

SESSION: Any = ft.create_context(None)


def use_session(desk: "Desk") -> Session:
    """The session's state; for the root component alone. Everybody else asks `ft.use_context(SESSION)`."""
    page = ft.context.page
    revision, set_revision = ft.use_state(0)
    tour, set_tour = ft.use_state(NO_STOP)
    message, set_message = ft.use_state(NO_MESSAGE)
    coming = ft.use_ref(NO_MESSAGE)
    workspace = desk.workspace
    known = _use_settings(workspace, revision)
    settings = known or Settings()
    slim, narrow, wide, low, bar = _use_room(page, settings.text_size)
    _use_look(page, settings.theme, settings.text_size)

    def notify(kind: NoticeKind, text: str) -> None:
        set_message(lambda before: Message(kind, text, before.number + 1 if before else 1))

    def forget_error() -> None:
        set_message(lambda before: None if before and before.kind == "error" else before)

    def go(place: str, notice: tuple[NoticeKind, str] | None = None) -> None:
        left_behind = is_left_behind()
        if left_behind and desk.handing.current is not None:
            return  # whoever has the device hears nothing of what goes on in the app
        if left_behind or place == page.route:
            if notice:
                notify(*notice)
            return
        coming.current = Message(*notice, number=0) if notice else None
        going(page, place)
        move(page, place)

    def arrived() -> None:
        tell(page)
        came(page)
        set_message(coming.current)
        coming.current = None

    use_effect(lambda: connect_notices(page, notify, forget_error), [])
    _use_others(page, desk)
    app = AppContext(
        workspace=workspace,
        settings=settings,
        revision=revision,
        narrow=narrow,
        slim=slim,
        wide=wide,
        low=low,
        bar=bar,
        refresh=lambda: set_revision(lambda number: number + 1),
        notify=notify,
        make_demo=desk.make_demo,
        enter_demo=desk.enter_demo,
        leave_demo=desk.leave_demo,
        tour=tour if desk.shows_demo else None,
        show_stop=set_tour,
        shows_demo=desk.shows_demo,
        handing=desk.handing,
        windows=desk.windows,
        go=go,
    )
    return Session(app, message, lambda: set_message(None), arrived, readable=known is not None)


def _use_settings(workspace: "Workspace", revision: int) -> Settings | None:
    """Where they can't be read any more, those of before: the navigation stays, and each screen says what is wrong.

    None where they never could.
    """
    known = ft.use_ref(cast("Settings | None", None))

    def read() -> Settings | None:
        try:
            known.current = workspace.settings()
        except DamagedSettingsError:
            return known.current
        except AuditError:
            if known.current is None:
                raise
        return known.current

    return ft.use_memo(read, [revision])


def _use_room(page: ft.Page, text_size: int) -> Room:
    """Too little width for a few words beside a link, for things beside each other, enough for a second column, too
    little height for large titles, and how much navigation fits.

    Asked again when the window changes.
    """

    def measure() -> Room:
        width = (page.width or theme.READING_WIDTH) * 100 / text_size
        height = (page.height or theme.LOW) * 100 / text_size
        bar: Bar = "menu" if width < theme.BAR else "whole" if width >= theme.BAR_WITH_NAME else "entries"
        return width < theme.SLIM, width < theme.NARROW, width >= theme.WIDE, height < theme.LOW, bar

    measured: tuple[Room, Callable[..., None]] = ft.use_state(measure())
    set_measured = measured[1]

    def watch() -> None:
        page.on_resize = page.on_connect = handler(lambda: set_measured(measure()))  # a reload may come in another size

    use_effect(watch, [text_size])
    return measure()


def _use_others(page: ft.Page, desk: "Desk") -> None:
    """Draw this window anew when another one hands the device over, or takes it back; forget it when it is closed."""
    _, draw = ft.use_state(0)

    def watch() -> None:
        here = copy_context()  # which window is drawn depends on it

        def draw_here() -> None:
            here.copy().run(draw, lambda times: times + 1)

        desk.handing.watch(page.session.id, draw_here)
        page.on_close = handler(closed)

    def closed() -> None:
        desk.handing.forget(page.session.id)
        desk.windows.left(page.session.id)

    use_effect(watch, [])


def _use_look(page: ft.Page, mode: str, text_size: int) -> None:
    """Follows the settings, and what the device asks for. `main` dressed the page already, so the first drawing changes
    nothing."""
    wishes = use_device(page)
    look = theme.CONTRAST if mode == "system" and wishes.high_contrast else mode
    shown = ft.use_ref((mode, text_size))

    def dress() -> None:
        if shown.current != (look, text_size):
            shown.current = (look, text_size)
            theme.apply(page, look, text_size)

    async def load_the_large_font() -> None:
        page.fonts = dict(theme.LATER_FONTS)

    use_effect(dress, [look, text_size])
    use_effect(load_the_large_font, [])
