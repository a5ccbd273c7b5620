"""The way round the demo partnership: six places in the order in which one meets them, each with a sentence or two."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.panel import stack
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import helping as text
from audit_app.ui.text import home

if TYPE_CHECKING:
    from audit_app.workspace import Workspace

FIRST = 0
LOOKED_AT = 60
"""Audits; the demo has 55."""


def stops(workspace: "Workspace") -> tuple[tuple[str, str], ...]:
    """Each stop's name and address; what the demo does not have (any more) is left out."""
    return tuple(_stops(workspace))


def _stops(workspace: "Workspace") -> Iterator[tuple[str, str]]:
    school = workspace.settings().school
    own = [one for one in workspace.audits(LOOKED_AT) if school is None or one.school.name == school.name]
    audits = [one for one in own if one.mode == "self_audit"]
    drafts = [one.id for one in audits if one.status == "draft"]
    planned = [one.id for one in audits if one.status != "draft" and workspace.plan(one.id).priorities]
    surveys = [one.id for one in own if one.mode == "survey" and one.status != "draft"]
    yield "home", places.HOME
    if drafts:
        yield "audit", places.audit(drafts[0])
    if planned:
        yield "results", places.results(planned[0])
        yield "plan", places.plan(planned[0])
    if surveys:
        yield "survey", places.results(surveys[0])
    yield "partnership", places.PARTNERSHIP
    yield "end", places.HOME


def _abreast(said: ft.Control, *buttons: ft.Control) -> ft.Control:
    """Lower than below each other, and no line is too long to read."""
    beside = ft.Row([*buttons], spacing=theme.S, tight=True)
    return ft.Row(
        [ft.Container(said, expand=True), beside], spacing=theme.L, vertical_alignment=ft.CrossAxisAlignment.CENTER
    )


@component
def tour_bar(
    app: AppContext,
    at: int,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Stays in its place from stop to stop, and with it the focus on “Next stop”."""
    found = ft.use_memo(lambda: stops(app.workspace), [])
    at = min(at, len(found) - 1)
    last = at == len(found) - 1
    title, words = text.TOUR_STOPS[found[at][0]]

    def to(number: int) -> None:
        app.show_stop(number)
        app.go(found[number][1])

    def leave() -> None:
        app.show_stop(None)
        app.leave_demo()
        app.refresh()
        app.go(places.HOME)

    said = ft.Semantics(
        container=True,
        live_region=True,
        content=ft.Column(
            tight=True,
            spacing=theme.XS,
            controls=[
                ft.Text(text.stop(at + 1, len(found), title), theme_style=theme.SMALL_LABEL, color=theme.TEXT),
                ft.Text(words, theme_style=theme.BODY, color=theme.TEXT),
            ],
        ),
    )
    back = button(text.TOUR_BACK, lambda: to(at - 1), disabled=at == 0, key="back")
    on = button(
        home.LEAVE_DEMO if last else text.TOUR_NEXT,
        leave if last else lambda: to(at + 1),
        kind="primary",
        autofocus=True,
        key="on",
    )
    end = button(text.TOUR_STAY if last else text.TOUR_END, lambda: app.show_stop(None), kind="quiet", key="end")
    return ft.Container(
        bgcolor=theme.WARNING_GROUND,
        border=theme.edge(),
        padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.S),
        content=_abreast(said, on, back, end) if app.wide else stack(said, button_row(on, back, end), space=theme.S),
    )
