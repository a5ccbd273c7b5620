"""The audit: one statement at a time, or a whole section, with the sections beside it. Every answer is kept at once."""

import flet as ft

from audit_app.responses.progress import is_answered
from audit_app.ui import places
from audit_app.ui.components.beside import above, beside
from audit_app.ui.components.buttons import ButtonKind, button
from audit_app.ui.components.keys import use_keys
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_effect
from audit_app.ui.screens.audit_item import item_card, state_marks
from audit_app.ui.screens.audit_keeping import Keeping, use_keeping
from audit_app.ui.screens.audit_notes import fixed_note, unkept_elsewhere
from audit_app.ui.screens.audit_sections import sections_side, sections_top
from audit_app.ui.screens.audit_shown import all_shown
from audit_app.ui.screens.audit_steps import step_bar, step_keys, steps_from
from audit_app.ui.text import audit as text
from audit_app.workspace import OpenAudit


@component
def audit_screen(app: AppContext, audit: str, item: str = "") -> ft.Control:
    keeping = use_keeping(app, audit)
    landed: str = ft.use_memo(lambda: _landing(app, audit, item), [audit, item])
    opened = app.workspace.audit(audit)
    return answering(app, keeping, opened, landed, unknown=bool(item) and item != landed)


def _landing(app: AppContext, audit: str, item: str) -> str:
    """The item of the address, else where the user stopped; asked once for an address, because answering moves that."""
    opened = app.workspace.audit(audit)
    return item if item in opened.questionnaire.items_by_id else opened.resume_at()


@component
def answering(app: AppContext, keeping: Keeping, opened: OpenAudit, current: str, unknown: bool) -> ft.Control:
    """`current` is the item that the address means; with whole sections, its neighbours are shown too."""
    audit, questionnaire, whole = opened.audit.id, opened.questionnaire, app.settings.whole_section
    section = questionnaire.section_of[current]
    items = section.items if whole else (questionnaire.items_by_id[current],)
    steps = steps_from(opened, items, whole=whole)

    def go(item_id: str) -> None:
        app.go(places.item(audit, item_id))

    async def stop() -> None:
        await keeping.stop_at(current)

    use_effect(stop, [current])
    use_keys(step_keys(app, opened, keeping, items, steps, go) if app.settings.keys else {})
    number = 0 if whole else section.items.index(items[0]) + 1
    shown = all_shown(opened, items, keeping, app.workspace.today(), app.settings.person)
    page = page_frame(
        section.title if whole else items[0].text,
        small(_where(opened, current, number)),
        *([paragraph(section.intro)] if section.intro and number < 2 else []),
        *([] if app.wide else [sections_top(app, opened, section, go)]),
        *([notice("warning", text.NO_SUCH_ITEM, key="unknown")] if unknown else []),
        *fixed_note(opened, lambda: app.go(places.check(audit))),
        *unkept_elsewhere(keeping, items),
        *[item_card(one, keeping, not whole, key=one.item.id) for one in shown],
        back=(text.BACK, lambda: app.go(places.AUDITS)),
        tab=text.tab(section.title, number, questionnaire.title),
        show=current if whole and current != items[0].id else "",
        key=section.id if whole else current,  # from the top again; the sections and the bar stay as they are
    )
    marks = [] if whole or shown[0].fixed else state_marks(shown[0])
    bar = step_bar(steps, go, _check(app, opened, steps.next is None), marks, whole=whole)
    main = above(page, bar)
    return beside(text.SECTIONS, sections_side(app, opened, section, go), main) if app.wide else main


def _where(opened: OpenAudit, current: str, number: int) -> str:
    """The statement's place in its section, or which audit this is."""
    section, audit = opened.questionnaire.section_of[current], opened.audit
    if number:
        return text.position(section.title, number, len(section.items))
    return text.caption(audit.school.name, audit.wave, opened.questionnaire.title)


def _check(app: AppContext, opened: OpenAudit, last: bool) -> ft.Control:
    complete = all(is_answered(opened.standing(item.id)) for item in opened.questionnaire.items)
    kind: ButtonKind = "primary" if last else "secondary" if complete else "quiet"
    return button(text.CHECK, lambda: app.go(places.check(opened.audit.id)), kind=kind, key="check")
