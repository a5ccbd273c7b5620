"""The page of a survey: how many have answered, never what; the ways to answer; closing it; erasing it."""

from functools import partial

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.confirm import Ask, use_confirm
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.files import save_file
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.screens.share import file_name
from audit_app.ui.screens.surveys import state_tag, to_be_done
from audit_app.ui.text import respondent as respondent_text
from audit_app.ui.text import surveys as text
from audit_app.workspace import OpenSurvey


@component
def survey_screen(app: AppContext, audit: str) -> ft.Control:
    ask = use_confirm()
    one = app.workspace.survey(audit)
    runs = not (one.closed or one.erased)
    title = app.workspace.questionnaire(one.questionnaire.id, one.questionnaire.version).title
    return page_frame(
        title,
        small(f"{one.audit.school.name} · {one.audit.wave}"),
        _state(one),
        *_to_do(app, one, ask),
        *([_ways(app, one, key="ways")] if runs and not one.over else []),
        *([notice("info", text.ERASED_TEXT, live=False, key="erased")] if one.erased else _rates(one)),
        *([_end(app, one, ask)] if runs else []),
        *([_results(app, audit)] if one.closed and not one.erased else []),
        *([] if one.erased else [_keeping(app, one, ask)]),
        disclosure(text.NOTICE_GIVEN, partial(_notice, one), key="notice"),
        back=(text.BACK, lambda: app.go(places.SURVEYS)),
        tab=f"{title}, {one.audit.wave}",
    )


def _state(one: OpenSurvey) -> ft.Control:
    """With how many answered, while what to do now stands between it and the counts."""
    runs = not (one.closed or one.erased)
    said = [small(text.state(one.responses, one.terms.invited))] if runs else []
    return ft.Row([state_tag(one), *said], wrap=True, spacing=theme.S + theme.XS, run_spacing=theme.XS)


def _to_do(app: AppContext, one: OpenSurvey, ask: Ask) -> list[ft.Control]:
    said = to_be_done(one)
    if not said:
        return []
    erase = [left(button(text.ERASE, partial(_ask_to_erase, app, one, ask), kind="danger", key="erase-now"))]
    return [notice("warning", said, *(erase if one.to_erase else []), title=text.TO_DO, live=False, key="to-do")]


def _rates(one: OpenSurvey) -> list[ft.Control]:
    """Counts for each group; more may have answered than were asked."""
    bars = [
        progress(
            group.group.title,
            min(group.responses, group.group.invited),
            group.group.invited,
            words=text.rate(group.responses, group.group.invited),
        )
        for group in one.groups
    ]
    total = progress(
        text.ALL,
        min(one.responses, one.terms.invited),
        one.terms.invited,
        words=text.rate(one.responses, one.terms.invited),
    )
    return [
        heading(text.ANSWERED),
        panel(*([] if len(bars) == 1 else bars), total, key="rates"),
        *([small(text.COUNTS_ONLY)] if not one.closed else []),
    ]


@component
def _ways(
    app: AppContext,
    one: OpenSurvey,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    audit = one.audit.id

    async def invite() -> None:
        name = file_name(text.INVITATION_NAME, one.audit.school.name, one.audit.wave)
        await save_file(text.INVITE, name, await off_loop(app.workspace.invite, audit))
        app.notify("success", text.invitation_saved(name))

    inviting = use_doing(invite)
    return stack(
        heading(text.WAYS),
        panel(
            paragraph(text.HAND_OVER_MEANS),
            left(button(text.HAND_OVER, lambda: app.go(places.hand_over(audit)), kind="primary", key="hand-over")),
        ),
        panel(
            paragraph(text.INVITE_MEANS),
            button_row(
                button(text.INVITE, inviting.run, key="invite"),
                button(text.TAKE_IN, lambda: app.go(places.RESPONSES), key="take-in"),
            ),
        ),
    )


def _end(app: AppContext, one: OpenSurvey, ask: Ask) -> ft.Control:
    audit = one.audit.id

    async def close() -> None:
        await off_loop(app.workspace.close_survey, audit)
        app.refresh()
        app.notify("success", text.CLOSED_NOW)

    few = text.too_few(one.terms.minimum) if one.responses < one.terms.minimum else ""
    means = f"{few} {text.CLOSE_MEANS}".strip()
    return panel(
        heading(text.END),
        paragraph(text.last_day(one.terms.closes)),
        paragraph(text.CLOSE_TEXT),
        button_row(
            button(
                text.CLOSE,
                lambda: ask(text.CLOSE_TITLE, means, text.CLOSE_AGREE, close, danger=True),
                kind="primary" if one.over else "secondary",
                key="close",
            ),
            button(text.CHANGE, lambda: app.go(places.survey_terms(audit)), kind="quiet", key="change"),
        ),
        key="end",
    )


def _results(app: AppContext, audit: str) -> ft.Control:
    return panel(
        heading(text.RESULTS),
        paragraph(text.RESULTS_TEXT),
        left(button(text.SEE_RESULTS, lambda: app.go(places.results(audit)), kind="primary", key="results")),
        key="results",
    )


def _keeping(app: AppContext, one: OpenSurvey, ask: Ask) -> ft.Control:
    erase = button(text.ERASE, partial(_ask_to_erase, app, one, ask), key="erase")
    offered = one.responses and not one.to_erase
    return panel(
        heading(text.KEEPING),
        paragraph(text.kept_until(one.terms.erase_after)),
        *([left(erase)] if offered else []),
        key="keeping",
    )


def _ask_to_erase(app: AppContext, one: OpenSurvey, ask: Ask) -> None:
    async def erase() -> None:
        await off_loop(app.workspace.erase_survey, one.audit.id)
        app.refresh()
        app.notify("success", text.ERASED_NOW)

    ask(text.ERASE_TITLE, text.ERASE_MEANS, text.ERASE_AGREE, erase, danger=True)


def _notice(one: OpenSurvey) -> ft.Control:
    terms = one.terms
    told = (
        (text.PURPOSE, terms.purpose),
        (text.CONTROLLER, terms.controller),
        (text.READERS, f"{terms.readers} {respondent_text.smallest_group(terms.minimum)}"),
        (text.DAYS, respondent_text.until(terms.closes, terms.erase_after)),
    )
    return stack(*(stack(label(title), paragraph(words), space=4) for title, words in told))
