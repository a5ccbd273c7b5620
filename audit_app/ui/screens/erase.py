"""Erase: a person's name, words about a statement, or a whole audit; each asked about first, and gone for good."""

from collections.abc import Callable

import flet as ft

from audit_app.responses.erasing import holds_words
from audit_app.ui import places
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.confirm import Ask, use_confirm
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import erase as text
from audit_app.verbs.keeping import OUT_OF_REACH, Erased
from audit_app.workspace import OpenAudit

NOTHING: Erased | None = None


@component
def erase_screen(app: AppContext, audit: str) -> ft.Control:
    ask = use_confirm()
    done, set_done = ft.use_state(NOTHING)
    opened = app.workspace.audit(audit)

    def show(erased: Erased) -> None:
        set_done(erased)
        app.refresh()

    return page_frame(
        text.TITLE,
        paragraph(audit_text.caption(opened.audit.school.name, opened.audit.wave, opened.questionnaire.title)),
        *what_was_erased(done),
        paragraph(text.MEANS),
        _people(app, audit, ask, show),
        _words(app, opened),
        _whole(app, audit, ask),
        not_reached(),
        back=(text.BACK, lambda: app.go(places.history(audit))),
    )


def what_was_erased(done: Erased | None) -> list[ft.Control]:
    """A notice; nothing before anything was."""
    if done is None:
        return []
    said = f"{text.done(done.entries)} {text.still_named(done.still_named)}" if done.still_named else ""
    return [notice("success", said or text.done(done.entries), title=text.DONE_TITLE, key="erased")]


def not_reached() -> ft.Control:
    return panel(heading(text.NOT_REACHED), bullets(*OUT_OF_REACH), tint=True)


def _people(app: AppContext, audit: str, ask: Ask, show: Callable[[Erased], None]) -> ft.Control:
    def row(name: str, count: int) -> ft.Control:
        async def erase() -> None:
            show(await off_loop(app.workspace.erase_person, audit, name))

        def question() -> None:
            ask(text.person(name), text.ask_person(name), text.ERASE, erase, danger=True)

        said = paragraph(text.person_line(name, count))
        return panel(said, left(button(text.person(name), question)), key=name)

    rows = [row(name, count) for name, count in app.workspace.people(audit).items()]
    means = paragraph(text.PEOPLE_MEANS if rows else text.NOBODY, muted=True)
    return ft.Column([heading(text.PEOPLE), means, *rows], tight=True)


def _words(app: AppContext, opened: OpenAudit) -> ft.Control:
    counts: dict[str, int] = {}
    for entry in opened.entries:
        if holds_words(entry):
            item = entry.subject.rpartition("/")[2]
            counts[item] = counts.get(item, 0) + 1
    items = opened.questionnaire.items_by_id
    named = [(item, items[item].text if item in items else item) for item in [*items, *counts]]

    def way(item: str, words: str) -> ft.Control:
        there = places.erase_words(opened.audit.id, item)
        shown = link(text.words_line(words, counts[item]), lambda: app.go(there), key=item)
        return ft.Row([ft.Container(shown, expand=True)])

    ways = [way(item, words) for item, words in dict(named).items() if item in counts]
    means = paragraph(text.WORDS_MEANS if ways else text.NO_WORDS, muted=True)
    return ft.Column([heading(text.WORDS), means, *ways], tight=True)


def _whole(app: AppContext, audit: str, ask: Ask) -> ft.Control:
    async def erase() -> None:
        await off_loop(app.workspace.erase_audit, audit)
        app.refresh()
        app.go(places.AUDITS, notice=("success", f"{text.DONE_TITLE}. {text.NOT_REACHED}: {' '.join(OUT_OF_REACH)}"))

    def question() -> None:
        ask(text.WHOLE_BUTTON, text.WHOLE_ASK, text.ERASE, erase, danger=True)

    return ft.Column(
        [heading(text.WHOLE), paragraph(text.WHOLE_MEANS, muted=True), left(button(text.WHOLE_BUTTON, question))],
        tight=True,
    )
