"""One questionnaire before it is answered: what it is about, its parts to read through, and files of it to hand on."""

import flet as ft

from audit_app.questionnaires.languages import language_name
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.own import MOST_OWN
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.files import save_file
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.screens.questionnaire_part import parts_of
from audit_app.ui.text import library as text
from audit_app.ui.text import own_items as own_text

SHORT_FINGERPRINT = 12


@component
def questionnaire_screen(app: AppContext, questionnaire: str) -> ft.Control:
    async def as_spreadsheet() -> None:
        await export(app, one, "xlsx")

    async def as_json() -> None:
        await export(app, one, "json")

    spreadsheet, json = use_doing(as_spreadsheet), use_doing(as_json)
    one = app.workspace.questionnaire(questionnaire)
    languages = app.workspace.languages(one.id)
    exports = button_row(starter(text.EXPORT, spreadsheet), starter(text.EXPORT_JSON, json, kind="quiet", key="json"))
    parts = [
        left(
            link(
                text.part(part.title, len(part.items)),
                lambda number=number: app.go(places.questionnaire_part(questionnaire, number)),
                key=str(number),
            )
        )
        for number, part in enumerate(parts_of(one), 1)
    ]
    return page_frame(
        one.title,
        paragraph(one.summary),
        paragraph(one.audience),
        small(text.SELF_AUDIT if one.mode == "self_audit" else text.SURVEY),
        small(text.about(len(one.items_by_id), one.minutes, one.version)),
        *([small(text.languages([language_name(code) for code in languages]))] if len(languages) > 1 else []),
        _start(app, one),
        heading(text.PARTS),
        small(text.PREVIEW),
        stack(*parts, space=theme.XS),
        *(_own(app, one) if one.mode == "self_audit" else []),
        heading(text.SHARE),
        paragraph(text.SHARE_TEXT, muted=True),
        exports,
        *(working(text.WORKING, one) for one in (spreadsheet, json) if one.busy),
        small(text.fingerprint(one.fingerprint[:SHORT_FINGERPRINT])),
        back=(text.BACK, lambda: app.go(places.LIBRARY)),
    )


def _own(app: AppContext, one: Questionnaire) -> list[ft.Control]:
    """A school's own questions; a survey asks none, because few enough answers to them could be recognised."""
    count = len(app.workspace.own_items(one.id))
    return [
        heading(own_text.TITLE),
        paragraph(own_text.OFFER, muted=True),
        *([small(own_text.count(count, MOST_OWN))] if count else []),
        left(button(own_text.OPEN, lambda: app.go(places.own_items(one.id)))),
    ]


def _start(app: AppContext, one: Questionnaire) -> ft.Control:
    survey = one.mode == "survey"
    word, there = (text.START_SURVEY, places.start_survey) if survey else (text.START, places.start)
    return left(button(word, lambda: app.go(there(one.id)), kind="primary", key="start"))


async def export(app: AppContext, one: Questionnaire, ending: str) -> None:
    """Offer it as a file, “xlsx” or “json”."""
    make = app.workspace.export_questionnaire if ending == "xlsx" else app.workspace.questionnaire_file
    content = await stoppable(make, one.id, one.version)
    name = f"{one.id}-{one.version}.{ending}"
    await save_file(text.EXPORT if ending == "xlsx" else text.EXPORT_JSON, name, content)
    app.notify("success", text.exported(name))
