"""Shared folder: which one, what goes there, and logging in where the place asks for it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import cast

import flet as ft

from audit_app.errors import AuditError
from audit_app.storage.protocol import SharedPlace
from audit_app.sync.sharing import Share
from audit_app.ui.components.buttons import button
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.passphrase_field import passphrase_field
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.sync_work import Asked
from audit_app.ui.text import moments
from audit_app.ui.text import sync as text

Ask = Callable[[Asked], None]


@component
def place_part(app: AppContext, asked: Asked, ask: Ask) -> ft.Control:
    """`ask` hears of every change; what was seen before is then no longer true."""
    known = remembered(app, asked.address)

    def choose_place(address: str) -> None:
        there = remembered(app, address)
        share = there.share if there else asked.share
        ask(replace(asked, address=address.strip(), share=share, accepted=(), accept_fewer=False))

    def choose_share(share: str) -> None:
        ask(replace(asked, share=cast("Share", share)))

    others = [one for one in app.workspace.shared_places() if known is None or one.address != known.address]
    return stack(
        text_field(text.PLACE, asked.address, choose_place, hint=text.PLACE_HINT),
        *([small(_last_time(app, known))] if known and known.synced else []),
        *([small(text.BEFORE)] if others else []),
        *(
            left(button(one.address, partial(choose_place, one.address), name=text.use(one.address), key=one.address))
            for one in others[:5]
        ),
        choice(text.SHARE, [Option(*one) for one in text.SHARES], asked.share, choose_share, hint=text.SURVEYS_STAY),
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


def remembered(app: AppContext, address: str) -> SharedPlace | None:
    """Nothing for an address that is not one (yet)."""
    try:
        return app.workspace.shared_place(address)
    except AuditError:
        return None


def _last_time(app: AppContext, known: SharedPlace) -> str:
    return text.synced(moments.when(known.synced, app.workspace.today())) if known.synced else ""
