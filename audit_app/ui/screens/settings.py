"""Settings: who is at the keyboard, and how the app looks."""

from typing import Any

import flet as ft

from audit_app.language import speakable
from audit_app.questionnaires.languages import language_name
from audit_app.responses.model import School
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button_row, link
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.school_form import school_form
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, component
from audit_app.ui.screens.letterhead import letterhead_part
from audit_app.ui.screens.look_around import look_around
from audit_app.ui.text import data as data_text
from audit_app.ui.text import known_keys as keys_text
from audit_app.ui.text import school as school_text
from audit_app.ui.text import settings as text


@component
def settings_screen(app: AppContext) -> ft.Control:
    settings = app.settings

    def keep(name: str, read: Any = str) -> Action:
        return lambda value: app.keep_settings(**{name: read(value)})

    def keep_school(school: School, person: str) -> None:
        app.keep_settings(school=school, person=person)
        app.notify("success", school_text.SAVED)

    return page_frame(
        text.TITLE,
        button_row(
            link(data_text.LINK, lambda: app.go(places.DATA)),
            link(text.SHARED_FOLDER, lambda: app.go(places.SYNC)),
            link(keys_text.TITLE, lambda: app.go(places.KEYS)),
            link(text.HELP, lambda: app.go(places.HELP)),
            space=theme.L,
        ),
        heading(text.YOU),
        school_form(settings.school, settings.person, school_text.SAVE, keep_school),
        letterhead_part(app),
        heading(text.LOOK),
        choice(
            text.TEXT_SIZE,
            [Option(str(size), text.text_size(size)) for size in theme.TEXT_SIZES],
            str(settings.text_size),
            keep("text_size", int),
        ),
        choice(
            text.COLOURS,
            [Option(code, label) for code, label in text.COLOUR_CHOICES],
            settings.theme,
            keep("theme"),
        ),
        heading(text.LANGUAGE),
        _language(app, keep("language")),
        paragraph(text.KEPT, muted=True),
        *([] if app.shows_demo else [heading(text.DEMO), look_around(app)]),
    )


def _language(app: AppContext, keep: Action) -> ft.Control:
    """What there is to choose from: only languages in which something can be read."""
    spoken = speakable()
    codes = tuple(dict.fromkeys((*app.workspace.languages(), *spoken)))
    if len(codes) == 1:
        return paragraph(text.ONLY_ENGLISH)
    chosen = app.settings.language if app.settings.language in codes else spoken[0]
    options = [Option(code, language_name(code)) for code in codes]
    hint = text.LANGUAGE_HINT if len(spoken) == 1 else f"{text.LANGUAGE_HINT} {text.FROM_THE_NEXT_START}"
    return choice(text.LANGUAGE, options, chosen, keep, show_name=False, hint=hint, key="language")
