"""Submitting, what comes after it, and reopening with a reason."""

from collections.abc import Callable
from typing import Any, cast

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.keys import CTRL_ENTER, left_alone, typing_begins, use_keys
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, handler, off_loop, use_effect
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.check_lists import contested_items
from audit_app.ui.text import check as text
from audit_app.workspace import OpenAudit


@component
def submit_part(
    app: AppContext,
    audit: str,
    blocked: str,
    submitted: Callable[[], None],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`blocked` is what stands in the way, if anything; `submitted` is told that it was done here."""

    async def submit() -> None:
        await off_loop(app.workspace.submit, audit)
        submitted()
        app.refresh()
        app.notify("success", text.JUST_SUBMITTED)

    submitting = use_doing(submit)
    use_keys({} if blocked else {CTRL_ENTER: submitting.run})
    return panel(
        heading(text.SUBMIT_TITLE),
        paragraph(blocked or text.SUBMIT_MEANS),
        left(button(text.SUBMIT, submitting.run, kind="primary", disabled=bool(blocked))),
    )


def why_not(asked: Asked, *, wrong: bool, unkept: bool) -> str:
    """What stands in the way of submitting; empty when nothing does. Missing answers don't, but for required ones."""
    if unkept:
        return text.SUBMIT_UNKEPT
    if contested_items(asked):
        return text.SUBMIT_BLOCKED
    if not asked.answered:
        return text.NOTHING_TO_SUBMIT
    return text.SUBMIT_WRONG if wrong else ""


@component
def what_next(
    app: AppContext,
    audit: str,
    *,
    lands: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Three ways on from a submitted audit. Who submitted it here has the keyboard at the first: the button went."""
    planned = bool(app.workspace.plan(audit).priorities)
    ways = (
        (text.RESULTS, text.RESULTS_MEANS, places.results(audit)),
        (text.OPEN_PLAN if planned else text.MAKE_PLAN, text.PLAN_MEANS, places.plan(audit)),
        (text.SHARE, text.SHARE_MEANS, places.share(audit)),
    )
    shown = [_way(app, name, place, first=not at) for at, (name, _, place) in enumerate(ways)]
    _use_landing(shown[0], lands=lands)
    means = [paragraph(one, muted=True) for _, one, _ in ways]
    return panel(
        heading(text.WHAT_NEXT),
        stack(*[stack(left(way), one, space=theme.XS) for way, one in zip(shown, means, strict=True)]),
    )


@component
def go_on(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Back to the statements, for who reopened the audit here. The keyboard comes along, or it would be at “Submit”."""
    way = button(text.CHANGE, lambda: app.go(places.audit(audit)), kind="primary")
    _use_landing(way, lands=True)
    return left(way)


@component
def reopen_part(
    app: AppContext,
    audit: str,
    reopened: Callable[[], None],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """The reason stays in the field until the answers are open again; then `reopened` is told."""
    reason: Any = ft.use_ref("")
    wrong, set_wrong = use_wrong("")

    def typed(event: ft.Event[ft.TextField]) -> None:
        reason.current = event.control.value or ""

    async def reopen() -> None:
        if not reason.current.strip():
            set_wrong(text.NO_REASON)
            return
        set_wrong("")
        await off_loop(app.workspace.reopen, audit, reason.current)
        reopened()
        app.refresh()
        app.notify("success", text.REOPENED)

    reopening = use_doing(reopen)
    field = ft.TextField(
        value=reason.current,
        error=wrong or None,
        multiline=True,
        min_lines=2,
        max_lines=6,
        max_length=None,
        on_change=handler(typed),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone()),
    )
    dress(field)
    return stack(
        heading(text.REOPEN_TITLE),
        named_field(text.REASON, text.REASON_HINT, field),
        left(button(text.REOPEN, reopening.run)),
    )


def earlier_submissions(opened: OpenAudit) -> list[ft.Control]:
    """Those that were reopened, with the reason; the newest first."""
    reopened = [one for one in reversed(opened.submissions) if one.reopened is not None]
    if not reopened:
        return []
    said = [text.earlier(one.by, one.at.astimezone(), one.reopened or "") for one in reopened]
    return [heading(text.EARLIER), ft.Container(bullets(*said), padding=ft.Padding.only(bottom=theme.S))]


def _use_landing(way: ft.Control, *, lands: bool) -> None:
    """A hook: at first, the keyboard goes to this button. Its `autofocus` would leave it where it was."""

    async def land() -> None:
        if lands:
            await cast("ft.FilledButton", way).focus()  # type: ignore[no-untyped-call]

    use_effect(land, [])


def _way(app: AppContext, name: str, place: str, *, first: bool) -> ft.Control:
    if first:
        return button(name, lambda: app.go(place), kind="primary", key=place)
    return link(name, lambda: app.go(place), key=place)
