"""Writing one question of the school's own: what it asks, how it is answered, and how it will be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.confirm import use_confirm
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.own_item_form import Form, fields
from audit_app.ui.screens.own_item_written import Document, Written, document_of, preview_of, remarks_on, wrong_fields
from audit_app.ui.screens.own_item_written import written as as_kept
from audit_app.ui.screens.own_items_writing import NEW, OwnWriting, use_own_writing
from audit_app.ui.screens.questionnaire_item import item_as_it_reads
from audit_app.ui.text import own_items as text


@component
def own_item_screen(app: AppContext, questionnaire: str, item: str) -> ft.Control:
    """`item` is an id, or “new”."""
    ask = use_confirm()
    _, draw = ft.use_state(0)
    first_wrong, land_on = ft.use_state("")
    core, writing = app.workspace.questionnaire(questionnaire), use_own_writing(app, questionnaire)
    to_list = places.own_items(questionnaire)
    back = (text.BACK_TO_LIST, lambda: app.go(to_list))
    before = next((one for one in writing.items if one.id == item), None)
    if before is None and item != NEW:
        return page_frame(text.TITLE, empty_state(text.GONE, text.GONE_TEXT), back=back)
    drawn = judged(core, writing, item, before)

    def write(**changes: object) -> None:
        writing.write(item, as_kept(core, before), changes)
        draw(lambda times: times + 1)

    def keep() -> None:
        now = judged(core, writing, item, before)  # what was typed since the screen was drawn is in it
        writing.tried.add(item)
        if now.wrong:
            land_on(next(iter(now.wrong)))
            app.notify("error", text.to_mend(len(now.wrong)))
            return
        writing.keep(item, now.document)
        app.refresh()
        app.go(to_list, notice=("success", text.KEPT))

    def throw_away() -> None:
        writing.forget(item)
        app.go(to_list)

    def ask_first() -> None:
        ask(text.DISCARD_TITLE, text.DISCARD_TEXT, text.DISCARD, throw_away, danger=True)

    discard = [button(text.DISCARD, ask_first, kind="quiet", key="discard")] if item in writing.drafts else []
    wrong = drawn.wrong if item in writing.tried else {}
    return page_frame(
        text.NEW_TITLE if before is None else text.CHANGE_TITLE,
        *fields(Form(core, before, drawn.said, wrong, write)),
        heading(text.PREVIEW),
        *_preview(core, writing.items, drawn),
        *([notice("error", wrong[""], live=False, key="else")] if "" in wrong else []),
        button_row(button(text.KEEP, keep, kind="primary", key="keep"), *discard),
        back=back,
        show=first_wrong,
    )


@dataclass(frozen=True)
class Judged:
    """What the form says now, the item that it makes, and what is wrong with it."""

    said: Written
    document: Document
    wrong: Mapping[str, str]
    """By field."""
    remarks: tuple[str, ...]


def judged(core: Questionnaire, writing: OwnWriting, item: str, before: Item | None) -> Judged:
    said = writing.drafts.get(item) or as_kept(core, before)
    document = document_of(core, before, said, [one.id for one in writing.items])
    everything = writing.with_item(item, document)
    findings, at = writing.check(everything), everything.index(document)
    return Judged(said, document, wrong_fields(findings, at, document), remarks_on(findings, at, document))


def _preview(core: Questionnaire, items: Sequence[Item], drawn: Judged) -> list[ft.Control]:
    shown = preview_of(core, items, drawn.document)
    if shown is None:
        return [paragraph(text.LATER)]
    said = [] if drawn.wrong else drawn.remarks
    remarks = [notice("warning", "\n".join(said), title=text.LOOK_AGAIN, live=False, key="remarks")] if said else []
    return [item_as_it_reads(*shown, level=3), *remarks]
