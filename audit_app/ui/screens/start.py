"""Start: which questionnaire, and which round."""

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.progress import Summary
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
from audit_app.ui.runtime import component
from audit_app.ui.text import home as home_text
from audit_app.ui.text import offers
from audit_app.ui.text import start as text

FIRST = "partnership-health"
"""What most people come for."""
EMPTY = "-"
"""The code of the choice to begin without answers; no audit's id."""
OFFERED = 3
"""Earlier audits to begin with; what is older is too old."""


@component
def start_screen(app: AppContext, questionnaire: str = "") -> ft.Control:
    offered = [one for one in app.workspace.questionnaires() if one.mode == "self_audit"]
    offered.sort(key=lambda one: one.id != FIRST)
    chosen, choose = ft.use_state(next((one.id for one in offered if one.id == questionnaire), offered[0].id))
    wave, set_wave = ft.use_state(term_of(app.workspace.today()))
    error, set_error = use_wrong("")
    source, set_source = ft.use_state("")  # an earlier audit, EMPTY, or nothing chosen yet
    back = (home_text.BACK, lambda: app.go(places.HOME))
    school = app.settings.school
    earlier = ft.use_memo(
        lambda: app.workspace.earlier_audits(chosen, school) if school else (), [chosen, school, app.revision]
    )
    if school is None:
        to_profile = left(button(text.TO_PROFILE, lambda: app.go(places.WELCOME), kind="primary"))
        return page_frame(text.TITLE, empty_state(text.SCHOOL_FIRST, text.SCHOOL_FIRST_TEXT, to_profile), back=back)

    begins = beginnings(earlier, wave)
    begin = source if source in {one.code for one in begins} else begins[0].code

    def start() -> None:
        set_error("" if wave.strip() else text.WAVE_NEEDED)
        if wave.strip():
            carry_from = None if begin == EMPTY else begin
            app.go(places.audit(app.workspace.start_audit(chosen, wave, school, carry_from)))

    same = [
        one
        for one in app.workspace.audits(200)
        if one.questionnaire == chosen and one.school.name == school.name and one.wave == wave.strip()
    ]
    options = [Option(one.id, one.title, f"{one.audience} {_about(one)}") for one in offered]
    return page_frame(
        text.TITLE,
        choice(text.WHICH, options, chosen, choose),
        text_field(text.WAVE, wave, set_wave, hint=text.WAVE_HINT, error=error, limit=80, width=360, key="wave"),
        *([small(text.already(wave.strip()))] if same else []),
        *(
            [choice(offers.BEGIN_WITH, begins, begin, set_source, hint=offers.BEGIN_HINT, key=f"begin {chosen}")]
            if len(begins) > 1
            else []
        ),
        left(button(text.START, start, kind="primary")),
        back=back,
    )


def beginnings(earlier: Sequence[Summary], wave: str) -> list[Option]:
    """The answers of the last rounds that have some, the most recently changed first; and none at the end."""
    found = [one for one in earlier if one.answered and one.wave != wave.strip()][:OFFERED]
    return [
        *(
            Option(
                one.id,
                offers.begin_with(one.wave),
                offers.begin_with_means(one.answered, one.items, datetime.fromisoformat(one.changed).date()),
            )
            for one in found
        ),
        Option(EMPTY, offers.BEGIN_EMPTY, offers.BEGIN_EMPTY_MEANS),
    ]


def _about(one: Questionnaire) -> str:
    asked = [item for item in one.items if item.kind != "note"]
    conditions = [*(section.visible_if for section in one.sections), *(item.visible_if for item in asked)]
    always = all(condition is None for condition in conditions)
    statements = all(item.kind == "level" for item in asked)
    return text.about(len(asked), one.minutes, statements=statements, always=always)
