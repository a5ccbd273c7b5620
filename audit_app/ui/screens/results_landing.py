"""“Results” in the navigation: those of the only audit, or which one; closed surveys too."""

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from audit_app.responses.progress import Summary
from audit_app.ui import places, theme
from audit_app.ui.components.audit_card import state
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel, stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, component
from audit_app.ui.screens.results import results_screen
from audit_app.ui.text import home as home_text
from audit_app.ui.text import landing as text
from audit_app.ui.text import moments
from audit_app.ui.text import surveys as survey_text

AT_A_TIME = 10


@component
def results_landing_screen(app: AppContext) -> ft.Control:
    shown, set_shown = ft.use_state(AT_A_TIME)
    everything = app.workspace.audits()
    own = finished_or_begun(app, everything)
    found = [one for one in own if one.answered or one.mode == "survey"] or own
    if len(found) == 1:
        return ft.Container(results_screen(app, found[0].id), expand=True, key=found[0].id)
    others = len(own) < len(everything) and any(one.school.name != _own_name(app) for one in everything)
    elsewhere = [left(link(text.FROM_OTHERS, lambda: app.go(places.PARTNERSHIP)))] if others else []
    if not found:
        start = left(button(text.START, lambda: app.go(places.START), kind="primary"))
        return page_frame(text.RESULTS_TITLE, empty_state(text.RESULTS_NONE, text.RESULTS_NONE_TEXT, start), *elsewhere)
    return page_frame(
        text.RESULTS_TITLE,
        paragraph(text.RESULTS_INTRO, muted=True),
        stack(*(_card(app, one, key=one.id) for one in found[:shown])),
        *more(len(found), shown, lambda: set_shown(shown + AT_A_TIME)),
        *elsewhere,
    )


def finished_or_begun(app: AppContext, everything: Sequence[Summary]) -> list[Summary]:
    """The school's own, the last changed first; surveys once they are closed, for before that they say nothing."""
    name = _own_name(app)
    return [
        one
        for one in everything
        if not one.received
        and (not name or one.school.name == name)
        and (one.mode == "self_audit" or one.status != "draft")
    ]


def _own_name(app: AppContext) -> str:
    return app.settings.school.name if app.settings.school else ""


def more(total: int, shown: int, show: Action) -> list[ft.Control]:
    """How much of the list is there, and the rest; nothing where all of it is."""
    if total <= shown:
        return []
    return [small(text.shown(shown, total)), left(button(text.SHOW_MORE, show))]


@component
def _card(
    app: AppContext,
    one: Summary,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    name = home_text.called(one.title, one.wave)
    survey = one.mode == "survey"
    mark = tag(survey_text.CLOSED, "success") if survey else state(one)
    far = (
        small(survey_text.state(one.responses or 0, one.invited or 0))
        if survey
        else progress(home_text.ANSWERED, one.answered, one.items)
        if one.status == "draft"
        else None
    )
    changed = home_text.changed(moments.when(datetime.fromisoformat(one.changed), app.workspace.today()))
    return panel(
        ft.Row([heading(name, 2), ft.Container(mark, padding=ft.Padding.only(top=theme.XS))], wrap=True, spacing=12),
        *([far] if far else []),
        small(changed),
        left(
            button(
                text.SEE_RESULTS,
                lambda: app.go(places.results(one.id)),
                name=home_text.next_step(text.SEE_RESULTS, name),
            )
        ),
    )
