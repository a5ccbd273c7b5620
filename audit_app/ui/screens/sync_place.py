"""Shared folder: which one, what goes there, and logging in where the place asks for it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import cast

import flet as ft

from audit_app.errors import AuditError
from audit_app.storage.protocol import SharedPlace
from audit_app.sync.sharing import Share
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.passphrase_field import passphrase_field
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.sync_work import Asked
from audit_app.ui.text import moments
from audit_app.ui.text import sync as text

Change = Callable[[Callable[[Asked], Asked]], None]
"""What is asked, made anew from what was asked last: that may not be drawn yet when the next tap comes."""
SHOWN = 5
"""Folders used before."""


@component
def place_part(app: AppContext, asked: Asked, change: Change) -> ft.Control:
    """`change` hears of every change; what was seen before is then no longer true.

    Nothing here changes its height with what is typed: whoever presses the button below leaves the field first.
    """

    def choose_share(share: str) -> None:
        change(lambda now: replace(now, share=cast("Share", share)))

    def name_place(typed: str) -> None:
        change(lambda now: at_place(app, now, typed))

    def shares() -> ft.Control:
        options = [Option(*one) for one in text.SHARES]
        return choice(text.SHARE, options, asked.share, choose_share, hint=text.SURVEYS_STAY)

    labels = {code: label for code, label, _ in text.SHARES}
    return stack(
        text_field(text.PLACE, asked.address, name_place, hint=text.PLACE_HINT),
        disclosure(text.puts(labels[asked.share]), shares) if app.workspace.shared_places() else shares(),
    )


@component
def used_part(app: AppContext, change: Change) -> ft.Control:
    """The folders that were used before."""

    def use(address: str) -> None:
        change(lambda now: at_place(app, now, address))

    def forget(address: str) -> None:
        app.workspace.forget_place(address)
        app.refresh()
        app.notify("success", text.forgotten(address))

    return panel(
        heading(text.BEFORE, 2),
        *(
            stack(
                paragraph(one.address),
                *([small(_last_time(app, one))] if one.synced else []),
                button_row(
                    button(text.USE, partial(use, one.address), name=text.use(one.address)),
                    button(text.FORGET, partial(forget, one.address), kind="quiet", name=text.forget(one.address)),
                ),
                space=theme.XS,
                key=one.address,
            )
            for one in app.workspace.shared_places()[:SHOWN]
        ),
    )


@component
def login_part(asked: Asked, log_in: Callable[[Asked], Awaitable[None]]) -> ft.Control:
    """The password is held here until it is used."""
    shown, show = ft.use_state(False)
    user = ft.use_ref(asked.user)
    password = ft.use_ref(asked.password)

    def keep_user(typed: str) -> None:
        user.current = typed

    def keep_password(typed: str) -> None:
        password.current = typed

    async def go_on() -> None:
        await log_in(replace(asked, user=(user.current or "").strip(), password=password.current or ""))

    return panel(
        heading(text.LOGIN, 3),
        paragraph(text.LOGIN_MEANS),
        text_field(text.USER, asked.user, keep_user),
        passphrase_field(text.SECRET, asked.password, keep_password, shown=shown, on_enter=go_on),
        checkbox(text.SHOW, shown, show),
        left(button(text.LOG_IN, go_on)),
    )


def at_place(app: AppContext, asked: Asked, typed: str) -> Asked:
    """The same at another address: as much is shared as there before, and no more than scores at a new one."""
    before, now = _remembered(app, asked.address), _remembered(app, typed)
    share: Share = now.share if now else "scores" if before else asked.share
    return replace(asked, address=typed.strip(), share=share, accepted=(), accept_fewer=False)


def _remembered(app: AppContext, address: str) -> SharedPlace | None:
    """Nothing for an address that is not one (yet)."""
    try:
        return app.workspace.shared_place(address)
    except AuditError:
        return None


def _last_time(app: AppContext, known: SharedPlace) -> str:
    return text.synced(moments.when(known.synced, app.workspace.today())) if known.synced else ""
