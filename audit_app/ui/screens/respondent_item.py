"""One statement: answered by a colleague, with a comment if they like. Nothing of it goes to the disk."""

from collections.abc import Callable, Sequence

import flet as ft

from audit_app.questionnaires.model import Item, Section
from audit_app.responses.fitting import Remark
from audit_app.responses.survey import LONGEST_COMMENT
from audit_app.ui import theme
from audit_app.ui.components.beside import above
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import paragraph, small, unbroken
from audit_app.ui.runtime import Action, component
from audit_app.ui.screens.respondent_answer import REMARKS, answer_part
from audit_app.ui.screens.respondent_sitting import Asking, Paper, Sitting
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import respondent as text


@component
def item_step(
    asking: Asking,
    sitting: Sitting,
    paper: Paper,
    item_id: str,
    go: Callable[[str], object],
    leave: Action,
    low: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`go("")` leads to checking. Why the item matters stays in the library: it would lead to an answer.
    `low`: there is little height."""
    item = paper.nearest(item_id)
    section = asking.questionnaire.section_of[item.id]
    first = next(one for one in paper.items if one in section.items)
    is_note = item.kind == "note"
    said = [one for one in paper.remarks if one.item == item.id and item.id in paper.answers]
    name = f"{sitting.number} {item.id}"
    page = page_frame(
        section.title if is_note else item.text,
        unbroken(_where(paper, item, section)),
        *([paragraph(section.intro)] if section.intro and item == first else []),
        *([paragraph(item.text)] if is_note else []),
        *([paragraph(item.hint)] if item.hint else []),
        *([small(text.REQUIRED)] if item.required and item.id not in paper.answers else []),
        *([] if is_note else [answer_part(asking.questionnaire, item, paper, sitting, close=low)]),
        *(_remark(number, one) for number, one in enumerate(said)),
        *([] if is_note else [_comment(item, paper, sitting, key=name)]),
        looks=2 if low and not is_note else 1,
        tab=text.TAB,
        close=low,
        key=name,
    )
    return above(page, _bar(paper, item, go, leave, low=low))


def _where(paper: Paper, item: Item, section: Section) -> str:
    return (
        text.position(section.title, paper.questions.index(item) + 1, len(paper.questions))
        if item in paper.questions
        else section.title
    )


@component
def _comment(
    item: Item,
    paper: Paper,
    sitting: Sitting,
    key: str = "",
) -> ft.Control:
    """Folded, unless there is one or the answer asks for it."""
    asked = paper.asks_for_more(item)

    def field() -> ft.Control:
        return text_field(
            asked or text.COMMENT,
            paper.comments.get(item.id, ""),
            lambda words: sitting.say(item.id, words),
            hint=text.COMMENT_HINT,
            lines=3,
            limit=LONGEST_COMMENT,
            key=f"comment {key}",
        )

    return (
        field() if asked else disclosure(text.ADD_COMMENT, field, opened=item.id in paper.comments, key=f"fold {key}")
    )


def _remark(number: int, one: Remark) -> ft.Control:
    return notice(REMARKS[one.grade], one.message, title=audit_text.REMARKS[one.grade], key=f"remark {number}")


def _bar(paper: Paper, item: Item, go: Callable[[str], object], leave: Action, *, low: bool) -> ft.Control:
    """Always in sight: the ways on, and how much is answered."""
    order: Sequence[str] = [one.id for one in paper.items]
    at = order.index(item.id)
    back, on = order[at - 1] if at else "", order[at + 1] if at + 1 < len(order) else ""
    buttons: list[ft.Control] = []
    if back:
        buttons.append(button(text.PREVIOUS, lambda: go(back), key="previous"))
    if on:
        buttons.append(button(text.NEXT, lambda: go(on), kind="primary", key="next"))
    buttons.append(button(text.TO_CHECK, lambda: go(""), kind="quiet" if on else "primary", key="check"))
    buttons.append(button(text.STOP, leave, kind="quiet", key="leave"))
    answered = small(text.answered(paper.answered, len(paper.questions)))
    buttons.append(ft.Semantics(container=True, content=answered))  # else it becomes the name of the whole screen
    return ft.Container(
        key="steps",
        bgcolor=theme.CARD,
        border=ft.Border.only(top=ft.BorderSide(1, theme.FAINT_LINE)),
        padding=ft.Padding.symmetric(vertical=theme.XS if low else theme.S, horizontal=theme.L),
        alignment=ft.Alignment.CENTER,
        content=ft.Container(button_row(*buttons), width=theme.grown(theme.READING_WIDTH)),
    )
