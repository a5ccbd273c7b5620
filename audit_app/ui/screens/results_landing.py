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
LOOKED_AT = 60
"""The last changed audits, for whether others have sent theirs."""


@component
def results_landing_screen(app: AppContext) -> ft.Control:
    shown, set_shown = ft.use_state(AT_A_TIME)
    found = finished_or_begun(app, shown + 1, answered=True) or finished_or_begun(app, shown + 1)
    if len(found) == 1:
        return ft.Container(results_screen(app, found[0].id), expand=True, key=found[0].id)
    others = any(one.school.name != _own_name(app) for one in app.workspace.audits(LOOKED_AT))
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


def finished_or_begun(app: AppContext, first: int, *, answered: bool = False) -> Sequence[Summary]:
    """The school's own, the last changed first; surveys once they are closed, for before that they say nothing."""
    name = _own_name(app)

    def is_wanted(one: Summary) -> bool:
        if one.received or (name and one.school.name != name):
            return False
        return one.status != "draft" if one.mode == "survey" else bool(one.answered) or not answered

    return app.workspace.audits(first, is_wanted)


def _own_name(app: AppContext) -> str:
    return app.settings.school.name if app.settings.school else ""


def more(found: int, shown: int, show: Action) -> list[ft.Control]:
    """The rest of a list of which one more than is shown was found; nothing where that is all."""
    if found <= shown:
        return []
    return [small(text.newest(shown)), left(button(text.SHOW_MORE, show))]


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
        ft.Row(
            [heading(name, 2), ft.Container(mark, padding=ft.Padding.only(top=theme.S + theme.XS))],
            wrap=True,
            spacing=12,
        ),
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
