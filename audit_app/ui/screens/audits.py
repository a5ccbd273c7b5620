"""Audits: every one in the data folder, found by words, some at a time."""

from collections.abc import Sequence

import flet as ft

from audit_app.responses.progress import Summary
from audit_app.ui import places
from audit_app.ui.components.audit_card import audit_card
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, stack
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.surveys import is_own_survey
from audit_app.ui.text import home as text

AT_A_TIME = 12


@component
def audits_screen(app: AppContext) -> ft.Control:
    words, set_words = ft.use_state("")
    shown, set_shown = ft.use_state(AT_A_TIME)
    found = [one for one in _all_or_enough(app, words, shown) if matches(one, words)]
    school = app.settings.school
    start = button(text.START, lambda: app.go(places.START), kind="primary")
    bring_in = button(text.IMPORT, lambda: app.go(places.IMPORT))
    if not found and not words:
        return page_frame(
            text.AUDITS_TITLE, empty_state(text.NOTHING_YET, text.NOTHING_YET_TEXT, button_row(start, bring_in))
        )
    more = left(button(text.SHOW_MORE, lambda: set_shown(shown + AT_A_TIME)))
    return page_frame(
        text.AUDITS_TITLE,
        button_row(start, bring_in),
        text_field(text.FIND, words, set_words, limit=100, key="words"),
        small(_how_many(found, words, shown)),
        stack(
            *(
                audit_card(
                    one,
                    school is not None and one.school.name == school.name,
                    app.workspace.today(),
                    app.go,
                    level=2,
                    key=one.id,
                )
                for one in found[:shown]
            )
        ),
        *([more] if len(found) > shown else []),
    )


def _all_or_enough(app: AppContext, words: str, shown: int) -> Sequence[Summary]:
    """Of thousands only those that are to be shown are looked at, and one more, unless words are looked for."""
    return app.workspace.audits(None if words else shown + 1, lambda one: not is_own_survey(one))


def _how_many(found: Sequence[Summary], words: str, shown: int) -> str:
    if not found:
        return text.NONE_FOUND
    return text.shown(min(shown, len(found)), len(found)) if words or len(found) <= shown else text.newest(shown)


def matches(one: Summary, words: str) -> bool:
    """Every word stands in what the card says."""
    said = f"{one.school.name} {one.title} {one.wave} {one.status}".casefold()
    return all(word in said for word in words.casefold().split())
