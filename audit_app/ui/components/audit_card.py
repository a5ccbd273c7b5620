"""One audit in a list: what it is, how far it has come, and the next step."""

from datetime import date, datetime

import flet as ft

from audit_app.responses.progress import Summary
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.panel import panel
from audit_app.ui.components.progress import progress
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import Go
from audit_app.ui.runtime import component, memo
from audit_app.ui.text import home as text
from audit_app.ui.text import moments


@memo
@component
def audit_card(
    one: Summary,
    own: bool,
    today: date,
    go: Go,
    first: bool = False,
    level: int = 3,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`own` leaves the school's name out; else it stands first, and the audit's below it.

    `first` is the one that somebody most likely came for; `level` is that of its heading.
    """
    name = text.called(one.title, one.wave)
    title = name if own else f"{one.school.name}: {name}"
    changed = text.changed(moments.when(datetime.fromisoformat(one.changed), today))
    step, place = next_step(one)
    return panel(
        ft.Row(
            [
                heading(name if own else one.school.name, level, name=title, looks=3),
                ft.Container(state(one), padding=ft.Padding.only(top=theme.XS)),
            ],
            wrap=True,
            spacing=12,
        ),
        *([] if own else [ft.Semantics(exclude_semantics=True, content=paragraph(name))]),  # the heading says it
        *([progress(text.ANSWERED, one.answered, one.items)] if one.status == "draft" else []),
        small(changed),
        button_row(
            button(step, lambda: go(place), name=text.next_step(step, title), kind="primary" if first else "secondary"),
            *([] if one.status == "draft" or one.received else [_plan(one, title, go)]),
        ),
    )


def _plan(one: Summary, title: str, go: Go) -> ft.Control:
    return button(text.PLAN, lambda: go(places.plan(one.id)), name=text.next_step(text.PLAN, title), kind="quiet")


def state(one: Summary) -> ft.Control:
    if one.received:
        return tag(text.RECEIVED)
    return tag(text.SUBMITTED, "success") if one.status == "submitted" else tag(text.DRAFT, "info")


def next_step(one: Summary) -> tuple[str, str]:
    """What to do next, and where."""
    if one.received or one.status == "submitted":
        return text.SEE_RESULTS, places.results(one.id)
    if one.answered == one.items:
        return text.CHECK, places.check(one.id)
    return text.CONTINUE if one.answered else text.BEGIN, places.audit(one.id)
