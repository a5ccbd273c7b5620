"""The audit: one statement at a time, or a whole section, with the sections beside it. Every answer is kept at once."""

from collections.abc import Sequence

import flet as ft

from audit_app.questionnaires.model import Item
from audit_app.responses.progress import is_answered
from audit_app.ui import places
from audit_app.ui.components.beside import beside
from audit_app.ui.components.buttons import ButtonKind, button
from audit_app.ui.components.keys import use_keys
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_effect
from audit_app.ui.screens.audit_item import item_card
from audit_app.ui.screens.audit_keeping import Keeping, use_keeping
from audit_app.ui.screens.audit_sections import sections_side, sections_top
from audit_app.ui.screens.audit_shown import all_shown
from audit_app.ui.screens.audit_steps import step_buttons, step_keys, steps_from
from audit_app.ui.text import audit as text
from audit_app.workspace import OpenAudit


@component
def audit_screen(app: AppContext, audit: str, item: str = "") -> ft.Control:
    keeping = use_keeping(app, audit)
    landed: ft.MutableRef[str] = ft.use_ref(lambda: _landing(app, audit, item))
    opened = app.workspace.audit(audit)
    return answering(app, keeping, opened, landed.current, unknown=bool(item) and item != landed.current)


def _landing(app: AppContext, audit: str, item: str) -> str:
    """The item of the address, else where the user stopped; asked once, because answering moves that."""
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
    main = page_frame(
        section.title if whole else items[0].text,
        small(_where(opened, current, number)),
        *([paragraph(section.intro)] if section.intro and number < 2 else []),
        *([] if app.wide else [sections_top(app, opened, section, go)]),
        *_notes(app, opened, keeping, items, unknown),
        *[item_card(one, keeping, not whole, key=one.item.id) for one in shown],
        step_buttons(steps, go, _check(app, opened, steps.next is None), whole=whole),
        back=(text.BACK, lambda: app.go(places.AUDITS)),
        tab=text.tab(section.title, number, questionnaire.title),
        show=current if whole and current != items[0].id else "",
    )
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


def _notes(
    app: AppContext, opened: OpenAudit, keeping: Keeping, items: Sequence[Item], unknown: bool
) -> list[ft.Control]:
    """What holds for the audit as a whole, and what is not kept though its statement is elsewhere."""
    notes: list[ft.Control] = [notice("warning", text.NO_SUCH_ITEM, key="unknown")] if unknown else []
    standing = [one for one in opened.submissions if one.reopened is None]
    if opened.received:
        notes.append(notice("info", text.RECEIVED, title=text.RECEIVED_TITLE, live=False, key="received"))
    elif standing:
        check = left(button(text.GO_TO_CHECK, lambda: app.go(places.check(opened.audit.id)), key="reopen"))
        said = text.submitted(standing[-1].by, standing[-1].at.astimezone())
        notes.append(notice("info", said, check, title=text.SUBMITTED_TITLE, live=False, key="submitted"))
    here = {item.id for item in items}
    if elsewhere := [item for item in keeping.troubled() if item not in here]:
        again = left(button(text.TRY_ALL, keeping.try_again, key="try-all"))
        said = text.not_kept_elsewhere(len(elsewhere))
        notes.append(notice("warning", said, again, title=text.NOT_SAVED, key="elsewhere"))
    return notes
