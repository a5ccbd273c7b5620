"""Library: the questionnaires that ship and the school's own, what each asks, how long it takes and who it is for."""

import re

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.files import save_file
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.text import governors_pdf as paper_text
from audit_app.ui.text import library as text
from audit_app.ui.text import tables_out as saved


@component
def library_screen(app: AppContext) -> ft.Control:
    workspace = app.workspace
    found = workspace.questionnaires()
    own = [one for one in found if not workspace.is_shipped(one.id)]
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO, muted=True),
        *(
            notice("warning", said, title=text.UNREADABLE, live=False, key=name)
            for name, said in workspace.unreadable_questionnaires()
        ),
        left(button(text.IMPORT, lambda: app.go(places.IMPORT_QUESTIONNAIRE))),
        heading(text.SHIPPED),
        *(_card(app, one, key=one.id) for one in found if workspace.is_shipped(one.id)),
        heading(text.OWN),
        *(_card(app, one, key=one.id) for one in own),
        *([] if own else [empty_state(text.NONE_OWN, text.NONE_OWN_TEXT, level=3)]),
    )


@component
def _card(
    app: AppContext,
    one: Questionnaire,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    async def on_paper() -> None:
        content = await stoppable(app.workspace.blank_paper, one.id, one.version)
        name = f"{one.id}-{one.version}.pdf"
        await save_file(text.SAVE_PAPER, name, content)
        app.notify("success", saved.done(name))

    printing = use_doing(on_paper)
    read = button(text.READ, lambda: app.go(places.questionnaire(one.id)), name=f"{text.READ}: {one.title}")
    survey = one.mode == "survey"
    begin, there = (text.START_SURVEY, places.start_survey) if survey else (text.START, places.start)
    start = button(begin, lambda: app.go(there(one.id)), name=f"{begin}: {one.title}")
    paper = starter(text.PRINT, printing, kind="quiet", name=f"{text.PRINT}: {one.title}")
    return panel(
        heading(one.title, 3),
        paragraph(first_sentence(one.summary)),
        small(text.SURVEY if survey else text.SELF_AUDIT),
        small(text.about(len(one.items_by_id), one.minutes, one.version)),
        button_row(read, start, paper),
        *([working(paper_text.MAKING, printing)] if printing.busy else []),
    )


def first_sentence(words: str) -> str:
    """What it is about; the rest stands where it is read through."""
    return re.split(r"(?<=[.?!])\s", words.strip(), maxsplit=1)[0]
