"""Is it going quiet? The list of meetings that signs are read from: the latest first, each removed with a way back."""

from functools import partial
from typing import cast

import flet as ft

from audit_app.results.meetings import Meeting
from audit_app.results.momentum_model import Momentum
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, component, off_loop
from audit_app.ui.screens.momentum_record import record_form
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.text import meetings as text

AT_A_TIME = 6


@component
def meetings_panel(
    app: AppContext,
    found: Momentum | None,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`found` says how often they meet, where that is known."""
    gone, set_gone = ft.use_state(cast("Meeting | None", None))
    most, set_most = ft.use_state(AT_A_TIME)
    kept = app.workspace.meetings()
    rhythm = found.meetings if found else None

    async def remove(one: Meeting) -> None:
        set_gone(await off_loop(app.workspace.remove_meeting, one.id))
        app.refresh()

    async def put_back() -> None:
        if gone is not None:
            await off_loop(app.workspace.put_meeting_back, gone)
        set_gone(None)
        app.refresh()

    undo = [undo_notice(text.removed(gone), put_back, key=f"gone {gone.id}")] if gone else []
    today = app.workspace.today()
    return panel(
        heading(text.TITLE),
        paragraph(text.EXPLAINED),
        *([paragraph(text.rhythm(rhythm))] if rhythm else []),
        disclosure(text.RECORD, lambda: record_form(app), opened=not kept and found is not None, key="record"),
        *undo,
        *([] if kept or gone else [small(text.NONE)]),
        *(_line(one, partial(remove, one), planned=one.day > today) for one in kept[:most]),
        *([left(button(text.MORE, lambda: set_most(most + AT_A_TIME)))] if len(kept) > most else []),
        key="meetings",
    )


def _line(one: Meeting, remove: Action, *, planned: bool) -> ft.Control:
    return ft.Container(
        ft.Row(
            [
                ft.Container(
                    stack(
                        label(text.when(one, planned=planned)),
                        small(text.who(one.schools)),
                        *([paragraph(one.note, muted=True)] if one.note else []),
                        space=2,
                    ),
                    expand=True,
                ),
                button(text.REMOVE, remove, kind="quiet", name=text.remove(one), key="remove"),
            ],
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        border=ft.Border.only(left=ft.BorderSide(3, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
        key=one.id,
    )
