"""The device is in a colleague's hands: the survey alone, in every window, at every address."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

import flet as ft

from audit_app.responses.model import Answer
from audit_app.ui import places, theme
from audit_app.ui.components.beside import main_content
from audit_app.ui.components.buttons import button
from audit_app.ui.components.files import save_file
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.handing import HandedOver
from audit_app.ui.runtime import component, off_loop, use_effect
from audit_app.ui.screens.respondent import HandIn, respondent
from audit_app.ui.screens.respondent_sitting import Asking
from audit_app.ui.screens.take_back import take_back_page
from audit_app.ui.session import Session
from audit_app.ui.text import common
from audit_app.ui.text import respondent as text


@component
def handed_over_screen(session: Session, to_answer: HandedOver) -> ft.Control:
    """The way out stands outside of what could fail, and not beside what a colleague has on the screen."""
    app, said = session.app, session.message
    sits, set_sits = ft.use_state(False)
    leaves, set_leaves = ft.use_state(False)
    use_effect(session.arrived, [sits])  # what was said to one is not for the next
    there = places.survey(to_answer.survey) if to_answer.survey else places.SURVEYS

    def leave() -> None:
        if app.handing.has_code:
            set_leaves(True)
        else:
            take_back("")

    def take_back(code: str) -> bool:
        done = app.handing.take_back(code)
        if done:
            app.go(there)
        return done

    content = (
        take_back_page(app.handing, take_back, lambda: set_leaves(False))
        if leaves
        else _survey(app, to_answer, set_sits, key="survey")
    )
    out = (
        [] if sits or leaves else [button(text.TAKE_BACK if app.handing.has_code else text.LEAVE, leave, kind="quiet")]
    )
    return ft.Column(
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            _top(out),
            *([notice(said.kind, said.text, on_dismiss=session.dismiss, key=f"notice {said.number}")] if said else []),
            main_content(content),
        ],
    )


def _top(out: list[ft.Control]) -> ft.Control:
    """The name of the app, and nowhere to go."""
    name = ft.Text(common.APP_NAME, theme_style=ft.TextThemeStyle.TITLE_LARGE, color=theme.PRIMARY)
    return ft.Container(
        key="top",
        bgcolor=theme.CARD,
        border=ft.Border.only(bottom=ft.BorderSide(1, theme.FAINT_LINE)),
        padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.XS),
        content=ft.Row(
            [name, *(out or [ft.Container(height=theme.TARGET)])], alignment=ft.MainAxisAlignment.SPACE_BETWEEN
        ),
    )


@component
def _survey(
    app: AppContext,
    to_answer: HandedOver,
    on_sitting: Callable[[bool], None],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    asking, hand_in = _to_ask(app, to_answer)
    if hand_in is None:
        return page_frame(text.OVER, paragraph(text.OVER_TEXT), tab=text.TAB)
    return respondent(app, asking, hand_in, on_sitting)


def _to_ask(app: AppContext, to_answer: HandedOver) -> tuple[Asking, HandIn | None]:
    """What is asked, and how it is handed in, while anything still can be."""
    if to_answer.invitation is not None:
        opened = to_answer.invitation
        wave, terms = opened.invitation.wave, opened.invitation.terms
        asking = Asking(opened.questionnaire, terms, wave.school.name, wave.wave, on_file=True)
        is_open = app.workspace.today() <= terms.closes
        return asking, partial(_as_a_file, app, to_answer) if is_open else None
    survey = app.workspace.survey(to_answer.survey)
    audit = survey.audit
    asked = app.workspace.questionnaire(audit.questionnaire.id, audit.questionnaire.version)
    asking = Asking(asked, survey.terms, audit.school.name, audit.wave, on_file=False)
    is_open = not (survey.closed or survey.erased or survey.over)
    return asking, partial(_into_the_survey, app, to_answer.survey) if is_open else None


async def _into_the_survey(
    app: AppContext, survey: str, group: str, answers: Mapping[str, Answer], comments: Mapping[str, str]
) -> None:
    await off_loop(app.workspace.hand_in, survey, group, answers, comments)


async def _as_a_file(
    app: AppContext, to_answer: HandedOver, group: str, answers: Mapping[str, Answer], comments: Mapping[str, str]
) -> Callable[[], Awaitable[object]]:
    opened = to_answer.invitation
    assert opened is not None  # noqa: S101  the caller looked
    content = await off_loop(app.workspace.respond, opened, group, answers, comments)

    async def save() -> None:
        await save_file(text.SAVE_TITLE, text.RESPONSE_NAME, content, answering=True)

    await save()
    return save
