"""Shared folder: choose it, see what would come and go, then all of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from audit_app.errors import AuditError
from audit_app.sync.place_errors import FewerFilesError, LoginRefusedError
from audit_app.sync.syncing import SyncPlan
from audit_app.ui import places
from audit_app.ui.components.buttons import ButtonKind, button, button_row
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame, part
from audit_app.ui.components.panel import empty_state, left
from audit_app.ui.components.spoken import use_spoken
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import Action, component, use_made_ref, use_made_state
from audit_app.ui.screens.sync_place import login_part, place_part, used_part
from audit_app.ui.screens.sync_plan import plan_part, plan_spoken
from audit_app.ui.screens.sync_work import Asked, carry_out, look
from audit_app.ui.text import home as home_text
from audit_app.ui.text import sync as text


@dataclass(frozen=True)
class Seen:
    """What came of looking: a plan, or why there is none."""

    planned: SyncPlan | None = None
    problem: AuditError | None = None


@component
def sync_screen(app: AppContext) -> ft.Control:
    asked, set_asked = use_made_state(partial(_last, app))
    seen, set_seen = use_made_state(Seen)
    wanted = use_made_ref(lambda: asked)
    looks, count_looks = ft.use_state(0)

    async def see() -> None:
        count_looks(lambda number: number + 1)
        set_seen(Seen())
        try:
            set_seen(Seen(await look(app.workspace, wanted.current)))
        except AuditError as problem:
            set_seen(Seen(problem=problem))

    async def sync() -> None:
        if seen.planned is None:
            return
        try:
            done = await carry_out(app.workspace, asked, seen.planned)
        except AuditError as problem:
            set_seen(Seen(problem=problem))
            app.refresh()
            return
        came = len(done.incoming.add) + len(done.incoming.merge) + len(done.incoming.conflict)
        app.refresh()
        app.go(places.HOME, notice=("success", text.done(came, len(done.sent))))

    looking, syncing = use_doing(see), use_doing(sync)
    use_spoken(plan_spoken(seen.planned) if seen.planned and not looking.busy else "")

    def ask(now: Asked) -> None:
        wanted.current = now
        set_asked(now)
        set_seen(Seen())

    def change(how: Callable[[Asked], Asked]) -> None:
        ask(how(wanted.current))

    async def look_with(now: Asked) -> None:
        ask(now)
        await looking.run()

    async def accept(what: str) -> None:
        await look_with(replace(asked, accepted=(*asked.accepted, what)))

    if app.shows_demo:
        return page_frame(text.TITLE, empty_state(text.IN_DEMO, text.IN_DEMO_TEXT))
    busy = looking.busy or syncing.busy
    first: ButtonKind = "secondary" if _has_work(seen) else "primary"
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        place_part(app, asked, change),
        left(starter(text.LOOK_AGAIN if seen.planned else text.LOOK, looking, kind=first, disabled=syncing.busy)),
        *([ft.Container(key=part(f"outcome {looks}"))] if looks else []),
        *([working(text.LOOKING, looking)] if looking.busy else []),
        *([working(text.SYNCING, syncing, text.file_progress)] if syncing.busy else []),
        *(_problem(seen.problem, asked, look_with) if seen.problem and not busy else []),
        *(plan_part(app, seen.planned, accept) if seen.planned and not busy else []),
        *([_go_on(syncing.run, partial(set_seen, Seen()))] if _has_work(seen) and not busy else []),
        *([used_part(app, change)] if seen == Seen() and not busy and app.workspace.shared_places() else []),
        *([small(app.workspace.how_signed(app.settings.school.name))] if app.settings.school else []),
        back=(home_text.BACK, lambda: app.go(places.HOME)),
        show=f"outcome {looks}" if looks else "",
    )


def _last(app: AppContext) -> Asked:
    """Where it was last, as it was then."""
    known = app.workspace.shared_places()
    return Asked(address=known[0].address, share=known[0].share) if known else Asked()


def _has_work(seen: Seen) -> bool:
    return seen.planned is not None and not seen.planned.changes_nothing


def _go_on(apply: Action, cancel: Action) -> ft.Control:
    return button_row(button(text.APPLY, apply, kind="primary"), button(text.CANCEL, cancel, kind="quiet"))


def _problem(problem: AuditError, asked: Asked, look_with: Callable[[Asked], Awaitable[None]]) -> list[ft.Control]:
    """Where it happened, with what can be done about it here."""
    match problem:
        case FewerFilesError():
            go_on = left(button(text.FEWER, partial(look_with, replace(asked, accept_fewer=True))))
            return [notice("warning", problem.question, go_on, title=text.FEWER_TITLE, key="problem")]
        case LoginRefusedError(takes_password=True):
            refused = text.LOGIN_REFUSED if asked.login else text.LOGIN_WANTED  # files and variables are for commands
            return [notice("error", refused, title=text.PROBLEM, key="problem"), login_part(asked, look_with)]
        case _:
            return [notice("error", str(problem), title=text.PROBLEM, key="problem")]
