"""Surveys: the school's own, open ones first, each with how many have answered and what to do next."""

import flet as ft

from audit_app.responses.progress import Summary
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import ButtonKind, button, button_row
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import home as home_text
from audit_app.ui.text import surveys as text
from audit_app.workspace import OpenSurvey

AT_A_TIME = 10
"""Each is opened to see what is to be done."""


@component
def surveys_screen(app: AppContext) -> ft.Control:
    shown, set_shown = ft.use_state(AT_A_TIME)
    own = app.settings.school
    found = sorted(
        own_surveys(app), key=lambda one: (one.status != "draft", own is None or one.school.name != own.name)
    )
    begin = button(text.START, lambda: app.go(places.START_SURVEY), kind="primary")
    answer = button(text.ANSWER, lambda: app.go(places.ANSWER_SURVEY), kind="quiet")
    take_in = button(text.TAKE_IN, lambda: app.go(places.RESPONSES))
    if not found:
        return page_frame(text.TITLE, empty_state(text.NONE, text.NONE_TEXT, button_row(begin, answer)))
    open_now = [one for one in found[:shown] if one.status == "draft"]
    over = [one for one in found[:shown] if one.status != "draft"]
    more = left(button(text.SHOW_MORE, lambda: set_shown(shown + AT_A_TIME)))
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO, muted=True),
        button_row(begin, *([take_in] if open_now else []), answer),
        *([heading(text.OPEN_NOW)] if open_now else []),
        *(survey_card(app, one.id, key=one.id) for one in open_now),
        *([heading(text.OVER_NOW)] if over else []),
        *(survey_card(app, one.id, key=one.id) for one in over),
        *([more] if len(found) > shown else []),
    )


def own_surveys(app: AppContext, first: int | None = None) -> list[Summary]:
    """Those that were opened here, the most recently changed first."""
    return [*app.workspace.audits(first, is_own_survey)]


def is_own_survey(one: Summary) -> bool:
    """It has a page of its own; what others sent of theirs stands with their audits."""
    return one.mode == "survey" and not one.received


@component
def survey_card(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    one = app.workspace.survey(audit)
    name = home_text.called(
        app.workspace.questionnaire(one.questionnaire.id, one.questionnaire.version).title, one.audit.wave
    )
    if app.settings.school is None or one.audit.school.name != app.settings.school.name:
        name = f"{one.audit.school.name}: {name}"
    runs = not (one.closed or one.erased)
    to_do = to_be_done(one)
    counted = [] if one.erased else [paragraph(text.state(one.responses, one.terms.invited))]
    results = button(
        text.SEE_RESULTS,
        lambda: app.go(places.results(audit)),
        name=text.named(text.SEE_RESULTS, name),
    )

    def see(kind: ButtonKind) -> ft.Control:
        return button(text.SEE, lambda: app.go(places.survey(audit)), name=text.named(text.SEE, name), kind=kind)

    return panel(
        heading(name, 3),
        ft.Row([state_tag(one), *counted], wrap=True, spacing=theme.S + theme.XS),
        *([small(text.last_day(one.terms.closes))] if runs else []),
        *([notice("warning", to_do, title=text.TO_DO, live=False)] if to_do else []),
        button_row(*([results, see("quiet")] if one.closed and not one.erased else [see("secondary")])),
    )


def state_tag(one: OpenSurvey) -> ft.Control:
    if one.erased:
        return tag(text.ERASED)
    if one.closed:
        return tag(text.CLOSED, "success")
    return tag(text.PAST, "warning") if one.over else tag(text.OPEN, "info")


def to_be_done(one: OpenSurvey) -> str:
    """What the leader should do now, if anything."""
    if one.to_erase:
        return text.TO_ERASE
    return text.TO_CLOSE if one.over and not (one.closed or one.erased) else ""
