"""Erase: what was ever said in words about one item, piece by piece or all of it."""

import flet as ft

from audit_app.responses.erasing import holds_words
from audit_app.responses.model import Entry
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.confirm import use_confirm
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.screens.audit_shown import shortened
from audit_app.ui.screens.erase import NOTHING, not_reached, what_was_erased
from audit_app.ui.screens.history import words_of
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import erase as text
from audit_app.verbs.keeping import Erased


@component
def erase_words_screen(app: AppContext, audit: str, item: str) -> ft.Control:
    ask = use_confirm()
    done, set_done = ft.use_state(NOTHING)
    opened = app.workspace.audit(audit)
    asked = opened.questionnaire.items_by_id.get(item)
    found = [one for one in reversed(opened.entries) if holds_words(one) and one.subject.rpartition("/")[2] == item]

    def show(erased: Erased) -> None:
        set_done(erased)
        app.refresh()

    async def erase_all() -> None:
        show(await off_loop(app.workspace.erase_item, audit, item))

    def ask_all() -> None:
        ask(text.ALL_WORDS, text.ALL_WORDS_ASK, text.ERASE, erase_all, danger=True)

    def row(entry: Entry) -> ft.Control:
        words = words_of(opened, entry)

        async def erase() -> None:
            show(await off_loop(app.workspace.erase_words, audit, entry.stamp))

        def question() -> None:
            ask(text.TITLE, text.ask_one(shortened(words)), text.ERASE, erase, danger=True)

        return panel(
            label(text.KINDS[entry.field]),
            paragraph(words),
            small(audit_text.said(entry.by, entry.at.astimezone())),
            left(button(text.ERASE, question, name=text.one(entry.field, shortened(words)))),
            key=entry.stamp,
        )

    return page_frame(
        text.TITLE,
        *([paragraph(asked.text)] if asked else []),
        *what_was_erased(done),
        paragraph(text.MEANS),
        *([] if found else [paragraph(text.NO_WORDS)]),
        *[row(entry) for entry in found],
        *([left(button(text.ALL_WORDS, ask_all))] if len(found) > 1 else []),
        not_reached(),
        back=(text.BACK, lambda: app.go(places.item_history(audit, item))),
    )
