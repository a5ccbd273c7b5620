"""Starting a survey: what is asked, whom, until when, and what they are told before they begin."""

from collections.abc import Callable

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import School
from audit_app.responses.wave import term_of
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_made_ref, use_made_state
from audit_app.ui.screens.survey_form import Form, days_part, groups_part, look_again, notice_part
from audit_app.ui.screens.survey_terms import Errors, TermsFields, first_fields, read_terms
from audit_app.ui.screens.surveys import own_surveys
from audit_app.ui.text import start as start_text
from audit_app.ui.text import surveys as text

NONE_WRONG: Errors = {}


@component
def start_survey_screen(app: AppContext, questionnaire: str = "") -> ft.Control:
    back = (text.BACK, lambda: app.go(places.SURVEYS))
    offered = [one for one in app.workspace.questionnaires() if one.mode == "survey"]
    school = app.settings.school
    if school is None:
        to_profile = left(button(start_text.TO_PROFILE, lambda: app.go(places.WELCOME), kind="primary"))
        return page_frame(
            text.START, empty_state(start_text.SCHOOL_FIRST, text.SCHOOL_FIRST_TEXT, to_profile), back=back
        )
    if not offered:
        return page_frame(text.START, empty_state(text.NONE, text.NO_QUESTIONNAIRE), back=back)
    return _start_screen(app, tuple(offered), school, questionnaire)


@component
def _start_screen(app: AppContext, offered: tuple[Questionnaire, ...], school: School, wanted: str) -> ft.Control:
    today = app.workspace.today()
    chosen, set_chosen = ft.use_state(next((one.id for one in offered if one.id == wanted), offered[0].id))
    wave, set_wave = ft.use_state(term_of(today))
    typed_wave: ft.MutableRef[str] = ft.use_ref(wave)
    errors, set_errors = use_wrong(NONE_WRONG)
    asked = next(one for one in offered if one.id == chosen)
    form = use_form(lambda: first_fields(asked.title, school.name, app.settings.person, today), errors)

    def choose(code: str) -> None:
        """The draft of the purpose goes along, unless somebody changed it."""
        draft, new = (text.draft_purpose(one.title) for one in (asked, next(one for one in offered if one.id == code)))
        if form.latest().purpose == draft:
            form.form.keeps("purpose")(new)
        set_chosen(code)

    def name_round(words: str) -> None:
        typed_wave.current = words
        set_wave(words)

    def begin() -> None:
        named = (typed_wave.current or "").strip()
        terms, wrong = read_terms(form.latest(), today)
        set_errors({**wrong, **({} if named else {"wave": text.WAVE_NEEDED})})
        if terms is not None and named:
            audit = app.workspace.open_survey(chosen, named, school, terms)
            app.refresh()
            app.go(places.survey(audit), notice=("success", text.opened(asked.title, named)))

    wrong_wave = errors.get("wave", "")
    options = [Option(one.id, one.title, f"{one.audience} {_about(one)}") for one in offered]
    same = [one for one in own_surveys(app, 200) if one.questionnaire == chosen and one.wave == wave.strip()]
    return page_frame(
        text.START,
        choice(text.WHICH, options, chosen, choose, key="which"),
        text_field(text.WAVE, wave, name_round, hint=text.WAVE_HINT, error=wrong_wave, limit=80, width=360, key="wave"),
        *([small(text.already(wave.strip()))] if same else []),
        *groups_part(form.form),
        *days_part(form.form),
        *notice_part(form.form),
        *look_again(errors, form.form.fields),
        left(button(text.OPEN_SURVEY, begin, kind="primary", key="open")),
        back=(text.BACK, lambda: app.go(places.SURVEYS)),
    )


def _about(one: Questionnaire) -> str:
    statements = all(item.kind in ("level", "note") for item in one.items)
    questions = [item for item in one.items if item.kind != "note"]
    return start_text.about(len(questions), one.minutes, statements=statements, always=True)


class FormState:
    """The form as drawn, and what was typed last, which may not be drawn yet."""

    def __init__(self, form: Form, latest: Callable[[], TermsFields]) -> None:
        self.form = form
        self.latest = latest


def use_form(make: Callable[[], TermsFields], errors: Errors, *, running: bool = False) -> FormState:
    """A hook."""
    fields, set_fields = use_made_state(make)
    latest = use_made_ref(make)

    def change(how: Callable[[TermsFields], TermsFields]) -> None:
        latest.current = how(latest.current or fields)
        set_fields(latest.current)

    return FormState(Form(fields, errors, change, running), lambda: latest.current or fields)
